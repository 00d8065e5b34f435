package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingSummary;
import org.socialcure.core.data.Widening;
import org.socialcure.core.exchange.RedcapRecords;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.Alike;
import org.socialcure.core.internal.WordCells;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.DataDocument.LeftOut;
import org.socialcure.examples.study.document.DataDocument.WaveCount;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.plan.DataSection;
import org.socialcure.examples.study.plan.ModelSection;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.plan.ServiceSection;
import org.socialcure.scoring.BatchScorer;
import org.socialcure.scoring.BatchScores;
import org.socialcure.scoring.BatchSummary;
import org.socialcure.scoring.GroupIdentificationCount;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.scoring.ScaleSummary;
import org.socialcure.scoring.Scorer;

/**
 * One row a person, made out of the raw answers: scores, counts of groups and visits, and the
 * columns kept, at every wave and as change.
 *
 * @param data what was read
 * @param scores how many forms were scored
 * @param measures the measures that may change between waves: what people call them, by their name
 *     without a wave
 * @param rows one row a person and wave
 * @param wide one row a person
 */
record Preparation(
    DataDocument data,
    List<ScoreCount> scores,
    Map<String, String> measures,
    Dataset rows,
    Dataset wide) {

  static Preparation of(
      Plan plan, List<InstrumentColumns> instruments, String file, ReadData read) {
    return new Step(plan, instruments, read).prepare(file);
  }

  /** As above, from data in which nothing was left out. */
  static Preparation of(Plan plan, List<InstrumentColumns> instruments, String file, Dataset raw) {
    return of(plan, instruments, file, new ReadData(raw, ReadingSummary.NOTHING));
  }

  /** One preparation; gathers the problems of all parts before it refuses the file. */
  private static final class Step {
    /** More rows of persons who have one already than these are one fault of the file. */
    private static final int REPEATS = 3;

    private final Plan plan;
    private final DataSection layout;
    private final List<InstrumentColumns> instruments;
    private final ReadingSummary summary;
    private final Dataset raw;
    private final Problems problems = new Problems();
    private final Set<String> kept = new LinkedHashSet<>();
    private final Set<String> ofPersons = new LinkedHashSet<>();
    private final Set<String> atWaves = new LinkedHashSet<>();
    private final List<Problem> remarks = new ArrayList<>();

    /** Columns of the file that a model takes for numbers. */
    private final Set<String> numbers = new LinkedHashSet<>();

    Step(Plan plan, List<InstrumentColumns> instruments, ReadData read) {
      this.plan = plan;
      this.layout = plan.data();
      this.instruments = instruments;
      this.raw = read.data();
      this.summary = read.summary();
    }

    Preparation prepare(String file) {
      checkPersons();
      tellOfRedcap();
      keepColumns();
      doubt();
      List<BatchScores> scored = new ArrayList<>();
      problems.attempt(() -> scored.add(score()));
      Cells cells = new Cells(raw, layout.invalid(), problems);
      List<Dataset> counts = new ArrayList<>();
      plan.groups()
          .forEach(it -> problems.attempt(() -> counts.add(GroupCounts.of(it, raw, cells))));
      plan.services()
          .forEach(it -> problems.attempt(() -> counts.add(ServiceCounts.of(it, raw, cells))));
      counts.forEach(it -> refuseTakenNames(it.names()));
      problems.throwIfAny();

      BatchSummary summary = scored.get(0).summary();
      Dataset table = scored.get(0).scores();
      for (Dataset count : counts) {
        for (String name : count.names()) {
          table = withMeasure(table, name, count.numbers(name), count.label(name));
        }
      }
      for (Dataset count : counts) {
        table = withChange(table, count);
      }
      table = withoutIncomparable(labelled(table));
      Dataset wide = withoutIncomparable(labelled(widen(table)));
      return new Preparation(
          data(file, summary, cells, wide),
          summary.scales().stream().map(Step::count).toList(),
          measures(counts),
          table,
          wide);
    }

    /** The scales and counts, whether their waves are rows or stand side by side. */
    private Map<String, String> measures(List<Dataset> counts) {
      Map<String, String> measures = new LinkedHashMap<>();
      for (InstrumentColumns columns : instruments) {
        Instrument instrument = columns.instrument();
        for (Scale scale : instrument.scales()) {
          String name = ColumnName.of(instrument.id(), columns.target(), scale.id()).toString();
          String label = instrument.label(scale, columns.target());
          measures.put(name, plan.labels().getOrDefault(name, label));
        }
      }
      for (GroupIdentificationCount rule : Identifications.of(plan, instruments)) {
        measures.put(rule.name(), plan.labels().getOrDefault(rule.name(), rule.label()));
      }
      for (Dataset count : counts) {
        String column = count.names().get(0);
        String name = layout.wave().isEmpty() ? ColumnName.parse(column).measure() : column;
        // Where the windows of the waves differ, the label of the measure names none.
        measures.merge(
            name,
            plan.labels().getOrDefault(name, count.label(column)),
            (label, other) -> label.equals(other) ? label : label.replaceFirst(", .*", ""));
      }
      return measures;
    }

    private Dataset withMeasure(Dataset table, String name, double[] values, String label) {
      return table
          .with(name, values)
          .withLabels(Map.of(name, ColumnName.parse(name).label(label, layout.waveLabels())))
          .withRole(ColumnRole.MEASURE, name);
    }

    /** Last wave minus first, once both stand in the table. */
    private Dataset withChange(Dataset table, Dataset count) {
      String column = count.names().get(0);
      List<String> waves = layout.waves();
      if (layout.wave().isPresent() || waves.size() < 2) {
        return table;
      }
      String measure = ColumnName.parse(column).measure();
      String first = ColumnName.at(measure, waves.get(0)).toString();
      String last = ColumnName.at(measure, waves.get(waves.size() - 1)).toString();
      if (!column.equals(first) || !table.has(last)) {
        return table;
      }
      double[] before = table.numbers(first);
      double[] change = table.numbers(last);
      for (int row = 0; row < change.length; row++) {
        change[row] -= before[row];
      }
      String name = ColumnName.parse(measure).withChange().toString();
      return withMeasure(table, name, change, count.label(column));
    }

    /** With the labels of the plan for those columns that there are. */
    private Dataset labelled(Dataset table) {
      Map<String, String> labels = new LinkedHashMap<>();
      for (String name : table.names()) {
        ColumnName column = ColumnName.parse(name);
        String measure = plan.labels().get(column.measure());
        if (plan.labels().containsKey(name)) {
          labels.put(name, plan.labels().get(name));
        } else if (measure != null && scoredSideBySide(column)) {
          labels.put(name, column.label(measure, layout.waveLabels()));
        }
      }
      return table.withLabels(labels);
    }

    /** A difference of counts over windows that differ would be no change in anything. */
    private Dataset withoutIncomparable(Dataset table) {
      Dataset left = table;
      List<String> waves = layout.waves();
      for (ServiceSection service : plan.services()) {
        String change = ColumnName.parse(service.name()).withChange().toString();
        if (waves.size() > 1 && left.has(change) && windows(left, service, waves) > 1) {
          left =
              left.withAbsence(
                  change,
                  "the windows asked about differ, so that counts are compared as rates only; a"
                      + " count model takes "
                      + ServiceCounts.months(service.name())
                      + " as its \"exposure\"");
        }
      }
      return left;
    }

    /** How many different windows the first and the last wave have. */
    private static long windows(Dataset table, ServiceSection service, List<String> waves) {
      String months = ServiceCounts.months(service.name());
      return Stream.of(waves.get(0), waves.get(waves.size() - 1))
          .map(wave -> ColumnName.at(months, wave).toString())
          .filter(table::has)
          .flatMapToDouble(name -> Arrays.stream(table.numbers(name)))
          .filter(length -> !Double.isNaN(length))
          .distinct()
          .count();
    }

    private boolean scoredSideBySide(ColumnName column) {
      return layout.wave().isEmpty()
          && (column.scale().isPresent()
                  && instruments.stream().anyMatch(it -> it.wave().isPresent())
              || plan.outcomes().stream().anyMatch(it -> it.measured().contains(column.measure()))
              || plan.groups().stream().anyMatch(it -> it.names().contains(column.measure()))
              || plan.services().stream().anyMatch(it -> it.name().equals(column.measure())));
    }

    /**
     * Which columns have a wave depends on the plan: what models name with a wave has one, what
     * they name without is the person's, and what is only kept goes by both names.
     */
    private Dataset widen(Dataset table) {
      if (layout.wave().isEmpty()) {
        return table;
      }
      Set<String> waved = new LinkedHashSet<>(atWaves);
      waved.removeAll(ofPersons);
      waved.removeAll(plan.person());
      Dataset wide =
          table.widen(
              widening()
                  .waveLabels(layout.waveLabels())
                  .measures(waved.stream().filter(table::has).toArray(String[]::new)));
      List<String> names = new ArrayList<>(wide.names());
      ofPersons.stream()
          .filter(name -> wide.has(name) && !atWaves.contains(name))
          .forEach(name -> names.removeAll(byWave(name)));
      return wide.select(names);
    }

    private Widening widening() {
      return Widening.by(layout.id().orElseThrow(), layout.wave().orElseThrow())
          .waves(layout.waves())
          .person(plan.person().toArray(String[]::new));
    }

    private List<String> byWave(String name) {
      return Stream.concat(layout.waves().stream(), Stream.of(ColumnName.CHANGE))
          .map(wave -> ColumnName.at(name, wave).toString())
          .toList();
    }

    private void checkPersons() {
      if (layout.wave().isPresent()) {
        // Widening these columns alone tells what is wrong with them together with all the rest.
        List<String> columns = new ArrayList<>();
        columns.add(layout.id().orElseThrow());
        columns.add(layout.wave().get());
        columns.addAll(plan.person());
        problems.attempt(() -> raw.select(columns).widen(widening()));
      } else {
        layout.id().ifPresent(id -> problems.attempt(() -> refuseRepeatedPersons(id)));
      }
    }

    /** Rows that do not fit together are what exports with events and repeats are made of. */
    private void tellOfRedcap() {
      boolean records =
          raw.names().stream()
              .anyMatch(name -> RedcapRecords.isEvent(name) || RedcapRecords.isInstance(name));
      problems.require(
          problems.isEmpty() || layout.export().isPresent() || !records,
          "data",
          "the columns are those of a REDCap export; \"export\": \"redcap\" chooses its rows");
    }

    /** Tells what counts as a person or a value and probably is none. */
    private void doubt() {
      Doubts doubts = new Doubts(raw);
      if (layout.export().isEmpty()) {
        doubts.ofPreviews().ifPresent(remarks::add);
      }
      layout
          .id()
          .filter(raw::has)
          .ifPresent(
              id -> {
                doubts.refuseTotals(id, problems);
                remarks.addAll(doubts.ofPersons(id, layout.wave()));
              });
      Stream.concat(
              numbers.stream(), plan.services().stream().map(ServiceSection::count).distinct())
          .distinct()
          .forEach(column -> doubts.ofMissingCode(column).ifPresent(remarks::add));
    }

    private void refuseRepeatedPersons(String id) {
      Map<String, Integer> seen = new HashMap<>();
      Map<Integer, Optional<Integer>> refused = new LinkedHashMap<>();
      List<Optional<String>> ids = raw.texts(id);
      for (int row = 0; row < raw.rows(); row++) {
        if (ids.get(row).isEmpty()) {
          refused.put(row, Optional.empty());
          continue;
        }
        Integer earlier = seen.putIfAbsent(ids.get(row).get(), row);
        if (earlier != null) {
          refused.put(row, Optional.of(earlier));
        }
      }
      // Many repeats have one cause, and are told as one.
      boolean many = refused.values().stream().flatMap(Optional::stream).count() > REPEATS;
      refused.forEach(
          (row, earlier) ->
              problems.add(
                  raw.place(row, id),
                  earlier
                      .map(it -> repeated(many ? Optional.empty() : earlier))
                      .orElse("no identifier; every row needs one")));
      Alike.remark("column " + id, "identifiers", ids, raw::place).ifPresent(remarks::add);
    }

    private String repeated(Optional<Integer> earlier) {
      return earlier
              .map(row -> "the same participant as in " + raw.place(row))
              .orElse("a participant whom an earlier row has already")
          + "; keep one row per participant, choose it with \"where\", or name the \"wave\" in the"
          + " plan";
    }

    /** The columns that the plan names, and those of the file that a model names. */
    private void keepColumns() {
      layout.id().ifPresent(kept::add);
      layout.wave().ifPresent(kept::add);
      kept.addAll(plan.keep());
      kept.addAll(plan.person());
      for (ModelSection model : plan.models()) {
        model.categories().forEach(name -> fileColumn(name).ifPresent(it -> keep(it, name)));
        for (String name : model.columns()) {
          fileColumn(name)
              .ifPresent(
                  column -> {
                    keep(column, name);
                    numbers.add(column);
                  });
        }
      }
      plan.outcomes().ifPresent(this::keepOf);
      kept.removeAll(madeOfThemselves());
      numbers.retainAll(kept);
      numbers.forEach(this::requireNumbersOrWords);
    }

    /** Groups and covariates are the person's, columns told as outcomes are of waves. */
    private void keepOf(OutcomesSection outcomes) {
      Stream.of(
              outcomes.groups().stream(),
              outcomes.adjust().stream(),
              outcomes.comparison().stream().map(OutcomesSection.Comparison::column))
          .flatMap(names -> names)
          .forEach(name -> fileColumn(name).ifPresent(column -> keep(column, name)));
      outcomes.measured().stream()
          .forEach(
              column -> {
                if (layout.wave().isEmpty()) {
                  byWave(column).stream().filter(raw::has).forEach(kept::add);
                } else if (raw.has(column)) {
                  kept.add(column);
                  atWaves.add(column);
                }
              });
    }

    private void keep(String column, String name) {
      kept.add(column);
      (column.equals(name) ? ofPersons : atWaves).add(column);
    }

    /**
     * Cells that are no numbers are refused here, where their lines in the file are still known. A
     * column of words may be one of categories, which shows when the model is fitted.
     */
    private void requireNumbersOrWords(String column) {
      if (raw.kind(column) == ColumnKind.NUMBER || !WordCells.only(raw.texts(column))) {
        problems.attempt(() -> raw.numbers(column));
      }
    }

    /** Columns of the file whose counts the plan makes under the same name. */
    private Set<String> madeOfThemselves() {
      Set<String> made = new LinkedHashSet<>();
      for (ServiceSection service : plan.services()) {
        if (service.column().equals(service.count())) {
          made.add(service.column());
        }
        String months = ServiceCounts.months(service);
        if (service.windowColumn().equals(Optional.of(months))) {
          made.add(months);
        }
      }
      return made;
    }

    /** The column of the file behind a name in a model: itself, or what stands before the wave. */
    private Optional<String> fileColumn(String name) {
      return Stream.of(name, ColumnName.parse(name).measure()).filter(raw::has).findFirst();
    }

    private BatchScores score() {
      if (instruments.isEmpty()) {
        return new BatchScores(
            raw.select(kept), new BatchSummary(raw.rows(), List.of(), Map.of(), List.of()));
      }
      BatchScorer scorer = Scorer.batch().invalidCodes(layout.invalid()).keep(List.copyOf(kept));
      if (layout.wave().isEmpty()) {
        scorer = scorer.waves(layout.waves()).waveLabels(layout.waveLabels());
      }
      for (InstrumentColumns instrument : instruments) {
        scorer = scorer.instrument(instrument);
      }
      for (GroupIdentificationCount rule : Identifications.of(plan, instruments)) {
        scorer = scorer.identifications(rule);
      }
      return scorer.scoreAll(raw);
    }

    private void refuseTakenNames(List<String> made) {
      made.stream()
          .filter(kept::contains)
          .forEach(
              name ->
                  problems.add(
                      "column " + name,
                      "is made by the plan and is kept from the file as well; rename one"));
    }

    private static ScoreCount count(ScaleSummary scale) {
      Map<String, Integer> reasons = new LinkedHashMap<>();
      scale
          .notScored()
          .forEach(
              (reason, rows) ->
                  reasons.put(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), rows));
      int notScored = reasons.values().stream().mapToInt(Integer::intValue).sum();
      return new ScoreCount(scale.name(), scale.label(), scale.scored(), notScored, reasons);
    }

    private DataDocument data(String file, BatchSummary scored, Cells cells, Dataset wide) {
      OptionalInt persons =
          layout.id().stream().mapToInt(id -> new HashSet<>(raw.texts(id)).size()).findFirst();
      List<WaveCount> waves = new ArrayList<>();
      for (String wave : layout.wave().isPresent() ? layout.waves() : List.<String>of()) {
        List<Optional<String>> column = raw.texts(layout.wave().orElseThrow());
        int rows = (int) column.stream().filter(it -> it.equals(Optional.of(wave))).count();
        waves.add(new WaveCount(wave, rows));
      }
      Map<String, Integer> invalid = new LinkedHashMap<>(scored.invalidCodes());
      invalid.putAll(cells.invalid());
      List<String> notes = new ArrayList<>(summary.notes());
      Stream.of(raw.remarks(), remarks, wide.remarks(), scored.cautions())
          .flatMap(List::stream)
          .distinct()
          .map(remark -> remark + ".")
          .forEach(notes::add);
      return new DataDocument(
          file,
          raw.rows(),
          persons,
          waves,
          LeftOut.of(summary),
          summary.missingCodes(),
          invalid,
          List.of(),
          notes);
    }
  }
}
