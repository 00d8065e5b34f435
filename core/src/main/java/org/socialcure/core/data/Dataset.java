package org.socialcure.core.data;

import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.document.Table;

/**
 * A table of named columns of equal length, numeric or text, in which any cell may be missing.
 *
 * <p>This is what scoring makes out of answers and what models are fitted to. Rows and columns keep
 * their order; a row is addressed by its index from 0, a column by its name. In a numeric column a
 * missing cell is {@code NaN}, and there are no infinite values; in a text column a missing cell is
 * an empty {@link Optional}, and an empty text counts as missing.
 *
 * <p>Rows that were read from a file remember their line, also in the data sets made from this one
 * by choosing rows or columns, so that a later complaint can say where to look: see {@link
 * #place(int, String)}.
 *
 * <p>Two data sets are equal if they have the same columns, by name and kind, in the same order,
 * with the same cells; lines, {@linkplain #role(String) roles}, {@linkplain #label(String) labels}
 * and {@linkplain #remarks() remarks} do not count.
 *
 * <p>Immutable and thread-safe. {@code toString} describes the columns and shows no cell, because
 * cells are people's answers.
 *
 * @since 0.1
 */
public final class Dataset {
  final Map<String, Column> columns;
  private final int rows;

  /** Where each row is in the file it was read from; null if it was not read from one file. */
  private final @Nullable RowPlaces lines;

  final Remarks remarks;

  /** Takes over its arguments, which nobody changes afterwards. */
  Dataset(Map<String, Column> columns, int rows, @Nullable RowPlaces lines) {
    this(columns, rows, lines, Remarks.NONE);
  }

  /** Takes over its arguments, which nobody changes afterwards. */
  Dataset(Map<String, Column> columns, int rows, @Nullable RowPlaces lines, Remarks remarks) {
    this.columns = columns;
    this.rows = rows;
    this.lines = lines;
    this.remarks = remarks;
  }

  /**
   * A data set of numeric columns.
   *
   * @param columns values by name, in the order of the map; {@code NaN} is missing; all of one
   *     length
   * @return the data set
   * @throws InvalidInputException if a name is blank, the lengths differ or a value is infinite
   */
  public static Dataset of(Map<String, double[]> columns) {
    DatasetBuilder builder = builder();
    columns.forEach(builder::numbers);
    return builder.build();
  }

  /**
   * A builder for a data set of numeric and text columns.
   *
   * @return a new builder without columns
   */
  public static DatasetBuilder builder() {
    return new DatasetBuilder();
  }

