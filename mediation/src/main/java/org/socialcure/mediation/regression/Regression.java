package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.EquationSize;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.Intercept;

/**
 * One regression equation: an outcome, its predictors and how it is to be estimated.
 *
 * <p>An intercept named {@value #INTERCEPT} is the first term, unless the equation is asked to have
 * {@linkplain #withoutIntercept none}. By default the family is {@link Family#GAUSSIAN}, standard
 * errors are {@link StandardErrors#CLASSICAL}, the confidence level is 0.95 and critical values are
 * {@link CriticalValues#EXACT}. Nothing is checked before {@link #fit()}, which reports all
 * problems of the equation together.
 *
 * <pre>{@code
 * RegressionFit fit = Regression.of("loneliness", y).term("groups", x).term("age", age)
 *     .withStandardErrors(StandardErrors.HC3).fit();
 * }</pre>
 *
 * <p>Immutable and thread-safe; every method that changes something returns a new equation.
 *
 * @since 0.1
 */
public final class Regression {
  /** The name of the intercept. */
  public static final String INTERCEPT = "(Intercept)";

  /**
   * The most coefficients of an equation, its intercept among them. The time of an estimation grows
   * with the number of rows times the square of that of the coefficients, and the memory that a
   * result takes with the square.
   */
  public static final int MOST_COEFFICIENTS = EquationSize.MOST;

  private final String outcome;
  private final double[] y;
  private final Map<String, double[]> terms;
  private final @Nullable Moments moments;
  private final Options options;

  /**
   * Everything about an equation but its variables; changed in no other way than on a copy of its
   * own, before it is used.
   */
  private static final class Options {
    private double @Nullable [] weights;
    private double @Nullable [] offset;
    private double @Nullable [] clusters;
    private Intercept intercept = Intercept.ESTIMATED;
    private Family family = Family.GAUSSIAN;
    private StandardErrors standardErrors = StandardErrors.CLASSICAL;
    private double level = 0.95;
    private CriticalValues criticalValues = CriticalValues.EXACT;
    private Map<String, String> termWords = Map.of();

    Options() {}

    Options(Options other) {
      weights = other.weights;
      offset = other.offset;
      clusters = other.clusters;
      intercept = other.intercept;
      family = other.family;
      standardErrors = other.standardErrors;
      level = other.level;
      criticalValues = other.criticalValues;
      termWords = other.termWords;
    }
  }

  private Regression(
      String outcome,
      double[] y,
      Map<String, double[]> terms,
      @Nullable Moments moments,
      Options options) {
    this.outcome = outcome;
    this.y = y;
    this.terms = Collections.unmodifiableMap(terms);
    this.moments = moments;
    this.options = options;
  }

  private Regression with(Map<String, double[]> newTerms) {
    return new Regression(outcome, y, newTerms, moments, options);
  }

  private Regression with(Consumer<Options> change) {
    Options copy = new Options(options);
    change.accept(copy);
    return new Regression(outcome, y, terms, moments, copy);
  }

  /**
   * An equation without predictors.
   *
   * @param outcome the name of the outcome
   * @param y its values, one a row
   * @return the equation
   */
  public static Regression of(String outcome, double[] y) {
    Objects.requireNonNull(outcome, "outcome");
    return new Regression(outcome, y.clone(), Map.of(), null, new Options());
  }

  /**
   * A linear equation among variables of which only the moments are known. Estimates, classical
   * standard errors and measures of fit are those of the rows behind the moments; what needs the
   * rows themselves (robust standard errors, weights, other families, case statistics) is not to be
   * had.
   *
   * @param moments the moments
   * @param outcome the name of the outcome in the moments
   * @param terms the names of the predictors in the moments
   * @return the equation
   */
  public static Regression fromMoments(Moments moments, String outcome, List<String> terms) {
    Objects.requireNonNull(moments, "moments");
    Objects.requireNonNull(outcome, "outcome");
    Map<String, double[]> columns = new LinkedHashMap<>();
    terms.forEach(term -> columns.put(term, new double[0]));
    return new Regression(outcome, new double[0], columns, moments, new Options());
  }

  /**
   * This equation with one more predictor, after those it has.
   *
   * @param name the name of the term
   * @param column its values, one a row
   * @return the new equation
   * @throws InvalidInputException if there is a term of this name already, or the equation comes
   *     from moments
   */
  public Regression term(String name, double[] column) {
    Map<String, double[]> more = new LinkedHashMap<>(terms);
    add(more, name, column);
    return with(more);
  }

  /**
   * This equation with more predictors, after those it has.
   *
   * @param columns the values of each, in the map's order
   * @return the new equation
   * @throws InvalidInputException as {@link #term} says
   */
  public Regression terms(Map<String, double[]> columns) {
    Map<String, double[]> more = new LinkedHashMap<>(terms);
    columns.forEach((name, column) -> add(more, name, column));
    return with(more);
  }

