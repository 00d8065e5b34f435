/**
 * Instruments as forms of other programs: the data dictionary of REDCap, the sheets of an XLSForm
 * (Kobo, ODK, SurveyCTO), and a table to fill in with its code book.
 *
 * <p>All are {@linkplain org.socialcure.core.data.Dataset tables of text}, to be written with
 * {@link org.socialcure.core.data.Dataset#writeCsv}. The fields of every form are named alike,
 * {@code ucla_3_left_out}, and {@link org.socialcure.core.exchange.FormFields#of} gives their
 * names, so that what was filled in is scored without a coding:
 *
 * <pre>{@code
 * Dataset dictionary = RedcapDictionary.of(Instruments.ULS_8, "en");
 * List<String> fields = FormFields.of(Instruments.ULS_8);
 * }</pre>
 *
 * <p>Words are those of the {@linkplain org.socialcure.core.instrument.Instrument#wording language}
 * asked for, or else the short labels: mind the licence of an instrument.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.socialcure.core.exchange;

import org.jspecify.annotations.NullMarked;
