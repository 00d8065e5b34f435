package org.socialcure.mediation.internal;

import java.util.Optional;

/** How many coefficients an equation may have. */
public final class EquationSize {
  /** An equation of so many takes seconds; time grows with their square, and so does the memory. */
  public static final int MOST = 1200;

  private EquationSize() {}

  /**
   * Why an equation is too large to be estimated.
   *
   * @param coefficients how many coefficients it has, the intercept among them
   * @return what is wrong and the remedy, or empty if it is not too large
   */
  public static Optional<String> problem(long coefficients) {
    return coefficients <= MOST
        ? Optional.empty()
        : Optional.of(
            "has "
                + coefficients
                + " coefficients, and at most "
                + MOST
                + " are estimated; leave out predictors, gather the levels of categories, or say"
                + " many groups as clusters instead of coding them");
  }
}
