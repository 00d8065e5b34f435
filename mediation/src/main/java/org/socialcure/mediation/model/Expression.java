package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.socialcure.core.internal.Names;

/**
 * An effect as an expression of coefficients and moderator values, such as {@code a*(b + b3*w)}.
 *
 * <p>Expressions are exact: they are evaluated, differentiated and printed, never approximated.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Expression {

  /**
   * The value at given coefficients.
   *
   * @param coefficients the value of each coefficient by name
   * @return the value; not finite where the expression has none, as in a division by zero
   * @throws IllegalStateException if a moderator has no value yet, see {@link #at}
   */
  double evaluate(ToDoubleFunction<String> coefficients);

  /**
   * The partial derivative with respect to one coefficient.
   *
   * @param coefficient the coefficient's name
   * @return the derivative as an expression
   */
  Expression derivative(String coefficient);

  /**
   * The expression with moderators replaced by their values.
   *
   * @param values moderator values by variable; variables without a value stay
   * @return the expression at those values
   */
  Expression at(Map<String, Double> values);

  /**
   * The parts of which this expression is directly made.
   *
   * @return the parts, empty for a leaf
   */
  List<Expression> parts();

  /**
   * The names of all coefficients in it.
   *
   * @return the names in alphabetical order
   */
  default Set<String> coefficients() {
    Set<String> names = new TreeSet<>();
    if (this instanceof Coefficient c) {
      names.add(c.name());
    }
    parts().forEach(p -> names.addAll(p.coefficients()));
    return names;
  }

  /**
   * The variables on whose values it depends.
   *
   * @return the variables in alphabetical order
   */
  default Set<String> moderators() {
    Set<String> names = new TreeSet<>();
    if (this instanceof Moderator m) {
      names.add(m.variable());
    }
    parts().forEach(p -> names.addAll(p.moderators()));
    return names;
  }

  /**
   * A sum.
   *
   * @param terms the terms
   * @return their sum; the term itself if there is one
   */
  static Expression sum(List<? extends Expression> terms) {
    List<Expression> kept = new ArrayList<>();
    for (Expression term : terms) {
      if (term instanceof Sum inner) {
        kept.addAll(inner.terms());
      } else if (!term.equals(Constant.ZERO)) {
        kept.add(term);
      }
    }
    return kept.isEmpty() ? Constant.ZERO : kept.size() == 1 ? kept.get(0) : new Sum(kept);
  }

  /**
   * A product.
   *
   * @param factors the factors
   * @return their product; the factor itself if there is one
   */
  static Expression product(List<? extends Expression> factors) {
    List<Expression> kept = new ArrayList<>();
    for (Expression factor : factors) {
      if (factor.equals(Constant.ZERO)) {
        return Constant.ZERO;
      } else if (factor instanceof Product inner) {
        kept.addAll(inner.factors());
      } else if (!factor.equals(Constant.ONE)) {
        kept.add(factor);
      }
    }
    return kept.isEmpty() ? Constant.ONE : kept.size() == 1 ? kept.get(0) : new Product(kept);
  }

  /**
   * The difference of two expressions.
   *
   * @param minuend what is subtracted from
   * @param subtrahend what is subtracted
   * @return minuend − subtrahend
   */
  static Expression difference(Expression minuend, Expression subtrahend) {
    return sum(List.of(minuend, new Negation(subtrahend)));
  }

  /**
   * A number.
   *
   * @param value the number
   */
  record Constant(double value) implements Expression {
    static final Constant ZERO = new Constant(0);
    static final Constant ONE = new Constant(1);

    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return value;
    }

    @Override
    public Expression derivative(String coefficient) {
      return ZERO;
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return this;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return Names.cell(value);
    }
  }

  /**
   * A coefficient of the model.
   *
   * @param name its label, or {@code outcome~term}
   */
  record Coefficient(String name) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return coefficients.applyAsDouble(name);
    }

    @Override
    public Expression derivative(String coefficient) {
      return name.equals(coefficient) ? Constant.ONE : Constant.ZERO;
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return this;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return PathSyntax.quote(name);
    }
  }

  /**
   * The value of a variable, at which the effect is conditional.
   *
   * @param variable the variable
   */
  record Moderator(String variable) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      throw new IllegalStateException("The moderator '" + variable + "' has no value yet.");
    }

    @Override
    public Expression derivative(String coefficient) {
      return Constant.ZERO;
    }

    @Override
    public Expression at(Map<String, Double> values) {
      Double value = values.get(variable);
      return value == null ? this : new Constant(value);
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return PathSyntax.quote(variable);
    }
  }

  /**
   * An earlier named effect, used by name.
   *
   * @param name the name of the effect
   * @param definition what it stands for
   */
  record Reference(String name, Expression definition) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return definition.evaluate(coefficients);
    }

    @Override
    public Expression derivative(String coefficient) {
      return definition.derivative(coefficient);
    }

    @Override
    public Expression at(Map<String, Double> values) {
      Expression there = definition.at(values);
      return there.equals(definition) ? this : there;
    }

    @Override
    public List<Expression> parts() {
      return List.of(definition);
    }

    @Override
    public String toString() {
      return PathSyntax.quote(name);
    }
  }

  /**
   * A sum.
   *
   * @param terms its terms
   */
  record Sum(List<Expression> terms) implements Expression {
    /** Copies the terms. */
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      double sum = 0;
      for (Expression term : terms) {
        sum += term.evaluate(coefficients);
      }
      return sum;
    }

    @Override
    public Expression derivative(String coefficient) {
      return sum(terms.stream().map(t -> t.derivative(coefficient)).toList());
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return sum(terms.stream().map(t -> t.at(values)).toList());
    }

    @Override
    public List<Expression> parts() {
      return terms;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (Expression term : terms) {
        if (term instanceof Negation n) {
          text.append(text.isEmpty() ? "-" : " - ").append(Printing.factor(n.argument()));
        } else {
          text.append(text.isEmpty() ? "" : " + ").append(term);
        }
      }
      return text.toString();
    }
  }

  /**
   * A product.
   *
   * @param factors its factors
   */
  record Product(List<Expression> factors) implements Expression {
    /** Copies the factors. */
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      double product = 1;
      for (Expression factor : factors) {
        product *= factor.evaluate(coefficients);
      }
      return product;
    }

    @Override
    public Expression derivative(String coefficient) {
      List<Expression> terms = new ArrayList<>();
      for (int i = 0; i < factors.size(); i++) {
        List<Expression> changed = new ArrayList<>(factors);
        changed.set(i, factors.get(i).derivative(coefficient));
        terms.add(product(changed));
      }
      return sum(terms);
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return product(factors.stream().map(f -> f.at(values)).toList());
    }

    @Override
    public List<Expression> parts() {
      return factors;
    }

    @Override
    public String toString() {
      return factors.stream().map(Printing::factor).collect(Collectors.joining("*"));
    }
  }

  /**
   * A quotient.
   *
   * @param numerator what is divided
   * @param denominator what it is divided by
   */
  record Quotient(Expression numerator, Expression denominator) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return numerator.evaluate(coefficients) / denominator.evaluate(coefficients);
    }

    @Override
    public Expression derivative(String coefficient) {
      Expression top =
          difference(
              product(List.of(numerator.derivative(coefficient), denominator)),
              product(List.of(numerator, denominator.derivative(coefficient))));
      return new Quotient(top, new Power(denominator, 2));
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return new Quotient(numerator.at(values), denominator.at(values));
    }

    @Override
    public List<Expression> parts() {
      return List.of(numerator, denominator);
    }

    @Override
    public String toString() {
      return Printing.factor(numerator) + "/" + Printing.atom(denominator);
    }
  }

  /**
   * A power with a constant exponent.
   *
   * @param base the base
   * @param exponent the exponent
   */
  record Power(Expression base, double exponent) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return StrictMath.pow(base.evaluate(coefficients), exponent);
    }

    @Override
    public Expression derivative(String coefficient) {
      return product(
          List.of(
              new Constant(exponent),
              exponent == 1 ? Constant.ONE : new Power(base, exponent - 1),
              base.derivative(coefficient)));
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return new Power(base.at(values), exponent);
    }

    @Override
    public List<Expression> parts() {
      return List.of(base);
    }

    @Override
    public String toString() {
      String power = new Constant(exponent).toString();
      return Printing.atom(base) + "^" + (exponent < 0 ? "(" + power + ")" : power);
    }
  }

  /**
   * A change of sign.
   *
   * @param argument what is negated
   */
  record Negation(Expression argument) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return -argument.evaluate(coefficients);
    }

    @Override
    public Expression derivative(String coefficient) {
      Expression inner = argument.derivative(coefficient);
      return inner.equals(Constant.ZERO) ? inner : new Negation(inner);
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return new Negation(argument.at(values));
    }

    @Override
    public List<Expression> parts() {
      return List.of(argument);
    }

    @Override
    public String toString() {
      return "-" + Printing.factor(argument);
    }
  }

  /** The functions that an effect may use. */
  enum Function {
    /** The exponential, for rate and odds ratios. */
    EXP,
    /** The natural logarithm. */
    LOG,
    /** The square root. */
    SQRT,
    /** The absolute value, for contrasts of the sizes of two effects. */
    ABS;

    double apply(double x) {
      return switch (this) {
        case EXP -> StrictMath.exp(x);
        case LOG -> StrictMath.log(x);
        case SQRT -> Math.sqrt(x);
        case ABS -> Math.abs(x);
      };
    }
  }

  /**
   * A function of an expression.
   *
   * @param function the function
   * @param argument its argument
   */
  record Call(Function function, Expression argument) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<String> coefficients) {
      return function.apply(argument.evaluate(coefficients));
    }

    @Override
    public Expression derivative(String coefficient) {
      Expression inner = argument.derivative(coefficient);
      Expression outer =
          switch (function) {
            case EXP -> this;
            case LOG -> new Quotient(Constant.ONE, argument);
            case SQRT -> new Quotient(new Constant(0.5), this);
            // The sign of the argument; there is no derivative at zero.
            case ABS -> new Quotient(argument, this);
          };
      return product(List.of(outer, inner));
    }

    @Override
    public Expression at(Map<String, Double> values) {
      return new Call(function, argument.at(values));
    }

    @Override
    public List<Expression> parts() {
      return List.of(argument);
    }

    @Override
    public String toString() {
      return function.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }
  }
}
