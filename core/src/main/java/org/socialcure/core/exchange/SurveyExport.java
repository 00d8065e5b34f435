package org.socialcure.core.exchange;

import java.nio.file.Path;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingRules;

/**
 * The programs whose exports of answers are known: how each writes its files, which of its codes
 * mean "no answer", and which of its rows are nobody's answers.
 *
 * <pre>{@code
 * Dataset answers = SurveyExport.QUALTRICS.readCsv(file).data();
 * }</pre>
 *
 * <p>Other settings are added to {@link #options}, spreadsheets are read with {@link #rules}, and
 * the data then {@link #tidied}. What the options say can be said otherwise after them, by {@link
 * CsvOptions#withMissing} for instance, which replaces the codes of the program.
 *
 * <table>
 * <caption>What is known of each</caption>
 * <tr><th>program</th><th>written as</th><th>no answer, besides empty and {@code NA}</th><th>left
 *     out when tidied</th></tr>
 * <tr><td>{@link #REDCAP}</td><td>as it comes</td><td>the project's own codes, which have to be
 *     told</td><td>nothing; {@link RedcapRecords} chooses rows</td></tr>
 * <tr><td>{@link #QUALTRICS}</td><td>three rows of headings</td><td>{@code -99}</td><td>previews
 *     and tests</td></tr>
 * <tr><td>{@link #LIMESURVEY}</td><td>as it comes</td><td>{@code N/A}</td><td>nothing</td></tr>
 * <tr><td>{@link #LIMESURVEY_VV}</td><td>tabs, question texts above the codes</td><td>
 *     <code>{question_not_shown}</code></td><td>nothing</td></tr>
 * <tr><td>{@link #KOBO}</td><td>as it comes</td><td>{@code n/a}</td><td>nothing</td></tr>
 * <tr><td>{@link #MICROSOFT_FORMS}, {@link #GOOGLE_FORMS}</td><td>as it comes</td><td>none</td>
 *     <td>nothing</td></tr>
 * </table>
 *
 * <p>Whether an unfinished form counts is for its missing rule to say, and for the caller where it
 * is not: {@code Finished} of Qualtrics, {@code submitdate} of LimeSurvey and {@code _complete} of
 * REDCap are columns like others, for {@link CsvOptions#withWhere}.
 *
 * <p>Sources: REDCap's help on data exports and repeating instruments; Qualtrics, "Understanding
 * your dataset" (headings, the numbers and words of {@code Status}) and "Data export options"
 * ({@code -99} for questions seen and not answered); LimeSurvey's manual, "Export responses", and
 * its program for VV files; KoboToolbox, "Exporting your data"; Microsoft and Google, help on
 * responses in spreadsheets.
 *
 * @since 0.1
 */
public enum SurveyExport {
  /** REDCap: raw or labelled, with events, arms and repeating instruments. */
  REDCAP,
  /** Qualtrics: numeric values or choice texts, as CSV, TSV or spreadsheet. */
  QUALTRICS,
  /** LimeSurvey: answer codes or full answers, under question codes or texts. */
  LIMESURVEY,
  /** LimeSurvey's tab-separated VV files, made to be read again by LimeSurvey. */
  LIMESURVEY_VV,
  /** KoboToolbox, and ODK Central: XML values or labels. */
  KOBO,
  /** Microsoft Forms: question texts above answers in words. */
  MICROSOFT_FORMS,
  /** Google Forms: question texts above answers in words. */
  GOOGLE_FORMS;

  /**
   * How the program writes text files.
   *
   * @return the options to read one with
   */
  public CsvOptions options() {
    CsvOptions options = CsvOptions.defaults().withRules(rules());
    // A VV file has the texts of the questions in its first line and their codes in the second.
    return this == LIMESURVEY_VV ? options.withSeparator('\t').withSkippedLines(1) : options;
  }

  /**
   * What the cells of the program's files mean, whatever their format.
   *
   * @return the rules to read one with
   */
  public ReadingRules rules() {
    ReadingRules rules = ReadingRules.defaults();
    return switch (this) {
      case REDCAP, MICROSOFT_FORMS, GOOGLE_FORMS -> rules;
      case QUALTRICS -> rules.withMissing("NA", "-99");
      case LIMESURVEY -> rules.withMissing("NA", "N/A");
      case LIMESURVEY_VV -> rules.withMissing("NA", "{question_not_shown}");
      case KOBO -> rules.withMissing("NA", "n/a");
    };
  }

  /**
   * Reads a text file of the program as it comes.
   *
   * @param file the file; not null
   * @return the tidied data, and what was found and left out when reading
   * @throws org.socialcure.core.InvalidInputException if the file cannot be read as such, with all
   *     of its problems, or all of its rows are nobody's answers
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public ReadData readCsv(Path file) {
    ReadData read = Dataset.readCsvAll(file, options());
    return new ReadData(tidied(read.data()), read.summary());
  }

  /**
   * Data of the program without rows that are nobody's answers, and with plain headings: blanks
   * within and around a heading, no-break spaces and line breaks among them, become one or none.
   * Columns whose headings are then the same are left out. Remarks tell what is left out.
   *
   * @param data what was read with {@link #options} or {@link #rules}; not null
   * @return the tidied data
   * @throws org.socialcure.core.InvalidInputException if no row is left
   */
  public Dataset tidied(Dataset data) {
    return ExportTidying.of(this, data);
  }
}
