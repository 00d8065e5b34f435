package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.socialcure.mediation.model.Expression;

/**
 * An effect as a function of the vector of all coefficients: its value, and its gradient in one
 * sweep back over its parts (reverse accumulation). Both cost as much as the effect has parts, each
 * counted once.
 *
 * <p>Immutable and thread-safe.
 */
public final class EffectFunction {
  private final List<Step> steps;

  /**
   * A part of the effect.
   *
   * @param expression what it is
   * @param position the position of a coefficient
   * @param parts the positions of its parts among the steps before it
   */
  private record Step(Expression expression, int position, int[] parts) {}

  private EffectFunction(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * The function.
   *
   * @param effect coefficients only
   * @param position the position of each coefficient in the vector
   * @return the effect as a function
   * @throws IllegalStateException if the effect depends on a moderator that has no value
   */
  public static EffectFunction of(Expression effect, ToIntFunction<String> position) {
    IdentityHashMap<Expression, Integer> places = new IdentityHashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Expression e : effect.inOrder()) {
      if (e instanceof Expression.Moderator moderator) {
        throw new IllegalStateException(
            "The moderator '" + moderator.variable() + "' has no value yet.");
      }
      int[] parts =
          e.parts().stream().mapToInt(p -> Objects.requireNonNull(places.get(p))).toArray();
      int at =
          e instanceof Expression.Coefficient coefficient
              ? position.applyAsInt(coefficient.name())
              : -1;
      places.put(e, steps.size());
      steps.add(new Step(e, at, parts));
    }
    return new EffectFunction(steps);
  }

  /**
   * The value.
   *
   * @param coefficients the vector
   * @return the effect; not finite where it has no value
   */
  public double at(double[] coefficients) {
    return values(coefficients)[steps.size() - 1];
  }

  private double[] values(double[] coefficients) {
    double[] values = new double[steps.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(steps.get(i), values, coefficients);
    }
    return values;
  }

  private static double value(Step step, double[] values, double[] coefficients) {
    Expression e = step.expression();
    int[] parts = step.parts();
    if (e instanceof Expression.Product) {
      double product = 1;
      for (int part : parts) {
        product *= values[part];
      }
      return product;
    }
    if (e instanceof Expression.Coefficient) {
      return coefficients[step.position()];
    }
    if (e instanceof Expression.Sum) {
      double sum = 0;
      for (int part : parts) {
        sum += values[part];
      }
      return sum;
    }
    if (e instanceof Expression.Constant constant) {
      return constant.value();
    }
    double first = values[parts[0]];
    if (e instanceof Expression.Negation) {
      return -first;
    }
    if (e instanceof Expression.Quotient) {
      return first / values[parts[1]];
    }
    if (e instanceof Expression.Power power) {
      return StrictMath.pow(first, power.exponent());
    }
    return e instanceof Expression.Call call ? call.function().apply(first) : first;
  }

  /**
   * The partial derivatives.
   *
   * @param coefficients the vector
   * @return one for each coefficient; not finite where there is none, as of an absolute value at
   *     zero
   */
  public double[] gradient(double[] coefficients) {
    double[] values = values(coefficients);
    double[] slopes = new double[values.length];
    double[] gradient = new double[coefficients.length];
    slopes[slopes.length - 1] = 1;
    for (int i = slopes.length - 1; i >= 0; i--) {
      // What does not matter has no part in it, even where it has no derivative.
      if (slopes[i] == 0) {
        continue;
      }
      if (steps.get(i).position() >= 0) {
        gradient[steps.get(i).position()] += slopes[i];
      }
      pass(steps.get(i), slopes[i], values[i], values, slopes);
    }
    return gradient;
  }

  /** Passes the derivative with respect to a part on to its own parts. */
  private static void pass(
      Step step, double slope, double value, double[] values, double[] slopes) {
    Expression e = step.expression();
    int[] parts = step.parts();
    if (e instanceof Expression.Product) {
      product(parts, slope, values, slopes);
    } else if (e instanceof Expression.Sum || e instanceof Expression.Reference) {
      for (int part : parts) {
        slopes[part] += slope;
      }
    } else if (e instanceof Expression.Negation) {
      slopes[parts[0]] -= slope;
    } else if (e instanceof Expression.Quotient) {
      double denominator = values[parts[1]];
      slopes[parts[0]] += slope / denominator;
      slopes[parts[1]] -= slope * values[parts[0]] / (denominator * denominator);
    } else if (e instanceof Expression.Power power) {
      double exponent = power.exponent();
      slopes[parts[0]] +=
          exponent == 0 ? 0 : slope * exponent * StrictMath.pow(values[parts[0]], exponent - 1);
    } else if (e instanceof Expression.Call call) {
      double argument = values[parts[0]];
      slopes[parts[0]] +=
          slope
              * switch (call.function()) {
                case EXP -> value;
                case LOG -> 1 / argument;
                case SQRT -> 0.5 / value;
                // The sign of the argument; there is no derivative at zero.
                case ABS -> argument / value;
              };
    }
  }

  /** Each factor is passed the product of all others: those before it times those after it. */
  private static void product(int[] factors, double slope, double[] values, double[] slopes) {
    double[] before = new double[factors.length];
    double product = slope;
    for (int f = 0; f < factors.length; f++) {
      before[f] = product;
      product *= values[factors[f]];
    }
    double after = 1;
    for (int f = factors.length - 1; f >= 0; f--) {
      slopes[factors[f]] += before[f] * after;
      after *= values[factors[f]];
    }
  }
}
