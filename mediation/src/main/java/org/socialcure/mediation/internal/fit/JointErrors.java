package org.socialcure.mediation.internal.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.linear.Summation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;

/**
 * The covariances of coefficients of different linear equations.
 *
 * <p>Outcomes of which none leads to the other, such as parallel mediators, may have correlated
 * residuals, and then their coefficients are correlated too: {@code sigma_de B_d X_d'W X_e B_e}
 * with {@code B = (X'WX)^-1} and {@code sigma_de} the weighted sum of the products of residuals
 * over {@code sqrt((n - k_d)(n - k_e))} (Zellner 1962, doi 10.1080/01621459.1962.10480664); robust
 * kinds put each row's or cluster's products in the place of sigma. Where one outcome leads to the
 * other, or the equations have different kinds of errors or another family, coefficients are taken
 * to be uncorrelated.
 */
final class JointErrors {
  private final List<FittedEquation> equations;
  private final List<Lazy<Optional<RowLoadings>>> loadings;

  JointErrors(List<FittedEquation> equations) {
    this.equations = equations;
    this.loadings = equations.stream().map(e -> Lazy.of(() -> RowLoadings.of(e.fit()))).toList();
  }

  /** Whether coefficients of two equations may be correlated. */
  boolean related(int one, int other) {
    Equation first = equations.get(one).equation();
    Equation second = equations.get(other).equation();
    return one != other
        && first.family() == Family.GAUSSIAN
        && second.family() == Family.GAUSSIAN
        && equations.get(one).fit().standardErrors() == equations.get(other).fit().standardErrors()
        && !leads(first.outcome(), second.outcome(), new HashSet<>())
        && !leads(second.outcome(), first.outcome(), new HashSet<>());
  }

  private boolean leads(String from, String to, Set<String> seen) {
    return equations.stream()
        .map(FittedEquation::equation)
        .filter(e -> e.dependsOn(from) && seen.add(e.outcome()))
        .anyMatch(e -> e.outcome().equals(to) || leads(e.outcome(), to, seen));
  }

  /**
   * The covariance of a linear combination of one equation's coefficients with one of another's.
   */
  double covariance(int one, double[] first, int other, double[] second) {
    Optional<RowLoadings> a = loadings.get(one).get();
    Optional<RowLoadings> b = loadings.get(other).get();
    if (a.isPresent() && b.isPresent()) {
      return a.get().covariance(first, b.get(), second);
    }
    return equations
        .get(one)
        .fit()
        .equation()
        .moments()
        .map(m -> ofMoments(m, equations.get(one), first, equations.get(other), second))
        .orElse(0.0);
  }

  private static double ofMoments(
      Moments moments, FittedEquation d, double[] first, FittedEquation e, double[] second) {
    double sigmaD = d.fit().measures().residualStandardError().orElse(0);
    double sigmaE = e.fit().measures().residualStandardError().orElse(0);
    if (!(sigmaD > 0 && sigmaE > 0)) {
      return 0;
    }
    double[] restD = residual(moments, d);
    double[] restE = residual(moments, e);
    double products = 0;
    for (int i = 0; i < restD.length; i++) {
      for (int j = 0; j < restE.length; j++) {
        products += restD[i] * moments.covariance().get(i).get(j) * restE[j];
      }
    }
    double sigma =
        (moments.n() - 1)
            * products
            / Math.sqrt((double) d.fit().residualDf() * e.fit().residualDf());
    double[] left = times(d.fit().covariance(), first, 1 / (sigmaD * sigmaD));
    double[] right = times(e.fit().covariance(), second, 1 / (sigmaE * sigmaE));
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        sum += left[i] * crossProduct(moments, term(d, i), term(e, j)) * right[j];
      }
    }
    return sigma * sum;
  }

  /** The residual of an equation as multiples of the variables. */
  private static double[] residual(Moments moments, FittedEquation equation) {
    double[] rest = new double[moments.names().size()];
    rest[moments.indexOf(equation.outcome())] = 1;
    double[] estimates = equation.fit().estimates();
    for (int j = 0; j < estimates.length; j++) {
      int index = j;
      term(equation, j).ifPresent(t -> rest[moments.indexOf(t)] -= estimates[index]);
    }
    return rest;
  }

  /** The column of a coefficient; empty for the intercept. */
  private static Optional<String> term(FittedEquation equation, int coefficient) {
    return Optional.of(equation.fit().terms().get(coefficient))
        .filter(t -> !t.equals(Regression.INTERCEPT));
  }

  private static double crossProduct(
      Moments moments, Optional<String> one, Optional<String> other) {
    double meanOne = one.map(t -> moments.means().get(moments.indexOf(t))).orElse(1.0);
    double meanOther = other.map(t -> moments.means().get(moments.indexOf(t))).orElse(1.0);
    double covariance =
        one.isPresent() && other.isPresent()
            ? moments.covariance().get(moments.indexOf(one.get())).get(moments.indexOf(other.get()))
            : 0;
    return moments.n() * meanOne * meanOther + (moments.n() - 1) * covariance;
  }

  private static double[] times(double[][] matrix, double[] vector, double factor) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      product[i] = factor * Summation.dot(matrix[i], vector);
    }
    return product;
  }
}
