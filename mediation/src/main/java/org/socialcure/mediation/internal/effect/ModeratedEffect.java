package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.model.Expression;

/**
 * An effect as a polynomial in the values of its moderators, with expressions of coefficients in
 * front of each product.
 *
 * <p>{@code (a1 + a3*w)*b} is {@code a1*b} without moderators and {@code a3*b} in front of {@code
 * w}: the latter is the index of moderated mediation.
 *
 * @param parts for each product of moderators, in alphabetical order, what stands in front of it
 */
public record ModeratedEffect(Map<List<String>, Expression> parts) {
  /** Keeps the order of the parts. */
  public ModeratedEffect {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  static final ModeratedEffect ONE =
      new ModeratedEffect(Map.of(List.of(), new Expression.Constant(1)));

  ModeratedEffect plus(List<String> moderators, Expression expression) {
    Map<List<String>, Expression> sum = new LinkedHashMap<>(parts);
    sum.merge(
        moderators.stream().sorted().toList(), expression, (e, f) -> Expression.sum(List.of(e, f)));
    return new ModeratedEffect(sum);
  }

  ModeratedEffect times(ModeratedEffect other) {
    ModeratedEffect product = new ModeratedEffect(Map.of());
    for (Map.Entry<List<String>, Expression> left : parts.entrySet()) {
      Interruption.check();
      for (Map.Entry<List<String>, Expression> right : other.parts.entrySet()) {
        List<String> moderators = new ArrayList<>(left.getKey());
        moderators.addAll(right.getKey());
        product =
            product.plus(
                moderators, Expression.product(List.of(left.getValue(), right.getValue())));
      }
    }
    return product;
  }

  /**
   * The moderators.
   *
   * @return the variables on whose values the effect depends
   */
  public Set<String> moderators() {
    Set<String> all = new TreeSet<>();
    parts.keySet().forEach(all::addAll);
    return all;
  }

  /**
   * What stands in front of a product of moderators.
   *
   * @param moderators the product, in any order; none for the part without moderators
   * @return the expression, empty if there is no such product
   */
  public Optional<Expression> part(String... moderators) {
    return Optional.ofNullable(parts.get(java.util.Arrays.stream(moderators).sorted().toList()));
  }

  /**
   * The highest power of one moderator.
   *
   * @param moderator a variable
   * @return its degree
   */
  public int degree(String moderator) {
    return parts.keySet().stream()
        .mapToInt(k -> (int) k.stream().filter(moderator::equals).count())
        .max()
        .orElse(0);
  }
}
