package org.socialcure.mediation.internal.glm;

/**
 * The distribution of an outcome given its linear predictor {@code eta}, one row at a time.
 *
 * <p>Stateless and thread-safe.
 */
public abstract class Response {
  /** Where {@link #derivatives} puts the derivative of the log likelihood by eta. */
  public static final int SCORE = 0;

  /** Where {@link #derivatives} puts the expected negative second derivative. */
  public static final int INFORMATION = 1;

  /** Where {@link #derivatives} puts the deviance. */
  public static final int DEVIANCE = 2;

  /** Where {@link #derivatives} puts the negative second derivative itself, never negative. */
  public static final int CURVATURE = 3;

  /** How many values {@link #derivatives} gives. */
  public static final int VALUES = 4;

  Response() {}

  /**
   * An outcome of 0 or 1 with the logit link.
   *
   * @return the response
   */
  public static Response logit() {
    return new LogitResponse();
  }

  /**
   * An outcome of 0 or 1 with the probit link.
   *
   * @return the response
   */
  public static Response probit() {
    return new ProbitResponse();
  }

  /**
   * A Poisson count with the log link.
   *
   * @return the response
   */
  public static Response poisson() {
    return new PoissonResponse();
  }

  /**
   * A negative binomial count with the log link.
   *
   * @param theta the shape: variance = mu + mu²/theta; infinite for the Poisson distribution
   * @return the response
   */
  public static Response negativeBinomial(double theta) {
    return theta == Double.POSITIVE_INFINITY ? poisson() : new NegativeBinomialResponse(theta);
  }

  /**
   * The mean of the outcome.
   *
   * @param eta the linear predictor
   * @return the mean
   */
  public abstract double mean(double eta);

  /**
   * The linear predictor of a mean.
   *
   * @param mean a mean inside the range of the outcome
   * @return the linear predictor
   */
  public abstract double link(double mean);

  /**
   * The variance of the outcome.
   *
   * @param eta the linear predictor
   * @return the variance
   */
  public abstract double variance(double eta);

  /**
   * The log likelihood of one row.
   *
   * @param y the outcome
   * @param eta the linear predictor
   * @return the logarithm of the probability of the outcome
   */
  public abstract double logLikelihood(double y, double eta);

  /**
   * The derivatives of one row's log likelihood, and its deviance.
   *
   * @param y the outcome
   * @param eta the linear predictor
   * @param values where they go, see the constants of this class
   */
  public abstract void derivatives(double y, double eta, double[] values);

  /**
   * In which direction of the linear predictor an outcome becomes ever more likely.
   *
   * @param y the outcome
   * @return 1 for up, -1 for down, 0 if it is most likely at a finite predictor
   */
  public abstract int direction(double y);
}
