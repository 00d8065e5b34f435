package org.socialcure.mediation.model;

import java.util.List;
import java.util.Set;
import org.socialcure.core.InvalidInputException;

/** What lavaan and R users write that is no part of this syntax, refused with its reason. */
final class ForeignSyntax {
  /** Functions that modify a coefficient in lavaan. */
  private static final Set<String> MODIFIERS =
      Set.of("c", "start", "equal", "label", "prior", "rv", "lower", "upper", "efa");

  private ForeignSyntax() {}

  /**
   * Refuses a statement of another program's.
   *
   * @param tokens the statement of an equation
   * @throws InvalidInputException if it holds something that is no part of this syntax
   */
  static void refuse(List<Token> tokens) {
    for (int i = 0; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      if (token.is("~~")) {
        throw problem(token, covariance(tokens, i));
      }
      if (token.is("=~")) {
        throw problem(
            token,
            "'=~' measures a latent variable, and there are none here; use a score of the items");
      }
      if (token.is("==") || token.is("<") || token.is(">")) {
        throw problem(
            token,
            "coefficients cannot be constrained; leave the line out, or test the difference of two"
                + " effects, such as 'd := a1*b1 - a2*b2'");
      }
      if (token.is("|")) {
        throw problem(
            token, "there are no thresholds here; name the family, such as 'probit(y) ~ m + x'");
      }
      boolean modifies =
          MODIFIERS.contains(token.text())
              && token.kind() == Token.Kind.NAME
              && tokens.get(i + 1).is("(");
      if (modifies && i > 0) {
        throw problem(
            token,
            "'"
                + token.text()
                + "(…)' modifies a coefficient in lavaan, and here there are no groups, starting"
                + " values or equal coefficients; write the term alone, or a label of its own"
                + " before it, such as a*x");
      }
      if (isSecondFactor(tokens, i)) {
        throw problem(
            token,
            "'*' stands between a label and its term, not between variables; for a product with its"
                + " parts write x + w + x:w");
      }
    }
  }

  /** A second star in one term, as in {@code a*x*w}. */
  private static boolean isSecondFactor(List<Token> tokens, int star) {
    if (!tokens.get(star).is("*")) {
      return false;
    }
    for (int i = star - 1; i >= 0; i--) {
      if (tokens.get(i).is("*")) {
        return true;
      }
      if (tokens.get(i).is("+") || tokens.get(i).is("~")) {
        return false;
      }
    }
    return false;
  }

  private static String covariance(List<Token> tokens, int at) {
    boolean own =
        at > 0
            && at + 1 < tokens.size()
            && tokens.get(at - 1).text().equals(tokens.get(at + 1).text());
    return own
        ? "'~~' names a residual variance, which every linear equation has and estimates; leave the"
            + " line out"
        : "'~~' names a residual covariance: those of mediators that no arrow joins are unrestricted"
            + " anyway, and one between a mediator and what it points at is assumed 0 and cannot be"
            + " freed; leave the line out";
  }

  private static InvalidInputException problem(Token at, String message) {
    return new InvalidInputException(at.where(), message);
  }
}
