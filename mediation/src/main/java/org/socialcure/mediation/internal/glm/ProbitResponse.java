package org.socialcure.mediation.internal.glm;

import org.socialcure.core.internal.numeric.Distributions;

/** An outcome of 0 or 1, normal quantile of the probability linear. */
final class ProbitResponse extends Response {
  private static final double LOG_SQRT_TWO_PI = 0.91893853320467274178;

  @Override
  public double mean(double eta) {
    return Distributions.normalCdf(eta);
  }

  @Override
  public double link(double mean) {
    return Distributions.normalQuantile(mean);
  }

  @Override
  public double variance(double eta) {
    return Distributions.normalCdf(eta) * Distributions.normalUpper(eta);
  }

  @Override
  public double logLikelihood(double y, double eta) {
    double towards = y > 0 ? eta : -eta;
    double size = Math.abs(eta);
    double mills = Distributions.millsRatio(size);
    double logDensity = -0.5 * size * size - LOG_SQRT_TWO_PI;
    return towards >= 0
        ? StrictMath.log1p(-StrictMath.exp(logDensity) * mills)
        : logDensity + StrictMath.log(mills);
  }

  @Override
  public void derivatives(double y, double eta, double[] values) {
    double size = Math.abs(eta);
    double mills = Distributions.millsRatio(size);
    double logDensity = -0.5 * size * size - LOG_SQRT_TWO_PI;
    double density = StrictMath.exp(logDensity);
    double tail = density * mills;
    // Density over probability of the likelier and of the rarer outcome.
    double likelier = density / (1 - tail);
    double rarer = 1 / mills;
    boolean success = y > 0;
    boolean expected = success == eta >= 0;
    double pull = expected ? likelier : rarer;
    values[SCORE] = success ? pull : -pull;
    values[INFORMATION] = likelier * rarer;
    values[CURVATURE] = Math.max(0, pull * (pull + (expected ? size : -size)));
    values[DEVIANCE] =
        -2 * (expected ? StrictMath.log1p(-tail) : logDensity + StrictMath.log(mills));
  }

  @Override
  public int direction(double y) {
    return y > 0 ? 1 : -1;
  }
}
