package org.socialcure.core.answer;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * An answer to an item of the De Jong Gierveld Loneliness Scale. Its answers have been numbered in
 * both directions, so they have names here and no numbers.
 *
 * @since 0.1
 */
@MapperForm
public enum DeJongGierveldAnswer {
  /** Yes. */
  YES,
  /** More or less, which counts as lonely whatever the item says. */
  MORE_OR_LESS,
  /** No. */
  NO;
}
