package org.socialcure.mediation.internal.refit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.mediation.internal.linear.BiasReduction;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * Robust covariances of an equation whose rows count as often as they were drawn: those of a data
 * set in which each row stands so often, see {@link StandardErrors}.
 *
 * <p>Everything is in the coordinates in which the design of the replicate is orthonormal.
 */
final class FrequencySandwich {
  /** Rows that leave less than this of their own residual have nothing left to divide by. */
  private static final double NO_RESIDUAL = 1e-10;

  private final StandardErrors kind;
  private final boolean linear;
  private final boolean weighted;
  private final DrawnClusters drawn;
  private final List<int[]> clusters;

  private FrequencySandwich(Regression equation, DrawnClusters drawn) {
    kind = equation.standardErrors();
    linear = equation.family() == Family.GAUSSIAN;
    weighted = equation.weights().isPresent();
    this.drawn = drawn;
    clusters = kind.usesClusters() ? members(equation.clusters().orElseThrow()) : List.of();
  }

  /** The sandwich of an equation; empty for classical errors. */
  static Optional<FrequencySandwich> of(Regression equation, DrawnClusters drawn) {
    return equation.standardErrors().isRobust()
        ? Optional.of(new FrequencySandwich(equation, drawn))
        : Optional.empty();
  }

  /** The rows of each cluster. */
  private static List<int[]> members(double[] codes) {
    Map<Double, List<Integer>> byCode = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      // Adding zero makes -0 the same code as 0.
      byCode.computeIfAbsent(codes[i] + 0.0, code -> new ArrayList<>()).add(i);
    }
    return byCode.values().stream()
        .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /**
   * What a replicate's rows hand to the sandwich.
   *
   * @param columns the design
   * @param frequencies how often each row was drawn
   * @param scores the derivative of each row's log likelihood by its linear predictor, for one copy
   * @param information the expected second derivative of the same, for one copy
   * @param factor the Cholesky factor of the information of all rows, packed
   * @param count the number of rows, copies included
   */
  record Rows(
      double[][] columns,
      double[] frequencies,
      double[] scores,
      double[] information,
      double[] factor,
      double count) {
    int size() {
      return columns.length;
    }

    /** A row in orthonormal coordinates. */
    double[] orthonormal(int row) {
      double[] turned = new double[size()];
      for (int j = 0; j < turned.length; j++) {
        turned[j] = columns[j][row];
      }
      PackedCholesky.forward(factor, turned.length, turned);
      return turned;
    }
  }

  /**
   * The covariance of the coefficients of the orthonormal coordinates.
   *
   * @return empty where a row determines a coefficient alone, or fewer than two clusters were drawn
   */
  Optional<double[][]> covariance(Rows rows) {
    return switch (kind) {
      case CLUSTER -> clustered(rows);
      case CR2 -> reduced(rows);
      default -> independent(rows);
    };
  }

  private Optional<double[][]> independent(Rows rows) {
    int k = rows.size();
    double[][] covariance = new double[k][k];
    for (int i = 0; i < rows.scores().length; i++) {
      if (rows.frequencies()[i] > 0) {
        double[] row = rows.orthonormal(i);
        double leverage = 0;
        for (double element : row) {
          leverage += rows.information()[i] * element * element;
        }
        double left = 1 - leverage;
        if (left < NO_RESIDUAL && kind != StandardErrors.HC0 && kind != StandardErrors.HC1) {
          return Optional.empty();
        }
        double omega =
            rows.scores()[i]
                * rows.scores()[i]
                * switch (kind) {
                  case HC1 -> rows.count() / (rows.count() - k);
                  case HC2 -> 1 / left;
                  case HC3 -> 1 / (left * left);
                  case HC4 -> StrictMath.pow(left, -Math.min(4, rows.count() * leverage / k));
                  default -> 1;
                };
        add(covariance, row, rows.frequencies()[i] * omega);
      }
    }
    return Optional.of(mirrored(covariance));
  }

  private Optional<double[][]> clustered(Rows rows) {
    int k = rows.size();
    double[][] covariance = new double[k][k];
    double groups = 0;
    for (int[] cluster : clusters) {
      double times = drawn.times(cluster, rows.frequencies());
      if (times > 0) {
        groups += times;
        double[] total = new double[k];
        for (int i : cluster) {
          double score = rows.scores()[i] * drawn.within(rows.frequencies()[i]);
          if (score != 0) {
            double[] row = rows.orthonormal(i);
            for (int j = 0; j < k; j++) {
              total[j] += score * row[j];
            }
          }
        }
        add(covariance, total, times);
      }
    }
    if (groups < 2) {
      return Optional.empty();
    }
    double correction = groups / (groups - 1);
    if (linear) {
      correction *= (rows.count() - 1) / (rows.count() - k);
    }
    for (double[] row : covariance) {
      for (int j = 0; j < k; j++) {
        row[j] *= correction;
      }
    }
    return Optional.of(mirrored(covariance));
  }

  private Optional<double[][]> reduced(Rows rows) {
    int n = rows.scores().length;
    double[][] own = new double[n][rows.size()];
    double[] residuals = new double[n];
    List<BiasReduction.Cluster> counted = new ArrayList<>();
    double groups = 0;
    for (int[] cluster : clusters) {
      double times = drawn.times(cluster, rows.frequencies());
      if (times > 0) {
        groups += times;
        int[] members = IntStream.of(cluster).filter(i -> rows.frequencies()[i] > 0).toArray();
        counted.add(new BiasReduction.Cluster(members, times));
        for (int i : members) {
          // Copies of a row have one residual: they act as one row of their common length.
          double copies = Math.sqrt(drawn.within(rows.frequencies()[i]));
          own[i] = rows.orthonormal(i);
          for (int j = 0; j < own[i].length; j++) {
            own[i][j] *= copies;
          }
          residuals[i] = copies * rows.scores()[i] / rows.information()[i];
        }
      }
    }
    return groups < 2
        ? Optional.empty()
        : Optional.of(
            BiasReduction.of(
                    own,
                    weighted ? Optional.of(rows.information()) : Optional.empty(),
                    residuals,
                    counted)
                .covariance());
  }

  /** Adds the lower triangle of a vector's products with itself. */
  private static void add(double[][] covariance, double[] vector, double factor) {
    for (int a = 0; a < vector.length; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a][b] += factor * vector[a] * vector[b];
      }
    }
  }

  private static double[][] mirrored(double[][] covariance) {
    for (int a = 0; a < covariance.length; a++) {
      for (int b = 0; b < a; b++) {
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }
}
