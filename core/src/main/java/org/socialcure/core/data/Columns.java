package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Nearest;

/** What {@link Dataset} needs to check, join and describe columns. */
final class Columns {
  private static final int DESCRIBED = 40;

  private Columns() {}

  /** A column name on one line: names may hold line breaks, messages may not. */
  static String shown(String name) {
    return name.replaceAll("\\s+", " ").strip();
  }

  static String place(String name) {
    return "column " + shown(name);
  }

  static void check(String name) {
    if (Objects.requireNonNull(name, "name").isBlank()) {
      throw new InvalidInputException("column", "a column needs a name that is not blank");
    }
  }

  static InvalidInputException lengthProblem(String name, int length, int rows) {
    return new InvalidInputException(
        place(name),
        "has " + length + " values where the data set has " + rows + " rows; give one value a row");
  }

  /** Copies numbers and refuses infinite ones, which no file could hold. */
  static Column numbers(String name, double[] values, IntFunction<String> rowPlace) {
    Problems problems = new Problems();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        problems.add(
            rowPlace.apply(row) + ", " + place(name),
            "infinite; only finite numbers, or NaN for a missing one");
      }
    }
    problems.throwIfAny();
    return new Column.Numbers(values.clone());
  }

  static Column texts(List<Optional<String>> values) {
    @Nullable String[] copy = new @Nullable String[values.size()];
    int row = 0;
    for (Optional<String> value : values) {
      copy[row++] = value.filter(text -> !text.isEmpty()).orElse(null);
    }
    return new Column.Texts(copy);
  }

  static Problem unknown(String name, Collection<String> names) {
    return new Problem(
        name.isBlank() ? "column" : place(name),
        "no such column" + Nearest.amongColumns(name, names));
  }

  static Dataset append(Dataset first, Dataset second) {
    Problems problems = new Problems();
    lacking(first, second, "missing in the rows to append", problems);
    lacking(second, first, "only in the rows to append", problems);
    problems.throwIfAny();
    Map<String, Column> joined = new LinkedHashMap<>();
    first.columns.forEach((name, top) -> joined.put(name, join(top, second.column(name))));
    return new Dataset(
        joined, first.rows() + second.rows(), null, first.remarks.and(second.remarks.told()));
  }

  /** Columns are told by their numbers, for nobody asked for them by name. */
  private static void lacking(Dataset has, Dataset lacks, String what, Problems problems) {
    int number = 0;
    for (String name : has.columns.keySet()) {
      number++;
      if (!lacks.has(name)) {
        problems.add("column " + number, what + "; add or leave it out");
      }
    }
  }

  private static Column join(Column top, Column bottom) {
    Column.Notes notes = new Column.Notes(top.label().or(bottom::label), top.role());
    int size = top.size() + bottom.size();
    if (top instanceof Column.Numbers x && bottom instanceof Column.Numbers y) {
      double[] values = new double[size];
      System.arraycopy(x.values, 0, values, 0, x.values.length);
      System.arraycopy(y.values, 0, values, x.values.length, y.values.length);
      return new Column.Numbers(values, notes);
    }
    @Nullable String[] values = new @Nullable String[size];
    for (int row = 0; row < size; row++) {
      Column part = row < top.size() ? top : bottom;
      values[row] = part.text(row < top.size() ? row : row - top.size()).orElse(null);
    }
    return new Column.Texts(values, notes, NumberForm.PLAIN);
  }

  static Table head(Dataset data, int count) {
    Table.Builder table = Table.titled("First rows").text("");
    for (String name : data.names()) {
      if (data.kind(name) == ColumnKind.NUMBER) {
        table.numbers(shown(name));
      } else {
        table.text(shown(name));
      }
    }
    for (int row = 0; row < count; row++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(data.place(row))));
      for (String name : data.names()) {
        cells.add(cell(data, name, row));
      }
      table.row(cells);
    }
    return table.note("Of " + count(data.rows(), "row") + ".").build();
  }

  private static Cell cell(Dataset data, String name, int row) {
    String text = data.text(name, row).map(Columns::shown).orElse("");
    return data.column(name) instanceof Column.Numbers numbers && !text.isEmpty()
        ? new Cell.Quantity(numbers.values[row], text)
        : Cell.text(text);
  }

  static String describe(Dataset data) {
    StringBuilder text = new StringBuilder();
    text.append(count(data.rows(), "row"))
        .append(" × ")
        .append(count(data.names().size(), "column"));
    List<String> names = data.names();
    List<String> described = names.subList(0, Math.min(DESCRIBED, names.size()));
    // Where the line of names is missing, a person's answers stand in its place.
    boolean answers = Nearest.areAnswers(names);
    UnaryOperator<String> called =
        name -> answers ? "column " + (names.indexOf(name) + 1) : shown(name);
    int width = width(described.stream().map(called));
    int missingWidth = width(described.stream().map(name -> missing(data, name)));
    for (String name : described) {
      String line =
          String.format(
              Locale.ROOT,
              "%n  %-" + width + "s  %-6s  %-" + missingWidth + "s  %s",
              called.apply(name),
              data.kind(name) == ColumnKind.NUMBER ? "number" : "text",
              missing(data, name),
              data.column(name).label().map(Columns::shown).orElse(""));
      text.append(line.stripTrailing());
    }
    if (names.size() > DESCRIBED) {
      text.append(String.format(Locale.ROOT, "%n  … and %d more", names.size() - DESCRIBED));
    }
    if (answers) {
      text.append(
          String.format(
              "%n  Some names are numbers and none is shown: is the line of column names there?"));
    }
    if (!data.remarks().isEmpty()) {
      // A refusal of the same would say it once for all places.
      Objects.requireNonNull(new InvalidInputException(data.remarks()).getMessage())
          .lines()
          .forEach(remark -> text.append(String.format("%n  %s", remark)));
    }
    return text.toString();
  }

  private static int width(Stream<String> texts) {
    return Math.max(1, texts.mapToInt(String::length).max().orElse(0));
  }

  private static String missing(Dataset data, String name) {
    int missing = data.missingCount(name);
    return missing == 0 ? "" : missing + " missing";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