  /**
   * Reads a comma-separated file with a header line; see {@link #readCsv(Path, CsvOptions)}.
   *
   * @param file a UTF-8 file, with or without byte-order mark
   * @return the data set
   * @throws InvalidInputException if the file cannot be read as such, with all of its problems
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static Dataset readCsv(Path file) {
    return readCsv(file, CsvOptions.defaults());
  }

  /**
   * Reads a file with a header line and one line per row.
   *
   * <p>Lines end with LF, CRLF or CR; blank lines are passed over. Quoted cells may hold
   * separators, line breaks and doubled quotes; blanks around an unquoted cell, no-break spaces
   * among them, do not belong to it. A column is numeric if every cell that is not missing is a
   * finite decimal number and none is written as an identifier is: with a leading zero ({@code
   * 007}), or as a whole number with more digits than a {@code double} can hold. A column without
   * any value is numeric. Every other column is text.
   *
   * <p>Columns of one name are left out with a {@linkplain #remarks() remark}, for none of them can
   * be meant; {@link #absence} and a refusal of whoever asks for the name tell their places.
   *
   * <p>What spreadsheets leave behind is left out: rows in which all cells are empty and not
   * quoted, columns without name and values, and a first column without name that numbers the rows.
   * So are the further headings of Qualtrics files, which are known by their import ids; other rows
   * that look like headings are a problem, which {@link CsvOptions#withSkippedRows} solves. {@link
   * #readCsvAll(Path, CsvOptions)} counts what was left out.
   *
   * @param file a file of at most 2 GB, UTF-8 unless it is said or marked otherwise
   * @param options how the file is written and which of its rows are used
   * @return the data set
   * @throws InvalidInputException if the file cannot be read as such, with all of its problems,
   *     each with line and column
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static Dataset readCsv(Path file, CsvOptions options) {
    return readCsvAll(file, options).data();
  }

  /**
   * Reads a file as {@link #readCsv(Path, CsvOptions)} does, and counts what was left out.
   *
   * @param file a file of at most 2 GB, UTF-8 unless it is said or marked otherwise
   * @param options how the file is written and which of its rows are used
   * @return the data set with what was found in the file and left out of it
   * @throws InvalidInputException if the file cannot be read as such, with all of its problems,
   *     each with line and column
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static ReadData readCsvAll(Path file, CsvOptions options) {
    return CsvInput.read(file, options);
  }

  /**
   * Reads CSV text as {@link #readCsv(Reader, CsvOptions)} does, and counts what was left out.
   *
   * @param text the text, read to its end and not closed
   * @param options how the text is written and which of its rows are used
   * @return the data set with what was found in the text and left out of it
   * @throws InvalidInputException if the text cannot be read as such, with all of its problems
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static ReadData readCsvAll(Reader text, CsvOptions options) {
    return CsvInput.read(text, options);
  }

  /**
   * Reads CSV text; see {@link #readCsv(Path, CsvOptions)}.
   *
   * @param text the text, read to its end and not closed
   * @param options how the text is written and which of its rows are used
   * @return the data set
   * @throws InvalidInputException if the text cannot be read as such, with all of its problems
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static Dataset readCsv(Reader text, CsvOptions options) {
    return readCsvAll(text, options).data();
  }

  /**
   * Writes a comma-separated UTF-8 file; see {@link #writeCsv(Path, CsvOptions)}.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeCsv(Path file) {
    writeCsv(file, CsvOptions.defaults());
  }

  /**
   * Writes a UTF-8 file with a header line and one line per row, without byte-order mark.
   *
   * <p>Missing cells are empty; numbers are written so that reading gives the same {@code double}.
   * The file appears complete or not at all: it is written under another name beside its place and
   * then moved.
   *
   * @param file the file, replaced if it exists
   * @param options separator and decimal mark, and the missing cells that a reader will assume
   * @throws InvalidInputException if the file cannot be written there, or a text is one of the
   *     options' missing cells and would be lost on reading
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void writeCsv(Path file, CsvOptions options) {
    CsvOutput.write(this, file, options);
  }

  /**
   * Writes CSV text; see {@link #writeCsv(Path, CsvOptions)}.
   *
   * @param text where to, flushed and not closed
   * @param options separator and decimal mark, and the missing cells that a reader will assume
   * @throws InvalidInputException if a text is one of the options' missing cells
   * @throws java.io.UncheckedIOException if writing fails
   */
  public void writeCsv(Writer text, CsvOptions options) {
    CsvOutput.write(this, text, options);
  }

  /**
   * The number of rows.
   *
   * @return the number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * The column names in order.
   *
   * @return the names
   */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /**
   * Whether there is a column of that name.
   *
   * @param name a column name
   * @return whether the column exists
   */
  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /**
   * What a column holds.
   *
   * @param name a column name
   * @return numbers or text
   * @throws InvalidInputException if there is no such column
   */
  public ColumnKind kind(String name) {
    return column(name).kind();
  }

  /**
   * What a column says about a participant.
   *
   * @param name a column name
   * @return its role, {@link ColumnRole#UNSPECIFIED} unless set by {@link #withRole}
   * @throws InvalidInputException if there is no such column
   */
  public ColumnRole role(String name) {
    return column(name).role();
  }

  /**
   * A column's text for people, {@code "Loneliness (ULS-8), at follow-up"}.
   *
   * @param name a column name
   * @return its label, the name itself unless scoring, widening or {@link #withLabels} gave one
   * @throws InvalidInputException if there is no such column
   */
  public String label(String name) {
    return column(name).label().orElse(name);
  }

  /**
   * The values of a column as numbers. A text column is converted if every cell that is not missing
   * is a finite decimal number, leading zeros allowed.
   *
   * @param name a column name
   * @return a copy of its values; {@code NaN} is missing
   * @throws InvalidInputException if there is no such column, or it has cells that are not numbers,
   *     with the places of the first ones and what they look like
   */
  public double[] numbers(String name) {
    if (column(name) instanceof Column.Numbers numeric) {
      return numeric.values.clone();
    }
    Column.Texts text = (Column.Texts) column(name);
    double[] values = new double[rows];
    boolean numeric = true;
    for (int row = 0; row < rows; row++) {
      values[row] = text.number(row);
      numeric &= text.missing(row) || !Double.isNaN(values[row]);
    }
    if (!numeric) {
      throw NotNumbers.in(this, name, text);
    }
    return values;
  }

