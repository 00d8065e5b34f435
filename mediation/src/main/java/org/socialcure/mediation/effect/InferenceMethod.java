package org.socialcure.mediation.effect;

import java.util.Objects;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.ProductError;
import org.socialcure.mediation.inference.QuantileRule;

/**
 * How standard error, interval and p-value of an effect came about.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface InferenceMethod {

  /**
   * The test of a coefficient, or of a linear combination of the coefficients of one equation.
   *
   * @param distribution Student's distribution or the normal one
   * @since 0.1
   */
  record CoefficientTest(Distribution distribution) implements InferenceMethod {
    /** Refuses null. */
    public CoefficientTest {
      Objects.requireNonNull(distribution, "distribution");
    }

    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The multivariate delta method of first order: the variance of the effect linearised in the
   * coefficients, and the normal distribution.
   *
   * @since 0.1
   */
  record Delta() implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The z-test of a product of two coefficients.
   *
   * @param error whose standard error: Sobel's, Aroian's or Goodman's
   * @since 0.1
   */
  record ProductOfCoefficients(ProductError error) implements InferenceMethod {
    /** Refuses null. */
    public ProductOfCoefficients {
      Objects.requireNonNull(error, "error");
    }

    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The largest p-value of the steps of the path.
   *
   * @since 0.1
   */
  record JointSignificance() implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The distribution of the product of two normal variables (MacKinnon and others 2007).
   *
   * @since 0.1
   */
  record ProductDistribution() implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * Percentiles of the effect over draws from the normal distribution of the coefficients.
   *
   * @param draws how many
   * @param seed their seed
   * @since 0.1
   */
  record MonteCarlo(int draws, long seed) implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * Permutation of the residuals of each step.
   *
   * @param permutations how many
   * @param seed their seed
   * @since 0.1
   */
  record Permutation(int permutations, long seed) implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The replicates of a bootstrap.
   *
   * @param interval how the interval is made of them
   * @param rule how quantiles are read off
   * @since 0.1
   */
  record Resampled(IntervalMethod interval, QuantileRule rule) implements InferenceMethod {
    /** Refuses null. */
    public Resampled {
      Objects.requireNonNull(interval, "interval");
      Objects.requireNonNull(rule, "rule");
    }

    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The joint replicates of several effects (maxT): intervals that hold for all of them at once.
   *
   * @since 0.1
   */
  record Simultaneous() implements InferenceMethod {
    @Override
    public String toString() {
      return InferenceWords.of(this);
    }
  }

  /**
   * The distribution that a statistic is referred to.
   *
   * @since 0.1
   */
  enum Distribution {
    /** Student's t. */
    STUDENT,
    /** The standard normal. */
    NORMAL
  }
}
