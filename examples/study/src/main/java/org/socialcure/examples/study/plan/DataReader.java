package org.socialcure.examples.study.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.RowCondition;
import org.socialcure.core.data.SpellingDifference;
import org.socialcure.core.exchange.RedcapRecords;
import org.socialcure.core.exchange.SurveyExport;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.scoring.InvalidCodes;

/** Reads how the file of answers is laid out. */
final class DataReader {
  /** One row a person, and a file of which nothing is said. */
  static final DataSection DEFAULT =
      new DataSection(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Map.of(),
          CsvOptions.defaults(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          InvalidCodes.REFUSE);

  /** The waves that stand side by side in the file, as they first occur in the plan. */
  private final List<String> sideBySide;

  /** Whether outcomes are of columns of the file alone, whose names say their waves. */
  private final boolean columnsAlone;

  /** A reader for a file with the answers to some questionnaires, groups, services, outcomes. */
  DataReader(
      List<InstrumentSection> instruments,
      List<GroupSection> groups,
      List<ServiceSection> services,
      boolean outcomes) {
    columnsAlone = outcomes && instruments.isEmpty() && groups.isEmpty() && services.isEmpty();
    Stream<String> answers =
        instruments.stream()
            .map(InstrumentSection::columns)
            .filter(Columns.ByWave.class::isInstance)
            .flatMap(columns -> ((Columns.ByWave) columns).waves().keySet().stream());
    sideBySide =
        Stream.of(
                answers,
                groups.stream().flatMap(section -> section.wave().stream()),
                services.stream().flatMap(section -> section.wave().stream()))
            .flatMap(waves -> waves)
            .distinct()
            .toList();
  }

  @Nullable DataSection read(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> id = fields.optional("id", Values::text);
    Optional<String> wave = fields.optional("wave", Values::text);
    if (fields.has("wave")) {
      fields.require("id", "with \"wave\", name the column that says whose row it is");
      fields.require("waves", "with \"wave\", list the waves from first to last");
      if (!sideBySide.isEmpty()) {
        fields.report(
            "wave",
            "says that a row is of one wave, but columns of the plan are by wave; give one of the"
                + " two");
      }
    } else if (sideBySide.isEmpty() && !columnsAlone) {
      fields.refuse(
          "needs \"wave\", the column that says which wave a row belongs to, or \"columns\" by"
              + " wave",
          "waves",
          "waveLabels");
    }
    List<String> waves =
        fields.optional("waves", Values.some("wave", Values::names)).orElse(sideBySide);
    for (String needed : sideBySide) {
      if (!waves.contains(needed)) {
        fields.report("waves", "lack " + needed + ", at which the plan names columns");
      }
    }
    Map<String, String> waveLabels = fields.map("waveLabels", Values::text);
    for (String labelled : waveLabels.keySet()) {
      if (!waves.isEmpty() && !waves.contains(labelled)) {
        fields.report(
            "waveLabels." + labelled, "is none of \"waves\"" + Nearest.question(labelled, waves));
      }
    }
    if (waves.stream().map(it -> waveLabels.getOrDefault(it, it)).distinct().count()
        < waves.size()) {
      fields.report("waveLabels", "call two waves the same; name each differently");
    }
    if (id.isPresent() && id.equals(wave)) {
      fields.report("wave", "names the same column as \"id\"");
    }
    Optional<SurveyExport> export = fields.optional("export", Values.word(SurveyExport.class));
    Optional<String> repeating = fields.optional("repeating", Values::text);
    if (repeating.isPresent() && !export.equals(Optional.of(SurveyExport.REDCAP))) {
      fields.report("repeating", "has a meaning only with \"export\": \"redcap\"; leave it out");
    } else if (export.equals(Optional.of(SurveyExport.REDCAP))) {
      fields.require("id", "with \"redcap\", name the column that says whose row it is");
    }
    if (export.equals(Optional.of(SurveyExport.REDCAP))
        && wave.filter(RedcapRecords::isInstance).isPresent()) {
      fields.require(
          "repeating", "name the instrument or event that repeats, for the wave is its instance");
    }
    CsvOptions file =
        FileReader.read(fields, export.map(SurveyExport::options).orElse(DEFAULT.file()));
    Optional<RowCondition> where = fields.optional("where", ConditionReader::read);
    boolean records = export.equals(Optional.of(SurveyExport.REDCAP));
    CsvOptions chosen = records ? file : where.map(file::withWhere).orElse(file);
    Optional<String> sheet = fields.optional("sheet", Values::text);
    Map<String, Set<SpellingDifference>> unifySpelling =
        fields.map("unifySpelling", DataReader::differences);
    InvalidCodes invalid = fields.constant("invalid", InvalidCodes.class, DEFAULT.invalid());
    return fields.done().isSound()
        ? new DataSection(
            id,
            wave,
            waves,
            waveLabels,
            chosen.withText(Stream.concat(id.stream(), wave.stream()).toArray(String[]::new)),
            sheet,
            unifySpelling,
            export,
            repeating,
            where.filter(it -> records),
            invalid)
        : null;
  }

  private static @Nullable Set<SpellingDifference> differences(Node node, Problems problems) {
    List<SpellingDifference> named =
        Values.<SpellingDifference>some(
                "difference that makes none",
                (list, found) ->
                    Fields.elements(list, Values.word(SpellingDifference.class), found))
            .read(node, problems);
    if (named == null) {
      return null;
    }
    Set<SpellingDifference> differences = EnumSet.copyOf(named);
    if (differences.size() < named.size()) {
      node.report(problems, "names a difference twice; name it once");
      return null;
    }
    return differences;
  }
}