  /**
   * Copies some consecutive values of a numeric column, for computations that go through many rows
   * a block at a time.
   *
   * @param name a numeric column
   * @param from the first row to copy, from 0
   * @param count how many rows to copy
   * @param into where to, from its beginning; {@code NaN} is missing
   * @throws InvalidInputException if there is no such column, or it holds text
   * @throws IndexOutOfBoundsException if there are no such rows, or {@code into} is too short
   */
  public void copyNumbers(String name, int from, int count, double[] into) {
    if (!(column(name) instanceof Column.Numbers numeric)) {
      throw new InvalidInputException(Columns.place(name), "holds text, not numbers");
    }
    System.arraycopy(numeric.values, from, into, 0, count);
  }

  /**
   * The values of a column as text. Numbers are given as a file would show them, with a decimal
   * point and without needless decimals ({@code 1}, {@code 2.5}).
   *
   * @param name a column name
   * @return an unmodifiable view, one entry per row, empty where missing
   * @throws InvalidInputException if there is no such column
   */
  public List<Optional<String>> texts(String name) {
    return new TextView(column(name));
  }

  /**
   * One cell as a number.
   *
   * @param name a column name
   * @param row a row from 0
   * @return the number, or empty where missing
   * @throws InvalidInputException if there is no such column, or the cell is not a number
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalDouble number(String name, int row) {
    Column column = column(name);
    if (column.missing(row)) {
      return OptionalDouble.empty();
    }
    if (column instanceof Column.Numbers numeric) {
      return OptionalDouble.of(numeric.values[row]);
    }
    double value = ((Column.Texts) column).number(row);
    if (Double.isNaN(value)) {
      throw new InvalidInputException(place(row, name), "not a number");
    }
    return OptionalDouble.of(value);
  }

  /**
   * One cell as text.
   *
   * @param name a column name
   * @param row a row from 0
   * @return the text, or empty where missing
   * @throws InvalidInputException if there is no such column
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<String> text(String name, int row) {
    return column(name).text(row);
  }

  /**
   * Whether a cell is missing.
   *
   * @param name a column name
   * @param row a row from 0
   * @return whether it has no value
   * @throws InvalidInputException if there is no such column
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public boolean missing(String name, int row) {
    return column(name).missing(row);
  }

  /**
   * How many cells of a column are missing.
   *
   * @param name a column name
   * @return a number from 0 to {@link #rows()}
   * @throws InvalidInputException if there is no such column
   */
  public int missingCount(String name) {
    return column(name).missingCount();
  }

  /**
   * Where a row is, in the words of the input: its line in the file, its row in the sheet, or its
   * number from 1.
   *
   * @param row a row from 0
   * @return for example {@code line 7} or {@code row 6}
   */
  public String place(int row) {
    Objects.checkIndex(row, rows);
    return lines == null ? "row " + (row + 1) : lines.place(row);
  }

  /**
   * Where a cell is, in the words of the input.
   *
   * @param row a row from 0
   * @param name the column
   * @return for example {@code line 7, column age}
   */
  public String place(int row, String name) {
    return place(row) + ", column " + Columns.shown(name);
  }

  /**
   * One row, by the names of its columns.
   *
   * @param row a row from 0
   * @return a view of the row
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public DatasetRow row(int row) {
    return new DatasetRow(this, row);
  }

  /**
   * The first rows with their cells, as a table for people: {@code data.head(5)} at a prompt.
   *
   * @param count how many rows, not negative; fewer where there are fewer
   * @return a row for each row with its place, numbers as a file would show them
   * @throws InvalidInputException if the count is negative
   */
  public Table head(int count) {
    if (count < 0) {
      throw new InvalidInputException("count", "must not be negative; it is " + count);
    }
    return Columns.head(this, Math.min(count, rows));
  }

  /**
   * What every column holds: n, missing, mean, standard deviation, range, and frequencies where
   * there are few values.
   *
   * @return the description, which prints as a table
   */
  public DataDescription describe() {
    return new DataDescription(
        rows,
        columns.entrySet().stream()
            .map(column -> ColumnDescription.of(column.getKey(), column.getValue()))
            .toList());
  }

