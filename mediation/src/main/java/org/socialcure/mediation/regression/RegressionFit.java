package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.Progress;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.linear.Summation;
import org.socialcure.mediation.internal.linear.SymmetricMatrix;
import org.socialcure.mediation.model.Family;

/**
 * An estimated regression equation.
 *
 * <p>Immutable and thread-safe: every accessor of an array returns a copy.
 *
 * @since 0.1
 */
public final class RegressionFit {
  /** Above this variance inflation factor a coefficient is hardly told from the others. */
  public static final double HIGH_VIF = 1000;

  private final Regression equation;
  private final Estimates estimates;
  private final int zeroWeights;
  private final double criticalValue;
  private final List<Coefficient> coefficients;
  private final Map<String, Double> vif;
  private final List<Problem> cautions;
  private final Lazy<Map<String, Ratio>> ratios = Lazy.of(() -> Ratios.of(this));

  RegressionFit(Regression equation, Estimates estimates, int zeroWeights) {
    this.equation = equation;
    this.estimates = estimates;
    this.zeroWeights = zeroWeights;
    LoneClusters.refuseNothing(equation, estimates.covariance(), estimates.classical());
    criticalValue = criticalValue(equation, estimates.df());
    List<String> terms = equation.terms();
    List<Coefficient> list = new ArrayList<>();
    for (int j = 0; j < terms.size(); j++) {
      double[] only = new double[terms.size()];
      only[j] = 1;
      list.add(
          coefficient(
              terms.get(j), estimates.coefficients()[j], estimates.covariance()[j][j], only));
    }
    coefficients = List.copyOf(list);
    vif = equation.hasIntercept() ? inflation(terms, estimates.classical()) : Map.of();
    List<Problem> all = new ArrayList<>(estimates.cautions());
    vif.forEach(
        (term, factor) -> {
          if (factor > HIGH_VIF) {
            all.add(
                new Problem(
                    EquationCheck.place(equation.outcome()),
                    term
                        + " is nearly a linear combination of the other predictors, so that its"
                        + " coefficient is very uncertain and sensitive to rounding."));
          }
        });
    cautions = List.copyOf(all);
  }

  private static double criticalValue(Regression equation, OptionalDouble df) {
    double tail = (1 - equation.level()) / 2;
    return df.isPresent()
        ? equation.criticalValues().student(tail, df.getAsDouble())
        : equation.criticalValues().normal(tail);
  }

  private Coefficient coefficient(
      String name, double estimate, double variance, double[] multipliers) {
    double error = Math.sqrt(Math.max(0, variance));
    OptionalDouble df = error > 0 ? df(multipliers) : estimates.df();
    OptionalDouble statistic = OptionalDouble.empty();
    double p = estimate == 0 ? 1 : 0;
    if (error > 0 && Double.isFinite(estimate / error)) {
      double value = estimate / error;
      statistic = OptionalDouble.of(value);
      p =
          df.isPresent()
              ? Distributions.studentTwoSided(value, df.getAsDouble())
              : Distributions.normalTwoSided(value);
    }
    double reach =
        (df.equals(estimates.df()) ? criticalValue : criticalValue(equation, df)) * error;
    return new Coefficient(
        name,
        estimate,
        error,
        statistic,
        df,
        p,
        new Interval(estimate - reach, estimate + reach, equation.level()));
  }

  /** The degrees of freedom of a combination of coefficients. */
  private OptionalDouble df(double[] multipliers) {
    return estimates
        .ownDf()
        .map(own -> OptionalDouble.of(own.applyAsDouble(new double[][] {multipliers})))
        .orElse(estimates.df());
  }

  private static Map<String, Double> inflation(List<String> terms, double[][] classical) {
    int[] slopes = WaldTest.slopes(1, terms.size());
    double[][] among = SymmetricMatrix.block(classical, slopes);
    Map<String, Double> inflation = new LinkedHashMap<>();
    SymmetricMatrix.inverse(among)
        .ifPresent(
            inverse -> {
              for (int j = 0; j < slopes.length; j++) {
                double factor = among[j][j] * inverse[j][j];
                if (Double.isFinite(factor)) {
                  inflation.put(terms.get(slopes[j]), factor);
                }
              }
            });
    return Collections.unmodifiableMap(inflation);
  }

  /**
   * The equation that was estimated.
   *
   * @return the equation with its data and options
   */
  public Regression equation() {
    return equation;
  }

