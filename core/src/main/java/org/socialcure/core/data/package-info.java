/**
 * The numeric data set: named columns, read from CSV, reshaped, and handed to scoring and models.
 *
 * <p>The front door is {@link org.socialcure.core.data.Dataset}; {@link
 * org.socialcure.core.data.CsvOptions} says how a file is written, {@link
 * org.socialcure.core.data.Widening} how one row per participant and wave becomes one row per
 * participant.
 */
@NullMarked
package org.socialcure.core.data;

import org.jspecify.annotations.NullMarked;
