package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.mediation.inference.ProductError;

/**
 * Tests of an effect that take its estimate to be normally distributed, or each of its paths.
 *
 * <p>The estimate of an indirect effect is skewed unless the sample is large, so that these tests
 * lack power; they are offered for comparison and for effects other than products.
 *
 * @since 0.1
 */
public final class NormalTheory {
  private NormalTheory() {}

  /**
   * A z test with its interval, or the reason why there is none.
   *
   * <p>Immutable and thread-safe.
   *
   * @since 0.1
   */
  public sealed interface Result {
    /**
     * The test if there is one.
     *
     * @return the test
     */
    default Optional<ZTest> test() {
      return this instanceof ZTest test ? Optional.of(test) : Optional.empty();
    }
  }

  /**
   * A z test of the hypothesis that an effect is zero.
   *
   * @param estimate the effect
   * @param standardError its standard error, positive
   * @param z their quotient
   * @param p the two-sided p-value
   * @param interval the estimate plus and minus the normal critical value times the standard error
   * @since 0.1
   */
  public record ZTest(double estimate, double standardError, double z, double p, Interval interval)
      implements Result {
    /** Refuses null. */
    public ZTest {
      Objects.requireNonNull(interval, "interval");
    }
  }

  /**
   * No test.
   *
   * @param reason why
   * @since 0.1
   */
  public record NoTest(Reason reason) implements Result {
    /** Refuses null. */
    public NoTest {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Why there is no test.
   *
   * @since 0.1
   */
  public enum Reason {
    /** The variance comes out below zero, as Goodman's may when both paths are near zero. */
    NEGATIVE_VARIANCE("the estimated variance is negative"),
    /** The standard error is zero. */
    NO_VARIANCE("the standard error is zero");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /**
     * The reason in words.
     *
     * @return a clause without a full stop
     */
    public String explanation() {
      return explanation;
    }
  }

  /**
   * The test of a product of two independent path estimates.
   *
   * @param kind which standard error
   * @param a the first path
   * @param errorOfA its standard error, not negative
   * @param b the second path
   * @param errorOfB its standard error, not negative
   * @param level the confidence level, strictly between 0 and 1
   * @return the test, or why there is none
   * @throws IllegalArgumentException if a number is not finite or the level not a proportion
   */
  public static Result product(
      ProductError kind, double a, double errorOfA, double b, double errorOfB, double level) {
    return of(a * b, kind.variance(a, errorOfA, b, errorOfB), level);
  }

  private static Result of(double estimate, double variance, double level) {
    double critical = -Distributions.normalQuantile(Tails.lower(level));
    if (!Double.isFinite(estimate) || !Double.isFinite(variance)) {
      throw new IllegalArgumentException("An effect and its variance must be finite.");
    }
    if (variance <= 0) {
      return new NoTest(variance < 0 ? Reason.NEGATIVE_VARIANCE : Reason.NO_VARIANCE);
    }
    double error = Math.sqrt(variance);
    double z = estimate / error;
    return new ZTest(
        estimate,
        error,
        z,
        Distributions.normalTwoSided(z),
        new Interval(estimate - critical * error, estimate + critical * error, level));
  }

  /**
   * The joint significance test of an indirect effect: it is taken to differ from zero where every
   * one of its paths does (MacKinnon et al. 2002; Yzerbyt et al. 2018).
   *
   * @param pathPValues the two-sided p-values of the paths, at least one
   * @return the largest of them, which is the p-value of the test
   * @throws IllegalArgumentException if there is none, or one is not in [0, 1]
   */
  public static double jointSignificance(double... pathPValues) {
    if (pathPValues.length == 0 || !Arrays.stream(pathPValues).allMatch(p -> p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A p-value in [0, 1] is needed for each path.");
    }
    return Arrays.stream(pathPValues).max().getAsDouble();
  }
}