  /**
   * The name of the outcome.
   *
   * @return the name
   */
  public String outcome() {
    return equation.outcome();
  }

  /**
   * The family.
   *
   * @return the family
   */
  public Family family() {
    return equation.family();
  }

  /**
   * The kind of the standard errors.
   *
   * @return the kind
   */
  public StandardErrors standardErrors() {
    return equation.standardErrors();
  }

  /**
   * The names of all terms, {@value Regression#INTERCEPT} first if there is one.
   *
   * @return an unmodifiable list
   */
  public List<String> terms() {
    return equation.terms();
  }

  /**
   * The number of rows.
   *
   * @return the number of rows
   */
  public int rows() {
    return estimates.rows();
  }

  /**
   * The rows minus the coefficients.
   *
   * @return the residual degrees of freedom
   */
  public int residualDf() {
    return estimates.rows() - estimates.coefficients().length;
  }

  /**
   * How many rows were left out because their weight is zero.
   *
   * @return 0 without weights; {@link #equation()} and {@link #cases()} do not have these rows
   */
  public int zeroWeights() {
    return zeroWeights;
  }

  /**
   * The degrees of freedom of the coefficients' statistics.
   *
   * @return where they are t statistics (linear equations, and quasi-Poisson ones with classical
   *     standard errors) the residual degrees of freedom, or with errors by clusters one less than
   *     there are clusters; empty where they are z statistics. With {@link StandardErrors#CR2} each
   *     coefficient, and each joint test, has its own
   */
  public OptionalDouble df() {
    return estimates.df();
  }

  /**
   * The clusters that the standard errors allow for.
   *
   * @return how many there are; empty where rows are taken one by one
   */
  public OptionalInt clusters() {
    return standardErrors().usesClusters()
        ? OptionalInt.of(
            (int)
                Arrays.stream(equation.clusters().orElseThrow())
                    .map(code -> code + 0.0)
                    .distinct()
                    .count())
        : OptionalInt.empty();
  }

  /**
   * The number of standard errors from an estimate to its confidence limits, by the rule asked for.
   *
   * @return the critical value of t or z at {@link #df()}
   */
  public double criticalValue() {
    return criticalValue;
  }

  /**
   * The estimates, in the order of the terms.
   *
   * @return a copy
   */
  public double[] estimates() {
    return estimates.coefficients().clone();
  }

  /**
   * The covariance matrix of the estimates, of the kind asked for, in the order of the terms.
   *
   * @return a copy
   */
  public double[][] covariance() {
    return SymmetricMatrix.copy(estimates.covariance());
  }

  /**
   * The coefficients with their inference, in the order of the terms.
   *
   * @return an unmodifiable list
   */
  public List<Coefficient> coefficients() {
    return coefficients;
  }

  /**
   * One coefficient.
   *
   * @param term a term
   * @return its coefficient
   * @throws InvalidInputException if there is no such term
   */
  public Coefficient coefficient(String term) {
    return coefficients.get(index(term));
  }

  /**
   * A linear combination of coefficients with its inference, such as a conditional effect.
   *
   * @param name what to call it
   * @param multipliers the multiplier of each coefficient, in the order of the terms
   * @return the combination; its standard error is {@code sqrt(m'Vm)}
   * @throws InvalidInputException if there are not as many multipliers as terms, or {@linkplain
   *     #isDecidedBySingleClusters single clusters decide} the combination
   */
  public Coefficient combination(String name, double[] multipliers) {
    Objects.requireNonNull(name, "name");
    if (isDecidedBySingleClusters(multipliers)) {
      throw LoneClusters.refused(equation, name);
    }
    return coefficient(
        name,
        Summation.dot(multipliers, estimates.coefficients()),
        covariance(multipliers, multipliers),
        multipliers);
  }

  /**
   * Whether the rows of single clusters alone decide a linear combination of coefficients, such as
   * the effect at a moderator's value that one cluster alone has. Errors by clusters count such a
   * cluster as one that does not vary and would be zero, to rounding.
   *
   * @param multipliers the multiplier of each coefficient, in the order of the terms
   * @return whether they do; false where errors are not by clusters
   * @throws InvalidInputException if there are not as many multipliers as terms
   */
  public boolean isDecidedBySingleClusters(double[] multipliers) {
    requireEach(multipliers);
    return standardErrors().usesClusters()
        && LoneClusters.leaveNothing(
            covariance(multipliers, multipliers), estimates.combinations(), multipliers);
  }

