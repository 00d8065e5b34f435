package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.RowCondition;
import org.socialcure.core.data.SpellingDifference;
import org.socialcure.core.exchange.SurveyExport;
import org.socialcure.scoring.InvalidCodes;

/**
 * How the file of answers is laid out: {@code data} in the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the column that says whose row it is
 * @param wave the column that says which wave the row belongs to; then there is an {@code id} too
 * @param waves the waves in the order of time, first to last; where there is no {@code wave}, those
 *     that stand side by side in a row; empty where there are none
 * @param waveLabels what people call waves, where it is not their name
 * @param file how the file is written, what its cells mean and which of its rows are used;
 *     identifiers and waves are words even where they look like numbers
 * @param sheet the sheet of a spreadsheet; the only one with cells where none is named
 * @param unifySpelling what makes no difference between two texts, by column
 * @param export the program that wrote the file, where it is one whose exports are known
 * @param repeating the repeating instrument or event of a REDCap export whose rows are used
 * @param recordsWhere which rows of a REDCap export are used of those of its events; of other files
 *     it is said by {@code file}
 * @param invalid what becomes of codes outside the permitted ones
 */
public record DataSection(
    Optional<String> id,
    Optional<String> wave,
    List<String> waves,
    Map<String, String> waveLabels,
    CsvOptions file,
    Optional<String> sheet,
    Map<String, Set<SpellingDifference>> unifySpelling,
    Optional<SurveyExport> export,
    Optional<String> repeating,
    Optional<RowCondition> recordsWhere,
    InvalidCodes invalid) {
  /** Copies the collections and keeps their order. */
  public DataSection {
    waves = List.copyOf(waves);
    unifySpelling = Immutable.copyOf(unifySpelling);
    waveLabels = Immutable.copyOf(waveLabels);
  }
}
