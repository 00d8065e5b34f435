package org.socialcure.mediation.internal.refit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.regression.Regression;

/**
 * How the columns of a design were centred and scaled: ones first, then each predictor minus its
 * mean and divided by its standard deviation. Without an intercept there are no ones, and nothing
 * is taken off.
 *
 * <p>Cross-products of such columns keep their digits whatever the units and origins of the
 * variables. A product of variables far from zero, such as one with a year, is nearly a multiple of
 * its factor all the same: what is left of it once the earlier predictors are allowed for takes its
 * place, and the coefficients are turned back.
 *
 * @param first the place of the first predictor: 1 after the ones, 0 without an intercept
 * @param means the means that were taken off, 0 for the ones
 * @param scales the standard deviations that were divided by, 1 for a constant column
 * @param remainders for each predictor that was replaced by what is left of it, how; empty for the
 *     others
 */
record Scales(int first, double[] means, double[] scales, List<Optional<Remainder>> remainders) {
  /** A predictor with a smaller share of its own variation than this is replaced. */
  private static final double SMALL_SHARE = 1e-4;

  /** With a smaller share it is not told from rounding, and left to be found deficient. */
  private static final double LEAST_SHARE = 1e-17;

  /**
   * What is left of a scaled predictor.
   *
   * @param first the place of the first predictor
   * @param multiples how much of each earlier column, from the first predictor on, was taken off
   * @param unit what the rest was divided by
   */
  record Remainder(int first, double[] multiples, double unit) {
    double[] of(double[] column, double[][] earlier) {
      double[] rest = column.clone();
      for (int p = 0; p < multiples.length; p++) {
        Interruption.check();
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= multiples[p] * earlier[p + first][i];
        }
      }
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= unit;
      }
      return rest;
    }
  }

  /** Finds the scales of an equation's predictors. */
  static Scales of(Regression equation) {
    int size = equation.terms().size();
    double[] means = new double[size];
    double[] scales = new double[size];
    int first = equation.hasIntercept() ? 1 : 0;
    double[][] columns = new double[size][];
    List<Optional<Remainder>> remainders = new ArrayList<>();
    if (first == 1) {
      scales[0] = 1;
      remainders.add(Optional.empty());
    }
    for (int j = first; j < size; j++) {
      double[] column = equation.values(equation.terms().get(j));
      means[j] = first == 1 ? SampleStatistics.mean(column) : 0;
      scales[j] = first == 1 ? unit(column) : unitAboutZero(column);
      columns[j] = scale(column, means[j], scales[j]);
      Optional<Remainder> remainder = remainder(columns, j, first);
      remainders.add(remainder);
      if (remainder.isPresent()) {
        columns[j] = remainder.get().of(columns[j], columns);
      }
    }
    return new Scales(first, means, scales, List.copyOf(remainders));
  }

  /** What is left of a predictor of which the earlier ones explain nearly all. */
  private static Optional<Remainder> remainder(double[][] columns, int predictor, int first) {
    int earlier = predictor - first;
    double[] products = new double[PackedCholesky.length(earlier)];
    double[] multiples = new double[earlier];
    for (int p = 0; p < earlier; p++) {
      multiples[p] = product(columns[predictor], columns[p + first]);
      for (int q = 0; q <= p; q++) {
        products[PackedCholesky.row(p) + q] = product(columns[p + first], columns[q + first]);
      }
    }
    if (earlier == 0 || !PackedCholesky.factor(products, earlier, SMALL_SHARE * SMALL_SHARE)) {
      return Optional.empty();
    }
    PackedCholesky.forward(products, earlier, multiples);
    PackedCholesky.backward(products, earlier, multiples);
    Remainder whole = new Remainder(first, multiples, 1);
    double[] rest = whole.of(columns[predictor], columns);
    double share = product(rest, rest) / product(columns[predictor], columns[predictor]);
    return share < SMALL_SHARE && share > LEAST_SHARE
        ? Optional.of(
            new Remainder(first, multiples, first == 1 ? unit(rest) : unitAboutZero(rest)))
        : Optional.empty();
  }

  private static double product(double[] one, double[] other) {
    Interruption.check();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** The columns of an equation's design on these scales. */
  double[][] columns(Regression equation) {
    double[][] columns = new double[size()][];
    if (first == 1) {
      columns[0] = ones(equation);
    }
    for (int j = first; j < columns.length; j++) {
      double[] scaled = scale(equation.values(equation.terms().get(j)), means[j], scales[j]);
      columns[j] = remainders.get(j).map(r -> r.of(scaled, columns)).orElse(scaled);
    }
    return columns;
  }

  /** What to divide a column by. */
  static double unit(double[] column) {
    double deviation = SampleStatistics.standardDeviation(column);
    return deviation > 0 && Double.isFinite(deviation) ? deviation : 1;
  }

  /** What to divide a column by that is not centred: its root mean square. */
  static double unitAboutZero(double[] column) {
    double squares = 0;
    for (double value : column) {
      squares += value * value;
    }
    double root = Math.sqrt(squares / column.length);
    return root > 0 && Double.isFinite(root) ? root : 1;
  }

  /** A column minus a mean, divided by a unit. */
  static double[] scale(double[] column, double mean, double unit) {
    double[] scaled = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      scaled[i] = (column[i] - mean) / unit;
    }
    return scaled;
  }

  private static double[] ones(Regression equation) {
    double[] ones = new double[equation.outcomeValues().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The prior weights of an equation, ones where it has none. */
  static double[] weights(Regression equation) {
    return equation.weights().orElseGet(() -> ones(equation));
  }

  int size() {
    return means.length;
  }

  /**
   * Turns coefficients of scaled columns into those of the columns as they were given.
   *
   * @param scaled the coefficients; overwritten
   * @param unit what the outcome was divided by
   */
  void unscale(double[] scaled, double unit, double[] coefficients) {
    for (int j = size() - 1; j >= first; j--) {
      if (remainders.get(j).isPresent()) {
        Remainder remainder = remainders.get(j).get();
        scaled[j] /= remainder.unit();
        for (int p = 0; p < remainder.multiples().length; p++) {
          scaled[p + first] -= scaled[j] * remainder.multiples()[p];
        }
      }
    }
    double intercept = scaled[0] * unit;
    for (int j = first; j < means.length; j++) {
      double slope = scaled[j] * unit / scales[j];
      coefficients[j] = slope;
      intercept -= slope * means[j];
    }
    if (first == 1) {
      coefficients[0] = intercept;
    }
  }

  /**
   * Turns multipliers of the coefficients of the columns as they were given into those of the
   * scaled columns' coefficients.
   *
   * @param multipliers one a column
   * @return as many, for an outcome that was not divided
   */
  double[] multipliers(double[] multipliers) {
    double[] turned = multipliers.clone();
    for (int j = first; j < turned.length; j++) {
      // The intercept is that of the centred predictors less their means times the slopes.
      turned[j] = (multipliers[j] - means[j] * multipliers[0]) / scales[j];
    }
    for (int j = first; j < turned.length; j++) {
      if (remainders.get(j).isPresent()) {
        Remainder remainder = remainders.get(j).get();
        for (int p = 0; p < remainder.multiples().length; p++) {
          turned[j] -= remainder.multiples()[p] * turned[p + first];
        }
        turned[j] /= remainder.unit();
      }
    }
    return turned;
  }

  /**
   * The covariance of the coefficients of the columns as they were given.
   *
   * @param inverse the inverse of the scaled columns' information; belongs to the covariance from
   *     now on
   * @param factor the square of what the outcome was divided by, and any dispersion
   */
  CoefficientCovariance covariance(double[][] inverse, double factor) {
    for (double[] row : inverse) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return new CoefficientCovariance(this::multipliers, inverse);
  }

  /**
   * The covariance of the coefficients of the columns as they were given.
   *
   * @param triangle the Cholesky factor of the scaled columns' information, packed; copied
   * @param orthonormal the covariance of the coordinates that it makes orthonormal; belongs to the
   *     covariance from now on
   * @param factor the square of what the outcome was divided by
   */
  CoefficientCovariance covariance(double[] triangle, double[][] orthonormal, double factor) {
    double[] copy = Arrays.copyOf(triangle, PackedCholesky.length(size()));
    for (double[] row : orthonormal) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return new CoefficientCovariance(
        multipliers -> {
          double[] turned = multipliers(multipliers);
          PackedCholesky.forward(copy, turned.length, turned);
          return turned;
        },
        orthonormal);
  }
}
