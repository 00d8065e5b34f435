package org.socialcure.mediation.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/**
 * One equation of a path model: an outcome and the terms that predict it. It has an intercept
 * unless it says otherwise.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome the outcome variable
 * @param family the distribution of the outcome and its link
 * @param terms the predictors
 * @param offset a column added to the linear predictor with coefficient one, such as the logarithm
 *     of the exposure time
 * @param interceptLabel the name of the intercept in effect expressions
 * @param intercept whether there is an intercept
 * @since 0.1
 */
public record Equation(
    String outcome,
    Family family,
    List<Term> terms,
    Optional<String> offset,
    Optional<String> interceptLabel,
    Intercept intercept) {
  /**
   * Copies the terms.
   *
   * @throws InvalidInputException if there is neither an intercept nor a term, or an intercept that
   *     there is not has a label
   */
  public Equation {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(interceptLabel, "interceptLabel");
    Objects.requireNonNull(intercept, "intercept");
    terms = List.copyOf(terms);
    if (intercept == Intercept.NONE) {
      Problems problems = new Problems();
      problems.require(
          !terms.isEmpty(),
          "equation " + outcome,
          "has neither an intercept nor a predictor; add a predictor or the intercept");
      problems.require(
          interceptLabel.isEmpty(),
          "equation " + outcome,
          "names an intercept and says that there is none; leave out one of the two");
      problems.throwIfAny();
    }
  }

  /**
   * An equation with an intercept.
   *
   * @param outcome the outcome variable
   * @param family the distribution of the outcome and its link
   * @param terms the predictors
   * @param offset a column added to the linear predictor with coefficient one
   * @param interceptLabel the name of the intercept in effect expressions
   */
  public Equation(
      String outcome,
      Family family,
      List<Term> terms,
      Optional<String> offset,
      Optional<String> interceptLabel) {
    this(outcome, family, terms, offset, interceptLabel, Intercept.ESTIMATED);
  }

  /**
   * An equation whose intercept has no label.
   *
   * @param outcome the outcome variable
   * @param family the distribution of the outcome and its link
   * @param terms the predictors
   * @param offset a column added to the linear predictor with coefficient one
   */
  public Equation(String outcome, Family family, List<Term> terms, Optional<String> offset) {
    this(outcome, family, terms, offset, Optional.empty(), Intercept.ESTIMATED);
  }

  /**
   * A linear equation without offset.
   *
   * @param outcome the outcome variable
   * @param terms the predictors
   * @return the equation
   */
  public static Equation linear(String outcome, Term... terms) {
    return new Equation(outcome, Family.GAUSSIAN, List.of(terms), Optional.empty());
  }

  /**
   * The same equation for another distribution.
   *
   * @param family the distribution of the outcome
   * @return the equation
   */
  public Equation withFamily(Family family) {
    return new Equation(outcome, family, terms, offset, interceptLabel, intercept);
  }

  /**
   * The same equation with an offset.
   *
   * @param column the column added to the linear predictor
   * @return the equation
   */
  public Equation withOffset(String column) {
    return new Equation(outcome, family, terms, Optional.of(column), interceptLabel, intercept);
  }

  /**
   * The same equation with other predictors.
   *
   * @param newTerms the predictors
   * @return the equation
   */
  public Equation withTerms(List<Term> newTerms) {
    return new Equation(outcome, family, newTerms, offset, interceptLabel, intercept);
  }

  /**
   * The same equation with a label for its intercept.
   *
   * @param label the name of the intercept in effect expressions
   * @return the equation
   */
  public Equation withInterceptLabel(String label) {
    return new Equation(outcome, family, terms, offset, Optional.of(label), intercept);
  }

  /**
   * The same equation without intercept, a regression through the origin.
   *
   * <p>R², the F test and their like compare it with a linear predictor of zero, not with a mean:
   * {@code 1 - SSE/Σy²}. Variables of such an equation cannot be centred, which would make it
   * another equation.
   *
   * @return the equation
   * @throws InvalidInputException if it has no predictor, or its intercept has a label
   */
  public Equation withoutIntercept() {
    return hasIntercept()
        ? new Equation(outcome, family, terms, offset, interceptLabel, Intercept.NONE)
        : this;
  }

  /**
   * Whether there is an intercept.
   *
   * @return true unless it was left out
   */
  public boolean hasIntercept() {
    return intercept == Intercept.ESTIMATED;
  }

  /**
   * How many coefficients the equation has.
   *
   * @return the number of terms, and one for the intercept
   */
  public int coefficients() {
    return terms.size() + (hasIntercept() ? 1 : 0);
  }

  /**
   * The name of the intercept in effect expressions: its label, or {@code outcome~1}.
   *
   * @return the name
   */
  public String interceptName() {
    return interceptLabel.orElseGet(() -> outcome + "~1");
  }

  /**
   * The name of a term's coefficient in effect expressions: its label, or {@code outcome~term}.
   *
   * @param term a term of this equation
   * @return the name
   */
  public String coefficientName(Term term) {
    return term.label().orElseGet(() -> outcome + "~" + term.name());
  }

  /**
   * Whether the equation has a term.
   *
   * @param term a term, whatever its label
   * @return whether one of its terms is the same product
   */
  public boolean has(Term term) {
    return terms.stream().anyMatch(term::sameProduct);
  }

  /**
   * Whether a variable is among the factors of some term.
   *
   * @param variable a variable
   * @return whether the outcome depends on it directly
   */
  public boolean dependsOn(String variable) {
    return terms.stream().anyMatch(t -> t.variables().contains(variable));
  }

  @Override
  public String toString() {
    return PathSyntax.print(this);
  }
}
