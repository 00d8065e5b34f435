package org.socialcure.mediation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * An expression as the graph that it is: every part once, parts before wholes. Walking it costs
 * what it holds, not what it would hold if every part were written out wherever it is used, and no
 * stack, however deep it nests.
 *
 * @param order the expressions, the whole one last
 */
record ExpressionGraph(List<Expression> order) {

  static ExpressionGraph of(Expression whole) {
    if (whole.parts().isEmpty()) {
      return new ExpressionGraph(List.of(whole));
    }
    List<Expression> order = new ArrayList<>();
    Set<Expression> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Expression> done = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Expression> open = new ArrayDeque<>();
    open.push(whole);
    while (!open.isEmpty()) {
      Expression next = open.peek();
      if (opened.add(next)) {
        List<Expression> parts = next.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
          if (!done.contains(parts.get(i))) {
            open.push(parts.get(i));
          }
        }
      } else {
        open.pop();
        if (done.add(next)) {
          order.add(next);
        }
      }
    }
    return new ExpressionGraph(order);
  }

  private Expression whole() {
    return order.get(order.size() - 1);
  }

  double evaluate(ToDoubleFunction<String> coefficients) {
    IdentityHashMap<Expression, Double> values = new IdentityHashMap<>();
    for (Expression e : order) {
      values.put(e, value(e, e.parts().stream().mapToDouble(values::get).toArray(), coefficients));
    }
    return Objects.requireNonNull(values.get(whole()));
  }

  private static double value(Expression e, double[] parts, ToDoubleFunction<String> coefficients) {
    if (e instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (e instanceof Expression.Coefficient coefficient) {
      return coefficients.applyAsDouble(coefficient.name());
    }
    if (e instanceof Expression.Moderator moderator) {
      throw new IllegalStateException(
          "The moderator '" + moderator.variable() + "' has no value yet.");
    }
    if (e instanceof Expression.Sum) {
      return Arrays.stream(parts).reduce(0, Double::sum);
    }
    if (e instanceof Expression.Product) {
      return Arrays.stream(parts).reduce(1, (product, factor) -> product * factor);
    }
    if (e instanceof Expression.Quotient) {
      return parts[0] / parts[1];
    }
    if (e instanceof Expression.Power power) {
      return StrictMath.pow(parts[0], power.exponent());
    }
    if (e instanceof Expression.Call call) {
      return call.function().apply(parts[0]);
    }
    return e instanceof Expression.Negation ? -parts[0] : parts[0];
  }

  Expression at(Map<String, Double> values) {
    IdentityHashMap<Expression, Expression> there = new IdentityHashMap<>();
    for (Expression e : order) {
      there.put(e, at(e, values, there));
    }
    return Objects.requireNonNull(there.get(whole()));
  }

  private static Expression at(
      Expression e, Map<String, Double> values, Map<Expression, Expression> there) {
    if (e instanceof Expression.Moderator moderator) {
      Double value = values.get(moderator.variable());
      return value == null ? e : new Expression.Constant(value);
    }
    List<Expression> parts = new ArrayList<>();
    boolean same = true;
    for (Expression part : e.parts()) {
      Expression replaced = Objects.requireNonNull(there.get(part));
      same &= replaced == part;
      parts.add(replaced);
    }
    return same ? e : with(parts, e);
  }

  /** An expression of the same kind over other parts. */
  private static Expression with(List<Expression> parts, Expression e) {
    if (e instanceof Expression.Sum) {
      return Expression.sum(parts);
    }
    if (e instanceof Expression.Product) {
      return Expression.product(parts);
    }
    if (e instanceof Expression.Quotient) {
      return new Expression.Quotient(parts.get(0), parts.get(1));
    }
    if (e instanceof Expression.Power power) {
      return new Expression.Power(parts.get(0), power.exponent());
    }
    if (e instanceof Expression.Call call) {
      return new Expression.Call(call.function(), parts.get(0));
    }
    if (e instanceof Expression.Reference reference) {
      // Stays a part of its own: written out, two uses of each of many would double with each.
      return new Expression.Reference(reference.name(), parts.get(0));
    }
    return new Expression.Negation(parts.get(0));
  }

  /** Whether two expressions are made of the same parts in the same way. */
  static boolean same(Expression one, Expression other) {
    if (one == other) {
      return true;
    }
    Map<List<Object>, Integer> numbers = new HashMap<>();
    return number(one, numbers) == number(other, numbers);
  }

  /** The number of an expression among those met so far, equal ones having the same. */
  private static int number(Expression whole, Map<List<Object>, Integer> numbers) {
    IdentityHashMap<Expression, Integer> known = new IdentityHashMap<>();
    int last = 0;
    for (Expression e : of(whole).order) {
      List<Object> shape = new ArrayList<>(List.of(e.getClass(), own(e)));
      e.parts().forEach(part -> shape.add(Objects.requireNonNull(known.get(part))));
      last = numbers.computeIfAbsent(shape, unmet -> numbers.size());
      known.put(e, last);
    }
    return last;
  }

  /** What an expression holds besides its parts. */
  private static Object own(Expression e) {
    if (e instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (e instanceof Expression.Coefficient coefficient) {
      return coefficient.name();
    }
    if (e instanceof Expression.Moderator moderator) {
      return moderator.variable();
    }
    if (e instanceof Expression.Reference reference) {
      return reference.name();
    }
    if (e instanceof Expression.Power power) {
      return power.exponent();
    }
    return e instanceof Expression.Call call ? call.function() : "";
  }
}
