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
 * <p>Expressions are exact: they are evaluated and printed, never approximated. They are graphs: a
 * part that several others use, such as an earlier effect, is one object and costs no more than
 * once.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Expression {

  /**
   * The value at given coefficients. Parts that several others use are evaluated once.
   *
   * @param coefficients the value of each coefficient by name
   * @return the value; not finite where the expression has none, as in a division by zero
   * @throws IllegalStateException if a moderator has no value yet, see {@link #at}
   */
  default double evaluate(ToDoubleFunction<String> coefficients) {
    return ExpressionGraph.of(this).evaluate(coefficients);
  }

  /**
   * The expression with moderators replaced by their values.
   *
   * @param values moderator values by variable; variables without a value stay
   * @return the expression at those values
   */
  default Expression at(Map<String, Double> values) {
    return ExpressionGraph.of(this).at(values);
  }

  /**
   * The parts of which this expression is directly made.
   *
   * @return the parts, empty for a leaf
   */
  List<Expression> parts();

  /**
   * This expression and all that it is made of, each once, however many others use it.
   *
   * @return the expressions, parts before what they are parts of; this one last
   */
  default List<Expression> inOrder() {
    return ExpressionGraph.of(this).order();
  }

  /**
   * The names of all coefficients in it.
   *
   * @return the names in alphabetical order
   */
  default Set<String> coefficients() {
    Set<String> names = new TreeSet<>();
    for (Expression part : inOrder()) {
      if (part instanceof Coefficient c) {
        names.add(c.name());
      }
    }
    return names;
  }

  /**
   * The variables on whose values it depends.
   *
   * @return the variables in alphabetical order
   */
  default Set<String> moderators() {
    Set<String> names = new TreeSet<>();
    for (Expression part : inOrder()) {
      if (part instanceof Moderator m) {
        names.add(m.variable());
      }
    }
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

    /** Zero has one sign, as it has one value. */
    public Constant {
      value += 0.0;
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
    public List<Expression> parts() {
      return List.of(definition);
    }

    /** Whether both have one name and stand for the same, however it is shared. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Reference that
          && name.equals(that.name)
          && ExpressionGraph.same(definition, that.definition);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
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
    /** Zero has one sign, as it has one value. */
    public Power {
      exponent += 0.0;
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

    /**
     * The value of the function.
     *
     * @param x its argument
     * @return the value; not a number where there is none
     */
    public double apply(double x) {
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
    public List<Expression> parts() {
      return List.of(argument);
    }

    @Override
    public String toString() {
      return function.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }
  }
}
