package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * An equation of a model with its estimates, and where they stand among all coefficients.
 *
 * <p>Immutable and thread-safe.
 *
 * @param equation the equation, categorical variables in code columns
 * @param fit the estimates
 * @param start the position of its first coefficient, the intercept if there is one, among all
 *     coefficients of the model
 * @since 0.1
 */
public record FittedEquation(Equation equation, RegressionFit fit, int start) {
  /** Refuses null. */
  public FittedEquation {
    Objects.requireNonNull(equation, "equation");
    Objects.requireNonNull(fit, "fit");
  }

  /**
   * The outcome.
   *
   * @return its name
   */
  public String outcome() {
    return equation.outcome();
  }

  /**
   * The coefficients, intercept first if there is one.
   *
   * @return the estimates with their tests
   */
  public List<Coefficient> coefficients() {
    return fit.coefficients();
  }

  /**
   * The coefficient of a term.
   *
   * @param term its name: a variable, or variables joined by colons; a column whose own name holds
   *     a colon may stand in parentheses
   * @return the coefficient
   * @throws InvalidInputException if the equation has no such term
   */
  public Coefficient coefficient(String term) {
    String column = Term.of(term).name();
    String name = fit.terms().contains(term) ? term : column;
    if (!fit.terms().contains(name)) {
      throw new InvalidInputException(
          "coefficient " + term,
          "the equation of "
              + outcome()
              + " has no such term"
              + Nearest.listed(term, fit.terms(), "terms"));
    }
    return fit.coefficient(name);
  }

  /**
   * The label of a coefficient in path syntax.
   *
   * @param term the term's name
   * @return its label, if it has one
   */
  public Optional<String> label(String term) {
    return term.equals(Regression.INTERCEPT)
        ? equation.interceptLabel()
        : equation.terms().stream()
            .filter(t -> t.name().equals(term))
            .findFirst()
            .flatMap(Term::label);
  }

  /**
   * How many coefficients it has.
   *
   * @return the number of the terms, and one for the intercept if there is one
   */
  public int size() {
    return equation.coefficients();
  }

  @Override
  public String toString() {
    return fit.toString();
  }
}
