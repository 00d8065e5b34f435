package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Nearest;

/** One run over one file. Not thread-safe; lives within one call. */
final class BatchRun {
  /** Small enough for the working arrays to stay in the processor's first cache. */
  static final int BLOCK = 1024;

  private final Dataset raw;
  private final List<InstrumentColumns> instruments;
  private final List<String> kept;
  private final BatchWaves waves;
  private final InvalidCells invalid;
  private final IdentificationCounts counted;

  BatchRun(
      Dataset raw,
      List<InstrumentColumns> instruments,
      List<String> kept,
      BatchWaves waves,
      InvalidCodes treatment,
      List<GroupIdentificationCount> counted) {
    this.raw = raw;
    this.instruments = instruments;
    this.kept = kept;
    this.waves = waves;
    this.invalid = new InvalidCells(raw, treatment);
    this.counted = new IdentificationCounts(counted, instruments, waves);
  }

  BatchScores run() {
    check();
    List<FormBlock> forms =
        instruments.stream().map(columns -> new FormBlock(raw, columns, waves, invalid)).toList();
    for (int from = 0; from < raw.rows(); from += BLOCK) {
      int count = Math.min(BLOCK, raw.rows() - from);
      for (FormBlock form : forms) {
        form.score(from, count);
      }
    }
    invalid.throwIfRefused();
    Map<String, double[]> scored = new LinkedHashMap<>();
    List<ScaleSummary> summaries = new ArrayList<>();
    for (FormBlock form : forms) {
      form.addTo(scored, summaries);
    }
    counted.addTo(scored, summaries);
    return new BatchScores(
        result(scored, summaries),
        new BatchSummary(raw.rows(), summaries, invalid.byColumn(), cautions()));
  }

  private List<String> cautions() {
    List<String> cautions = new ArrayList<>(ItemOrders.cautions(instruments));
    cautions.addAll(invalid.cautions());
    instruments.stream()
        .map(InstrumentColumns::instrument)
        .flatMap(instrument -> RuleCautions.of(instrument).stream())
        .distinct()
        .forEach(cautions::add);
    return cautions;
  }

  /** The kept columns, the scores, and where waves stand side by side their changes. */
  private Dataset result(Map<String, double[]> scored, List<ScaleSummary> summaries) {
    Map<String, String> labels =
        summaries.stream().collect(Collectors.toMap(ScaleSummary::name, ScaleSummary::label));
    Map<String, double[]> all = new LinkedHashMap<>(scored);
    for (InstrumentColumns columns : instruments) {
      for (Scale scale : columns.instrument().scales()) {
        change(columns, scale)
            .ifPresent(
                change -> {
                  all.put(change.name(), change.of(scored));
                  String label = columns.instrument().label(scale, columns.target());
                  labels.put(change.name(), waves.label(change.name(), label));
                });
      }
    }
    counted
        .changes()
        .forEach(
            (change, label) -> {
              all.put(change.name(), change.of(scored));
              labels.put(change.name(), waves.label(change.name(), label));
            });
    Dataset result = raw.select(kept);
    for (String name : waves.ordered(instruments, scored)) {
      result = result.with(name, Objects.requireNonNull(all.get(name), name));
    }
    String[] measures =
        scored.keySet().stream()
            .filter(name -> ColumnName.parse(name).wave().isEmpty())
            .toArray(String[]::new);
    return result.withRole(ColumnRole.MEASURE, measures).withLabels(labels);
  }

  private Optional<BatchWaves.Change> change(InstrumentColumns columns, Scale scale) {
    return columns.wave().isEmpty()
        ? Optional.empty()
        : BatchWaves.change(columns.measure(scale.id()), waves.of(instruments), scoredNames());
  }

  private Set<String> scoredNames() {
    return instruments.stream()
        .flatMap(
            columns -> columns.instrument().scales().stream().map(it -> columns.column(it.id())))
        .collect(Collectors.toSet());
  }

