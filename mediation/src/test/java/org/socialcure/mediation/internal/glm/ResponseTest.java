package org.socialcure.mediation.internal.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTest {
  private static final List<Response> ALL =
      List.of(
          Response.logit(),
          Response.probit(),
          Response.poisson(),
          Response.negativeBinomial(0.7),
          Response.negativeBinomial(1e4));

  private static List<Double> outcomes(Response response) {
    return response.direction(1) == 1 ? List.of(0.0, 1.0) : List.of(0.0, 1.0, 3.0, 250.0);
  }

  @Test
  void theScoreIsTheSlopeOfTheLogLikelihoodAndOfHalfTheDeviance() {
    double[] values = new double[Response.VALUES];
    double[] up = new double[Response.VALUES];
    double[] down = new double[Response.VALUES];
    double h = 1e-5;
    for (Response response : ALL) {
      for (double y : outcomes(response)) {
        for (double eta = -6; eta <= 6; eta += 0.37) {
          response.derivatives(y, eta, values);
          response.derivatives(y, eta + h, up);
          response.derivatives(y, eta - h, down);
          double score = values[Response.SCORE];
          double slope =
              (response.logLikelihood(y, eta + h) - response.logLikelihood(y, eta - h)) / (2 * h);
          double deviance = (up[Response.DEVIANCE] - down[Response.DEVIANCE]) / (2 * h);
          double tolerance = 2e-7 * (1 + Math.abs(score));
          assertEquals(slope, score, tolerance);
          assertEquals(-deviance / 2, score, tolerance);
        }
      }
    }
  }

  @Test
  void theInformationIsTheMeanSquaredScore() {
    double[] values = new double[Response.VALUES];
    for (Response response : ALL) {
      boolean binary = response.direction(1) == 1;
      for (double eta = -4; eta <= 2; eta += 0.5) {
        double mean = 0;
        double squares = 0;
        double information = 0;
        double total = 0;
        for (int y = 0; y <= (binary ? 1 : 2000); y++) {
          double probability = Math.exp(response.logLikelihood(y, eta));
          response.derivatives(y, eta, values);
          total += probability;
          mean += probability * y;
          squares += probability * values[Response.SCORE] * values[Response.SCORE];
          information = values[Response.INFORMATION];
        }
        assertEquals(1, total, 1e-9);
        assertEquals(response.mean(eta), mean, 1e-9 * (1 + mean));
        assertEquals(information, squares, 1e-8 * (1 + squares));
        assertEquals(eta, response.link(response.mean(eta)), 1e-10);
      }
    }
  }

  @Test
  void aHugeThetaIsThePoissonDistribution() {
    double[] values = new double[Response.VALUES];
    double[] limit = new double[Response.VALUES];
    Response huge = Response.negativeBinomial(1e13);
    for (double y : List.of(0.0, 1.0, 7.0, 180.0)) {
      for (double eta = -3; eta < 6; eta += 0.5) {
        huge.derivatives(y, eta, values);
        Response.poisson().derivatives(y, eta, limit);
        for (int i = 0; i < Response.VALUES; i++) {
          assertEquals(limit[i], values[i], 1e-9 * (1 + Math.abs(limit[i])));
        }
        double expected = Response.poisson().logLikelihood(y, eta);
        assertEquals(expected, huge.logLikelihood(y, eta), 1e-9 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void extremePredictorsStayFinite() {
    double[] values = new double[Response.VALUES];
    for (Response response : List.of(Response.logit(), Response.probit())) {
      for (double eta : new double[] {-800, -40, 40, 800}) {
        for (double y : List.of(0.0, 1.0)) {
          response.derivatives(y, eta, values);
          for (double value : values) {
            assertTrue(Double.isFinite(value), response + " at " + eta);
          }
        }
      }
    }
  }

  @Test
  void theCurvatureIsTheSlopeOfTheScore() {
    double[] values = new double[Response.VALUES];
    double[] up = new double[Response.VALUES];
    double[] down = new double[Response.VALUES];
    double h = 1e-5;
    for (Response response : ALL) {
      for (double y : outcomes(response)) {
        for (double eta = -6; eta <= 6; eta += 0.37) {
          response.derivatives(y, eta, values);
          response.derivatives(y, eta + h, up);
          response.derivatives(y, eta - h, down);
          double slope = (up[Response.SCORE] - down[Response.SCORE]) / (2 * h);
          double curvature = values[Response.CURVATURE];
          assertEquals(-slope, curvature, 1e-6 * (1 + curvature));
        }
      }
    }
  }

  @Test
  void differencesOfGammaFunctionsGrowByTheNextTerm() {
    for (double from : new double[] {200, 201.5, 1e4}) {
      for (double steps : new double[] {1, 10, 5000}) {
        double digamma = GammaDifferences.digamma(from, steps);
        assertEquals(
            digamma + 1 / (from + steps), GammaDifferences.digamma(from, steps + 1), 1e-14);
        double trigamma = GammaDifferences.trigamma(from, steps);
        assertEquals(
            trigamma + 1 / ((from + steps) * (from + steps)),
            GammaDifferences.trigamma(from, steps + 1),
            1e-16);
      }
    }
    for (double theta : new double[] {0.3, 5, 1000}) {
      for (double y : new double[] {1, 199, 200, 201, 5000}) {
        double rising = GammaDifferences.logRising(theta, y);
        assertEquals(
            rising + Math.log1p(y / theta), GammaDifferences.logRising(theta, y + 1), 1e-9);
      }
    }
  }
}
