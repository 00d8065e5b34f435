package org.socialcure.mediation.internal.glm;

/** A count whose log mean is linear and whose variance is its mean. */
final class PoissonResponse extends Response {
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
    return StrictMath.exp(eta);
  }

  @Override
  public double logLikelihood(double y, double eta) {
    return y * eta - StrictMath.exp(eta) - GammaDifferences.logFactorial(y);
  }

  @Override
  public void derivatives(double y, double eta, double[] values) {
    double mean = StrictMath.exp(eta);
    values[SCORE] = y - mean;
    values[INFORMATION] = mean;
    values[CURVATURE] = mean;
    values[DEVIANCE] = 2 * ((y > 0 ? y * (StrictMath.log(y) - eta) : 0) - (y - mean));
  }

  @Override
  public int direction(double y) {
    return y > 0 ? 0 : -1;
  }
}
