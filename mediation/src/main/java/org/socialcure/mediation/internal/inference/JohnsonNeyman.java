package org.socialcure.mediation.internal.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.internal.Interruption;

/**
 * The Johnson-Neyman analysis of an effect that is linear in a moderator: where over the observed
 * range of the moderator the effect differs from zero.
 *
 * <p>Johnson and Neyman (1936); Bauer and Curran (2005). The table is the one PROCESS prints: equal
 * steps over the observed range with the boundaries inserted, 22 rows in all. Immutable and
 * thread-safe.
 *
 * @param boundaries the moderator values within the observed range at which the test changes its
 *     verdict, ascending; none, one or two where the critical value is one
 * @param regions the regions between them, in order
 * @param table the effect over the observed range
 * @since 0.1
 */
public record JohnsonNeyman(List<Boundary> boundaries, List<SignRegion> regions, List<Step> table) {
  private static final int ROWS = 22;

  /** Equal steps over the range at which a test without closed form is tried. */
  private static final int TRIED = 1000;

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
    double[] sorted = sorted(moderator);
    if (!effect.isDeterminate()) {
      return Optional.empty();
    }
    double[] roots =
        Arrays.stream(effect.boundaries(criticalValue))
            .filter(w -> w >= sorted[0] && w <= sorted[sorted.length - 1])
            .toArray();
    return Optional.of(of(w -> step(effect, w, level, criticalValue, df), roots, sorted));
  }

  /**
   * Analyses an effect by its test at each moderator value, where degrees of freedom, and with them
   * the critical value, change along the moderator.
   *
   * <p>Boundaries are found to the last digits between neighbours of 1,001 equally spaced values of
   * the observed range and the value at which the effect is zero.
   *
   * @param test the test of the effect at a moderator value; empty where the standard error is zero
   * @param effect the effect as a function of the moderator
   * @param moderator the observed moderator values, finite, at least two of them different
   * @return the analysis; empty if a standard error is zero
   * @throws IllegalArgumentException if the moderator does not vary
   */
  public static Optional<JohnsonNeyman> ofTests(
      DoubleFunction<Optional<Step>> test, LinearEffect effect, double[] moderator) {
    double[] sorted = sorted(moderator);
    double[] tried = tried(sorted[0], sorted[sorted.length - 1], effect);
    double[] beyond = new double[tried.length];
    for (int i = 0; i < tried.length; i++) {
      Interruption.check();
      Optional<Step> there = test.apply(tried[i]);
      if (there.isEmpty()) {
        return Optional.empty();
      }
      beyond[i] = beyondZero(there.get());
    }
    List<Double> roots = new ArrayList<>();
    for (int i = 1; i < tried.length; i++) {
      if (beyond[i - 1] > 0 != beyond[i] > 0) {
        roots.add(root(test, tried[i - 1], tried[i], beyond[i] > 0));
      }
    }
    return Optional.of(
        of(
            w -> test.apply(w).orElseThrow(),
            roots.stream().mapToDouble(Double::doubleValue).toArray(),
            sorted));
  }

  private static double[] tried(double low, double high, LinearEffect effect) {
    double zero = -effect.intercept() / effect.slope();
    DoubleStream equal =
        IntStream.rangeClosed(0, TRIED)
            .mapToDouble(i -> i == TRIED ? high : low + i * (high - low) / TRIED);
    return DoubleStream.concat(equal, DoubleStream.of(zero))
        .filter(w -> w >= low && w <= high)
        .sorted()
        .toArray();
  }

  /** How far the limits are from zero, negative where they hold it. */
  private static double beyondZero(Step step) {
    return Math.max(step.interval().lower(), -step.interval().upper());
  }

  private static double root(
      DoubleFunction<Optional<Step>> test, double from, double to, boolean rising) {
    double low = from;
    double high = to;
    double middle = low + (high - low) / 2;
    while (middle > low && middle < high) {
      Interruption.check();
      boolean beyond = test.apply(middle).filter(step -> beyondZero(step) > 0).isPresent();
      low = beyond == rising ? low : middle;
      high = beyond == rising ? middle : high;
      middle = low + (high - low) / 2;
    }
    return high;
  }

  private static double[] sorted(double[] moderator) {
    double[] sorted = moderator.clone();
    Arrays.sort(sorted);
    int cases = sorted.length;
    if (cases < 2
        || Double.isInfinite(sorted[0])
        || !Double.isFinite(sorted[cases - 1])
        || !(sorted[0] < sorted[cases - 1])) {
      throw new IllegalArgumentException("The moderator needs two or more different values.");
    }
    return sorted;
  }

  private static JohnsonNeyman of(DoubleFunction<Step> test, double[] roots, double[] sorted) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return new JohnsonNeyman(
        Arrays.stream(roots).mapToObj(w -> boundary(w, sorted)).toList(),
        regions(test, low, high, roots),
        Arrays.stream(steps(low, high, roots))
            .mapToObj(
                w ->
                    Arrays.stream(roots).anyMatch(root -> root == w)
                        ? atBoundary(test.apply(w))
                        : test.apply(w))
            .toList());
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
      DoubleFunction<Step> test, double low, double high, double[] roots) {
    List<SignRegion> regions = new ArrayList<>();
    double from = low;
    for (int i = 0; i <= roots.length; i++) {
      double to = i < roots.length ? roots[i] : high;
      if (to > from) {
        Interval limits = test.apply((from + to) / 2).interval();
        regions.add(new SignRegion(from, to, SignRegion.Sign.of(limits.lower(), limits.upper())));
      }
      from = to;
    }
    return regions;
  }

  /** 22 values: equal steps over the range, as many fewer as there are boundaries to insert. */
  private static double[] steps(double low, double high, double[] roots) {
    int equal = Math.max(2, ROWS - roots.length);
    double[] values = Arrays.copyOf(roots, roots.length + equal);
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
