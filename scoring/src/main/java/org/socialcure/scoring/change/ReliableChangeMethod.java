package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The methods for telling a person's change from measurement error.
 *
 * @since 0.1
 */
@MapperForm
public enum ReliableChangeMethod {
  /**
   * The reliable change index of Jacobson and Truax (1991, doi 10.1037/0022-006X.59.1.12): (after −
   * before) divided by the standard error of the difference, √2 · sd · √(1 − reliability). Change
   * is reliable when the index is beyond ±1.96; exactly 1.96 is not.
   */
  JACOBSON_TRUAX("Jacobson-Truax");

  /**
   * The standard normal quantile, rounded as the authors do and as published classifications use
   * it.
   */
  static final double CRITICAL = 1.96;

  private final String words;

  ReliableChangeMethod(String words) {
    this.words = words;
  }

  double index(double difference, ChangeReference reference) {
    return difference / reference.standardErrorOfDifference();
  }

  @Override
  public String toString() {
    return words;
  }
}
