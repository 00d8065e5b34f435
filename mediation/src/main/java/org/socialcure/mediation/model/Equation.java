package org.socialcure.mediation.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One equation of a path model: an outcome and the terms that predict it. Every equation has an
 * intercept.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome the outcome variable
 * @param family the distribution of the outcome and its link
 * @param terms the predictors
 * @param offset a column added to the linear predictor with coefficient one, such as the logarithm
 *     of the exposure time
 * @param interceptLabel the name of the intercept in effect expressions
 * @since 0.1
 */
public record Equation(
    String outcome,
    Family family,
    List<Term> terms,
    Optional<String> offset,
    Optional<String> interceptLabel) {
  /** Copies the terms. */
  public Equation {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(interceptLabel, "interceptLabel");
    terms = List.copyOf(terms);
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
    this(outcome, family, terms, offset, Optional.empty());
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
    return new Equation(outcome, family, terms, offset, interceptLabel);
  }

  /**
   * The same equation with an offset.
   *
   * @param column the column added to the linear predictor
   * @return the equation
   */
  public Equation withOffset(String column) {
    return new Equation(outcome, family, terms, Optional.of(column), interceptLabel);
  }

  /**
   * The same equation with other predictors.
   *
   * @param newTerms the predictors
   * @return the equation
   */
  public Equation withTerms(List<Term> newTerms) {
    return new Equation(outcome, family, newTerms, offset, interceptLabel);
  }

  /**
   * The same equation with a label for its intercept.
   *
   * @param label the name of the intercept in effect expressions
   * @return the equation
   */
  public Equation withInterceptLabel(String label) {
    return new Equation(outcome, family, terms, offset, Optional.of(label));
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
