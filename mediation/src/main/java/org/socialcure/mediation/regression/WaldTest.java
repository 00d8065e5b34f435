package org.socialcure.mediation.regression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.internal.linear.SymmetricMatrix;

/** Wald tests of several coefficients. */
final class WaldTest {
  private WaldTest() {}

  /**
   * The test that some coefficients are zero.
   *
   * @param names what they are called
   * @param indices which they are
   * @param df the residual degrees of freedom of F; empty for chi-square
   * @return the test, without a change of R²; empty if their covariance matrix is singular
   */
  static Optional<JointTest> of(
      List<String> names,
      double[] coefficients,
      double[][] covariance,
      int[] indices,
      OptionalDouble df) {
    OptionalDouble form = form(coefficients, covariance, indices);
    if (form.isEmpty()) {
      return Optional.empty();
    }
    int size = indices.length;
    double chiSquare = form.getAsDouble();
    if (df.isEmpty()) {
      return Optional.of(
          new JointTest(
              JointTest.Kind.WALD_CHI_SQUARE,
              names,
              chiSquare,
              size,
              df,
              ChiSquare.upper(chiSquare, size),
              OptionalDouble.empty()));
    }
    return Optional.of(f(names, chiSquare / size, size, df.getAsDouble()));
  }

  static JointTest f(List<String> names, double statistic, int size, double df) {
    return new JointTest(
        JointTest.Kind.WALD_F,
        names,
        statistic,
        size,
        OptionalDouble.of(df),
        Distributions.fUpper(statistic, size, df),
        OptionalDouble.empty());
  }

  /** The quadratic form b' V^-1 b of some coefficients; empty if V is singular. */
  static OptionalDouble form(double[] coefficients, double[][] covariance, int[] indices) {
    double[] some = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      some[i] = coefficients[indices[i]];
    }
    return SymmetricMatrix.inverseForm(SymmetricMatrix.block(covariance, indices), some);
  }

  /** The indices of all coefficients but the intercept. */
  static int[] slopes(int firstPredictor, int size) {
    return IntStream.range(firstPredictor, size).toArray();
  }
}
