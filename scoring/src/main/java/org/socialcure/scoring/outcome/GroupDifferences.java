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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Names;
import org.socialcure.scoring.NotEstimable;

/** Compares the changes of groups. */
final class GroupDifferences {
  /** More are hardly groups but identifiers. */
  private static final int MOST_GROUPS = 50;

  private final Measure measure;
  private final String before;
  private final String after;
  private final Grouping grouping;
  private final OutcomeSettings settings;
  private final Dataset data;
  private final double[] x;
  private final double[] y;
  private final Pairs pairs;
  private final List<Optional<String>> groupOf;
  private final List<String> names;

  GroupDifferences(
      Dataset data,
      Measure measure,
      String before,
      String after,
      Grouping grouping,
      OutcomeSettings settings) {
    this.data = data;
    this.measure = measure;
    this.before = before;
    this.after = after;
    this.grouping = grouping;
    this.settings = settings;
    this.x = measure.values(data, before);
    this.y = measure.values(data, after);
    this.pairs = Pairs.of(x, y);
    this.groupOf = words(data, grouping.column());
    this.names = names();
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
  private List<String> names() {
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
    List<String> ordered =
        data.kind(grouping.column()) == ColumnKind.TEXT
            ? found
            : found.stream().sorted(Comparator.comparingDouble(Double::valueOf)).toList();
    return Stream.concat(
            Stream.of(grouping.reference()),
            ordered.stream().filter(name -> !name.equals(grouping.reference())))
        .toList();
  }

  GroupComparison compare() {
    List<GroupComparison.Group> groups =
        names.stream().map(name -> new GroupComparison.Group(name, outcome(name))).toList();
    Map<String, double[]> changes = new LinkedHashMap<>();
    names.forEach(name -> changes.put(name, changes(name)));
    Adjusted adjusted = adjusted(changes);
    List<GroupComparison.Difference> differences = new ArrayList<>();
    for (String name : names.subList(1, names.size())) {
      differences.add(difference(name, changes, adjusted));
    }
    int withoutGroup =
        (int) Arrays.stream(pairs.rows()).filter(row -> groupOf.get(row).isEmpty()).count();
    return new GroupComparison(
        grouping, groups, withoutGroup, holm(differences), adjusted.people());
  }

  private ScaleOutcome outcome(String name) {
    int[] rows =
        IntStream.range(0, x.length)
            .filter(row -> groupOf.get(row).filter(name::equals).isPresent())
            .toArray();
    return new OutcomeOfPairs(measure, before, after, settings).of(take(x, rows), take(y, rows));
  }

  private static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private double[] changes(String name) {
    double[] differences = pairs.differences();
    return IntStream.range(0, pairs.n())
        .filter(i -> groupOf.get(pairs.rows()[i]).filter(name::equals).isPresent())
        .mapToDouble(i -> differences[i])
        .toArray();
  }

  private GroupComparison.Difference difference(
      String name, Map<String, double[]> changes, Adjusted adjusted) {
    List<Gap> gaps = new ArrayList<>();
    double[] own = changes.getOrDefault(name, new double[0]);
    double[] others = changes.getOrDefault(grouping.reference(), new double[0]);
    boolean few = own.length < 2 || others.length < 2;
    Optional<MeanDifference> change =
        few ? Optional.empty() : MeanDifference.welch(own, others, settings.level());
    if (change.isEmpty()) {
      gaps.add(
          new Gap(
              OutcomePart.DIFFERENCE,
              few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION));
    }
    Optional<MeanDifference> difference = Optional.ofNullable(adjusted.differences().get(name));
    if (difference.isEmpty()) {
      gaps.add(
          new Gap(
              OutcomePart.ADJUSTED_DIFFERENCE,
              few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_SOLUTION));
    }
    return new GroupComparison.Difference(
        name, change, OptionalDouble.empty(), difference, OptionalDouble.empty(), gaps);
  }

  private record Adjusted(Map<String, MeanDifference> differences, Optional<Integer> people) {
    static final Adjusted NONE = new Adjusted(Map.of(), Optional.empty());
  }

  private Adjusted adjusted(Map<String, double[]> changes) {
    List<String> kept =
        names.stream()
            .filter(name -> changes.getOrDefault(name, new double[0]).length >= 2)
            .toList();
    if (kept.size() < 2 || !kept.get(0).equals(grouping.reference())) {
      return Adjusted.NONE;
    }
    List<double[]> covariates = new ArrayList<>();
    grouping.covariates().forEach(name -> covariates.addAll(indicators(name)));
    int[] rows =
        Arrays.stream(pairs.rows())
            .filter(row -> groupOf.get(row).filter(kept::contains).isPresent())
            .filter(row -> covariates.stream().noneMatch(column -> Double.isNaN(column[row])))
            .toArray();
    if (rows.length < 2) {
      return Adjusted.NONE;
    }
    List<double[]> columns = new ArrayList<>();
    for (String name : kept.subList(1, kept.size())) {
      columns.add(
          Arrays.stream(rows)
              .mapToDouble(row -> groupOf.get(row).filter(name::equals).isPresent() ? 1 : 0)
              .toArray());
    }
    columns.add(take(x, rows));
    covariates.forEach(column -> columns.add(take(column, rows)));
    Optional<LeastSquares> fit = LeastSquares.fit(take(y, rows), columns);
    if (fit.isEmpty()) {
      return Adjusted.NONE;
    }
    Map<String, MeanDifference> differences = new LinkedHashMap<>();
    for (int i = 1; i < kept.size(); i++) {
      differences.put(kept.get(i), fit.get().coefficient(i - 1, settings.level()));
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

  private static List<GroupComparison.Difference> holm(
      List<GroupComparison.Difference> differences) {
    List<OptionalDouble> change = holm(differences, GroupComparison.Difference::change);
    List<OptionalDouble> adjusted = holm(differences, GroupComparison.Difference::adjusted);
    return IntStream.range(0, differences.size())
        .mapToObj(
            i -> {
              GroupComparison.Difference one = differences.get(i);
              return new GroupComparison.Difference(
                  one.group(),
                  one.change(),
                  change.get(i),
                  one.adjusted(),
                  adjusted.get(i),
                  one.gaps());
            })
        .toList();
  }

  private static List<OptionalDouble> holm(
      List<GroupComparison.Difference> differences,
      Function<GroupComparison.Difference, Optional<MeanDifference>> which) {
    double[] adjusted =
        Holm.adjust(
            differences.stream()
                .flatMap(difference -> which.apply(difference).stream())
                .mapToDouble(MeanDifference::p)
                .toArray());
    List<OptionalDouble> all = new ArrayList<>();
    int next = 0;
    for (GroupComparison.Difference difference : differences) {
      all.add(
          which.apply(difference).isPresent()
              ? OptionalDouble.of(adjusted[next++])
              : OptionalDouble.empty());
    }
    return all;
  }
}
