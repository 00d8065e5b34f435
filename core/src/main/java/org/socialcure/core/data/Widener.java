package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Alike;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.numeric.Decimals;

/** Carries out a {@link Widening}: first where each row belongs, then column by column. */
final class Widener {
  /** No row: the participant was not seen at that wave. */
  private static final int NONE = -1;

  /** More repeats of a participant and wave than these are one fault of the file. */
  private static final int REPEATS = 3;

  /** More different values than this are no waves: most likely another column was named. */
  private static final int MOST_WAVES = 100;

  private final Dataset data;
  private final Widening widening;
  private final Problems problems = new Problems();
  private final List<Problem> remarks = new ArrayList<>();
  private final Map<String, String> absent = new HashMap<>();

  Widener(Dataset data, Widening widening) {
    this.data = data;
    this.widening = widening;
  }

  Dataset widen() {
    Column ids = data.column(widening.id());
    data.column(widening.wave());
    widening.roles().keySet().forEach(data::column);
    List<String> waves = waves();
    for (String labelled : widening.waveLabels().keySet()) {
      problems.require(
          waves.contains(labelled),
          "label of wave " + Columns.shown(labelled),
          "no such wave" + permitted());
    }
    int[][] rowOf = rows(ids, waves);
    problems.throwIfAny();

    if (ids instanceof Column.Texts) {
      Alike.remark(
              Columns.place(widening.id()), "identifiers", data.texts(widening.id()), data::place)
          .ifPresent(remarks::add);
    }
    for (int wave = 0; wave < rowOf.length; wave++) {
      if (!widening.waves().isEmpty() && !hasRows(rowOf[wave])) {
        remarks.add(
            new Problem(Columns.place(widening.wave()), "no row belongs to " + waves.get(wave)));
      }
    }
    Map<String, Column> wide = new LinkedHashMap<>();
    put(wide, widening.id(), ids.take(firstRows(rowOf)));
    for (String name : data.names()) {
      if (!name.equals(widening.id()) && !name.equals(widening.wave())) {
        widen(wide, name, waves, rowOf);
      }
    }
    problems.throwIfAny();
    absent.keySet().removeAll(wide.keySet());
    return new Dataset(
        wide,
        rowOf.length == 0 ? 0 : rowOf[0].length,
        null,
        data.remarks.andAbsent(absent).and(remarks));
  }

  private static boolean hasRows(int[] wave) {
    return Arrays.stream(wave).anyMatch(row -> row != NONE);
  }

  private List<String> waves() {
    if (!widening.waves().isEmpty()) {
      return widening.waves();
    }
    List<String> found;
    if (data.column(widening.wave()) instanceof Column.Numbers numeric) {
      found =
          Arrays.stream(numeric.values)
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .distinct()
              .mapToObj(value -> DecimalText.format(value, DecimalMark.POINT))
              .toList();
    } else {
      Set<String> distinct = new LinkedHashSet<>();
      data.texts(widening.wave()).forEach(cell -> cell.ifPresent(distinct::add));
      found = List.copyOf(distinct);
    }
    if (found.size() > MOST_WAVES) {
      throw new InvalidInputException(
          Columns.place(widening.wave()),
          "holds more than " + MOST_WAVES + " different values; name the column of the waves");
    }
    String place = Columns.place(widening.wave());
    found.forEach(wave -> problems.attempt(() -> ColumnName.requireWave(place, wave)));
    int alike = Alike.earlier(found).size();
    if (alike > 0) {
      problems.add(
          place,
          alike
              + " of "
              + found.size()
              + " waves differ from another "
              + Alike.DIFFERENCE
              + ": write each in one way, say with \"unifySpelling\" what makes no difference, or name"
              + " the waves where they are meant to differ");
    }
    problems.throwIfAny();
    return found;
  }

  /** The waves that the caller named; never values out of the file, which may be anything. */
  private String permitted() {
    return widening.waves().isEmpty()
        ? ""
        : "; permitted are: " + String.join(", ", widening.waves());
  }

  /** The wave named that a cell means most probably, or all that are permitted. */
  private String meant(String cell, List<String> waves) {
    return waves.stream()
        .filter(wave -> Alike.are(cell, wave))
        .findFirst()
        .map(
            wave ->
                "; it differs from "
                    + wave
                    + " "
                    + Alike.DIFFERENCE
                    + ": write it as that, or say with \"unifySpelling\" what makes no difference")
        .orElse(permitted() + "; rows of others are left out with \"where\"");
  }

