package org.socialcure.examples.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingSummary;
import org.socialcure.core.data.ThousandsSeparator;
import org.socialcure.core.exchange.RedcapRecords;
import org.socialcure.core.exchange.SurveyExport;
import org.socialcure.examples.study.plan.DataSection;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.files.DataFileFormat;
import org.socialcure.files.DataFiles;
import org.socialcure.files.FileOptions;
import org.socialcure.files.LabelledData;
import org.socialcure.files.ValueLabels;
import org.socialcure.scoring.InstrumentColumns;

/**
 * The file of answers, whatever program it is from.
 *
 * @param read the rows that are used, and what was found and left out
 * @param valueLabels what the file says of the codes of its columns
 */
record AnswersFile(ReadData read, Map<String, ValueLabels> valueLabels) {
  static AnswersFile of(ReadData read) {
    return new AnswersFile(read, Map.of());
  }

  /** Reads it as the plan says. */
  static AnswersFile read(Path file, DataSection layout) {
    if (DataFileFormat.of(file) == DataFileFormat.CSV) {
      Problems problems = new Problems();
      problems.require(
          layout.sheet().isEmpty(),
          "data.sheet",
          "has no place here: the file is text and has no sheets; leave it out");
      problems.throwIfAny();
      return of(tidied(Dataset.readCsvAll(file, layout.file()), layout));
    }
    LabelledData read = DataFiles.read(file, options(DataFileFormat.of(file), layout));
    Dataset data = CodesOfLabels.waves(read.data(), read.valueLabels(), layout);
    return new AnswersFile(tidied(new ReadData(data, read.summary()), layout), read.valueLabels());
  }

  private static ReadData tidied(ReadData read, DataSection layout) {
    return layout
        .export()
        .map(from -> new ReadData(from.tidied(read.data()), read.summary()))
        .orElse(read);
  }

  /** What a plan says of text files that means nothing to the others is refused. */
  private static FileOptions options(DataFileFormat format, DataSection layout) {
    CsvOptions text = layout.file();
    Problems problems = new Problems();
    String reason = "has no place here: the file is no text but holds numbers; leave it out";
    problems.require(text.separator().isEmpty(), "data.separator", reason);
    problems.require(text.decimalMark().isEmpty(), "data.decimal", reason);
    problems.require(text.thousands() == ThousandsSeparator.NONE, "data.thousands", reason);
    problems.require(
        text.skippedLines() == 0 || format == DataFileFormat.XLSX,
        "data.skip",
        "has no place here: nothing stands above the names of the file; leave its lines out");
    problems.throwIfAny();
    FileOptions options = FileOptions.defaults().withRules(text.rules());
    if (layout.sheet().isPresent()) {
      options = options.withSheet(layout.sheet().get());
    }
    if (text.encoding().isPresent()) {
      options = options.withEncoding(text.encoding().get());
    }
    return text.skippedLines() > 0 ? options.withHeaderRow(text.skippedLines() + 1) : options;
  }

  /** The same with texts written in one way where the plan says that they are the same. */
  AnswersFile unified(Plan plan) {
    Problems problems = new Problems();
    List<Dataset> steps = new ArrayList<>(List.of(read.data()));
    plan.data()
        .unifySpelling()
        .forEach(
            (column, ignored) ->
                problems.attempt(
                    () ->
                        steps.set(
                            0,
                            steps
                                .get(0)
                                .unifySpelling(column, WordsOfPlan.in(column, plan), ignored))));
    problems.throwIfAny();
    return with(steps.get(0));
  }

  /** The same with those rows of a REDCap export that the plan is about. */
  AnswersFile chosen(Plan plan, List<InstrumentColumns> instruments) {
    DataSection layout = plan.data();
    if (!layout.export().equals(Optional.of(SurveyExport.REDCAP))) {
      return this;
    }
    RedcapRecords records =
        RedcapRecords.by(layout.id().orElseThrow()).person(ofPersons(plan, instruments));
    if (layout.wave().filter(RedcapRecords::isEvent).isPresent()) {
      records = records.events(layout.waves());
    }
    if (layout.repeating().isPresent()) {
      records = records.repeating(layout.repeating().get());
    }
    if (layout.recordsWhere().isPresent()) {
      records = records.where(layout.recordsWhere().get());
    }
    return with(records.of(read.data()));
  }

  /**
   * What the plan names without a wave, but for answers: those of another wave are none of this.
   */
  private static Set<String> ofPersons(Plan plan, List<InstrumentColumns> instruments) {
    Set<String> names = new HashSet<>(plan.keep());
    plan.models().forEach(model -> names.addAll(model.columns()));
    plan.models().forEach(model -> names.addAll(model.categories()));
    plan.outcomes()
        .ifPresent(
            outcomes -> {
              names.addAll(outcomes.groups());
              names.addAll(outcomes.adjust());
              outcomes.comparison().ifPresent(it -> names.add(it.column()));
            });
    names.addAll(plan.person());
    instruments.forEach(it -> names.removeAll(it.columns()));
    return names;
  }

  private AnswersFile with(Dataset data) {
    return new AnswersFile(new ReadData(data, read.summary()), valueLabels);
  }

  /** The same with something more that was found in the file. */
  AnswersFile withFound(List<String> more) {
    ReadingSummary summary = read.summary();
    List<String> found = new ArrayList<>(summary.found());
    found.addAll(more);
    return new AnswersFile(
        new ReadData(
            read.data(),
            new ReadingSummary(
                found,
                summary.headingRows(),
                summary.skippedRows(),
                summary.rowsNotChosen(),
                summary.emptyRows(),
                summary.emptyColumns(),
                summary.rowNumbers(),
                summary.unmatched(),
                summary.missingCodes())),
        valueLabels);
  }
}
