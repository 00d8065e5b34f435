package org.socialcure.core.data;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a column says about a participant, which decides what {@linkplain Widening widening} makes
 * of it.
 *
 * <p>A score that happens to be the same at every wave is still a measurement of each wave, and an
 * age that is a year higher at the second wave is still no measurement; the values alone cannot
 * tell. So scored columns carry {@link #MEASURE}, and only a column about which nothing is known is
 * judged by its values.
 *
 * @since 0.1
 */
@MapperForm
public enum ColumnRole {
  /**
   * Nothing is known, the default: the column keeps its name where it is constant within each
   * participant (missing values aside) and becomes one column per wave otherwise.
   */
  UNSPECIFIED,
  /** Taken anew at each wave: always one column per wave, even where the values are equal. */
  MEASURE,
  /** One value per participant: always keeps its name; differing values are a problem. */
  PERSON
}
