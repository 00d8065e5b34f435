package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.linear.MomentRegression;
import org.socialcure.mediation.internal.linear.Summation;

/**
 * The sufficient statistics of linear equations: the number of rows, means and covariances of
 * variables, as computed from data or typed in from a paper's table.
 *
 * <p>Immutable and thread-safe.
 *
 * @param n the number of rows, at least 2
 * @param names the variables, in the order of {@code means} and {@code covariance}
 * @param means their means
 * @param covariance their covariance matrix with divisor {@code n - 1}, row by row
 * @since 0.1
 */
public record Moments(
    int n, List<String> names, List<Double> means, List<List<Double>> covariance) {
  /** The largest relative difference of two covariances that should be the same. */
  private static final double SYMMETRY_TOLERANCE = 1e-9;

  /**
   * Copies and checks the values.
   *
   * @throws InvalidInputException if sizes differ, a value is not finite, a name is given twice, a
   *     variance is not positive, or the covariances are not symmetric or larger than the variances
   *     permit
   */
  public Moments {
    names = List.copyOf(names);
    means = List.copyOf(means);
    covariance = covariance.stream().map(List::copyOf).toList();
    Problems problems = new Problems();
    if (n < 2) {
      problems.add("moments, n", "at least 2 rows are needed.");
    }
    if (new LinkedHashSet<>(names).size() < names.size()) {
      problems.add("moments, names", "each variable may be named only once.");
    }
    int p = names.size();
    if (means.size() != p
        || covariance.size() != p
        || covariance.stream().anyMatch(row -> row.size() != p)) {
      problems.add(
          "moments",
          String.format(
              Locale.ROOT,
              "%d variables need %d means and a covariance matrix of %d by %d.",
              p,
              p,
              p,
              p));
    } else {
      check(names, means, covariance, problems);
    }
    problems.throwIfAny();
  }

  private static void check(
      List<String> names, List<Double> means, List<List<Double>> covariance, Problems problems) {
    for (int i = 0; i < names.size(); i++) {
      String where = "moments, " + names.get(i);
      double variance = covariance.get(i).get(i);
      if (!Double.isFinite(means.get(i))) {
        problems.add(where, "its mean must be a finite number.");
      }
      if (!(variance > 0) || Double.isInfinite(variance)) {
        problems.add(where, "its variance must be positive and finite.");
        continue;
      }
      for (int j = 0; j < i; j++) {
        double bound = Math.sqrt(variance * covariance.get(j).get(j)) * (1 + SYMMETRY_TOLERANCE);
        double lower = covariance.get(i).get(j);
        double upper = covariance.get(j).get(i);
        String pair = where + " with " + names.get(j);
        if (!(Math.abs(lower - upper) <= SYMMETRY_TOLERANCE * bound)) {
          problems.add(pair, "the covariance must be the same above and below the diagonal.");
        } else if (!(Math.abs(lower) <= bound)) {
          problems.add(
              pair, "the covariance is larger than the variances permit (|r| would exceed 1).");
        }
      }
    }
  }

  @Override
  public String toString() {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                names.get(i)
                    + " "
                    + Numbers.value(means.get(i))
                    + " ("
                    + Numbers.value(Math.sqrt(covariance.get(i).get(i)))
                    + ")")
        .collect(Collectors.joining(", ", n + " rows, mean (SD): ", ""));
  }

  /**
   * The moments of columns of data.
   *
   * @param columns at least two finite values a variable, all columns of one length
   * @return their moments
   * @throws InvalidInputException if the columns are of different lengths, or as the constructor
   *     says
   */
  public static Moments of(Map<String, double[]> columns) {
    List<String> names = List.copyOf(columns.keySet());
    int n = columns.values().stream().mapToInt(column -> column.length).min().orElse(0);
    if (columns.values().stream().anyMatch(column -> column.length != n)) {
      throw new InvalidInputException("moments", "all columns must have the same number of rows.");
    }
    List<Double> means = new ArrayList<>();
    List<double[]> centred = new ArrayList<>();
    for (double[] original : columns.values()) {
      double[] column = original.clone();
      double mean = SampleStatistics.mean(column);
      for (int i = 0; i < n; i++) {
        column[i] -= mean;
      }
      // The mean is rounded; what is left of it is taken out of the deviations.
      double rest = SampleStatistics.mean(column);
      for (int i = 0; i < n; i++) {
        column[i] -= rest;
      }
      means.add(mean + rest);
      centred.add(column);
    }
    List<List<Double>> covariance = new ArrayList<>();
    for (double[] left : centred) {
      List<Double> row = new ArrayList<>();
      for (double[] right : centred) {
        row.add(Summation.dot(left, right) / (n - 1));
      }
      covariance.add(row);
    }
    return new Moments(n, names, means, covariance);
  }

  /**
   * The moments as papers print them: correlations with standard deviations.
   *
   * @param n the number of rows
   * @param names the variables
   * @param means their means
   * @param standardDeviations their standard deviations, divisor {@code n - 1}
   * @param correlations their correlation matrix, row by row, with ones on the diagonal
   * @return the moments
   * @throws InvalidInputException as the constructor says
   */
  public static Moments ofCorrelations(
      int n,
      List<String> names,
      List<Double> means,
      List<Double> standardDeviations,
      List<List<Double>> correlations) {
    Objects.requireNonNull(names, "names");
    if (standardDeviations.size() != names.size()
        || correlations.size() != names.size()
        || correlations.stream().anyMatch(row -> row.size() != names.size())) {
      throw new InvalidInputException(
          "moments",
          "each variable needs a standard deviation and a row and a column of correlations.");
    }
    Problems problems = new Problems();
    List<List<Double>> covariance = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (correlations.get(i).get(i) != 1) {
        problems.add("moments, " + names.get(i), "its correlation with itself must be given as 1.");
      }
      if (!(standardDeviations.get(i) > 0)) {
        problems.add("moments, " + names.get(i), "its standard deviation must be positive.");
      }
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < names.size(); j++) {
        row.add(correlations.get(i).get(j) * standardDeviations.get(i) * standardDeviations.get(j));
      }
      covariance.add(row);
    }
    problems.throwIfAny();
    return new Moments(n, names, means, covariance);
  }

  /**
   * The place of a variable.
   *
   * @param name a variable
   * @return its index in {@link #names()}
   * @throws InvalidInputException if there is no such variable
   */
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new InvalidInputException(
          "moments",
          "there is no variable \"" + name + "\"" + Nearest.listed(name, names, "variables"));
    }
    return index;
  }

  /**
   * The first variable that those before it explain wholly, or by more than all of its variance.
   * Then the covariances are not positive definite: the variable is made of the others, or the
   * covariances do not belong together or were rounded too much.
   *
   * @return the variable, or empty if the covariances are positive definite
   */
  public Optional<String> dependent() {
    double[][] values =
        covariance.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    int independent = MomentRegression.independent(values);
    return independent < names.size() ? Optional.of(names.get(independent)) : Optional.empty();
  }
}
