package org.socialcure.scoring.utility;

import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How one person's profile changed, without weighing its dimensions against each other (Devlin,
 * Parkin and Browne 2010, doi 10.1002/hec.1608). {@link
 * org.socialcure.scoring.outcome.ProfileChange} is of many people.
 *
 * @since 0.1
 */
@MapperForm
public enum ParetoClass {
  /** Better in some dimension and worse in none. */
  BETTER,
  /** The same in all. */
  SAME,
  /** Worse in some dimension and better in none. */
  WORSE,
  /** Better in some and worse in some. */
  MIXED;

  /**
   * The class in a word.
   *
   * @return {@code "better"}
   */
  @Override
  public String toString() {
    return Words.of(this);
  }
}
