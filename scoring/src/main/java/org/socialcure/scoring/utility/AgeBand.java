package org.socialcure.scoring.utility;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The age bands of the mapping between the versions of the EQ-5D.
 *
 * @since 0.1
 */
@MapperForm
public enum AgeBand {
  /** 18 to 34. */
  FROM_18(18),
  /** 35 to 44. */
  FROM_35(35),
  /** 45 to 54. */
  FROM_45(45),
  /** 55 to 64. */
  FROM_55(55),
  /** 65 and over. */
  FROM_65(65);

  private final int from;

  AgeBand(int from) {
    this.from = from;
  }

  /**
   * The band of an age.
   *
   * @param years the age in whole years
   * @return the band
   * @throws InvalidInputException if it is below 18; the mapping is of adults
   */
  public static AgeBand of(int years) {
    if (years < FROM_18.from) {
      throw new InvalidInputException("age", "must be 18 or more: the mapping is of adults");
    }
    AgeBand found = FROM_18;
    for (AgeBand band : values()) {
      found = years >= band.from ? band : found;
    }
    return found;
  }

  /**
   * The band in words.
   *
   * @return {@code "18 to 34"}
   */
  @Override
  public String toString() {
    return this == FROM_65 ? "65 and over" : from + " to " + (values()[ordinal() + 1].from - 1);
  }
}
