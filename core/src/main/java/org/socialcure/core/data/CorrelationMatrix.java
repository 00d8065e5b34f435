package org.socialcure.core.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * The product-moment correlations of columns, each with the number of rows behind it.
 *
 * <p>r is the covariance of two columns divided by both standard deviations (divisor n − 1), over
 * the rows that have both values; n is the number of these rows and may differ from pair to pair.
 * There is no r where fewer than two rows have both values, or one of the two does not vary in
 * them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param columns the names of the columns, each once
 * @param pairs the correlation of each column with each one before it: second and first, third and
 *     first, third and second …
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CorrelationMatrix(List<String> columns, List<Pair> pairs) {
  /** Squares of larger values may overflow. */
  private static final double LARGEST = 1e150;

  /**
   * The correlation of two columns.
   *
   * @param n how many rows have both values
   * @param r the correlation, from −1 to 1; empty where there is none
   * @since 0.1
   */
  @MapperForm
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Pair(int n, OptionalDouble r) {
    /**
     * Refuses what is no correlation.
     *
     * @throws InvalidInputException if n is negative or r is not from −1 to 1
     */
    public Pair {
      if (n < 0) {
        throw new InvalidInputException("n", "must not be negative");
      }
      if (!(Math.abs(r.orElse(0)) <= 1)) {
        throw new InvalidInputException("r", "must be from -1 to 1");
      }
    }

    /**
     * The correlation with its n.
     *
     * @return {@code "0.34 (n 2709)"}
     */
    @Override
    public String toString() {
      return (r.isPresent() ? Numbers.fixed(r.getAsDouble(), 2) : "none") + " (n " + n + ")";
    }
  }

  /**
   * Copies the lists.
   *
   * @throws InvalidInputException if a column is named twice or there is not one entry a pair
   */
  public CorrelationMatrix {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    if (new HashSet<>(columns).size() != columns.size()) {
      throw new InvalidInputException("columns", "must name each column once");
    }
    if (pairs.size() != columns.size() * (columns.size() - 1) / 2) {
      throw new InvalidInputException("pairs", "must hold one entry for each pair of columns");
    }
  }

  /**
   * The correlations of values that are at hand.
   *
   * @param names the names of the columns, each once
   * @param values the values of each, all of one length; {@code NaN} is missing
   * @return the correlations
   * @throws InvalidInputException if a name is there twice, the lengths differ, or a value is
   *     infinite or too large to be squared
   */
  public static CorrelationMatrix of(List<String> names, double[]... values) {
    if (names.size() != values.length
        || Arrays.stream(values).anyMatch(column -> column.length != values[0].length)) {
      throw new InvalidInputException(
          "columns", "need a name for each array of values, and arrays of equal length");
    }
    for (int i = 0; i < values.length; i++) {
      if (Arrays.stream(values[i]).anyMatch(value -> Math.abs(value) > LARGEST)) {
        throw new InvalidInputException(
            Columns.place(names.get(i)),
            "a value is infinite or too large to be squared; leave it missing");
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(pair(values[i], values[j]));
      }
    }
    return new CorrelationMatrix(names, pairs);
  }

  private static Pair pair(double[] x, double[] y) {
    int[] both =
        IntStream.range(0, x.length)
            .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
            .toArray();
    double[] first = Arrays.stream(both).mapToDouble(row -> x[row]).toArray();
    double[] second = Arrays.stream(both).mapToDouble(row -> y[row]).toArray();
    boolean varies = both.length > 1 && !isConstant(first) && !isConstant(second);
    return new Pair(
        both.length, varies ? SampleStatistics.correlation(first, second) : OptionalDouble.empty());
  }

  /** Equal decimal fractions have a standard deviation of their rounding. */
  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /**
   * The correlation of two columns.
   *
   * @param first a column
   * @param second a column, which may be the first
   * @return the correlation with its n; of a column with itself 1, with the largest n of its pairs
   * @throws InvalidInputException if there is no such column
   */
  public Pair pair(String first, String second) {
    int i = index(first);
    int j = index(second);
    return i == j ? new Pair(most(i), OptionalDouble.of(1)) : at(Math.max(i, j), Math.min(i, j));
  }

  private int most(int column) {
    return IntStream.range(0, columns.size())
        .filter(other -> other != column)
        .map(other -> at(Math.max(column, other), Math.min(column, other)).n())
        .max()
        .orElse(0);
  }

  private Pair at(int later, int earlier) {
    return pairs.get(later * (later - 1) / 2 + earlier);
  }

  private int index(String column) {
    int index = columns.indexOf(Objects.requireNonNull(column, "column"));
    if (index < 0) {
      throw new InvalidInputException(List.of(Columns.unknown(column, columns)));
    }
    return index;
  }

  /**
   * The correlations as a table for people.
   *
   * @return a row and a column for each column, the lower triangle filled; where n differs from
   *     pair to pair, a second line a column with it
   */
  public Table table() {
    Table.Builder table = Table.titled("Correlations").text("");
    IntStream.rangeClosed(1, Math.max(0, columns.size() - 1))
        .forEach(number -> table.numbers("(" + number + ")"));
    boolean oneN = pairs.stream().mapToInt(Pair::n).distinct().count() <= 1;
    for (int i = 0; i < columns.size(); i++) {
      table.row(row("(" + (i + 1) + ") " + Columns.shown(columns.get(i)), i, true));
      if (!oneN && i > 0) {
        table.row(row("    n", i, false));
      }
    }
    if (oneN && !pairs.isEmpty()) {
      table.note("Every pair has n " + pairs.get(0).n() + ".");
    }
    return table.build();
  }

  private List<Cell> row(String name, int i, boolean ofR) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
    for (int j = 0; j < columns.size() - 1; j++) {
      if (j >= i) {
        cells.add(Cell.empty());
      } else if (ofR) {
        cells.add(Cell.of(at(i, j).r(), r -> Cell.number(r, 2)));
      } else {
        cells.add(Cell.count(at(i, j).n()));
      }
    }
    return cells;
  }

  /**
   * The correlations as text.
   *
   * @return the table
   */
  @Override
  public String toString() {
    return table().text();
  }
}
