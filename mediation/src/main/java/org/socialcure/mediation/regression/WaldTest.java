package org.socialcure.mediation.regression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
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
   * @param ownDf those of combinations of coefficients, where they have their own
   * @return the test, without a change of R²
   */
  static JointTest of(
      List<String> names,
      double[] coefficients,
      double[][] covariance,
      int[] indices,
      OptionalDouble df,
      Optional<ToDoubleFunction<double[][]>> ownDf) {
    int size = indices.length;
    boolean hotelling = ownDf.isPresent() && size > 1;
    JointTest.Kind kind =
        hotelling
            ? JointTest.Kind.HOTELLING_T_SQUARED
            : df.isPresent() ? JointTest.Kind.WALD_F : JointTest.Kind.WALD_CHI_SQUARE;
    OptionalDouble form = form(coefficients, covariance, indices);
    if (form.isEmpty()) {
      return missing(kind, names, JointTest.Missing.SINGULAR_COVARIANCE);
    }
    double chiSquare = form.getAsDouble();
    if (df.isEmpty()) {
      return test(kind, names, chiSquare, size, df, ChiSquare.upper(chiSquare, size));
    }
    double own =
        ownDf
            .map(function -> function.applyAsDouble(units(indices, coefficients.length)))
            .orElse(df.getAsDouble());
    // Of one coefficient, as of errors with the same degrees of freedom for all, nothing is lost.
    double left = hotelling ? own - size + 1 : own;
    return left > 0
        ? f(kind, names, chiSquare / size * (left / own), size, left)
        : missing(kind, names, JointTest.Missing.NO_DEGREES_OF_FREEDOM);
  }

  private static double[][] units(int[] indices, int size) {
    double[][] units = new double[indices.length][size];
    for (int i = 0; i < indices.length; i++) {
      units[i][indices[i]] = 1;
    }
    return units;
  }

  static JointTest f(
      JointTest.Kind kind, List<String> names, double statistic, int size, double df) {
    return test(
        kind,
        names,
        statistic,
        size,
        OptionalDouble.of(df),
        Distributions.fUpper(statistic, size, df));
  }

  static JointTest test(
      JointTest.Kind kind,
      List<String> names,
      double statistic,
      int size,
      OptionalDouble df,
      double p) {
    return new JointTest(
        kind,
        names,
        OptionalDouble.of(statistic),
        size,
        df,
        OptionalDouble.of(p),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static JointTest missing(
      JointTest.Kind kind, List<String> names, JointTest.Missing reason) {
    return new JointTest(
        kind,
        names,
        OptionalDouble.empty(),
        names.size(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(reason));
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
