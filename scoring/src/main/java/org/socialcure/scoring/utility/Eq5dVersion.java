package org.socialcure.scoring.utility;

import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The version of the EQ-5D: how many levels each of its five dimensions has.
 *
 * @since 0.1
 */
@MapperForm
public enum Eq5dVersion {
  /** EQ-5D-3L, 243 profiles. */
  THREE_LEVELS(3),
  /** EQ-5D-5L, 3,125 profiles. */
  FIVE_LEVELS(5);

  static final int DIMENSIONS = 5;

  private final int levels;

  Eq5dVersion(int levels) {
    this.levels = levels;
  }

  /**
   * How many levels a dimension has.
   *
   * @return 3 or 5
   */
  public int levels() {
    return levels;
  }

  /**
   * How many profiles there are.
   *
   * @return 243 or 3,125
   */
  public int profiles() {
    return this == THREE_LEVELS ? 243 : 3125;
  }

  /**
   * The instrument that is answered.
   *
   * @return {@link Instruments#EQ_5D_3L} or {@link Instruments#EQ_5D_5L}
   */
  public Instrument instrument() {
    return this == THREE_LEVELS ? Instruments.EQ_5D_3L : Instruments.EQ_5D_5L;
  }

  /**
   * The version in words.
   *
   * @return {@code "EQ-5D-5L"}
   */
  @Override
  public String toString() {
    return "EQ-5D-" + levels + "L";
  }
}
