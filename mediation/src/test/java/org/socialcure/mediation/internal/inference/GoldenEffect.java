package org.socialcure.mediation.internal.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialcure.testsupport.Reference;

/** The coefficients of a golden OLS file and its effects, with exact gradients by dual numbers. */
final class GoldenEffect {
  private final List<String> names = new ArrayList<>();
  private final List<Double> estimates = new ArrayList<>();
  private final double[][] covariance;

  GoldenEffect(Reference file) {
    Reference equations = file.get("equations");
    for (String equation : equations.names()) {
      for (String term : equations.get(equation, "coefficients").names()) {
        names.add(equation + "~" + term);
        estimates.add(equations.number(equation, "coefficients", term, "estimate"));
      }
    }
    covariance = new double[names.size()][names.size()];
    for (String equation : equations.names()) {
      Reference block = equations.get(equation, "vcov");
      for (String row : block.names()) {
        for (String column : block.names()) {
          covariance[names.indexOf(equation + "~" + row)][names.indexOf(equation + "~" + column)] =
              block.number(row, column);
        }
      }
    }
  }

  double[] coefficients() {
    return estimates.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double[][] covariance() {
    return covariance;
  }

  /** Value and gradient of an expression at given coefficients, W being a moderator value. */
  Dual evaluate(String expression, double moderator, double[] at) {
    Parser parser = new Parser(expression.replace(" ", ""), moderator, at);
    Dual value = parser.sum();
    if (parser.position != parser.text.length()) {
      throw new AssertionError("unread: " + expression);
    }
    return value;
  }

  record Dual(double value, double[] gradient) {
    private static Dual combine(double value, Dual one, double weight, Dual two, double other) {
      double[] gradient = new double[one.gradient.length];
      Arrays.setAll(gradient, i -> weight * one.gradient[i] + other * two.gradient[i]);
      return new Dual(value, gradient);
    }

    Dual plus(Dual other, int sign) {
      return combine(value + sign * other.value, this, 1, other, sign);
    }

    Dual times(Dual other) {
      return combine(value * other.value, this, other.value, other, value);
    }

    Dual over(Dual other) {
      double quotient = value / other.value;
      return combine(quotient, this, 1 / other.value, other, -quotient / other.value);
    }
  }

  private final class Parser {
    private final String text;
    private final double moderator;
    private final double[] at;
    private int position;

    Parser(String text, double moderator, double[] at) {
      this.text = text;
      this.moderator = moderator;
      this.at = at;
    }

    Dual sum() {
      Dual value = product();
      while (position < text.length() && "+-".indexOf(text.charAt(position)) >= 0) {
        int sign = text.charAt(position++) == '+' ? 1 : -1;
        value = value.plus(product(), sign);
      }
      return value;
    }

    private Dual product() {
      Dual value = factor();
      while (position < text.length() && "*/".indexOf(text.charAt(position)) >= 0) {
        value = text.charAt(position++) == '*' ? value.times(factor()) : value.over(factor());
      }
      return value;
    }

    private Dual factor() {
      double[] gradient = new double[at.length];
      char first = text.charAt(position++);
      if (first == '(') {
        Dual inner = sum();
        position++;
        return inner;
      }
      if (first == 'W') {
        return new Dual(moderator, gradient);
      }
      int end = text.indexOf('`', position);
      int index = names.indexOf(text.substring(position, end));
      position = end + 1;
      gradient[index] = 1;
      return new Dual(at[index], gradient);
    }
  }
}
