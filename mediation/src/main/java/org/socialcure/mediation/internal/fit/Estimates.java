package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.effect.EffectFunction;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Term;

/**
 * All coefficients of a model in one vector, with their joint covariance.
 *
 * <p>Each equation is estimated by itself; coefficients of different equations are correlated only
 * as {@link JointErrors} says.
 */
final class Estimates {
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final List<FittedEquation> equations;
  private final double[] values;
  private final JointErrors joint;
  private final Lazy<double[][]> covariance;

  Estimates(List<FittedEquation> equations) {
    this.equations = List.copyOf(equations);
    int size = equations.stream().mapToInt(FittedEquation::size).sum();
    values = new double[size];
    joint = new JointErrors(this.equations);
    covariance = Lazy.of(this::wholeCovariance);
    for (FittedEquation fitted : equations) {
      int position = fitted.start();
      Equation equation = fitted.equation();
      if (equation.hasIntercept()) {
        int intercept = position++;
        positions.put(equation.outcome() + "~1", intercept);
        equation.interceptLabel().ifPresent(label -> positions.put(label, intercept));
      }
      for (Term term : equation.terms()) {
        int next = position++;
        positions.put(equation.outcome() + "~" + term.name(), next);
        term.label().ifPresent(label -> positions.put(label, next));
      }
      double[] estimates = fitted.fit().estimates();
      System.arraycopy(estimates, 0, values, fitted.start(), estimates.length);
    }
  }

  private double[][] wholeCovariance() {
    double[][] whole = new double[values.length][values.length];
    for (int d = 0; d < equations.size(); d++) {
      FittedEquation one = equations.get(d);
      double[][] block = one.fit().covariance();
      for (int i = 0; i < block.length; i++) {
        System.arraycopy(block[i], 0, whole[one.start() + i], one.start(), block.length);
      }
      for (int e = 0; e < d; e++) {
        if (joint.related(d, e)) {
          FittedEquation other = equations.get(e);
          for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
              double between = joint.covariance(d, unit(one, i), e, unit(other, j));
              whole[one.start() + i][other.start() + j] = between;
              whole[other.start() + j][one.start() + i] = between;
            }
          }
        }
      }
    }
    return whole;
  }

  private static double[] unit(FittedEquation equation, int coefficient) {
    double[] unit = new double[equation.size()];
    unit[coefficient] = 1;
    return unit;
  }

  int size() {
    return values.length;
  }

  double[] values() {
    return values;
  }

  int position(String coefficient) {
    Integer position = positions.get(coefficient);
    if (position == null) {
      throw new IllegalStateException("The model has no coefficient " + coefficient + ".");
    }
    return position;
  }

  double evaluate(Expression effect, double[] coefficients) {
    return function(effect).at(coefficients);
  }

  /** An effect as a function of the coefficient vector, for evaluating it many times. */
  EffectFunction function(Expression effect) {
    return EffectFunction.of(effect, this::position);
  }

  double evaluate(Expression effect) {
    return evaluate(effect, values);
  }

  double[] gradient(Expression effect) {
    return function(effect).gradient(values);
  }

  /** Whether the rows of single clusters alone decide what an equation gives to an effect. */
  boolean singleClustersDecide(Expression effect) {
    double[] gradient = gradient(effect);
    for (int e = 0; e < equations.size(); e++) {
      if (equations.get(e).fit().isDecidedBySingleClusters(part(gradient, e))) {
        return true;
      }
    }
    return false;
  }

  /** The multipliers of those equations that take part, each among those of all. */
  Stream<double[]> equationsOf(double[] multipliers) {
    return IntStream.range(0, equations.size())
        .filter(e -> takesPart(multipliers, e))
        .mapToObj(
            e -> {
              FittedEquation fitted = equations.get(e);
              double[] alone = new double[multipliers.length];
              System.arraycopy(multipliers, fitted.start(), alone, fitted.start(), fitted.size());
              return alone;
            });
  }

  /** The first-order delta method. */
  double deltaVariance(Expression effect) {
    double[] gradient = gradient(effect);
    return covariance(gradient, gradient);
  }

  /**
   * The same as if the equations were unrelated, which is what replicates know of themselves: the
   * measure by which studentised statistics are told.
   */
  double deltaVarianceByEquation(Expression effect) {
    double[] gradient = gradient(effect);
    double sum = 0;
    for (int e = 0; e < equations.size(); e++) {
      double[] part = part(gradient, e);
      sum += equations.get(e).fit().covariance(part, part);
    }
    return sum;
  }

  /** The covariance of two linear combinations of all coefficients. */
  double covariance(double[] first, double[] second) {
    double sum = 0;
    for (int e = 0; e < equations.size(); e++) {
      sum += equations.get(e).fit().covariance(part(first, e), part(second, e));
    }
    // Only effects that meet outcomes side by side, such as sums over mediators, have more.
    for (int d = 0; d < equations.size(); d++) {
      for (int e = 0; e < equations.size(); e++) {
        if (takesPart(first, d) && takesPart(second, e) && joint.related(d, e)) {
          sum += joint.covariance(d, part(first, d), e, part(second, e));
        }
      }
    }
    return sum;
  }

  /** The multipliers of the coefficients of one equation among those of all. */
  double[] part(double[] multipliers, int equation) {
    FittedEquation fitted = equations.get(equation);
    return Arrays.copyOfRange(multipliers, fitted.start(), fitted.start() + fitted.size());
  }

  private boolean takesPart(double[] multipliers, int equation) {
    return Arrays.stream(part(multipliers, equation)).anyMatch(v -> v != 0);
  }

  double[][] covariance() {
    return covariance.get();
  }
}
