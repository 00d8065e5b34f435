package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.effect.PathEffect;
import org.socialcure.mediation.internal.effect.PathEffects;
import org.socialcure.mediation.internal.effect.Probe;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * A model over a sample: what every equation regresses on what.
 *
 * @param model the model in code columns
 * @param sample the rows
 * @param centres the means that were taken from variables before products were formed
 * @param settings what is asked
 * @param moments the moments of the terms and outcomes, where they stand in for the rows; the
 *     sample has no columns then
 */
record Design(
    PathModel model,
    Sample sample,
    Map<String, Double> centres,
    Settings settings,
    Optional<Moments> moments) {
  /** So many variables are named in a message. */
  private static final int TOLD = 3;

  static Design of(PathModel path, Settings settings, Sample sample) {
    PathModel model = CodedModel.of(path, sample.codeColumns());
    Map<String, Double> centres = new LinkedHashMap<>();
    if (settings.data().centring() != Centring.NONE) {
      Set<String> coded = new LinkedHashSet<>();
      sample.codings().forEach(c -> coded.addAll(c.names()));
      for (Equation equation : model.equations()) {
        for (Term term : equation.terms()) {
          if (term.variables().size() > 1) {
            for (String variable : term.variables()) {
              double[] column = sample.column(variable);
              boolean binary = Arrays.stream(column).distinct().limit(3).count() <= 2;
              boolean kept =
                  coded.contains(variable)
                      || binary && settings.data().centring() == Centring.CONTINUOUS_PRODUCTS;
              if (!kept) {
                centres.put(variable, sample.mean(column));
              }
            }
          }
        }
      }
    }
    Design design = new Design(model, sample, centres, settings, Optional.empty());
    design.checkCentring();
    return design;
  }

  /** Refuses to centre what an equation without intercept could not make up for. */
  private void checkCentring() {
    Problems problems = new Problems();
    for (Equation equation : model.equations()) {
      problems.require(
          equation.hasIntercept() || centres.keySet().stream().noneMatch(equation::dependsOn),
          "equation " + equation.outcome(),
          "has no intercept, and centring its variables would make it another equation; leave out"
              + " the centring, or add the intercept");
    }
    problems.throwIfAny();
  }

  /** A value of a variable, on its own scale, as a predictor. */
  double predictor(String variable, double value) {
    return value - centres.getOrDefault(variable, 0.0);
  }

  /** Values of variables, on their own scales, as predictors. */
  Map<String, Double> predictors(Map<String, Double> values) {
    Map<String, Double> predictors = new LinkedHashMap<>();
    values.forEach((variable, value) -> predictors.put(variable, predictor(variable, value)));
    return predictors;
  }

  /** A variable as a predictor. */
  double[] predictor(String variable) {
    double[] column = sample.column(variable);
    double centre = centres.getOrDefault(variable, 0.0);
    return centre == 0 ? column : Arrays.stream(column).map(v -> v - centre).toArray();
  }

  /** A term as a predictor: the product of its variables. */
  double[] column(Term term, java.util.function.Function<String, double[]> predictors) {
    Interruption.check();
    double[] product = predictors.apply(term.variables().get(0)).clone();
    for (String variable : term.variables().subList(1, term.variables().size())) {
      double[] factor = predictors.apply(variable);
      for (int i = 0; i < product.length; i++) {
        product[i] *= factor[i];
      }
    }
    return product;
  }

  /** All equations, ready to be fitted. */
  List<Regression> regressions() {
    List<Regression> regressions = new ArrayList<>();
    for (Equation equation : model.equations()) {
      regressions.add(regression(equation, equation.terms()));
    }
    return regressions;
  }

  /** One equation with other terms. */
  Regression regression(Equation equation, List<Term> terms) {
    return moments
        .map(m -> MomentDesign.regression(m, settings, equation, terms))
        .orElseGet(
            () -> regression(equation, sample.column(equation.outcome()), terms, this::predictor));
  }

  /** The covariances of variables, divisor n − 1, weighted where the rows are. */
  double[][] covariance(String... variables) {
    return moments
        .map(m -> MomentDesign.covariance(m, variables))
        .orElseGet(
            () ->
                covariances(Arrays.stream(variables).map(sample::column).toArray(double[][]::new)));
  }

  private double[][] covariances(double[]... columns) {
    return sample
        .weights()
        .map(weights -> WeightedStatistics.covariances(weights, columns))
        .orElseGet(() -> SampleStatistics.covariances(columns));
  }

  /** One equation over other values of the variables. */
  Regression regression(
      Equation equation, double[] y, java.util.function.Function<String, double[]> predictors) {
    return regression(equation, y, equation.terms(), predictors);
  }

  Regression regression(
      Equation equation,
      double[] y,
      List<Term> terms,
      java.util.function.Function<String, double[]> predictors) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    terms.forEach(t -> columns.put(t.name(), column(t, predictors)));
    Regression regression =
        Regression.of(equation.outcome(), y)
            .terms(columns)
            .withTermWords(sample.termWords(terms))
            .withFamily(equation.family())
            .withStandardErrors(standardErrors(equation))
            .withLevel(settings.level())
            .withCriticalValues(settings.errors().compatibility().criticalValues());
    if (!equation.hasIntercept()) {
      regression = regression.withoutIntercept();
    }
    if (equation.offset().isPresent()) {
      regression = regression.withOffset(sample.column(equation.offset().get()));
    }
    if (sample.weights().isPresent()) {
      regression = regression.withWeights(sample.weights().get());
    }
    if (settings.data().cluster().isPresent()) {
      int[] groups = sample.groups().get(settings.data().cluster().get());
      regression = regression.withClusters(Arrays.stream(groups).asDoubleStream().toArray());
    }
    return regression;
  }

  /**
   * The kind of standard errors of an equation. A binary outcome has no variance but that of its
   * mean, so robust errors are left to linear and count equations unless they are asked for by
   * name; clusters concern every equation.
   */
  private StandardErrors standardErrors(Equation equation) {
    StandardErrors asked = settings.errors().standardErrors();
    boolean binary = equation.family() == Family.LOGIT || equation.family() == Family.PROBIT;
    return settings
        .errors()
        .standardErrorsOf()
        .getOrDefault(
            equation.outcome(), binary && !asked.usesClusters() ? StandardErrors.CLASSICAL : asked);
  }

  /** The variable that a code column belongs to, else the variable itself. */
  String base(String name) {
    return CodedModel.base(sample.codeColumns(), name);
  }

  Optional<Sample.Coded> coded(String variable) {
    return sample.codings().stream().filter(c -> c.variable().equals(variable)).findFirst();
  }

  /** The focal variables: the exposure, or its code columns. */
  List<String> focals() {
    return settings
        .x()
        .map(x -> coded(x).map(Sample.Coded::names).orElse(List.of(x)))
        .orElse(List.of());
  }

  /** Refuses the logarithm of an exposure where a linear predictor is no logarithm of a rate. */
  void checkExposures() {
    Problems problems = new Problems();
    for (Equation equation : model.equations()) {
      String outcome = equation.outcome();
      boolean exposure =
          equation.offset().isPresent()
              && equation
                  .offset()
                  .equals(Optional.ofNullable(settings.data().exposures().get(outcome)));
      problems.require(
          !exposure || equation.family().hasLogLink(),
          "equation " + outcome,
          "an exposure, whose logarithm is the offset, needs a family with log link (poisson,"
              + " quasipoisson, negbin), and this one is "
              + Words.of(equation.family())
              + "; choose one of these, leave the exposure out, or add a column to the linear"
              + " predictor as offset");
    }
    problems.throwIfAny();
  }

  /** Refuses a sample that is too small for an equation before any fit fails on it. */
  void checkRows() {
    List<Problem> problems = new ArrayList<>();
    for (Equation equation : model.equations()) {
      int coefficients = equation.coefficients();
      if (sample.rows() <= coefficients) {
        problems.add(
            new Problem(
                "equation " + equation.outcome(),
                "there are "
                    + sample.rows()
                    + " complete rows for "
                    + coefficients
                    + " coefficients; more rows than coefficients are needed"
                    + incomplete()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** The variables that most rows lack a value of. */
  private String incomplete() {
    List<Map.Entry<String, Integer>> missing = new ArrayList<>(sample.missing().entrySet());
    missing.removeIf(entry -> entry.getValue() == 0);
    if (missing.isEmpty()) {
      return "";
    }
    missing.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    String told =
        missing.stream()
            .limit(TOLD)
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
    int more = missing.size() - TOLD;
    return ". Of "
        + sample.rowsRead()
        + " rows read, the model leaves out those that lack a value of "
        + told
        + (more > 0 ? " and of " + more + " other variables" : "");
  }

  /** Refuses tests of what the model does not have. */
  void checkRequests() {
    Settings.Requests requests = settings.requests();
    if (requests.wildCluster().isPresent()) {
      checkWildClusterTests();
    }
    if (requests.monteCarlo().isEmpty() && requests.permutations().isEmpty()) {
      return;
    }
    Problems problems = new Problems();
    boolean indirect =
        settings.y().isPresent()
            && focals().stream()
                .anyMatch(x -> effects(x, settings.y().get()).indirectCount().signum() > 0);
    String remedy =
        "is of indirect effects, and the model asks for none; say with between(…) whose effect on"
            + " what is meant, or leave it out";
    problems.require(indirect || requests.monteCarlo().isEmpty(), "Monte Carlo interval", remedy);
    problems.require(indirect || requests.permutations().isEmpty(), "permutation test", remedy);
    problems.throwIfAny();
  }

  private void checkWildClusterTests() {
    Problems problems = new Problems();
    String where = "wild cluster tests";
    problems.require(
        settings.data().cluster().isPresent(), where, "need clusters; name them by withClusters");
    for (Equation equation : model.equations()) {
      problems.require(
          equation.family() == Family.GAUSSIAN,
          where,
          "need linear equations, but that of "
              + equation.outcome()
              + " is "
              + Words.of(equation.family())
              + "; use the cluster bootstrap");
    }
    problems.throwIfAny();
  }

  /** The effects along all paths between two variables. */
  PathEffects effects(String from, String to) {
    return PathEffects.between(model, settings.pathways(), from, to);
  }

  /** Whether every equation is linear. */
  boolean allLinear() {
    return model.equations().stream().allMatch(e -> e.family() == Family.GAUSSIAN);
  }

  /** The effect along a path. */
  PathEffect along(List<String> path) {
    return PathEffect.of(model, path, settings.pathways());
  }

  /** The probes of a moderator. */
  List<Probe> probes(String base) {
    return Probes.of(this, base).probes();
  }
}
