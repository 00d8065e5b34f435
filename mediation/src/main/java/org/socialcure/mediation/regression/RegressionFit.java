package org.socialcure.mediation.regression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Problem;

/**
 * An estimated regression equation.
 *
 * <p>Immutable and thread-safe: every accessor of an array returns a copy.
 *
 * @since 0.1
 */
public final class RegressionFit {
  private final Regression equation;

  RegressionFit(Regression equation) {
    this.equation = equation;
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
   * The names of all terms, {@value Regression#INTERCEPT} first.
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
    throw new UnsupportedOperationException();
  }

  /**
   * The rows minus the coefficients.
   *
   * @return the residual degrees of freedom
   */
  public int residualDf() {
    throw new UnsupportedOperationException();
  }

  /**
   * The degrees of freedom of the coefficients' statistics.
   *
   * @return the residual degrees of freedom where they are t statistics (linear equations, and
   *     quasi-Poisson ones with classical standard errors); empty where they are z statistics
   */
  public OptionalDouble df() {
    throw new UnsupportedOperationException();
  }

  /**
   * The number of standard errors from an estimate to its confidence limits, by the rule asked for.
   *
   * @return the critical value of t or z
   */
  public double criticalValue() {
    throw new UnsupportedOperationException();
  }

  /**
   * The estimates, in the order of the terms.
   *
   * @return a copy
   */
  public double[] estimates() {
    throw new UnsupportedOperationException();
  }

  /**
   * The covariance matrix of the estimates, of the kind asked for, in the order of the terms.
   *
   * @return a copy
   */
  public double[][] covariance() {
    throw new UnsupportedOperationException();
  }

  /**
   * The coefficients with their inference, in the order of the terms.
   *
   * @return an unmodifiable list
   */
  public List<Coefficient> coefficients() {
    throw new UnsupportedOperationException();
  }

  /**
   * One coefficient.
   *
   * @param term a term
   * @return its coefficient
   * @throws IllegalArgumentException if there is no such term
   */
  public Coefficient coefficient(String term) {
    throw new UnsupportedOperationException();
  }

  /**
   * A linear combination of coefficients with its inference, such as a conditional effect.
   *
   * @param name what to call it
   * @param multipliers the multiplier of each coefficient, in the order of the terms
   * @return the combination; its standard error is {@code sqrt(m'Vm)}
   * @throws IllegalArgumentException if there are not as many multipliers as terms
   */
  public Coefficient combination(String name, double[] multipliers) {
    throw new UnsupportedOperationException();
  }

  /**
   * How well the equation describes its outcome.
   *
   * @return the measures of fit
   */
  public FitMeasures measures() {
    throw new UnsupportedOperationException();
  }

  /**
   * What the equation says of each row.
   *
   * @return the rows' fitted values, residuals, leverages and Cook's distances; empty where the
   *     equation was estimated from moments
   */
  public Optional<CaseStatistics> cases() {
    throw new UnsupportedOperationException();
  }

  /**
   * The variance inflation factors of the predictors: the factor by which a coefficient's classical
   * variance is larger than if its predictor were uncorrelated with the others, {@code 1/(1-R_j²)}
   * in linear equations; in the others the same from the correlations of the estimates.
   *
   * @return the factor of each term but the intercept
   */
  public Map<String, Double> vif() {
    throw new UnsupportedOperationException();
  }

  /**
   * The standardised coefficients {@code b sd(x)/sd(y)}, where the standard deviations are those of
   * the term's own column (the product column for a product) and of the outcome, with divisor
   * {@code n - 1} and without weights.
   *
   * @return the standardised coefficient of each term but the intercept; empty for other than
   *     linear equations
   */
  public Map<String, Double> standardized() {
    throw new UnsupportedOperationException();
  }

  /**
   * The Wald test that the coefficients of some terms are all zero, with the covariance matrix of
   * the kind asked for: F in equations with t statistics, chi-square in the others.
   *
   * @param terms at least one term
   * @return the test; in a linear equation with the change of R² when the terms are left out
   * @throws IllegalArgumentException if there is no such term, a term is given twice or there are
   *     none
   */
  public JointTest waldTest(Collection<String> terms) {
    throw new UnsupportedOperationException();
  }

  /**
   * The likelihood-ratio test that the coefficients of some predictors are all zero: the equation
   * is estimated again without them.
   *
   * @param terms at least one predictor
   * @return the test; empty where there is no likelihood
   * @throws IllegalArgumentException if there is no such predictor, or there are none
   */
  public Optional<JointTest> likelihoodRatioTest(Collection<String> terms) {
    throw new UnsupportedOperationException();
  }

  /**
   * What a reader of the estimates should be careful about: few events, near collinearity, a
   * perfect fit, counts that are not overdispersed.
   *
   * @return each with the place it concerns; often empty
   */
  public List<Problem> cautions() {
    throw new UnsupportedOperationException();
  }
}