  /**
   * The correlations of columns, each over the rows that have both values.
   *
   * @param names numeric columns, each once; without any, all columns of numbers
   * @return the correlations with the n of each, which print as a table
   * @throws InvalidInputException if there is no such column, it holds text that is no number, one
   *     is named twice, or a value is too large to be squared
   */
  public CorrelationMatrix correlations(String... names) {
    List<String> chosen =
        names.length > 0
            ? List.of(names)
            : columns.entrySet().stream()
                .filter(column -> column.getValue().kind() == ColumnKind.NUMBER)
                .map(Map.Entry::getKey)
                .toList();
    requireColumns(chosen);
    return CorrelationMatrix.of(
        chosen, chosen.stream().map(this::numbers).toArray(double[][]::new));
  }

  /**
   * Some of the columns, in the order asked for.
   *
   * @param names column names
   * @return a data set of these columns and all rows
   * @throws InvalidInputException if there is no such column, or one is named twice
   */
  public Dataset select(String... names) {
    return select(List.of(names));
  }

  /**
   * Some of the columns, in the order asked for.
   *
   * @param names column names
   * @return a data set of these columns and all rows
   * @throws InvalidInputException if there is no such column, or one is named twice
   */
  public Dataset select(Collection<String> names) {
    requireColumns(names);
    Map<String, Column> chosen = new LinkedHashMap<>();
    for (String name : names) {
      if (chosen.put(name, column(name)) != null) {
        throw new InvalidInputException("column " + Columns.shown(name), "asked for twice");
      }
    }
    return new Dataset(chosen, rows, lines, remarks);
  }

  /**
   * All columns but some.
   *
   * @param names names of columns to leave out
   * @return a data set of the other columns and all rows
   * @throws InvalidInputException if there is no such column
   */
  public Dataset without(String... names) {
    requireColumns(List.of(names));
    Set<String> rest = new LinkedHashSet<>(columns.keySet());
    rest.removeAll(Set.of(names));
    return select(rest);
  }

  /**
   * This data set with a numeric column added at the end, or replaced in its place; a replaced
   * column keeps its role and its label.
   *
   * @param name the column's name
   * @param values one value per row; {@code NaN} is missing
   * @return the changed data set
   * @throws InvalidInputException if the name is blank, the length differs or a value is infinite
   */
  public Dataset with(String name, double[] values) {
    return with(name, Columns.numbers(name, values, this::place));
  }

  /**
   * This data set with a text column added at the end, or replaced in its place; a replaced column
   * keeps its role and its label.
   *
   * @param name the column's name
   * @param values one value per row; empty is missing
   * @return the changed data set
   * @throws InvalidInputException if the name is blank or the length differs
   */
  public Dataset with(String name, List<Optional<String>> values) {
    return with(name, Columns.texts(values));
  }

  private Dataset with(String name, Column column) {
    Columns.check(name);
    boolean first = columns.isEmpty() && rows == 0;
    if (!first && column.size() != rows) {
      throw Columns.lengthProblem(name, column.size(), rows);
    }
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    Column replaced = columns.get(name);
    changed.put(name, replaced == null ? column : column.with(replaced.notes()));
    return new Dataset(changed, column.size(), first ? null : lines, remarks);
  }

  /**
   * This data set with a role given to some columns.
   *
   * @param role what the columns say about a participant
   * @param names column names
   * @return the changed data set
   * @throws InvalidInputException if there is no such column
   */
  public Dataset withRole(ColumnRole role, String... names) {
    Objects.requireNonNull(role, "role");
    requireColumns(List.of(names));
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    for (String name : names) {
      changed.put(name, column(name).withRole(role));
    }
    return new Dataset(changed, rows, lines, remarks);
  }

  /**
   * This data set with texts for people given to some columns. What people read shows them in the
   * place of the names; files of the data hold names only.
   *
   * @param labels labels by column name
   * @return the changed data set
   * @throws InvalidInputException if there is no such column, with the nearest names there are, or
   *     a label is blank, with all problems
   */
  public Dataset withLabels(Map<String, String> labels) {
    Problems problems = new Problems();
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    labels.forEach(
        (name, label) -> {
          Column column = columns.get(name);
          if (column == null) {
            problems.add(unknown(name));
          } else {
            problems.require(
                !label.isBlank(), Columns.place(name), "its label is blank; leave it out");
            changed.put(name, column.withLabel(label));
          }
        });
    problems.throwIfAny();
    return new Dataset(changed, rows, lines, remarks);
  }

  /**
   * What whoever uses this data set should know about how it came about: identifiers that are
   * probably the same person's, a wave without a row. {@linkplain #widen Widening} makes remarks,
   * every operation keeps them, and a fit tells them as cautions.
   *
   * @return the remarks, each with its place and without a cell
   */
  public List<Problem> remarks() {
    return remarks.told();
  }

