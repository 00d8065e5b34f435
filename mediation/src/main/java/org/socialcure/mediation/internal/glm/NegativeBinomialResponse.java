package org.socialcure.mediation.internal.glm;

/**
 * A count whose log mean is linear and whose variance is {@code mu + mu²/theta}.
 *
 * <p>Written so that nothing cancels as theta grows and the distribution becomes the Poisson one.
 */
final class NegativeBinomialResponse extends Response {
  private final double theta;

  NegativeBinomialResponse(double theta) {
    this.theta = theta;
  }

  @Override
  public double mean(double eta) {
    return StrictMath.exp(eta);
  }

  @Override
  public double link(double mean) {
    return StrictMath.log(mean);
  }

  @Override
  public double variance(double eta) {
    double mean = StrictMath.exp(eta);
    return mean * (1 + mean / theta);
  }

  @Override
  public double logLikelihood(double y, double eta) {
    double mean = StrictMath.exp(eta);
    return GammaDifferences.logRising(theta, y)
        - GammaDifferences.logFactorial(y)
        + y * eta
        - (y + theta) * StrictMath.log1p(mean / theta);
  }

  @Override
  public void derivatives(double y, double eta, double[] values) {
    double mean = StrictMath.exp(eta);
    double spread = 1 + mean / theta;
    values[SCORE] = (y - mean) / spread;
    values[INFORMATION] = mean / spread;
    values[CURVATURE] = mean * (1 + y / theta) / (spread * spread);
    values[DEVIANCE] =
        2
            * ((y > 0 ? y * (StrictMath.log(y) - eta) : 0)
                - (y + theta) * StrictMath.log1p((y - mean) / (mean + theta)));
  }

  @Override
  public int direction(double y) {
    return y > 0 ? 0 : -1;
  }
}
