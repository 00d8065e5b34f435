package org.socialcure.mediation.internal.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.Compatibility;

/**
 * The Johnson-Neyman analysis of an effect that is linear in a moderator: where over the observed
 * range of the moderator the effect differs from zero.
 *
 * <p>Johnson and Neyman (1936); Bauer and Curran (2005). The table is the one PROCESS prints: equal
 * steps over the observed range with the boundaries inserted, 22 rows in all. Immutable and
 * thread-safe.
 *
 * @param criticalValue the critical value of the test at each moderator value
 * @param boundaries the moderator values within the observed range at which the test changes its
 *     verdict, ascending; none, one or two
 * @param regions the regions between them, in order
 * @param table the effect over the observed range
 * @since 0.1
 */
public record JohnsonNeyman(
    double criticalValue, List<Boundary> boundaries, List<SignRegion> regions, List<Step> table) {
  private static final int ROWS = 22;

  /** Copies the lists. */
  public JohnsonNeyman {
    boundaries = List.copyOf(boundaries);
    regions = List.copyOf(regions);
    table = List.copyOf(table);
  }

  /**
   * A moderator value at which the effect becomes, or ceases to be, significant.
   *
   * @param value the moderator value
   * @param shareBelow the share of the cases strictly below it, 0 to 1
   * @since 0.1
   */
  public record Boundary(double value, double shareBelow) {}

  /**
   * The effect at one moderator value.
   *
   * @param moderator the moderator value
   * @param effect the effect there
   * @param standardError its standard error
   * @param statistic their quotient, t or z
   * @param p the two-sided p-value
   * @param interval the effect plus and minus the critical value times the standard error
   * @since 0.1
   */
  public record Step(
      double moderator,
      double effect,
      double standardError,
      double statistic,
      double p,
      Interval interval) {
    /** Refuses null. */
    public Step {
      Objects.requireNonNull(interval, "interval");
    }
  }

  /**
   * Analyses an effect over the observed values of its moderator.
   *
   * @param effect the effect as a function of the moderator
   * @param moderator the observed moderator values, finite, at least two of them different
   * @param level the confidence level, strictly between 0 and 1
   * @param criticalValue the two-sided critical value at that level, positive; see {@link
   *     Compatibility#tCritical}
   * @param df the degrees of freedom of a t test; empty for a z test
   * @return the analysis; empty if the standard error is zero somewhere
   * @throws IllegalArgumentException if the moderator does not vary or a number is out of range
   */
  public static Optional<JohnsonNeyman> of(
      LinearEffect effect,
      double[] moderator,
      double level,
      double criticalValue,
      OptionalDouble df) {
    Interval.requireLevel(level);
    double[] sorted = moderator.clone();
    Arrays.sort(sorted);
    int cases = sorted.length;
    if (cases < 2
        || Double.isInfinite(sorted[0])
        || !Double.isFinite(sorted[cases - 1])
        || !(sorted[0] < sorted[cases - 1])) {
      throw new IllegalArgumentException("The moderator needs two or more different values.");
    }
    if (!effect.isDeterminate()) {
      return Optional.empty();
    }
    double low = sorted[0];
    double high = sorted[cases - 1];
    double[] roots =
        Arrays.stream(effect.boundaries(criticalValue))
            .filter(w -> w >= low && w <= high)
            .toArray();
    return Optional.of(
        new JohnsonNeyman(
            criticalValue,
            Arrays.stream(roots).mapToObj(w -> boundary(w, sorted)).toList(),
            regions(effect, low, high, roots, criticalValue),
            Arrays.stream(steps(low, high, roots))
                .mapToObj(
                    w ->
                        Arrays.stream(roots).anyMatch(root -> root == w)
                            ? atBoundary(step(effect, w, level, criticalValue, df))
                            : step(effect, w, level, criticalValue, df))
                .toList()));
  }

  /** At a boundary one limit is zero by definition, which rounding would miss by a hair. */
  private static Step atBoundary(Step step) {
    Interval limits = step.interval();
    boolean lowerIsZero = Math.abs(limits.lower()) < Math.abs(limits.upper());
    return new Step(
        step.moderator(),
        step.effect(),
        step.standardError(),
        step.statistic(),
        step.p(),
        lowerIsZero
            ? new Interval(0, limits.upper(), limits.level())
            : new Interval(limits.lower(), 0, limits.level()));
  }

  private static Boundary boundary(double value, double[] moderator) {
    double cases = moderator.length;
    return new Boundary(value, Arrays.stream(moderator).filter(w -> w < value).count() / cases);
  }

  private static List<SignRegion> regions(
      LinearEffect effect, double low, double high, double[] roots, double criticalValue) {
    List<SignRegion> regions = new ArrayList<>();
    double from = low;
    for (int i = 0; i <= roots.length; i++) {
      double to = i < roots.length ? roots[i] : high;
      if (to > from) {
        double middle = (from + to) / 2;
        double reach = criticalValue * effect.standardError(middle);
        double value = effect.value(middle);
        regions.add(new SignRegion(from, to, SignRegion.Sign.of(value - reach, value + reach)));
      }
      from = to;
    }
    return regions;
  }

  /** 22 values: equal steps over the range, as many fewer as there are boundaries to insert. */
  private static double[] steps(double low, double high, double[] roots) {
    int equal = ROWS - roots.length;
    double[] values = Arrays.copyOf(roots, ROWS);
    for (int i = 0; i < equal; i++) {
      values[roots.length + i] = i == equal - 1 ? high : low + i * (high - low) / (equal - 1);
    }
    Arrays.sort(values);
    return values;
  }

  private static Step step(
      LinearEffect effect, double w, double level, double criticalValue, OptionalDouble df) {
    double value = effect.value(w);
    double error = effect.standardError(w);
    double statistic = value / error;
    double p =
        df.isPresent()
            ? Distributions.studentTwoSided(statistic, df.getAsDouble())
            : Distributions.normalTwoSided(statistic);
    double reach = criticalValue * error;
    return new Step(
        w, value, error, statistic, p, new Interval(value - reach, value + reach, level));
  }
}
