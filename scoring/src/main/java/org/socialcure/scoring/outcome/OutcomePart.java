package org.socialcure.scoring.outcome;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A part of an outcome that may not be estimable.
 *
 * @since 0.1
 */
@MapperForm
public enum OutcomePart {
  /** Means and standard deviations before and after, and their difference. */
  MEAN_CHANGE("the mean change"),
  /** The t test and interval of the mean difference. */
  T_TEST("the t test"),
  /** The standardised changes. */
  STANDARDIZED_CHANGE("the standardised change"),
  /** Wilcoxon's signed rank test. */
  SIGNED_RANK_TEST("the signed rank test"),
  /** The sign test. */
  SIGN_TEST("the sign test"),
  /** The shares of people whose value rose, stayed and fell. */
  SHARES("the shares of people who changed"),
  /** The shares of people with reliable change. */
  RELIABLE_CHANGE("reliable change"),
  /** The shares of people with important change. */
  IMPORTANT_CHANGE("important change"),
  /** The shares of people at the lowest and the highest value. */
  FLOOR_AND_CEILING("floor and ceiling"),
  /** The shares of people in cited bands. */
  BANDS("the shares in bands"),
  /** The difference between groups, not adjusted. */
  DIFFERENCE("the unadjusted difference"),
  /** The difference between groups, adjusted for the value before. */
  ADJUSTED_DIFFERENCE("the adjusted difference"),
  /** A standardised difference. */
  STANDARDIZED_DIFFERENCE("the standardised difference");

  private final String words;

  OutcomePart(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