  /** For each wave, the row of each participant, in order of first appearance. */
  private int[][] rows(Column ids, List<String> waves) {
    Map<String, Integer> waveIndex = new HashMap<>();
    waves.forEach(wave -> waveIndex.put(wave, waveIndex.size()));
    Map<Object, Integer> participants = new HashMap<>();
    Column waveCells = data.column(widening.wave());
    Map<Integer, Integer> repeats = new LinkedHashMap<>();
    int[][] rowOf = new int[waves.size()][data.rows()];
    for (int[] wave : rowOf) {
      Arrays.fill(wave, NONE);
    }
    for (int row = 0; row < data.rows(); row++) {
      boolean placed = true;
      if (ids.missing(row)) {
        problem(row, widening.id(), "no identifier; every row needs one");
        placed = false;
      }
      Integer wave = null;
      if (waveCells.missing(row)) {
        problem(row, widening.wave(), "no wave; every row needs one" + permitted());
        placed = false;
      } else {
        String cell = waveCells.text(row).orElseThrow();
        wave = waveIndex.get(cell);
        if (wave == null) {
          problem(row, widening.wave(), "not one of the waves named" + meant(cell, waves));
          placed = false;
        }
      }
      if (!placed || wave == null) {
        continue;
      }
      Integer known = participants.putIfAbsent(ids.key(row), participants.size());
      int participant = known == null ? participants.size() - 1 : known;
      int earlier = rowOf[wave][participant];
      if (earlier == NONE) {
        rowOf[wave][participant] = row;
      } else {
        repeats.put(row, earlier);
      }
    }
    reportRepeats(repeats);
    int people = participants.size();
    return Arrays.stream(rowOf).map(wave -> Arrays.copyOf(wave, people)).toArray(int[][]::new);
  }

  /** Many repeats have one cause, and are told as one. */
  private void reportRepeats(Map<Integer, Integer> repeats) {
    repeats.forEach(
        (row, earlier) ->
            problem(
                row,
                widening.wave(),
                repeats.size() > REPEATS
                    ? "a participant and wave that an earlier row has already; keep one row per"
                        + " participant and wave, or choose them with \"where\", such as those"
                        + " that repeat nothing"
                    : "the same participant and wave as in "
                        + data.place(earlier)
                        + "; keep one row per participant and wave, or choose it with \"where\""));
  }

  /** For each participant, the earliest row in the file. */
  private static int[] firstRows(int[][] rowOf) {
    int people = rowOf.length == 0 ? 0 : rowOf[0].length;
    return IntStream.range(0, people)
        .map(
            person ->
                Arrays.stream(rowOf)
                    .mapToInt(w -> w[person])
                    .filter(r -> r >= 0)
                    .min()
                    .orElseThrow())
        .toArray();
  }

  private void widen(Map<String, Column> wide, String name, List<String> waves, int[][] rowOf) {
    Column column = data.column(name);
    ColumnRole role = widening.roles().getOrDefault(name, data.role(name));
    if (role == ColumnRole.PERSON) {
      differing(column, rowOf)
          .forEach(
              pair ->
                  problem(
                      pair[1],
                      name,
                      "differs from "
                          + data.place(pair[0])
                          + " of the same participant; a column of the person has one value each"));
      put(wide, name, column.take(firstPresent(column, rowOf)));
      waves.forEach(wave -> isAbsent(name, wave, "it is the participant's and has no wave"));
      isAbsent(name, ColumnName.CHANGE, "it is the participant's and does not change");
      return;
    }
    Optional<String> varies =
        role == ColumnRole.MEASURE ? Optional.of("it is measured") : varies(column, rowOf);
    if (varies.isEmpty()) {
      put(wide, name, column.take(firstPresent(column, rowOf)));
    } else {
      absent.put(
          name, varies.get() + ", so that its columns are those of the waves" + example(name));
    }
    for (int wave = 0; wave < waves.size(); wave++) {
      put(wide, name, waves.get(wave), column.take(rowOf[wave]));
    }
    if (column instanceof Column.Numbers numeric && waves.size() > 1) {
      put(wide, name, ColumnName.CHANGE, change(numeric, rowOf[0], rowOf[waves.size() - 1]));
    }
    remarkOnEmptyWaves(column, name, waves, rowOf);
  }

  private void isAbsent(String name, String wave, String why) {
    absent.put(ColumnName.at(name, wave).toString(), why + ": name it " + Columns.shown(name));
  }

