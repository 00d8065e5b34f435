package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How often a person takes part in a group.
 *
 * @since 0.1
 */
@MapperForm
public enum MeetingFrequency {
  /** Every day or almost every day. */
  DAILY,
  /** More than once a week. */
  SEVERAL_TIMES_A_WEEK,
  /** About once a week. */
  WEEKLY,
  /** About every two weeks. */
  FORTNIGHTLY,
  /** About once a month. */
  MONTHLY,
  /** Less often than once a month. */
  LESS_OFTEN
}
