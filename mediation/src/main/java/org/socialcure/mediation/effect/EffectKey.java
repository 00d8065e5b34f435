package org.socialcure.mediation.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * What identifies an effect within a model: its kind, whose effect it is on what and by which way,
 * and at which values of moderators, in full precision.
 *
 * <p>Two effects are the same if their keys are equal. What an effect is called is rendered from
 * its key and differs by reader; it is never read back. Effects that the author of a model named
 * have a name space of their own: {@code total := c + a*b} is beside the model's total effect, not
 * in its place.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface EffectKey {
  /**
   * The kind of effect.
   *
   * @return the kind
   */
  EffectKind kind();

  /**
   * The values of the moderators it is conditional on.
   *
   * @return values by variable, a code column for each code of a categorical moderator; empty where
   *     it is not conditional
   */
  Map<String, Double> at();

  /**
   * The variables it passes, from exposure to outcome.
   *
   * @return the path; empty where it has no single path
   */
  default List<String> path() {
    return List.of();
  }

  /**
   * The variable whose effect it is: the exposure, or one of its code columns.
   *
   * @return the variable; empty for effects that are not of one
   */
  default Optional<String> exposure() {
    return path().isEmpty() ? Optional.empty() : Optional.of(path().get(0));
  }

  /**
   * The effect along one path.
   *
   * @param kind {@link EffectKind#DIRECT} or {@link EffectKind#INDIRECT}
   * @param path the variables from exposure to outcome
   * @param at the values of moderators
   * @since 0.1
   */
  record Along(EffectKind kind, List<String> path, Map<String, Double> at) implements EffectKey {
    /** Refuses other kinds and copies the collections. */
    public Along {
      require(kind == EffectKind.DIRECT || kind == EffectKind.INDIRECT, kind);
      path = List.copyOf(path);
      at = inOrder(at);
    }

    /**
     * The mediators it passes.
     *
     * @return the path without its ends
     */
    public List<String> mediators() {
      return path.subList(1, path.size() - 1);
    }

    @Override
    public String toString() {
      return words(kind) + " " + String.join(" -> ", path) + values(at);
    }
  }

  /**
   * The sum of the effects of one variable on another.
   *
   * @param kind {@link EffectKind#TOTAL} or {@link EffectKind#TOTAL_INDIRECT}
   * @param from the exposure, or one of its code columns
   * @param to the outcome
   * @param at the values of moderators
   * @since 0.1
   */
  record Sum(EffectKind kind, String from, String to, Map<String, Double> at) implements EffectKey {
    /** Refuses other kinds and copies the map. */
    public Sum {
      require(kind == EffectKind.TOTAL || kind == EffectKind.TOTAL_INDIRECT, kind);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      at = inOrder(at);
    }

    @Override
    public Optional<String> exposure() {
      return Optional.of(from);
    }

    @Override
    public String toString() {
      return words(kind) + " " + from + " -> " + to + values(at);
    }
  }

  /**
   * How an effect changes by unit of a moderator.
   *
   * @param kind an index, or {@link EffectKind#CONDITIONAL_INTERACTION}
   * @param path the path of the effect that changes
   * @param by the moderator, or the moderators whose product counts
   * @param at the values of other moderators
   * @since 0.1
   */
  record Slope(EffectKind kind, List<String> path, List<String> by, Map<String, Double> at)
      implements EffectKey {
    /** Refuses other kinds and copies the collections. */
    public Slope {
      require(kind.isIndex() || kind == EffectKind.CONDITIONAL_INTERACTION, kind);
      path = List.copyOf(path);
      by = List.copyOf(by);
      at = inOrder(at);
    }

    @Override
    public String toString() {
      return words(kind)
          + " of "
          + String.join(" -> ", path)
          + " by "
          + String.join(" and ", by)
          + values(at);
    }
  }

  /**
   * The difference of two effects, or of their absolute values.
   *
   * @param kind {@link EffectKind#CONTRAST} or {@link EffectKind#ABSOLUTE_CONTRAST}
   * @param first the one
   * @param second the other, which is subtracted
   * @since 0.1
   */
  record Difference(EffectKind kind, EffectKey first, EffectKey second) implements EffectKey {
    /** Refuses other kinds and null. */
    public Difference {
      require(kind.isContrast(), kind);
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }

    /** The values that both effects share; empty where they differ. */
    @Override
    public Map<String, Double> at() {
      return first.at().equals(second.at()) ? first.at() : Map.of();
    }

    /** The path that both effects share; empty where they differ. */
    @Override
    public List<String> path() {
      return first.path().equals(second.path()) ? first.path() : List.of();
    }

    @Override
    public Optional<String> exposure() {
      return first.exposure().equals(second.exposure()) ? first.exposure() : Optional.empty();
    }

    @Override
    public String toString() {
      return words(kind) + ": (" + first + ") minus (" + second + ")";
    }
  }

  /**
   * An effect that the author of the model named.
   *
   * @param name its name
   * @param at the values of moderators
   * @since 0.1
   */
  record Named(String name, Map<String, Double> at) implements EffectKey {
    /** Refuses null and copies the map. */
    public Named {
      Objects.requireNonNull(name, "name");
      at = inOrder(at);
    }

    @Override
    public EffectKind kind() {
      return EffectKind.NAMED;
    }

    @Override
    public String toString() {
      return "named " + name + values(at);
    }
  }

  /**
   * An effect that was asked for after the fit.
   *
   * @param expression the effect in path syntax
   * @since 0.1
   */
  record Asked(String expression) implements EffectKey {
    /** Refuses null. */
    public Asked {
      Objects.requireNonNull(expression, "expression");
    }

    @Override
    public EffectKind kind() {
      return EffectKind.NAMED;
    }

    @Override
    public Map<String, Double> at() {
      return Map.of();
    }

    @Override
    public String toString() {
      return "asked " + expression;
    }
  }

  private static String words(EffectKind kind) {
    return Words.of(kind).replace('-', ' ');
  }

  private static String values(Map<String, Double> at) {
    return at.isEmpty()
        ? ""
        : at.entrySet().stream()
            .map(e -> e.getKey() + " = " + exactly(e.getValue()))
            .collect(Collectors.joining(", ", " at ", ""));
  }

  /** In all digits: what Numbers shows of two values may be the same. */
  private static String exactly(double value) {
    return Names.number(value);
  }

  private static void require(boolean fits, EffectKind kind) {
    if (!fits) {
      throw new InvalidInputException(
          "effect", "one of kind " + Words.of(kind) + " has another key");
    }
  }

  private static Map<String, Double> inOrder(Map<String, Double> at) {
    Map<String, Double> copy = new LinkedHashMap<>(at);
    // Zero has one sign, as it has one value.
    copy.replaceAll((moderator, value) -> value + 0.0);
    return Collections.unmodifiableMap(copy);
  }
}