  /**
   * The covariance of two linear combinations of coefficients, {@code f'Vs}.
   *
   * <p>It has its digits also where a predictor is far from zero and those of {@link #covariance()}
   * cancel.
   *
   * @param first the multiplier of each coefficient in the one, in the order of the terms
   * @param second the multiplier of each in the other
   * @return their covariance, of the kind of standard errors asked for; the variance where both are
   *     the same
   * @throws InvalidInputException if there are not as many multipliers as terms
   */
  public double covariance(double[] first, double[] second) {
    requireEach(first);
    requireEach(second);
    OptionalInt only = only(first);
    // Of a single coefficient the matrix itself has every digit.
    return only.isPresent() && only.equals(only(second))
        ? first[only.getAsInt()]
            * estimates.covariance()[only.getAsInt()][only.getAsInt()]
            * second[only.getAsInt()]
        : estimates.combinations().of(first, second);
  }

  /** The only coefficient of a combination. */
  private static OptionalInt only(double[] multipliers) {
    int[] parts =
        IntStream.range(0, multipliers.length).filter(j -> multipliers[j] != 0).limit(2).toArray();
    return parts.length == 1 ? OptionalInt.of(parts[0]) : OptionalInt.empty();
  }

  private void requireEach(double[] multipliers) {
    int coefficients = estimates.coefficients().length;
    if (multipliers.length != coefficients) {
      throw new InvalidInputException(
          EquationCheck.place(outcome()),
          coefficients + " coefficients need as many multipliers, not " + multipliers.length);
    }
  }

  /**
   * How well the equation describes its outcome.
   *
   * @return the measures of fit
   */
  public FitMeasures measures() {
    return estimates.measures();
  }

  /**
   * What the equation says of each row.
   *
   * @return the rows' fitted values, residuals, leverages and Cook's distances; empty where the
   *     equation was estimated from moments
   */
  public Optional<CaseStatistics> cases() {
    return estimates.cases();
  }

  /**
   * The variance inflation factors of the predictors: the factor by which a coefficient's classical
   * variance is larger than if its predictor were uncorrelated with the others, {@code 1/(1-R_j²)}
   * in linear equations; in the others the same from the correlations of the estimates.
   *
   * @return the factor of each term but the intercept; empty without an intercept
   */
  public Map<String, Double> vif() {
    return vif;
  }

  /**
   * The standardised coefficients {@code b sd(x)/sd(y)}, where the standard deviations are those of
   * the term's own column (the product column for a product) and of the outcome, with divisor
   * {@code n - 1}, weighted where the rows are: {@code Σw(x − x̄)²/Σw · n/(n − 1)} is the variance.
   *
   * @return the standardised coefficient of each term but the intercept and columns of one value,
   *     which have no standard deviation to be told in; empty for other than linear equations
   */
  public Map<String, Double> standardized() {
    return estimates.standardized();
  }

  /**
   * Odds ratios of a logistic equation, rate ratios of an equation with log link (risk ratios where
   * its outcome is 0 and 1): what the odds, the mean or the probability is multiplied with by one
   * unit more of a predictor.
   *
   * <p>Limits are those of the profile likelihood, which keeps its level better than the Wald
   * limits where events are few and is not symmetric about the estimate. Where standard errors are
   * robust, or the family has no likelihood, they are the exponentials of the coefficients' limits.
   * They are computed when first asked for.
   *
   * @return the ratio of each predictor by its term; empty for linear and probit equations, whose
   *     exponentials mean nothing
   */
  public Map<String, Ratio> ratios() {
    return ratios.get();
  }

