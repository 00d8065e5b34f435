package org.socialcure.mediation.effect;

import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.InferenceMethod.CoefficientTest;
import org.socialcure.mediation.effect.InferenceMethod.Delta;
import org.socialcure.mediation.effect.InferenceMethod.Distribution;
import org.socialcure.mediation.effect.InferenceMethod.JointSignificance;
import org.socialcure.mediation.effect.InferenceMethod.MonteCarlo;
import org.socialcure.mediation.effect.InferenceMethod.Permutation;
import org.socialcure.mediation.effect.InferenceMethod.ProductDistribution;
import org.socialcure.mediation.effect.InferenceMethod.ProductOfCoefficients;
import org.socialcure.mediation.effect.InferenceMethod.Resampled;

/** Methods of inference in people's words. */
final class InferenceWords {
  private InferenceWords() {}

  static String of(InferenceMethod method) {
    if (method instanceof CoefficientTest test) {
      return test.distribution() == Distribution.STUDENT ? "t test" : "z test";
    }
    if (method instanceof Delta) {
      return "delta method";
    }
    if (method instanceof ProductOfCoefficients product) {
      return Words.of(product.error()) + " test";
    }
    if (method instanceof JointSignificance) {
      return "joint significance";
    }
    if (method instanceof ProductDistribution) {
      return "distribution of the product";
    }
    if (method instanceof MonteCarlo monteCarlo) {
      return "Monte Carlo, " + monteCarlo.draws() + " draws, seed " + monteCarlo.seed();
    }
    if (method instanceof Permutation permutation) {
      return permutation.permutations() + " permutations, seed " + permutation.seed();
    }
    if (method instanceof Resampled resampled) {
      return Words.of(resampled.interval())
          + " bootstrap, quantile rule "
          + Words.of(resampled.rule());
    }
    return "simultaneous with the others (max t)";
  }
}
