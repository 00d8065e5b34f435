package org.socialcure.core.data;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a column says about a participant, which decides what {@linkplain Widening widening} makes
 * of it.
 *
 * <p>A score that happens to be the same at every wave is still a measurement of each wave, and an
 * age that is a year higher at the second wave is still no measurement; the values alone cannot
 * tell. So scored columns carry {@link #MEASURE}, and a column about which nothing is known has its
 * waves in any case.
 *
 * @since 0.1
 */
@MapperForm
public enum ColumnRole {
  /**
   * Nothing is known, the default: the column becomes one per wave, and is there under its own name
   * too where it is shown to be constant within each participant (missing values aside).
   */
  UNSPECIFIED,
  /** Taken anew at each wave: always one column per wave, even where the values are equal. */
  MEASURE,
  /** One value per participant: always keeps its name; differing values are a problem. */
  PERSON
}