  private void add(Map<String, double[]> to, String name, double[] column) {
    Objects.requireNonNull(name, "name");
    if (moments != null) {
      throw new InvalidInputException(
          "equation " + outcome, "an equation from moments has the terms it was made with");
    }
    if (name.equals(INTERCEPT) || to.containsKey(name)) {
      throw new InvalidInputException(
          "equation " + outcome, "there is a term \"" + name + "\" already");
    }
    Interruption.check();
    to.put(name, column.clone());
  }

  /**
   * This equation without some of its predictors.
   *
   * @param names terms of this equation
   * @return the new equation
   * @throws InvalidInputException if one of them is not a term of this equation
   */
  public Regression without(List<String> names) {
    Map<String, double[]> fewer = new LinkedHashMap<>(terms);
    for (String name : names) {
      if (fewer.remove(name) == null) {
        throw new InvalidInputException(
            "equation " + outcome,
            "there is no term \""
                + name
                + "\" to leave out"
                + Nearest.listed(name, terms.keySet(), "terms"));
      }
    }
    return with(fewer);
  }

  /**
   * This equation with other words for some of its terms in what it refuses. The name of a code
   * column of a categorical variable holds a level, which is what somebody answered, and a refusal
   * is no place for it; results name every term by its name.
   *
   * @param words words by the names of terms; names that are no terms have no meaning
   * @return the new equation
   */
  public Regression withTermWords(Map<String, String> words) {
    Map<String, String> copy = Map.copyOf(words);
    return with(o -> o.termWords = copy);
  }

  /** A term as a refusal speaks of it. */
  String told(String term) {
    return options.termWords.getOrDefault(term, term);
  }

  /**
   * This equation with prior weights: a row of weight {@code w} counts as an observation whose
   * variance is {@code 1/w} of the others' (linear equations), or as {@code w} observations (the
   * others). A row of weight zero is left out and counted in {@link RegressionFit#zeroWeights}, as
   * R's {@code lm} and {@code glm} leave it out.
   *
   * @param values weights that are not negative, one a row
   * @return the new equation
   */
  public Regression withWeights(double[] values) {
    double[] copy = values.clone();
    return with(o -> o.weights = copy);
  }

  /**
   * This equation with a known part of the linear predictor, such as the logarithm of the time a
   * count was taken over.
   *
   * @param values the offset, one value a row
   * @return the new equation
   */
  public Regression withOffset(double[] values) {
    double[] copy = values.clone();
    return with(o -> o.offset = copy);
  }

  /**
   * This equation with the cluster that each row belongs to, for {@link StandardErrors#CLUSTER} and
   * {@link StandardErrors#CR2}.
   *
   * @param codes any numbers; rows of one code are one cluster
   * @return the new equation
   */
  public Regression withClusters(double[] codes) {
    double[] copy = codes.clone();
    return with(o -> o.clusters = copy);
  }

  /**
   * This equation without intercept, a regression through the origin.
   *
   * <p>What compares an equation with one of an intercept only then compares it with a linear
   * predictor of zero (or of the offset): R² is {@code 1 - SSE/Σy²}, the adjusted one {@code 1 - (1
   * - R²) n/(n - k)}, the model test is of all coefficients. Variance inflation and pseudo R²,
   * which have no such meaning, are absent. It needs at least one predictor, and rows: the means in
   * a table of moments are often placeholders, on which it would depend.
   *
   * @return the new equation
   */
  public Regression withoutIntercept() {
    return hasIntercept() ? with(o -> o.intercept = Intercept.NONE) : this;
  }

  /**
   * Whether the equation has an intercept.
   *
   * @return true unless it was left out
   */
  public boolean hasIntercept() {
    return options.intercept == Intercept.ESTIMATED;
  }

  /** The place of the first predictor among the terms. */
  int firstPredictor() {
    return hasIntercept() ? 1 : 0;
  }

  /**
   * This equation with another family.
   *
   * @param value the family
   * @return the new equation
   */
  public Regression withFamily(Family value) {
    Objects.requireNonNull(value, "value");
    return with(o -> o.family = value);
  }

  /**
   * This equation with another kind of standard errors.
   *
   * @param value the kind
   * @return the new equation
   */
  public Regression withStandardErrors(StandardErrors value) {
    Objects.requireNonNull(value, "value");
    return with(o -> o.standardErrors = value);
  }

  /**
   * This equation with another confidence level.
   *
   * @param value a level between 0 and 1
   * @return the new equation
   * @throws InvalidInputException if the level is not strictly between 0 and 1
   */
  public Regression withLevel(double value) {
    if (!(value > 0 && value < 1)) {
      throw new InvalidInputException(
          "level", "a confidence level lies strictly between 0 and 1, such as 0.95");
    }
    return with(o -> o.level = value);
  }

  /**
   * This equation with another rule for critical values.
   *
   * @param value the rule
   * @return the new equation
   */
  public Regression withCriticalValues(CriticalValues value) {
    Objects.requireNonNull(value, "value");
    return with(o -> o.criticalValues = value);
  }

  /**
   * The name of the outcome.
   *
   * @return the name
   */
  public String outcome() {
    return outcome;
  }