  /**
   * Why there is no column of a name, where it is known: {@linkplain #widen widening} has columns
   * that differ between waves by wave and those of the person without one, a file may give several
   * columns {@linkplain #readCsv(Path, CsvOptions) one name}, and {@link #withAbsence} says it.
   *
   * @param name a column name
   * @return the reason; empty if there is such a column, or nothing is known of it
   */
  public Optional<String> absence(String name) {
    return has(name) ? Optional.empty() : remarks.whyAbsent(name);
  }

  /**
   * This data set without a column, and with the reason, which whoever asks for the column is told.
   *
   * @param name a column name; it may be one that is not there
   * @param why the reason, as the end of a sentence and without a cell
   * @return the changed data set
   */
  public Dataset withAbsence(String name, String why) {
    Map<String, Column> left = new LinkedHashMap<>(columns);
    left.remove(Objects.requireNonNull(name, "name"));
    return new Dataset(left, rows, lines, remarks.withAbsence(name, why));
  }

  /**
   * This data set with the texts of a column written in one way where they differ only in what
   * makes no difference, so that {@code "P007"} and {@code "p7"} are one person or one wave.
   *
   * <p>Each text becomes the first of the column, or the one of the {@code spellings}, that it is
   * like. A {@linkplain #remarks() remark} counts the texts that were changed. Columns of numbers
   * stay as they are, for {@code 7.0} and {@code 7} are one number; codes of missing values have
   * been taken out before, as they were written. Do it after {@linkplain #append appending} and
   * before {@linkplain #widen widening}, which refuses two rows of one wave that become one
   * person's, as it does any others.
   *
   * <p>Nothing is unified unless it is asked for: {@code "01"} and {@code "1"} are two persons in
   * some studies.
   *
   * @param column a column
   * @param spellings the spellings to be used where a text is like one of them; may be empty
   * @param ignored the differences that make none, at least one
   * @return the changed data set
   * @throws InvalidInputException if there is no such column, no difference is named, or two of the
   *     spellings would be the same
   */
  public Dataset unifySpelling(
      String column, Collection<String> spellings, Set<SpellingDifference> ignored) {
    return new SpellingUnifier(this, column, ignored).unify(spellings);
  }

  /**
   * This data set with other remarks.
   *
   * @param others the remarks, which no cell may enter; empty where they are told elsewhere
   * @return the changed data set
   */
  public Dataset withRemarks(List<Problem> others) {
    return new Dataset(columns, rows, lines, new Remarks(others, remarks.absent()));
  }

  /**
   * This data set with a column under another name, in the same place.
   *
   * @param from its name
   * @param to its new name
   * @return the changed data set
   * @throws InvalidInputException if there is no such column, or the new name is blank or taken
   */
  public Dataset rename(String from, String to) {
    column(from);
    Columns.check(to);
    if (!from.equals(to) && has(to)) {
      throw new InvalidInputException(
          "column " + Columns.shown(to), "there is such a column already; choose another name");
    }
    Map<String, Column> changed = new LinkedHashMap<>();
    columns.forEach((name, column) -> changed.put(name.equals(from) ? to : name, column));
    return new Dataset(changed, rows, lines, remarks);
  }

  /**
   * The rows for which a condition on the row index holds.
   *
   * @param keep whether to keep a row, given its index from 0
   * @return a data set of these rows and all columns
   */
  public Dataset filter(IntPredicate keep) {
    return take(IntStream.range(0, rows).filter(keep).toArray());
  }

  /**
   * The rows whose number in a column meets a condition; rows where it is missing are left out.
   *
   * @param name a numeric column
   * @param keep the condition
   * @return a data set of these rows and all columns
   * @throws InvalidInputException if there is no such column or it holds text
   */
  public Dataset filter(String name, DoublePredicate keep) {
    double[] values = numbers(name);
    return filter(row -> !Double.isNaN(values[row]) && keep.test(values[row]));
  }

  /**
   * The rows whose text in a column meets a condition; rows where it is missing are left out.
   *
   * @param name a column
   * @param keep the condition
   * @return a data set of these rows and all columns
   * @throws InvalidInputException if there is no such column
   */
  public Dataset filterText(String name, Predicate<String> keep) {
    Column column = column(name);
    return filter(row -> column.text(row).filter(keep).isPresent());
  }

