package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many people got better in at least one of several items, beside how many got worse in at
 * least one and what chance alone would give.
 *
 * <p>Two chances are told. <em>By exchange</em>: each person's answers before and after, all items
 * together, are as likely in the one order as in the other; the answers of a person may depend on
 * each other in any way. Then the share expected to get better in at least one is half the sum of
 * the shares that got better and worse in at least one. <em>By independent signs</em>: each item
 * that changed is as likely to rise as to fall, whatever the others do; then a person with k
 * changed items gets better in at least one with the probability 1 − 2<sup>−k</sup>, and the
 * expected share is its mean. The p-value is that of the exchange: the exact sign test of those who
 * got better in some and worse in none against those the other way round.
 *
 * <p>Immutable and thread-safe.
 *
 * @param better those better in at least one item
 * @param worse those worse in at least one item
 * @param both those better in at least one and worse in at least one
 * @param byExchange the share expected to be better in at least one if orders are tossed
 * @param byIndependentSigns the share expected if the sign of each change is tossed
 * @param test better in some and worse in none against the other way round; empty if there is
 *     nobody of either kind
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record AnyItem(
    Share better,
    Share worse,
    Share both,
    double byExchange,
    double byIndependentSigns,
    Optional<SignTest> test) {
  /** Refuses nulls. */
  public AnyItem {
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(worse, "worse");
    Objects.requireNonNull(both, "both");
    Objects.requireNonNull(test, "test");
  }

  /** From the numbers of items in which each person got better and worse. */
  static AnyItem of(int[] better, int[] worse, double level) {
    int n = better.length;
    int some = 0;
    int bad = 0;
    int both = 0;
    double tossed = 0;
    for (int i = 0; i < n; i++) {
      some += better[i] > 0 ? 1 : 0;
      bad += worse[i] > 0 ? 1 : 0;
      both += better[i] > 0 && worse[i] > 0 ? 1 : 0;
      tossed += 1 - Math.scalb(1.0, -(better[i] + worse[i]));
    }
    return new AnyItem(
        Share.of(some, n, level),
        Share.of(bad, n, level),
        Share.of(both, n, level),
        (some + bad) / (2.0 * n),
        tossed / n,
        some + bad == 2 * both
            ? Optional.empty()
            : Optional.of(SignTest.of(some - both, bad - both)));
  }

  /**
   * The shares and the chances.
   *
   * @return {@code "better in at least one 80.0% together with worse in at least one 60.0%; …"}
   */
  @Override
  public String toString() {
    return "better in at least one "
        + Numbers.percent(better.value(), 1)
        + " together with worse in at least one "
        + Numbers.percent(worse.value(), 1)
        + " of "
        + better.of()
        + "; by chance alone better in at least one "
        + Numbers.percent(byExchange, 1)
        + " (orders tossed) or "
        + Numbers.percent(byIndependentSigns, 1)
        + " (signs tossed)"
        + test.map(t -> ", " + Numbers.pPhrase(t.p())).orElse("");
  }
}
