package org.socialcure.mediation.report;

import java.util.Optional;
import java.util.OptionalLong;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.effect.InferenceMethod.CoefficientTest;
import org.socialcure.mediation.effect.InferenceMethod.Delta;
import org.socialcure.mediation.effect.InferenceMethod.Distribution;
import org.socialcure.mediation.effect.InferenceMethod.JointSignificance;
import org.socialcure.mediation.effect.InferenceMethod.MonteCarlo;
import org.socialcure.mediation.effect.InferenceMethod.Permutation;
import org.socialcure.mediation.effect.InferenceMethod.ProductDistribution;
import org.socialcure.mediation.effect.InferenceMethod.ProductOfCoefficients;
import org.socialcure.mediation.effect.InferenceMethod.Resampled;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.report.ModelDocument.Method;

/** Writes an inference as plain values. */
final class DocumentInference {
  private DocumentInference() {}

  static ModelDocument.Inference of(Inference inference) {
    InferenceMethod method = inference.method();
    return new ModelDocument.Inference(
        method(method),
        method instanceof Resampled resampled
            ? Optional.of(resampled.rule())
            : Optional.<QuantileRule>empty(),
        draws(method),
        seed(method),
        inference.se(),
        inference.statistic(),
        inference.df(),
        inference.p(),
        inference.interval(),
        inference.missing());
  }

  private static Method method(InferenceMethod method) {
    if (method instanceof CoefficientTest test) {
      return test.distribution() == Distribution.STUDENT ? Method.T : Method.Z;
    }
    if (method instanceof Delta) {
      return Method.DELTA;
    }
    if (method instanceof ProductOfCoefficients product) {
      return switch (product.error()) {
        case SOBEL -> Method.SOBEL;
        case AROIAN -> Method.AROIAN;
        case GOODMAN -> Method.GOODMAN;
      };
    }
    if (method instanceof JointSignificance) {
      return Method.JOINT_SIGNIFICANCE;
    }
    if (method instanceof ProductDistribution) {
      return Method.PRODUCT_DISTRIBUTION;
    }
    if (method instanceof MonteCarlo) {
      return Method.MONTE_CARLO;
    }
    if (method instanceof Permutation) {
      return Method.PERMUTATION;
    }
    if (method instanceof Resampled resampled) {
      return Words.find(Method.class, Words.of(resampled.interval()), "method");
    }
    return Method.MAX_T;
  }

  private static OptionalLong draws(InferenceMethod method) {
    if (method instanceof MonteCarlo monteCarlo) {
      return OptionalLong.of(monteCarlo.draws());
    }
    return method instanceof Permutation permutation
        ? OptionalLong.of(permutation.permutations())
        : OptionalLong.empty();
  }

  private static OptionalLong seed(InferenceMethod method) {
    if (method instanceof MonteCarlo monteCarlo) {
      return OptionalLong.of(monteCarlo.seed());
    }
    return method instanceof Permutation permutation
        ? OptionalLong.of(permutation.seed())
        : OptionalLong.empty();
  }
}
