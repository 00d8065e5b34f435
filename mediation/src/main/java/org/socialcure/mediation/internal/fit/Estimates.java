package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Term;

/**
 * All coefficients of a model in one vector, with their joint covariance.
 *
 * <p>Coefficients of different equations are uncorrelated: each equation is estimated by itself.
 */
final class Estimates {
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final List<FittedEquation> equations;
  private final double[] values;
  private final double[][] covariance;

  Estimates(List<FittedEquation> equations) {
    this.equations = List.copyOf(equations);
    int size = equations.stream().mapToInt(FittedEquation::size).sum();
    values = new double[size];
    covariance = new double[size][size];
    for (FittedEquation fitted : equations) {
      int position = fitted.start();
      Equation equation = fitted.equation();
      positions.put(equation.outcome() + "~1", position);
      int intercept = position;
      equation.interceptLabel().ifPresent(label -> positions.put(label, intercept));
      for (Term term : equation.terms()) {
        int next = ++position;
        positions.put(equation.outcome() + "~" + term.name(), next);
        term.label().ifPresent(label -> positions.put(label, next));
      }
      double[] estimates = fitted.fit().estimates();
      double[][] block = fitted.fit().covariance();
      System.arraycopy(estimates, 0, values, fitted.start(), estimates.length);
      for (int i = 0; i < block.length; i++) {
        System.arraycopy(block[i], 0, covariance[fitted.start() + i], fitted.start(), block.length);
      }
    }
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
    return compiled(effect).applyAsDouble(coefficients);
  }

  /** An effect as a function of the coefficient vector, for evaluating it many times. */
  ToDoubleFunction<double[]> compiled(Expression effect) {
    if (effect instanceof Expression.Constant c) {
      double value = c.value();
      return coefficients -> value;
    }
    if (effect instanceof Expression.Coefficient c) {
      int position = position(c.name());
      return coefficients -> coefficients[position];
    }
    if (effect instanceof Expression.Sum sum) {
      List<ToDoubleFunction<double[]>> terms = sum.terms().stream().map(this::compiled).toList();
      return coefficients -> {
        double total = 0;
        for (ToDoubleFunction<double[]> term : terms) {
          total += term.applyAsDouble(coefficients);
        }
        return total;
      };
    }
    if (effect instanceof Expression.Product product) {
      List<ToDoubleFunction<double[]>> factors =
          product.factors().stream().map(this::compiled).toList();
      return coefficients -> {
        double total = 1;
        for (ToDoubleFunction<double[]> factor : factors) {
          total *= factor.applyAsDouble(coefficients);
        }
        return total;
      };
    }
    return coefficients -> effect.evaluate(name -> coefficients[position(name)]);
  }

  double evaluate(Expression effect) {
    return evaluate(effect, values);
  }

  double[] gradient(Expression effect, double[] coefficients) {
    double[] gradient = new double[values.length];
    for (String name : effect.coefficients()) {
      gradient[position(name)] += evaluate(effect.derivative(name), coefficients);
    }
    return gradient;
  }

  /** The first-order delta method. */
  double deltaVariance(Expression effect) {
    double[] gradient = gradient(effect, values);
    return covariance(gradient, gradient);
  }

  /** The covariance of two linear combinations of all coefficients. */
  double covariance(double[] first, double[] second) {
    double sum = 0;
    for (int e = 0; e < equations.size(); e++) {
      sum += equations.get(e).fit().covariance(part(first, e), part(second, e));
    }
    return sum;
  }

  /** The multipliers of the coefficients of one equation among those of all. */
  double[] part(double[] multipliers, int equation) {
    FittedEquation fitted = equations.get(equation);
    return Arrays.copyOfRange(multipliers, fitted.start(), fitted.start() + fitted.size());
  }

  double[][] covariance() {
    return covariance;
  }
}