  /**
   * The Wald test that the coefficients of some terms are all zero, with the covariance matrix of
   * the kind asked for: F in equations with t statistics, chi-square in the others.
   *
   * <p>Under {@link StandardErrors#CR2} several coefficients are tested by {@link
   * JointTest.Kind#HOTELLING_T_SQUARED}, with estimated degrees of freedom; the F of one
   * coefficient is the square of its t, with the same degrees of freedom.
   *
   * @param terms at least one term
   * @return the test, in a linear equation with the change of R² when the terms are left out, or
   *     why there is no statistic
   * @throws InvalidInputException if there is no such term, a term is given twice or there are none
   */
  public JointTest waldTest(Collection<String> terms) {
    List<String> names = List.copyOf(terms);
    int[] indices = names.stream().mapToInt(this::index).distinct().toArray();
    if (names.isEmpty() || indices.length < names.size()) {
      throw new InvalidInputException("joint test", "needs different terms, and at least one");
    }
    JointTest test =
        WaldTest.of(
            names,
            estimates.coefficients(),
            estimates.covariance(),
            indices,
            estimates.df(),
            estimates.ownDf());
    OptionalDouble rSquared = estimates.measures().rSquared();
    if (rSquared.isEmpty() || names.contains(Regression.INTERCEPT)) {
      return test;
    }
    OptionalDouble form = WaldTest.form(estimates.coefficients(), estimates.classical(), indices);
    if (form.isEmpty()) {
      return test;
    }
    // The rise of SSE is the form times the residual variance, SSE/df.
    double change = form.getAsDouble() * (1 - rSquared.getAsDouble()) / residualDf();
    return LinearEstimation.withRSquaredChange(test, change);
  }

  /**
   * The likelihood-ratio test that the coefficients of some predictors are all zero: the equation
   * is estimated again without them.
   *
   * @param terms at least one predictor
   * @return the test; empty where there is no likelihood
   * @throws InvalidInputException if there is no such predictor, or there are none
   */
  public Optional<JointTest> likelihoodRatioTest(Collection<String> terms) {
    List<String> names = List.copyOf(terms);
    if (names.isEmpty()) {
      throw new InvalidInputException("joint test", "needs at least one term");
    }
    OptionalDouble full = estimates.measures().logLikelihood();
    FitMeasures reduced = equation.without(names).fit().measures();
    if (full.isEmpty() || reduced.logLikelihood().isEmpty()) {
      return Optional.empty();
    }
    double ratio = 2 * (full.getAsDouble() - reduced.logLikelihood().getAsDouble());
    return Optional.of(
        GeneralizedEstimation.likelihoodRatio(names, Math.max(0, ratio), names.size()));
  }

  /** The most replicates of a wild cluster test. */
  private static final int MOST_REPLICATES = 10_000_000;

  /**
   * The wild cluster bootstrap test that a coefficient is zero, the null hypothesis imposed; see
   * {@link WildClusterTest}. Weights are those of the equation, and the statistic is that of {@link
   * StandardErrors#CLUSTER} whatever the kind of errors of this fit.
   *
   * <p>Same seed, same p-value.
   *
   * @param term a term, the intercept if it is asked for
   * @param replicates how many replicates, such as 9999; where there are no more combinations of
   *     multipliers than that ({@code 2^G} of G clusters from 12 on, {@code 6^G} below), each is
   *     taken once
   * @param seed the seed of the others
   * @return the test
   * @throws InvalidInputException if there is no such term, the equation is not linear, comes from
   *     moments, describes its outcome perfectly or has fewer than 3 clusters, or the number of
   *     replicates is not from 1 to 10 million
   * @throws java.util.concurrent.CancellationException if the current thread is interrupted, which
   *     it stays marked as
   */
  public WildClusterTest wildClusterTest(String term, int replicates, long seed) {
    return wildClusterTest(term, replicates, seed, Progress.UNHEARD);
  }

  /**
   * The same, heard of and ended as {@link Progress} says.
   *
   * @param term a term, the intercept if it is asked for
   * @param replicates how many replicates, such as 9999
   * @param seed the seed
   * @param progress hears how far it is
   * @return the test
   * @throws InvalidInputException as {@link #wildClusterTest(String, int, long)} does
   * @throws java.util.concurrent.CancellationException if the current thread is interrupted, which
   *     it stays marked as, or {@link Progress#cancelled()} says so
   */
  public WildClusterTest wildClusterTest(
      String term, int replicates, long seed, Progress progress) {
    Objects.requireNonNull(progress, "progress");
    int coefficient = index(term);
    String where = "wild cluster test of " + term + " on " + outcome();
    Problems problems = new Problems();
    problems.require(
        family() == Family.GAUSSIAN && cases().isPresent(),
        where,
        "needs the residuals of a linear equation that was estimated from rows; use the cluster"
            + " bootstrap");
    long groups =
        equation.clusters().stream()
            .flatMapToDouble(Arrays::stream)
            .map(code -> code + 0.0)
            .distinct()
            .count();
    problems.require(
        groups >= EquationCheck.LEAST_CLUSTERS,
        where,
        "needs at least " + EquationCheck.LEAST_CLUSTERS + " clusters, and there are " + groups);
    problems.require(
        replicates >= 1 && replicates <= MOST_REPLICATES,
        where,
        "needs from 1 to " + MOST_REPLICATES + " replicates, such as 9999");
    problems.throwIfAny();
    WildClusterTest test =
        new RestrictedWildBootstrap(
                EquationCheck.check(equation),
                coefficient,
                estimates.coefficients()[coefficient],
                estimates.cases().orElseThrow().residuals(),
                estimates.combinations().coordinates())
            .test(replicates, seed, progress);
    if (!Double.isFinite(test.statistic())) {
      throw new InvalidInputException(
          where, "the cluster error is zero, so that there is no statistic");
    }
    return test;
  }

