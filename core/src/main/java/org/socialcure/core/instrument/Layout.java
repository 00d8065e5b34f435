package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How an item is best laid out on a form. A hint for programs that draw forms, nothing more.
 *
 * @since 0.1
 */
@MapperForm
public enum Layout {
  /** One button for each option. */
  RADIO_BUTTONS,
  /** A list that opens. */
  DROP_DOWN,
  /** A line with its ends named, for ratings with many steps. */
  SLIDER,
  /** A row of a table whose columns are the options that all items share. */
  TABLE_ROW
}
