package org.socialcure.mediation.regression;

/**
 * What an equation says of each row, in the order of the rows.
 *
 * <p>Immutable and thread-safe: every accessor returns a copy.
 *
 * @since 0.1
 */
public final class CaseStatistics {
  private final double[] fitted;
  private final double[] residuals;
  private final double[] leverage;
  private final double[] cooksDistance;

  CaseStatistics(double[] fitted, double[] residuals, double[] leverage, double[] cooksDistance) {
    this.fitted = fitted;
    this.residuals = residuals;
    this.leverage = leverage;
    this.cooksDistance = cooksDistance;
  }

  /**
   * The fitted means of the outcome, offset included: probabilities for binary outcomes, expected
   * counts for counts.
   *
   * @return one value a row
   */
  public double[] fitted() {
    return fitted.clone();
  }

  /**
   * The outcome minus its fitted mean.
   *
   * @return one value a row
   */
  public double[] residuals() {
    return residuals.clone();
  }

  /**
   * The diagonal of the hat matrix (of the last weighted least squares step in generalised linear
   * models): how much a row pulls its own fitted value. They add up to the number of coefficients.
   *
   * @return one value from 0 to 1 a row
   */
  public double[] leverage() {
    return leverage.clone();
  }

  /**
   * Cook's distance: how far all coefficients would move without the row, {@code r_i² h_i / (phi k
   * (1-h_i)²)}, where {@code r_i} is the Pearson residual, {@code h_i} the leverage, {@code k} the
   * number of coefficients and {@code phi} the dispersion (the residual variance in linear
   * equations, 1 for binary, Poisson and negative binomial ones). A row with a leverage of 1, which
   * no other row could replace, has a distance of 0.
   *
   * @return one value a row
   */
  public double[] cooksDistance() {
    return cooksDistance.clone();
  }

  @Override
  public String toString() {
    return "fitted values, residuals, leverages and Cook's distances of " + fitted.length + " rows";
  }
}
