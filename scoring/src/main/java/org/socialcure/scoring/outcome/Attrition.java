package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;

/** Works out who of a cohort stayed. */
final class Attrition {
  /** More words are hardly categories but identifiers or answers in free text. */
  private static final int MOST_CATEGORIES = 50;

  private final Dataset data;
  private final List<String> columns;
  private final List<String> waves;
  private final double level;

  Attrition(Dataset data, List<String> columns, List<String> waves, double level) {
    this.data = data;
    this.columns = columns;
    this.waves = waves;
    this.level = level;
  }

  WhoStayed whoStayed() {
    check();
    List<boolean[]> there = waves.stream().map(this::there).toList();
    boolean[] first = there.get(0);
    List<WhoStayed.Wave> flow = new ArrayList<>();
    List<WhoStayed.Departure> departures = new ArrayList<>();
    for (int w = 0; w < waves.size(); w++) {
      boolean[] here = there.get(w);
      int[] stayed = rows(i -> first[i] && here[i]);
      int[] left = rows(i -> first[i] && !here[i]);
      int baseline = stayed.length + left.length;
      flow.add(
          new WhoStayed.Wave(
              waves.get(w),
              rows(i -> here[i]).length,
              baseline == 0
                  ? Optional.empty()
                  : Optional.of(Share.of(stayed.length, baseline, level))));
      if (w > 0) {
        departures.add(departure(waves.get(w), stayed, left));
      }
    }
    return new WhoStayed(flow, departures, missing(there));
  }

  private void check() {
    Problems problems = new Problems();
    for (String wave : waves) {
      problems.require(
          !columnsOf(wave).isEmpty(),
          "wave " + wave,
          "no column is of this wave; check its name and widen the data set by wave");
    }
    problems.requireDistinct("columns", "name", columns, name -> name);
    for (String name : columns) {
      problems.require(
          data.has(atStart(name)),
          "column \"" + name + "\"",
          "exists neither at " + waves.get(0) + " nor without a wave");
      if (data.has(atStart(name)) && data.kind(atStart(name)) == ColumnKind.TEXT) {
        problems.require(
            categories(atStart(name)).size() <= MOST_CATEGORIES,
            "column \"" + name + "\"",
            "holds more than " + MOST_CATEGORIES + " words; leave it out or code it");
      }
    }
    problems.throwIfAny();
  }

  private List<String> columnsOf(String wave) {
    return data.names().stream()
        .filter(name -> ColumnName.parse(name).wave().filter(wave::equals).isPresent())
        .toList();
  }

  private String atStart(String name) {
    return data.has(name) ? name : ColumnName.at(name, waves.get(0)).toString();
  }

  private List<String> categories(String column) {
    return List.copyOf(
        new TreeSet<>(
            data.texts(column).stream().flatMap(Optional::stream).collect(Collectors.toSet())));
  }

  private boolean[] there(String wave) {
    boolean[] there = new boolean[data.rows()];
    for (String column : columnsOf(wave)) {
      for (int i = 0; i < there.length; i++) {
        there[i] |= !data.missing(column, i);
      }
    }
    return there;
  }

  private int[] rows(IntPredicate which) {
    return IntStream.range(0, data.rows()).filter(which).toArray();
  }

  private WhoStayed.Departure departure(String wave, int[] stayed, int[] left) {
    List<BaselineDifference> differences = new ArrayList<>();
    for (String name : columns) {
      String column = atStart(name);
      if (data.kind(column) != ColumnKind.TEXT) {
        differences.add(difference(column, data.label(column), data.numbers(column), stayed, left));
        continue;
      }
      List<String> categories = categories(column);
      // Of two categories the one says what the other does.
      for (String category : categories.size() == 2 ? categories.subList(1, 2) : categories) {
        double[] indicator =
            data.texts(column).stream()
                .mapToDouble(
                    word -> word.isEmpty() ? Double.NaN : word.get().equals(category) ? 1 : 0)
                .toArray();
        differences.add(
            difference(column, data.label(column) + ": " + category, indicator, stayed, left));
      }
    }
    differences.sort(
        Comparator.comparingDouble(
            it ->
                it.difference().isPresent()
                    ? -Math.abs(it.difference().getAsDouble())
                    : Double.POSITIVE_INFINITY));
    return new WhoStayed.Departure(wave, stayed.length, left.length, differences);
  }

  private BaselineDifference difference(
      String column, String label, double[] values, int[] stayed, int[] left) {
    return BaselineDifference.of(
        column, label, GroupRows.take(values, stayed), GroupRows.take(values, left), level);
  }

  private List<WhoStayed.MissingValues> missing(List<boolean[]> there) {
    List<WhoStayed.MissingValues> missing = new ArrayList<>();
    for (String name : columns) {
      boolean ofPerson = data.has(name);
      for (int w = 0; w < (ofPerson ? 1 : waves.size()); w++) {
        String column = ofPerson ? name : ColumnName.at(name, waves.get(w)).toString();
        if (data.has(column)) {
          boolean[] here = there.get(w);
          int[] rows = rows(i -> here[i]);
          int without = (int) IntStream.of(rows).filter(row -> data.missing(column, row)).count();
          missing.add(
              new WhoStayed.MissingValues(
                  name,
                  ofPerson ? data.label(name) : label(name, waves.get(w)),
                  waves.get(w),
                  rows.length == 0
                      ? Optional.empty()
                      : Optional.of(Share.of(without, rows.length, level))));
        }
      }
    }
    return missing;
  }

  /** What people call a column at a wave, which stands beside it. */
  private String label(String name, String wave) {
    String label = data.label(ColumnName.at(name, wave).toString());
    String behind = ColumnName.at(name, wave).label("");
    return label.endsWith(behind) ? label.substring(0, label.length() - behind.length()) : label;
  }
}