  private String example(String name) {
    return widening.waves().isEmpty()
        ? ""
        : ", as in " + Columns.shown(ColumnName.at(name, widening.waves().get(0)).toString());
  }

  /** Why a column cannot stand for the participant as well; empty if it can. */
  private Optional<String> varies(Column column, int[][] rowOf) {
    List<int[]> differing = differing(column, rowOf);
    if (!differing.isEmpty()) {
      int[] first = differing.get(0);
      return Optional.of(
          "it differs between waves for "
              + (differing.size() == 1 ? "one participant" : differing.size() + " participants")
              + " (as between "
              + data.place(first[0])
              + " and "
              + data.place(first[1])
              + ")");
    }
    int answered = (int) Arrays.stream(rowOf).filter(wave -> hasValue(column, wave)).count();
    return answered < 2 || isSeenTwice(column, rowOf)
        ? Optional.empty()
        : Optional.of(
            "no participant has a value of it at two waves, and nothing shows that it is the"
                + " participant's");
  }

  private static boolean isSeenTwice(Column column, int[][] rowOf) {
    return IntStream.range(0, rowOf[0].length)
        .anyMatch(
            person ->
                Arrays.stream(rowOf)
                        .filter(w -> w[person] != NONE && !column.missing(w[person]))
                        .limit(2)
                        .count()
                    == 2);
  }

  private static boolean hasValue(Column column, int[] wave) {
    return Arrays.stream(wave).anyMatch(row -> row != NONE && !column.missing(row));
  }

  /** What was not asked at a wave, or not answered by anybody. */
  private void remarkOnEmptyWaves(Column column, String name, List<String> waves, int[][] rowOf) {
    List<String> empty = new ArrayList<>();
    for (int wave = 0; wave < rowOf.length; wave++) {
      if (hasRows(rowOf[wave]) && !hasValue(column, rowOf[wave])) {
        empty.add(waves.get(wave));
      }
    }
    if (!empty.isEmpty() && !widening.waves().isEmpty()) {
      remarks.add(new Problem(place(name), "holds no value at " + String.join(" or ", empty)));
    }
  }

  /** Pairs of rows of one participant that hold different values, at most one pair each. */
  private static List<int[]> differing(Column column, int[][] rowOf) {
    List<int[]> pairs = new ArrayList<>();
    int people = rowOf.length == 0 ? 0 : rowOf[0].length;
    for (int person = 0; person < people; person++) {
      int first = NONE;
      for (int[] wave : rowOf) {
        int row = wave[person];
        if (row == NONE || column.missing(row)) {
          continue;
        }
        if (first == NONE) {
          first = row;
        } else if (!column.key(row).equals(column.key(first))) {
          pairs.add(new int[] {Math.min(first, row), Math.max(first, row)});
          break;
        }
      }
    }
    return pairs;
  }

  /** For each participant, a row in which the column has a value, if there is one. */
  private static int[] firstPresent(Column column, int[][] rowOf) {
    int people = rowOf.length == 0 ? 0 : rowOf[0].length;
    int[] rows = new int[people];
    Arrays.fill(rows, NONE);
    for (int[] wave : rowOf) {
      for (int person = 0; person < people; person++) {
        int row = wave[person];
        if (rows[person] == NONE && row != NONE && !column.missing(row)) {
          rows[person] = row;
        }
      }
    }
    return rows;
  }

  private static Column change(Column.Numbers column, int[] first, int[] last) {
    double[] change = new double[first.length];
    for (int person = 0; person < change.length; person++) {
      boolean both = first[person] != NONE && last[person] != NONE;
      change[person] =
          both
              ? Decimals.difference(column.values[last[person]], column.values[first[person]])
              : Double.NaN;
    }
    return new Column.Numbers(change);
  }

  private void put(Map<String, Column> wide, String measure, String wave, Column column) {
    ColumnName name = ColumnName.at(measure, wave);
    String label = name.label(data.label(measure), widening.waveLabels());
    put(wide, name.toString(), column.with(Column.Notes.NONE).withLabel(label));
  }

  private void put(Map<String, Column> wide, String name, Column column) {
    if (wide.putIfAbsent(name, column) != null) {
      problems.add(place(name), "would stand twice in the widened data; rename a column first");
    }
  }

  /** Where the line of names is missing, a person's answers stand in its place. */
  private String place(String name) {
    return Nearest.areAnswers(data.names()) ? "a column" : Columns.place(name);
  }

  private void problem(int row, String column, String message) {
    problems.add(data.place(row, column), message);
  }
}
