package org.socialcure.mediation.regression;

import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.mediation.internal.glm.Response;
import org.socialcure.mediation.internal.glm.Scoring;

/**
 * The likelihood of one coefficient of an equation of a binary outcome or a count, largest over all
 * other coefficients.
 */
final class ProfileLikelihood {
  /** How many times the distance of a Wald limit a limit is looked for. */
  private static final double FARTHEST = 1000;

  private static final double GROWTH = 1.6;
  private static final int ROUNDS = 100;

  /** Of the root of the fall of the deviance, about 2. */
  private static final double TOLERANCE = 1e-11;

  /** Of a distance. */
  private static final double ROUNDING = 1e-14;

  private final RegressionFit fit;
  private final Design design;
  private final Response response;
  private final double[] estimates;
  private final double least;
  private final double cut;

  private ProfileLikelihood(RegressionFit fit, Design design, Response response) {
    this.fit = fit;
    this.design = design;
    this.response = response;
    this.estimates = fit.estimates();
    this.cut = fit.criticalValue();
    double[] eta = new double[design.rows()];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = design.offset(i);
      for (int j = 0; j < estimates.length; j++) {
        eta[i] += estimates[j] * design.columns()[j][i];
      }
    }
    this.least = deviance(eta);
  }

  /** The profiles of a fitted equation that has a likelihood. */
  static ProfileLikelihood of(RegressionFit fit) {
    Response response =
        switch (fit.family()) {
          case LOGIT -> Response.logit();
          case PROBIT -> Response.probit();
          case POISSON -> Response.poisson();
          case NEGATIVE_BINOMIAL ->
              fit.measures()
                  .theta()
                  .map(t -> Response.negativeBinomial(t.value()))
                  .orElseGet(Response::poisson);
          case GAUSSIAN, QUASI_POISSON ->
              throw new IllegalArgumentException("The family has no likelihood to follow.");
        };
    return new ProfileLikelihood(fit, EquationCheck.check(fit.equation()), response);
  }

  private double deviance(double[] eta) {
    double[] values = new double[Response.VALUES];
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      response.derivatives(design.y()[i], eta[i], values);
      sum += design.weight(i) * values[Response.DEVIANCE];
    }
    return sum;
  }

  /**
   * The limits of a coefficient.
   *
   * @param index its place among the terms
   * @return the limits; empty where the likelihood does not fall as far on one side
   */
  Optional<Interval> limits(int index) {
    OptionalDouble lower = new Side(index, -1).limit();
    OptionalDouble upper = new Side(index, 1).limit();
    return lower.isPresent() && upper.isPresent()
        ? Optional.of(
            new Interval(lower.getAsDouble(), upper.getAsDouble(), fit.equation().level()))
        : Optional.empty();
  }

  /** The way from the estimate of a coefficient to one of its limits. */
  private final class Side {
    private final int index;
    private final int sign;
    private final double[][] others;
    private double[] start;

    Side(int index, int sign) {
      this.index = index;
      this.sign = sign;
      others = new double[estimates.length - 1][];
      start = new double[others.length];
      for (int j = 0; j < estimates.length; j++) {
        if (j != index) {
          others[j < index ? j : j - 1] = design.columns()[j];
          start[j < index ? j : j - 1] = estimates[j];
        }
      }
    }

    /**
     * The root of the fall of the likelihood at a distance, less the critical value: nearly a
     * straight line. Not a number where it cannot be followed.
     */
    private double excess(double distance) {
      double held = estimates[index] + sign * distance;
      double[] offset = new double[design.rows()];
      for (int i = 0; i < offset.length; i++) {
        offset[i] = design.offset(i) + held * design.columns()[index][i];
      }
      double deviance;
      if (others.length == 0) {
        deviance = deviance(offset);
      } else {
        Scoring.Solution solution =
            new Scoring(others, design.y(), design.weights(), offset).solve(response, start);
        if (solution.status() != Scoring.Status.CONVERGED) {
          return Double.NaN;
        }
        start = solution.coefficients();
        deviance = deviance(solution.eta());
      }
      return Math.sqrt(Math.max(0, deviance - least)) - cut;
    }

    OptionalDouble limit() {
      double wald = cut * fit.coefficients().get(index).standardError();
      double low = 0;
      double excessLow = -cut;
      double high = wald;
      double excessHigh = excess(high);
      while (excessHigh < 0 && high < FARTHEST * wald) {
        low = high;
        excessLow = excessHigh;
        high *= GROWTH;
        excessHigh = excess(high);
      }
      if (!(excessHigh >= 0) || !Double.isFinite(excessHigh)) {
        return OptionalDouble.empty();
      }
      double reached = high;
      double excess = excessHigh;
      // Regula falsi, an end that stays counting half as much each time (Dowell and Jarratt 1971).
      for (int round = 0; round < ROUNDS && Math.abs(excess) > TOLERANCE; round++) {
        reached = high - excessHigh * (high - low) / (excessHigh - excessLow);
        excess = excess(reached);
        if (Double.isNaN(excess)) {
          return OptionalDouble.empty();
        }
        if (excess > 0) {
          high = reached;
          excessHigh = excess;
          excessLow /= 2;
        } else {
          low = reached;
          excessLow = excess;
          excessHigh /= 2;
        }
        if (high - low <= ROUNDING * high) {
          break;
        }
      }
      return OptionalDouble.of(estimates[index] + sign * reached);
    }
  }
}
