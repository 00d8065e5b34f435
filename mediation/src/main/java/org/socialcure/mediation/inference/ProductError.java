package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The standard error of a product {@code ab} of two independent estimates.
 *
 * @since 0.1
 */
@MapperForm
public enum ProductError {
  /** First-order delta method (Sobel 1982): {@code sqrt(a^2 sb^2 + b^2 sa^2)}. */
  SOBEL(0),
  /**
   * Second-order, exact for independent normal estimates (Aroian 1947): {@code sqrt(a^2 sb^2 + b^2
   * sa^2 + sa^2 sb^2)}. The form that PROCESS prints.
   */
  AROIAN(1),
  /**
   * Unbiased for the variance (Goodman 1960): {@code sqrt(a^2 sb^2 + b^2 sa^2 - sa^2 sb^2)}; does
   * not exist where that difference is negative.
   */
  GOODMAN(-1);

  private final int weightOfLastTerm;

  ProductError(int weightOfLastTerm) {
    this.weightOfLastTerm = weightOfLastTerm;
  }

  /**
   * The variance of the product.
   *
   * @param a the first estimate
   * @param sa its standard error
   * @param b the second estimate
   * @param sb its standard error
   * @return the square of the standard error; negative where {@link #GOODMAN}'s does not exist
   */
  public double variance(double a, double sa, double b, double sb) {
    return a * a * sb * sb + b * b * sa * sa + weightOfLastTerm * sa * sa * sb * sb;
  }
}
