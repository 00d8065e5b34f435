package org.socialcure.core.data;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a column of a {@link Dataset} holds.
 *
 * @since 0.1
 */
@MapperForm
public enum ColumnKind {
  /** Numbers; missing values are {@code NaN} inside the column. */
  NUMBER,
  /** Text: identifiers, wave labels, categories. */
  TEXT
}
