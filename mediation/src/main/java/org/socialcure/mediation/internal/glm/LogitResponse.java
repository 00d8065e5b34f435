package org.socialcure.mediation.internal.glm;

/** An outcome of 0 or 1, log odds linear. */
final class LogitResponse extends Response {
  @Override
  public double mean(double eta) {
    double tail = StrictMath.exp(-Math.abs(eta));
    return (eta >= 0 ? 1 : tail) / (1 + tail);
  }

  @Override
  public double link(double mean) {
    return StrictMath.log(mean / (1 - mean));
  }

  @Override
  public double variance(double eta) {
    double tail = StrictMath.exp(-Math.abs(eta));
    return tail / ((1 + tail) * (1 + tail));
  }

  @Override
  public double logLikelihood(double y, double eta) {
    double towards = y > 0 ? eta : -eta;
    return -StrictMath.log1p(StrictMath.exp(-Math.abs(eta))) + Math.min(towards, 0);
  }

  @Override
  public void derivatives(double y, double eta, double[] values) {
    double tail = StrictMath.exp(-Math.abs(eta));
    double likelier = 1 / (1 + tail);
    double rarer = tail * likelier;
    boolean success = y > 0;
    boolean expected = success == eta >= 0;
    double miss = expected ? rarer : likelier;
    values[SCORE] = success ? miss : -miss;
    values[INFORMATION] = likelier * rarer;
    values[CURVATURE] = values[INFORMATION];
    values[DEVIANCE] = 2 * (StrictMath.log1p(tail) + (expected ? 0 : Math.abs(eta)));
  }

  @Override
  public int direction(double y) {
    return y > 0 ? 1 : -1;
  }
}