  /**
   * The rows that meet a condition.
   *
   * @param condition the condition
   * @return a data set of these rows and all columns
   * @throws InvalidInputException if there is no such column, or a condition of size meets a word
   */
  public Dataset filter(RowCondition condition) {
    return RulesOnData.filter(this, condition);
  }

  /**
   * The rows without a missing cell in some columns.
   *
   * @param names column names
   * @return a data set of these rows and all columns
   * @throws InvalidInputException if there is no such column
   */
  public Dataset complete(String... names) {
    requireColumns(List.of(names));
    List<Column> needed = Arrays.stream(names).map(this::column).toList();
    return filter(row -> needed.stream().noneMatch(column -> column.missing(row)));
  }

  /**
   * Rows by index, in the order asked for, repeats allowed.
   *
   * @param indices rows from 0
   * @return a data set of these rows and all columns
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Dataset take(int... indices) {
    for (int index : indices) {
      Objects.checkIndex(index, rows);
    }
    int[] taken = indices.clone();
    Map<String, Column> chosen = new LinkedHashMap<>();
    columns.forEach((name, column) -> chosen.put(name, column.take(taken)));
    RowPlaces from = lines;
    RowPlaces takenLines = from == null ? null : from.take(taken);
    return new Dataset(chosen, taken.length, takenLines, remarks);
  }

  /**
   * The rows of this data set followed by those of another one with the same columns, in whatever
   * order. Where one holds numbers and the other text, the result holds text, unless the numeric
   * column has no value at all.
   *
   * @param other a data set with the same column names
   * @return all rows, in this data set's order of columns; they no longer remember their lines
   * @throws InvalidInputException if the column names differ
   */
  public Dataset append(Dataset other) {
    return Columns.append(this, other);
  }

  /**
   * One row per participant: each measured column becomes one column per wave and the difference
   * between the last and the first wave. Waves are those of the file, numbers ascending, texts by
   * first appearance; see {@link Widening} for the rules and to name the waves.
   *
   * @param id the column that holds the participants' identifiers
   * @param wave the column that holds the waves
   * @return one row per participant, in order of first appearance
   * @throws InvalidInputException if a participant has a wave twice, or either cell is missing,
   *     with all places
   */
  public Dataset widen(String id, String wave) {
    return widen(Widening.by(id, wave));
  }

  /**
   * One row per participant, with the waves named in order; see {@link Widening}.
   *
   * @param id the column that holds the participants' identifiers
   * @param wave the column that holds the waves
   * @param waves the waves from the first to the last; any other in the file is a problem
   * @return one row per participant, in order of first appearance
   * @throws InvalidInputException if a participant has a wave twice, a wave is not named, or either
   *     cell is missing, with all places
   */
  public Dataset widen(String id, String wave, List<String> waves) {
    return widen(Widening.by(id, wave).waves(waves));
  }

  /**
   * One row per participant, by rules of one's own.
   *
   * @param widening the rules
   * @return one row per participant, in order of first appearance
   * @throws InvalidInputException if the rows do not fit the rules, with all places
   */
  public Dataset widen(Widening widening) {
    return new Widener(this, widening).widen();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dataset that
        && rows == that.rows
        && names().equals(that.names())
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return 31 * rows + columns.hashCode();
  }

  /**
   * Describes the data set without showing a cell.
   *
   * @return the numbers of rows and columns, and a line per column with its kind, how many cells
   *     are missing, and its label; then the remarks. Names are not shown where some are numbers,
   *     because the line of names is missing then
   */
  @Override
  public String toString() {
    return Columns.describe(this);
  }

  Column column(String name) {
    Column column = columns.get(Objects.requireNonNull(name, "name"));
    if (column == null) {
      throw new InvalidInputException(List.of(unknown(name)));
    }
    return column;
  }

  /** This data set with one more remark. */
  Dataset withRemark(Problem remark) {
    return new Dataset(columns, rows, lines, remarks.and(List.of(remark)));
  }

  /** This data set with other values in its columns. */
  Dataset withColumns(Map<String, Column> others) {
    return new Dataset(others, rows, lines, remarks);
  }

  private Problem unknown(String name) {
    Problem unknown = Columns.unknown(name, columns.keySet());
    return remarks
        .whyAbsent(name)
        .map(why -> new Problem(unknown.where(), unknown.message() + "; " + why))
        .orElse(unknown);
  }

  private void requireColumns(Collection<String> names) {
    Problems problems = new Problems();
    names.stream().filter(name -> !has(name)).map(this::unknown).forEach(problems::add);
    problems.throwIfAny();
  }
}
