package org.socialcure.mediation.internal.linear;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.internal.Interruption;

/**
 * The weighted least squares fit of a matrix of full rank, to the last digits.
 *
 * <p>The coefficients come from the QR factorisation and are then refined: residuals of 32 digits
 * are described once more, twice over, with the cross-products of the columns, also of 32 digits.
 * The same cross-products give the inverse. What is left is the rounding of the data to doubles.
 * Beyond 64 columns the inverse comes from the QR factorisation, and describes the residuals.
 *
 * <p>Of the certified digits of the NIST problems Longley, Norris and Wampler 1 to 5 the
 * coefficients have 13.2 to 15; those of the QR regression of commons-math3 have 12.8, 13.3, 9.7,
 * 12.9, 9.1, 7.9 and 5.8, and the factorisation here without the refinement is no better.
 *
 * @param coefficients the coefficients of the columns
 * @param inverse {@code (X'WX)^-1}
 * @param residuals the target minus the fitted values
 * @param residualSumOfSquares the weighted sum of squared residuals
 * @param totalSumOfSquares the weighted sum of squared deviations of the target from its mean, or
 *     from zero
 * @param explainedSumOfSquares what the total has more than the residual sum of squares
 * @param leverage the diagonal of the hat matrix
 * @param triangle the triangular factor of the columns times the roots of the weights
 */
public record LeastSquares(
    double[] coefficients,
    double[][] inverse,
    double[] residuals,
    double residualSumOfSquares,
    double totalSumOfSquares,
    double explainedSumOfSquares,
    double[] leverage,
    Triangle triangle) {
  private static final int REFINEMENTS = 2;

  /**
   * The cube of the number of columns is what 32 digits cost; more columns than this do without.
   */
  private static final int MOST_IN_TWOFOLD = 64;

  /**
   * Fits.
   *
   * @param factor the factorisation of the columns times the roots of the weights
   * @param columns the columns of a matrix of full rank
   * @param target the values to be described
   * @param weights positive weights, or null if all are 1
   * @return the fit; empty where the columns are independent only by rounding
   */
  public static Optional<LeastSquares> fit(
      Householder factor, double[][] columns, double[] target, double @Nullable [] weights) {
    return fit(factor, columns, target, weights, Summation.deviance(weights, target));
  }

  /**
   * Fits without an intercept: the total sum of squares is about zero.
   *
   * @param factor the factorisation of the columns times the roots of the weights
   * @param columns the columns of a matrix of full rank
   * @param target the values to be described
   * @param weights positive weights, or null if all are 1
   * @return the fit; empty where the columns are independent only by rounding
   */
  public static Optional<LeastSquares> throughOrigin(
      Householder factor, double[][] columns, double[] target, double @Nullable [] weights) {
    return fit(factor, columns, target, weights, Summation.dot(weights, target, target));
  }

  private static Optional<LeastSquares> fit(
      Householder factor,
      double[][] columns,
      double[] target,
      double @Nullable [] weights,
      Twofold total) {
    int n = target.length;
    int k = columns.length;
    double[] scaledTarget = target.clone();
    for (int i = 0; weights != null && i < n; i++) {
      scaledTarget[i] *= Math.sqrt(weights[i]);
    }
    double[] start = factor.solve(scaledTarget);
    double[] leverage = factor.leverage();

    Optional<TwofoldFactor> crossProducts =
        k > MOST_IN_TWOFOLD ? Optional.empty() : crossProducts(columns, weights);
    if (k <= MOST_IN_TWOFOLD && crossProducts.isEmpty()) {
      return Optional.empty();
    }
    double[][] inverse =
        crossProducts.map(TwofoldFactor::inverse).orElseGet(factor::inverseCrossProducts);
    Twofold[] coefficients = new Twofold[k];
    for (int j = 0; j < k; j++) {
      coefficients[j] = Twofold.of(start[j]);
    }
    double[] residuals = new double[n];
    double[] rest = new double[n];
    for (int round = 0; round <= REFINEMENTS; round++) {
      residuals(columns, target, coefficients, residuals, rest);
      if (round < REFINEMENTS) {
        Twofold[] correction = new Twofold[k];
        for (int j = 0; j < k; j++) {
          correction[j] =
              Summation.dot(weights, columns[j], residuals)
                  .plus(Summation.dot(weights, columns[j], rest));
        }
        correction =
            crossProducts.isPresent()
                ? crossProducts.get().solve(correction)
                : times(inverse, correction);
        for (int j = 0; j < k; j++) {
          coefficients[j] = coefficients[j].plus(correction[j]);
        }
      }
    }
    Twofold unexplained = Summation.sumOfSquares(weights, residuals, rest);
    return Optional.of(
        new LeastSquares(
            Arrays.stream(coefficients).mapToDouble(Twofold::value).toArray(),
            inverse,
            residuals,
            unexplained.value(),
            total.value(),
            total.minus(unexplained).value(),
            leverage,
            factor.triangle()));
  }

  /** A correction needs no more digits than a double has: the next round corrects it. */
  private static Twofold[] times(double[][] inverse, Twofold[] target) {
    Twofold[] product = new Twofold[target.length];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int j = 0; j < target.length; j++) {
        sum += inverse[i][j] * target[j].value();
      }
      product[i] = Twofold.of(sum);
    }
    return product;
  }

  private static Optional<TwofoldFactor> crossProducts(
      double[][] columns, double @Nullable [] weights) {
    int k = columns.length;
    Twofold[][] products = new Twofold[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = Summation.dot(weights, columns[i], columns[j]);
      }
    }
    return TwofoldFactor.of(products);
  }

  /** Leaves the residuals, rounded, in the first array and what the rounding left in the second. */
  private static void residuals(
      double[][] columns,
      double[] target,
      Twofold[] coefficients,
      double[] residuals,
      double[] rest) {
    System.arraycopy(target, 0, residuals, 0, target.length);
    Arrays.fill(rest, 0);
    for (int j = 0; j < columns.length; j++) {
      Interruption.check();
      double[] column = columns[j];
      double high = -coefficients[j].high();
      double low = -coefficients[j].low();
      for (int i = 0; i < target.length; i++) {
        double product = high * column[i];
        double error = Math.fma(high, column[i], -product) + low * column[i];
        double sum = residuals[i] + product;
        double shift = sum - residuals[i];
        rest[i] += error + ((residuals[i] - (sum - shift)) + (product - shift));
        residuals[i] = sum;
      }
    }
    for (int i = 0; i < target.length; i++) {
      double sum = residuals[i] + rest[i];
      rest[i] -= sum - residuals[i];
      residuals[i] = sum;
    }
  }
}
