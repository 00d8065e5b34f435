package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.reliability.ItemKeying.Verdict;

/**
 * Whether items are keyed the wrong way, by what the answers say.
 *
 * <p>The first principal axis of the correlations divides the items into those that point one way
 * and those that point the other. Where fewer point the other way, each of these is held against
 * the total of all others, and said to be probably reversed if its correlation with it is below
 * −0.1 and significantly below 0 (Fisher's z at 1.96). Answers cannot prove a key; the form can.
 *
 * <p>Immutable and thread-safe.
 *
 * @param items the items in their order
 * @param alpha alpha as the items are keyed
 * @param alphaIfReversed alpha if those that are probably reversed were turned round; the same
 *     where there is none
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyingReport(
    List<ItemKeying> items, ReliabilityEstimate alpha, ReliabilityEstimate alphaIfReversed) {
  private static final double CRITICAL = 1.96;
  private static final double NEGLIGIBLE = 0.1;

  /** Copies the list. */
  public KeyingReport {
    items = List.copyOf(items);
    Objects.requireNonNull(alpha, "alpha");
    Objects.requireNonNull(alphaIfReversed, "alphaIfReversed");
  }

  static KeyingReport of(List<String> names, ItemMatrix covariances, ItemMatrix correlations) {
    int k = names.size();
    int[] varying = IntStream.range(0, k).filter(i -> covariances.get(i, i) > 0).toArray();
    int[] signs = signs(correlations.among(varying));
    int against = (int) Arrays.stream(signs).filter(sign -> sign < 0).count();
    ItemMatrix turned = covariances.among(varying).turned(signs);
    ItemKeying[] found = new ItemKeying[k];
    for (int i = 0; i < k; i++) {
      found[i] = new ItemKeying(i + 1, names.get(i), Verdict.DOES_NOT_VARY, OptionalDouble.empty());
    }
    int[] reversed = new int[k];
    Arrays.fill(reversed, 1);
    for (int i = 0; i < varying.length; i++) {
      OptionalDouble r = rest(turned, i);
      double asKeyed = signs[i] * r.orElse(0);
      Verdict verdict =
          2 * against == varying.length
              ? half(r.orElse(0), covariances.fewest())
              : verdict(asKeyed, covariances.fewest());
      reversed[varying[i]] = verdict == Verdict.PROBABLY_REVERSED ? -1 : 1;
      found[varying[i]] =
          new ItemKeying(
              varying[i] + 1,
              names.get(varying[i]),
              verdict,
              r.isPresent() ? OptionalDouble.of(asKeyed) : r);
    }
    return new KeyingReport(
        List.of(found),
        Coefficients.alpha(covariances),
        Coefficients.alpha(covariances.turned(reversed)));
  }

  private static Verdict half(double r, int people) {
    return verdict(r, people) == Verdict.AS_KEYED ? Verdict.HALF_AGAINST_HALF : Verdict.UNCLEAR;
  }

  private static Verdict verdict(double r, int people) {
    double z = people > 3 ? Math.sqrt(people - 3.0) * StrictMath.log((1 + r) / (1 - r)) / 2 : 0;
    if (z < -CRITICAL && r < -NEGLIGIBLE) {
      return Verdict.PROBABLY_REVERSED;
    }
    return z > CRITICAL ? Verdict.AS_KEYED : Verdict.UNCLEAR;
  }

  /** Which way each item points: 1 for most of them, -1 for the others. */
  private static int[] signs(ItemMatrix correlations) {
    int k = correlations.items();
    int[] signs = new int[k];
    Arrays.fill(signs, 1);
    boolean known =
        k > 1
            && Arrays.stream(correlations.values())
                .flatMapToDouble(Arrays::stream)
                .noneMatch(Double::isNaN);
    if (known) {
      double[] axis =
          new EigenDecomposition(new Array2DRowRealMatrix(correlations.values()))
              .getEigenvector(0)
              .toArray();
      long below = Arrays.stream(axis).filter(weight -> weight < 0).count();
      int most = 2 * below > k ? -1 : 1;
      Arrays.setAll(signs, i -> axis[i] < 0 ? -most : most);
    }
    return signs;
  }

  /** The correlation of an item with the total of the others. */
  static OptionalDouble rest(ItemMatrix covariances, int item) {
    double own = covariances.get(item, item);
    double with = covariances.row(item);
    double others = covariances.total() - 2 * with + own;
    double scale = Math.sqrt(Math.max(0, own) * Math.max(0, others));
    return scale > 1e-12 * (own + Math.abs(with))
        ? OptionalDouble.of(Math.max(-1, Math.min(1, (with - own) / scale)))
        : OptionalDouble.empty();
  }

  /**
   * The items that are probably keyed the wrong way.
   *
   * @return them, in their order
   */
  public List<ItemKeying> probablyReversed() {
    return items.stream().filter(item -> item.verdict() == Verdict.PROBABLY_REVERSED).toList();
  }

  /**
   * What there is to ask about the keys.
   *
   * @return a sentence for each item that is probably reversed, and one where half of the items go
   *     against the other half; none where nothing is to be asked
   */
  public List<String> questions() {
    List<String> questions = probablyReversed().stream().map(ItemKeying::toString).toList();
    Optional<String> halves =
        items.stream().anyMatch(item -> item.verdict() == Verdict.HALF_AGAINST_HALF)
            ? Optional.of(
                "Half of the items go against the other half: which of them are reversed cannot be"
                    + " told from the answers.")
            : Optional.empty();
    return halves.map(List::of).orElse(questions);
  }

  /**
   * What there is to ask, or that there is nothing.
   *
   * @return sentences, and what alpha would be if the items were turned round
   */
  @Override
  public String toString() {
    if (questions().isEmpty()) {
      return "No item seems to be keyed the wrong way.";
    }
    return String.join("\n", questions())
        + (probablyReversed().isEmpty()
            ? ""
            : "\nAlpha is "
                + alpha
                + "; with them turned round it would be "
                + alphaIfReversed
                + ".");
  }
}