  private void check() {
    Problems problems = new Problems();
    if (instruments.isEmpty()) {
      problems.add("batch", "has no instrument; add one with its columns");
    }
    Set<String> results = new HashSet<>();
    for (String name : kept) {
      if (!raw.has(name)) {
        problems.add(lacking(raw, name, "is to be kept"));
      } else if (!results.add(name)) {
        problems.add("column " + name, "is to be kept twice");
      }
    }
    for (InstrumentColumns columns : instruments) {
      checkColumns(raw, columns, problems);
      if (columns.instrument().targeting() == Targeting.GROUP && columns.target().isEmpty()) {
        problems.add(
            columns.instrument().id() + ", target",
            "must name the group that was asked about, as in community");
      }
      columns.instrument().scales().stream()
          .map(scale -> columns.column(scale.id()))
          .filter(name -> !results.add(name))
          .forEach(name -> problems.add("column " + name, twice(name, columns)));
    }
    waves.check(instruments, problems);
    checkOneRule(problems);
    counted.check(problems);
    counted.names().stream()
        .filter(name -> !results.add(name))
        .forEach(
            name ->
                problems.add(
                    "column " + name,
                    kept.contains(name) ? keptAndMade() : "is counted twice; count it once"));
    Stream.concat(
            instruments.stream()
                .flatMap(
                    columns ->
                        columns.instrument().scales().stream().map(it -> change(columns, it)))
                .flatMap(Optional::stream),
            counted.changes().keySet().stream())
        .map(BatchWaves.Change::name)
        .filter(kept::contains)
        .distinct()
        .forEach(name -> problems.add("column " + name, keptAndMade()));
    problems.throwIfAny();
  }

  /** Waves of one instrument are compared, so that they must be scored in one way. */
  private void checkOneRule(Problems problems) {
    Map<String, Instrument> first = new HashMap<>();
    for (InstrumentColumns columns : instruments) {
      Instrument known = first.putIfAbsent(columns.instrument().id(), columns.instrument());
      if (known != null
          && !(known.version().equals(columns.instrument().version())
              && known.scales().equals(columns.instrument().scales()))) {
        problems.add(
            columns.instrument().id(),
            "is scored in two ways in one file, by another version or another rule for missing"
                + " answers; score all of its columns in the same way, or in files of their own");
      }
    }
  }

  private static Problem lacking(Dataset raw, String name, String use) {
    return new Problem(
        "column " + name,
        use
            + ", but there is no such column"
            + raw.absence(name)
                .map(why -> ": " + why)
                .orElseGet(() -> Nearest.amongColumns(name, raw.names())));
  }

  private String twice(String name, InstrumentColumns columns) {
    if (kept.contains(name)) {
      return keptAndMade();
    }
    return "would stand twice in the result; score it once, or say the wave of each form (in a plan, \"columns\" by wave)"
        + (columns.instrument().targeting() == Targeting.GROUP ? " or its own target" : "");
  }

  private static String keptAndMade() {
    return "is a column to be kept and a score as well; rename it in the file";
  }

  /**
   * Whether the columns are there and can hold answers to their items. What enters no score need
   * not be there.
   */
  static void checkColumns(Dataset raw, InstrumentColumns columns, Problems problems) {
    for (int i = 0; i < columns.columns().size(); i++) {
      String name = columns.columns().get(i);
      Item item = columns.instrument().items().get(i);
      if (!columns.instrument().isScored(item)) {
        continue;
      }
      String use = "item " + item.id() + " of " + columns.instrument().id();
      if (!raw.has(name)) {
        problems.add(lacking(raw, name, "is needed for " + use));
      } else if (raw.kind(name) == ColumnKind.NUMBER
          && !ColumnDecoder.hasNumericCodes(item, columns.coding())
          && raw.missingCount(name) < raw.rows()) {
        problems.add(
            "column " + name,
            "holds numbers, but "
                + use
                + " is answered by "
                + item.permitted()
                + "; give a coding that says what each number stands for");
      }
    }
  }
}
