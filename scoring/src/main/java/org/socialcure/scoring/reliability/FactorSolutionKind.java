package org.socialcure.scoring.reliability;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What kind of solution a model of common factors has.
 *
 * @since 0.1
 */
@MapperForm
public enum FactorSolutionKind {
  /** Every item, and every factor below a general one, keeps some variance of its own. */
  PROPER("a proper solution"),
  /**
   * A Heywood case: something would keep no variance of its own, so that its uniqueness was held at
   * the bound of 0.005.
   */
  BOUNDED("a solution at a bound (Heywood case)"),
  /** There is no solution. */
  NONE("no solution");

  private final String words;

  FactorSolutionKind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
