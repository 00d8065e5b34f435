package org.socialcure.mediation.model;

/** Where an expression needs parentheses when it is printed inside another. */
final class Printing {
  private Printing() {}

  /** As a factor of a product or the operand of a minus sign. */
  static String factor(Expression e) {
    boolean loose =
        e instanceof Expression.Sum
            || e instanceof Expression.Negation
            || e instanceof Expression.Quotient
            || isNegative(e);
    return loose ? "(" + e + ")" : e.toString();
  }

  /** As the base of a power or a denominator. */
  static String atom(Expression e) {
    boolean loose = e instanceof Expression.Product || e instanceof Expression.Power;
    return loose ? "(" + e + ")" : factor(e);
  }

  private static boolean isNegative(Expression e) {
    return e instanceof Expression.Constant c && c.value() < 0;
  }
}
