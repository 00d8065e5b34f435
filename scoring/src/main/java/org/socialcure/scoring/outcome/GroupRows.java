package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Names;

/** Who is in which group, and differences between groups that are adjusted by least squares. */
final class GroupRows {
  /** More are hardly groups but identifiers. */
  private static final int MOST_GROUPS = 50;

  private final Dataset data;
  private final Grouping grouping;
  private final List<Optional<String>> groupOf;
  private final List<String> names;

  GroupRows(Dataset data, Grouping grouping) {
    this.data = data;
    this.grouping = grouping;
    this.groupOf = words(data, grouping.column());
    this.names = ordered();
  }

  /** The cells of a column as words, numbers as they are written. */
  static List<Optional<String>> words(Dataset data, String column) {
    return data.kind(column) == ColumnKind.TEXT
        ? data.texts(column)
        : Arrays.stream(data.numbers(column))
            .mapToObj(
                v -> Double.isNaN(v) ? Optional.<String>empty() : Optional.of(Names.number(v)))
            .toList();
  }

  /** The groups, the reference first, the others in the order in which they first occur. */
  private List<String> ordered() {
    List<String> found = groupOf.stream().flatMap(Optional::stream).distinct().toList();
    String where = "column \"" + grouping.column() + "\"";
    if (!found.contains(grouping.reference())) {
      throw new InvalidInputException(
          where, "nobody is in the reference group that was named; name one that occurs");
    }
    if (found.size() < 2 || found.size() > MOST_GROUPS) {
      throw new InvalidInputException(
          where, "must hold from 2 to " + MOST_GROUPS + " groups, not " + found.size());
    }
    List<String> inOrder =
        data.kind(grouping.column()) == ColumnKind.TEXT
            ? found
            : found.stream().sorted(Comparator.comparingDouble(Double::valueOf)).toList();
    return Stream.concat(
            Stream.of(grouping.reference()),
            inOrder.stream().filter(name -> !name.equals(grouping.reference())))
        .toList();
  }

  /** The groups, the reference first. */
  List<String> names() {
    return names;
  }

  boolean isIn(int row, String name) {
    return groupOf.get(row).filter(name::equals).isPresent();
  }

  /** How many of some rows have no group. */
  int without(int[] rows) {
    return (int) Arrays.stream(rows).filter(row -> groupOf.get(row).isEmpty()).count();
  }

  /** Those of some rows that are in a group. */
  int[] of(int[] rows, String name) {
    return Arrays.stream(rows).filter(row -> isIn(row, name)).toArray();
  }

  static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** Differences from the reference by group, and how many people they are of. */
  record Adjusted(Map<String, MeanDifference> differences, Optional<Integer> people) {
    static final Adjusted NONE = new Adjusted(Map.of(), Optional.empty());
  }

  /**
   * The differences of y, adjusted for x and the covariates, among some rows in which both are
   * known; groups with fewer than two of them take no part.
   */
  Adjusted adjusted(double[] x, double[] y, int[] among, double level) {
    List<String> kept = names.stream().filter(name -> of(among, name).length >= 2).toList();
    if (kept.size() < 2 || !kept.get(0).equals(grouping.reference())) {
      return Adjusted.NONE;
    }
    List<double[]> covariates = new ArrayList<>();
    grouping.covariates().forEach(name -> covariates.addAll(indicators(name)));
    int[] rows =
        Arrays.stream(among)
            .filter(row -> groupOf.get(row).filter(kept::contains).isPresent())
            .filter(row -> covariates.stream().noneMatch(column -> Double.isNaN(column[row])))
            .toArray();
    if (rows.length < 2) {
      return Adjusted.NONE;
    }
    List<double[]> columns = new ArrayList<>();
    for (String name : kept.subList(1, kept.size())) {
      columns.add(Arrays.stream(rows).mapToDouble(row -> isIn(row, name) ? 1 : 0).toArray());
    }
    columns.add(take(x, rows));
    covariates.forEach(column -> columns.add(take(column, rows)));
    Optional<LeastSquares> fit = LeastSquares.fit(take(y, rows), columns);
    if (fit.isEmpty()) {
      return Adjusted.NONE;
    }
    Map<String, MeanDifference> differences = new LinkedHashMap<>();
    for (int i = 1; i < kept.size(); i++) {
      differences.put(kept.get(i), fit.get().coefficient(i - 1, level));
    }
    return new Adjusted(differences, Optional.of(rows.length));
  }

  /** Numbers as they are; words as an indicator of each but the first. */
  private List<double[]> indicators(String column) {
    if (data.kind(column) != ColumnKind.TEXT) {
      return List.of(data.numbers(column));
    }
    List<Optional<String>> words = data.texts(column);
    return new TreeSet<>(words.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
        .stream()
            .skip(1)
            .map(
                level ->
                    words.stream()
                        .mapToDouble(
                            word -> word.isEmpty() ? Double.NaN : word.get().equals(level) ? 1 : 0)
                        .toArray())
            .toList();
  }

  /** Adjusts the p-values of the parts that are there by Holm's method. */
  static <T> List<OptionalDouble> holm(
      List<T> differences, Function<T, Optional<MeanDifference>> which) {
    double[] adjusted =
        Holm.adjust(
            differences.stream()
                .flatMap(difference -> which.apply(difference).stream())
                .mapToDouble(MeanDifference::p)
                .toArray());
    List<OptionalDouble> all = new ArrayList<>();
    int next = 0;
    for (T difference : differences) {
      all.add(
          which.apply(difference).isPresent()
              ? OptionalDouble.of(adjusted[next++])
              : OptionalDouble.empty());
    }
    return all;
  }
}
