package org.socialcure.scoring;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why a statistic of a cohort or of a scale has no value.
 *
 * <p>Prints as a sentence: "not estimable, because …".
 *
 * @since 0.1
 */
@MapperForm
public enum NotEstimable {
  /** There are fewer people than the statistic needs. */
  TOO_FEW_PEOPLE("there are too few people with what it needs"),
  /** The values do not vary. */
  NO_VARIATION("the values do not vary"),
  /** Nobody had a contact before, so that nothing can be divided by. */
  NO_CONTACT_BEFORE("nobody had a contact in the window before"),
  /** Nobody had a contact afterwards, so that a ratio has no interval. */
  NO_CONTACT_AFTER("nobody had a contact in the window after"),
  /** The length of a window is not known. */
  NO_WINDOW("the length of a window is not known"),
  /** The windows of different people differ where the method needs equal ones. */
  WINDOWS_DIFFER("the windows of different people differ in a way that the method does not allow"),
  /** An interval of this kind belongs to another definition. */
  OTHER_DEFINITION("this kind of interval belongs to another definition"),
  /** The replicates of a bootstrap do not reach as far as the limit. */
  BEYOND_REPLICATES("the replicates do not reach as far as the limits"),
  /** Nothing was given that the statistic could be held against. */
  NO_REFERENCE("nothing was given to hold it against"),
  /** Neither end of the scale is better. */
  NO_DIRECTION("neither end of the scale is better"),
  /** The scale has too few items. */
  TOO_FEW_ITEMS("the scale has too few items"),
  /** There are too many ways to split the scale for each to be tried. */
  TOO_MANY_ITEMS("the scale has too many items for every split to be tried"),
  /** The model behind the statistic cannot be fitted. */
  NO_SOLUTION("the model behind it has no proper solution for these data");

  private final String because;

  NotEstimable(String because) {
    this.because = because;
  }

  /**
   * The reason, as the end of a sentence.
   *
   * @return for example {@code "the values do not vary"}
   */
  public String because() {
    return because;
  }

  /**
   * The reason as a sentence without its full stop.
   *
   * @return {@code "not estimable, because the values do not vary"}
   */
  @Override
  public String toString() {
    return "not estimable, because " + because;
  }
}