  /**
   * What a reader of the estimates should be careful about: few events, near collinearity, a
   * perfect fit, counts that are not overdispersed.
   *
   * @return each with the place it concerns; often empty
   */
  public List<Problem> cautions() {
    return cautions;
  }

  /**
   * What the estimation noticed: few events, a perfect fit, counts that are not overdispersed.
   *
   * @return {@link #cautions} but for those of near collinearity
   */
  public List<Problem> estimationCautions() {
    return estimates.cautions();
  }

  private int index(String term) {
    int index = equation.terms().indexOf(term);
    if (index < 0) {
      throw new InvalidInputException(
          EquationCheck.place(outcome()),
          "there is no term \"" + term + "\"" + Nearest.listed(term, equation.terms(), "terms"));
    }
    return index;
  }

  /**
   * The coefficients as a table for people.
   *
   * @return a row per term
   */
  public Table table() {
    Table.Builder table =
        Table.titled(
                outcome()
                    + ", "
                    + Words.of(family())
                    + ", "
                    + Numbers.count(rows())
                    + " rows"
                    + (zeroWeights > 0
                        ? " (" + Numbers.count(zeroWeights) + " of weight zero left out)"
                        : "")
                    + ", "
                    + Words.of(standardErrors())
                    + " standard errors"
                    + (clusters().isPresent()
                        ? " by " + Numbers.count(clusters().getAsInt()) + " clusters"
                        : ""))
            .text("Term")
            .numbers("Estimate", "SE", estimates.df().isPresent() ? "t" : "z");
    boolean eachDf = estimates.ownDf().isPresent();
    if (eachDf) {
      table.numbers("df");
    }
    table.numbers("p").interval(equation.level());
    for (Coefficient c : coefficients) {
      OptionalDouble se = OptionalDouble.of(c.standardError());
      int decimals =
          Numbers.decimals(OptionalDouble.of(c.estimate()), se, Optional.of(c.interval()));
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(c.name()));
      cells.add(Cell.number(c.estimate(), decimals));
      cells.add(Cell.number(c.standardError(), decimals));
      cells.add(Cell.of(c.statistic(), Cell::statistic));
      if (eachDf) {
        cells.add(Cell.of(c.df(), df -> Cell.number(df, 2)));
      }
      cells.add(Cell.p(c.p()));
      cells.add(Cell.interval(c.interval(), decimals));
      table.row(cells);
    }
    return table.build();
  }

  /**
   * The ratios as a table for people.
   *
   * @return a row per predictor; empty where there are no ratios
   */
  public Optional<Table> ratioTable() {
    if (ratios().isEmpty()) {
      return Optional.empty();
    }
    Ratio first = ratios().values().iterator().next();
    String kind = Words.of(first.kind()).replace('-', ' ');
    Table.Builder table =
        Table.titled(
                outcome()
                    + ", "
                    + kind
                    + "s, limits by "
                    + Words.of(first.limits()).replace('-', ' '))
            .text("Term")
            .numbers("Ratio")
            .interval(equation.level());
    ratios()
        .forEach(
            (term, ratio) -> {
              int decimals =
                  Numbers.decimals(ratio.estimate(), OptionalDouble.empty(), ratio.interval());
              table.row(
                  Cell.text(term),
                  Cell.of(ratio.estimate(), v -> Cell.number(v, decimals)),
                  ratio.interval().map(i -> Cell.interval(i, decimals)).orElseGet(Cell::empty));
              ratio.missing().ifPresent(m -> table.note(term + ": " + m.explanation() + "."));
            });
    return Optional.of(table.build());
  }

  /** The coefficients as a table, and the ratios where there are any. */
  @Override
  public String toString() {
    return table() + ratioTable().map(t -> "\n\n" + t).orElse("");
  }
}