  /**
   * The names of all terms, {@value #INTERCEPT} first if there is one.
   *
   * @return an unmodifiable list
   */
  public List<String> terms() {
    List<String> names = new ArrayList<>(terms.size() + 1);
    if (hasIntercept()) {
      names.add(INTERCEPT);
    }
    names.addAll(terms.keySet());
    return Collections.unmodifiableList(names);
  }

  /**
   * The family.
   *
   * @return the family
   */
  public Family family() {
    return options.family;
  }

  /**
   * The kind of standard errors.
   *
   * @return the kind
   */
  public StandardErrors standardErrors() {
    return options.standardErrors;
  }

  /**
   * The confidence level.
   *
   * @return the level
   */
  public double level() {
    return options.level;
  }

  /**
   * The rule for critical values.
   *
   * @return the rule
   */
  public CriticalValues criticalValues() {
    return options.criticalValues;
  }

  /**
   * The moments the equation is estimated from.
   *
   * @return the moments, or empty where it is estimated from rows
   */
  public Optional<Moments> moments() {
    return Optional.ofNullable(moments);
  }

  /**
   * The values of the outcome.
   *
   * @return a copy, one value a row
   */
  public double[] outcomeValues() {
    return y.clone();
  }

  /**
   * The values of a predictor.
   *
   * @param name a term other than the intercept
   * @return a copy, one value a row
   * @throws InvalidInputException if there is no such predictor
   */
  public double[] values(String name) {
    Interruption.check();
    double[] column = terms.get(name);
    if (column == null) {
      throw new InvalidInputException(
          "equation " + outcome,
          "there is no predictor \""
              + name
              + "\""
              + Nearest.listed(name, terms.keySet(), "predictors"));
    }
    return column.clone();
  }

  /**
   * The prior weights.
   *
   * @return a copy, or empty where all rows count alike
   */
  public Optional<double[]> weights() {
    return Optional.ofNullable(options.weights).map(double[]::clone);
  }

  /**
   * The offset.
   *
   * @return a copy, or empty without one
   */
  public Optional<double[]> offset() {
    return Optional.ofNullable(options.offset).map(double[]::clone);
  }

  /**
   * The clusters.
   *
   * @return a copy of the codes, or empty without them
   */
  public Optional<double[]> clusters() {
    return Optional.ofNullable(options.clusters).map(double[]::clone);
  }

  /**
   * Estimates the equation.
   *
   * @return the estimates with their inference
   * @throws InvalidInputException if the equation cannot be estimated, with every reason that was
   *     found: values that are not finite or that the family does not permit, too few rows or
   *     events, an outcome or predictor without variation, collinear predictors, separation, no
   *     convergence, a cluster that leaves nothing of errors by clusters; if there are more than
   *     {@value #MOST_COEFFICIENTS} coefficients
   */
  public RegressionFit fit() {
    EquationSize.problem(terms().size())
        .ifPresent(
            reason -> {
              throw new InvalidInputException("equation " + outcome, reason);
            });
    int zeroWeights = zeroWeights();
    Regression counted = zeroWeights > 0 ? withoutZeroWeights() : this;
    Estimates estimates;
    if (moments != null) {
      estimates = LinearEstimation.fromMoments(this, moments);
    } else if (options.family == Family.GAUSSIAN) {
      estimates = LinearEstimation.fromRows(counted);
    } else {
      estimates = GeneralizedEstimation.fromRows(counted);
    }
    return new RegressionFit(counted, estimates, zeroWeights);
  }

  /** How many rows have weight zero; 0 where the check will find that columns do not match. */
  private int zeroWeights() {
    double[] weights = options.weights;
    boolean match =
        weights != null
            && Stream.concat(terms.values().stream(), Stream.of(y))
                .allMatch(column -> column.length == weights.length)
            && (options.offset == null || options.offset.length == weights.length)
            && (options.clusters == null || options.clusters.length == weights.length);
    return match ? (int) Arrays.stream(weights).filter(weight -> weight == 0).count() : 0;
  }

  private Regression withoutZeroWeights() {
    double[] weights = Objects.requireNonNull(options.weights, "weights");
    int[] rows = IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
    Map<String, double[]> columns = new LinkedHashMap<>();
    terms.forEach((name, column) -> columns.put(name, pick(column, rows)));
    Options picked = new Options(options);
    picked.weights = pick(weights, rows);
    picked.offset = options.offset == null ? null : pick(options.offset, rows);
    picked.clusters = options.clusters == null ? null : pick(options.clusters, rows);
    return new Regression(outcome, pick(y, rows), columns, moments, picked);
  }

  private static double[] pick(double[] column, int[] rows) {
    Interruption.check();
    return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
  }

  /** For example {@code loneliness ~ groups + age (gaussian)}. */
  @Override
  public String toString() {
    String predictors =
        (hasIntercept() ? "" : "0 + ")
            + (terms.isEmpty() ? "1" : String.join(" + ", terms.keySet()));
    return outcome + " ~ " + predictors + " (" + Words.of(options.family) + ")";
  }
}
