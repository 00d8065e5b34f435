package org.socialcure.mediation.regression;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.Householder;
import org.socialcure.mediation.internal.linear.Magnitude;
import org.socialcure.mediation.model.Family;

/** Finds everything that keeps an equation from being estimated, before the attempt. */
final class EquationCheck {
  private final Regression equation;
  private final String where;
  private final Problems problems = new Problems();
  private @Nullable Householder factor;

  /**
   * The design of an equation that can be estimated, and what showed that it can.
   *
   * @param design the design
   * @param factor the factorisation of its columns times the roots of the weights
   */
  record Factored(Design design, Householder factor) {}

  private EquationCheck(Regression equation) {
    this.equation = equation;
    where = place(equation.outcome());
  }

  /** The place of a problem of an equation. */
  static String place(String outcome) {
    return "equation " + outcome;
  }

  /**
   * Checks an equation that is estimated from rows.
   *
   * @return its design
   * @throws InvalidInputException with all problems that were found
   */
  static Design check(Regression equation) {
    return factored(equation).design();
  }

  /** The same, with the factorisation that the columns were checked by. */
  static Factored factored(Regression equation) {
    EquationCheck check = new EquationCheck(equation);
    Design design = check.design();
    check.problems.throwIfAny();
    return new Factored(design, Objects.requireNonNull(check.factor));
  }

  private void problem(String format, Object... arguments) {
    problems.add(where, String.format(Locale.ROOT, format, arguments));
  }

  private Design design() {
    List<String> terms = equation.terms();
    double[] y = equation.outcomeValues();
    double[][] columns = new double[terms.size()][];
    int first = equation.firstPredictor();
    if (first == 1) {
      columns[0] = new double[y.length];
      Arrays.fill(columns[0], 1);
    }
    for (int j = first; j < columns.length; j++) {
      columns[j] = equation.values(terms.get(j));
    }
    if (columns.length == 0) {
      problem("there is neither an intercept nor a predictor: add one of them.");
    }
    double[] weights = equation.weights().orElse(null);
    double[] offset = equation.offset().orElse(null);
    double[] codes = equation.clusters().orElse(null);

    checkValues(equation.outcome(), y, y.length);
    for (int j = first; j < columns.length; j++) {
      checkValues(equation.told(terms.get(j)), columns[j], y.length);
    }
    checkValues("the weights", weights, y.length);
    checkValues("the offset", offset, y.length);
    checkValues("the clusters", codes, y.length);
    checkOptions(weights, codes);
    if (y.length == 0) {
      problem("there are no rows.");
    }
    if (problems.isEmpty()) {
      checkOutcome(y);
      checkColumns(terms, columns);
      if (y.length <= columns.length) {
        problem(
            "%d rows are too few for %d coefficients; more rows than coefficients are needed: add"
                + " rows or leave out predictors.",
            y.length, columns.length);
      } else if (problems.isEmpty()) {
        checkIndependence(terms, columns, weights);
      }
    }
    int[] clusters = codes == null || !problems.isEmpty() ? null : number(codes);
    return new Design(terms, columns, y, weights, offset, clusters);
  }

  private void checkValues(String name, double @Nullable [] values, int rows) {
    if (values == null) {
      return;
    }
    Interruption.check();
    if (values.length != rows) {
      problem(
          "%s has %d values and the outcome %d; each row needs one.", name, values.length, rows);
      return;
    }
    long unusable = count(values, value -> !Double.isFinite(value));
    if (unusable > 0) {
      problem(
          "%s is missing or infinite in %d of %d rows; leave these rows out.",
          name, unusable, rows);
    } else {
      Magnitude.problem(values).ifPresent(reason -> problem("%s %s", name, reason));
    }
  }

  /** Fewer clusters say nothing of how much they vary. */
  static final int LEAST_CLUSTERS = 3;

