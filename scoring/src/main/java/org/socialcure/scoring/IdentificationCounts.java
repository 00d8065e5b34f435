package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;

/** The counts of group identifications that a batch makes of its scores. */
record IdentificationCounts(
    List<GroupIdentificationCount> rules, List<InstrumentColumns> instruments, BatchWaves waves) {
  private static final String REMEDY = "; add the instrument for it, or count other groups";

  /** The groups of each rule are scored, at the same waves, in the way that the rule means. */
  void check(Problems problems) {
    Set<String> scored = new LinkedHashSet<>();
    instruments.forEach(
        columns ->
            columns.instrument().scales().forEach(it -> scored.add(columns.column(it.id()))));
    for (GroupIdentificationCount rule : rules) {
      List<InstrumentColumns> own = ofInstrument(rule);
      problems.require(
          own.stream()
              .allMatch(it -> it.instrument().version().equals(rule.instrument().version())),
          rule.name(),
          "counts scores of version "
              + rule.instrument().version()
              + " of "
              + rule.instrument().id()
              + ", and another is scored");
      for (Optional<String> wave : wavesOf(rule)) {
        for (String column : rule.scores(wave)) {
          problems.require(
              scored.contains(column),
              rule.name(),
              "needs " + column + ", which is not scored" + REMEDY);
        }
      }
    }
  }

  private List<InstrumentColumns> ofInstrument(GroupIdentificationCount rule) {
    return instruments.stream()
        .filter(it -> it.instrument().id().equals(rule.instrument().id()))
        .toList();
  }

  /** The waves at which one of the groups was asked about; none where waves are rows. */
  private Set<Optional<String>> wavesOf(GroupIdentificationCount rule) {
    Set<Optional<String>> found =
        ofInstrument(rule).stream()
            .filter(it -> it.target().filter(rule.targets()::contains).isPresent())
            .map(InstrumentColumns::wave)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return found.isEmpty() ? Set.of(Optional.empty()) : found;
  }

  /** The columns that are made, changes apart. */
  List<String> names() {
    return rules.stream().flatMap(rule -> wavesOf(rule).stream().map(rule::column)).toList();
  }

  /** Counts, once all is scored. */
  void addTo(Map<String, double[]> scored, List<ScaleSummary> summaries) {
    for (GroupIdentificationCount rule : rules) {
      for (Optional<String> wave : wavesOf(rule)) {
        List<double[]> scores = new ArrayList<>();
        rule.scores(wave).forEach(name -> scores.add(scored.getOrDefault(name, new double[0])));
        double[] counts = rule.counts(scores);
        String name = rule.column(wave);
        scored.put(name, counts);
        summaries.add(summary(name, waves.label(name, rule.label()), counts, scores));
      }
    }
  }

  private static ScaleSummary summary(
      String name, String label, double[] counts, List<double[]> scores) {
    int counted = 0;
    Map<NotScoredReason, Integer> reasons = new LinkedHashMap<>();
    for (int row = 0; row < counts.length; row++) {
      if (Double.isNaN(counts[row])) {
        int at = row;
        boolean none = scores.stream().allMatch(of -> Double.isNaN(of[at]));
        reasons.merge(
            none ? NotScoredReason.NO_ANSWERS : NotScoredReason.MISSING_ITEMS, 1, Integer::sum);
      } else {
        counted++;
      }
    }
    return new ScaleSummary(name, label, counted, 0, reasons);
  }

  /** The changes of counts with the labels of the counts. */
  Map<BatchWaves.Change, String> changes() {
    Map<BatchWaves.Change, String> changes = new LinkedHashMap<>();
    for (GroupIdentificationCount rule : rules) {
      BatchWaves.change(ColumnName.parse(rule.name()), waves.of(instruments), Set.copyOf(names()))
          .ifPresent(change -> changes.put(change, rule.label()));
    }
    return changes;
  }
}