  private void checkOptions(double @Nullable [] weights, double @Nullable [] clusters) {
    if (weights != null && count(weights, weight -> weight < 0) > 0) {
      problem(
          "%d weights are negative: give rows that should not count the weight 0, or leave them"
              + " out.",
          count(weights, weight -> weight < 0));
    }
    if (!equation.standardErrors().usesClusters()) {
      return;
    }
    String kind = Words.of(equation.standardErrors());
    if (equation.standardErrors() == StandardErrors.CR2 && equation.family() != Family.GAUSSIAN) {
      problem(
          "cr2 standard errors rest on the residuals of a linear equation, and the family is %s:"
              + " choose cluster.",
          Words.of(equation.family()));
    }
    if (clusters == null) {
      problem(
          "%s standard errors need to know the cluster of each row: name the variable that says it,"
              + " or choose other standard errors.",
          kind);
    } else {
      long groups = Arrays.stream(clusters).map(code -> code + 0.0).distinct().count();
      if (groups < LEAST_CLUSTERS) {
        problem(
            "all rows are in %d %s; %s standard errors need at least %d, and are reliable from"
                + " about 20: choose another cluster variable or other standard errors.",
            groups, groups == 1 ? "cluster" : "clusters", kind, LEAST_CLUSTERS);
      }
    }
  }

  private void checkOutcome(double[] y) {
    String name = equation.outcome();
    if (equation.family().isBinary()) {
      long others = count(y, value -> value != 0 && value != 1);
      if (others > 0) {
        problem(
            "%s must be 0 or 1 for the %s family and has other values in %d rows: recode it, or"
                + " choose another family.",
            name, Words.of(equation.family()), others);
        return;
      }
    }
    if (equation.family().isCount()) {
      long others = count(y, value -> value < 0 || value != Math.rint(value));
      if (others > 0) {
        problem(
            "%s must be a count (0, 1, 2, …) for the %s family and is negative or not whole in %d"
                + " rows: correct it, or choose another family.",
            name, Words.of(equation.family()), others);
        return;
      }
    }
    if (isConstant(y)) {
      problem("%s has the same value in all rows, so that there is nothing to explain.", name);
    }
  }

  private void checkColumns(List<String> terms, double[][] columns) {
    for (int j = equation.firstPredictor(); j < columns.length; j++) {
      if (isConstant(columns[j]) && (equation.hasIntercept() || columns[j][0] == 0)) {
        problem(
            columns[j][0] == 0
                ? "%s is 0 in all rows: leave it out."
                : "%s has the same value in all rows and cannot be told from the intercept: leave it"
                    + " out.",
            equation.told(terms.get(j)));
      }
    }
  }

  private void checkIndependence(
      List<String> terms, double[][] columns, double @Nullable [] weights) {
    double[][] copies = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      Interruption.check();
      copies[j] = columns[j].clone();
      for (int i = 0; weights != null && i < weights.length; i++) {
        copies[j][i] *= Math.sqrt(weights[i]);
      }
    }
    factor = new Householder(copies);
    for (Householder.Dependence found : factor.dependences()) {
      String others =
          found.others().stream()
              .filter(index -> index >= equation.firstPredictor())
              .map(index -> equation.told(terms.get(index)))
              .collect(Collectors.joining(", "));
      problem(
          "%s is a linear combination of %s, so that their coefficients cannot be told apart:"
              + " leave one of them out.",
          equation.told(terms.get(found.column())), others.isEmpty() ? "the intercept" : others);
    }
  }

  static boolean isConstant(double[] values) {
    Interruption.check();
    return count(values, value -> value != values[0]) == 0;
  }

  private static long count(double[] values, DoublePredicate condition) {
    long count = 0;
    for (double value : values) {
      if (condition.test(value)) {
        count++;
      }
    }
    return count;
  }

  private static int[] number(double[] codes) {
    Map<Double, Integer> numbers = new LinkedHashMap<>();
    int[] clusters = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      // Adding zero makes -0 the same code as 0.
      clusters[i] = numbers.computeIfAbsent(codes[i] + 0.0, code -> numbers.size());
    }
    return clusters;
  }
}
