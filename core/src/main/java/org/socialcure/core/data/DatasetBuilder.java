package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/**
 * Collects the columns of a {@link Dataset}, in the order in which they are added.
 *
 * <pre>{@code
 * Dataset data = Dataset.builder()
 *     .texts("id", "a", "b", "c")
 *     .numbers("age", 61, Double.NaN, 47)
 *     .build();
 * }</pre>
 *
 * <p>Not thread-safe; what it builds is.
 *
 * @since 0.1
 */
public final class DatasetBuilder {
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Problems problems = new Problems();
  private Optional<RowPlaces> rowNumbers = Optional.empty();

  DatasetBuilder() {}

  /**
   * Adds a numeric column.
   *
   * @param name its name
   * @param values one value per row; {@code NaN} is missing
   * @return this builder
   */
  public DatasetBuilder numbers(String name, double... values) {
    try {
      return add(name, Columns.numbers(name, values, row -> "row " + (row + 1)));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return this;
    }
  }

  /**
   * Adds a text column.
   *
   * @param name its name
   * @param values one value per row; null and the empty text are missing
   * @return this builder
   */
  public DatasetBuilder texts(String name, @Nullable String... values) {
    List<Optional<String>> cells = new ArrayList<>(values.length);
    for (String value : values) {
      cells.add(Optional.ofNullable(value));
    }
    return texts(name, cells);
  }

  /**
   * Adds a text column.
   *
   * @param name its name
   * @param values one value per row; empty is missing
   * @return this builder
   */
  public DatasetBuilder texts(String name, List<Optional<String>> values) {
    return add(name, Columns.texts(values));
  }

  /**
   * Says where each row is in what the data were read from, where that is not its number from 1:
   * the rows of a sheet begin below its names, and some may be left out. The data sets made from
   * this one by choosing rows remember it, see {@link Dataset#place(int)}.
   *
   * @param numbers the number of each row there
   * @return this builder
   */
  public DatasetBuilder rowNumbers(int... numbers) {
    rowNumbers = Optional.of(RowPlaces.rows(numbers.clone()));
    return this;
  }

  /**
   * Builds the data set.
   *
   * @return a data set of the columns added so far
   * @throws InvalidInputException if a name is blank or was given twice, the lengths differ, also
   *     from that of the row numbers, or a number is infinite, with all problems
   */
  public Dataset build() {
    Problems all = new Problems();
    all.addAll(problems.list());
    int rows = columns.isEmpty() ? 0 : columns.values().iterator().next().size();
    columns.forEach(
        (name, column) -> {
          if (column.size() != rows) {
            all.addAll(Columns.lengthProblem(name, column.size(), rows).problems());
          }
        });
    rowNumbers.ifPresent(
        it ->
            all.require(
                it.numbers().length == rows,
                "row numbers",
                "there are " + it.numbers().length + " for " + rows + " rows; give one a row"));
    all.throwIfAny();
    return new Dataset(new LinkedHashMap<>(columns), rows, rowNumbers.orElse(null));
  }

  private DatasetBuilder add(String name, Column column) {
    if (name.isBlank()) {
      problems.add("column " + (columns.size() + 1), "its name is blank; name it");
    } else if (columns.putIfAbsent(name, column) != null) {
      problems.add(Columns.place(name), "given twice; name each column once");
    }
    return this;
  }

  /**
   * The columns so far, without their cells.
   *
   * @return {@code "data set of id, age"}
   */
  @Override
  public String toString() {
    return "data set of "
        + (columns.isEmpty() ? "no columns yet" : String.join(", ", columns.keySet()));
  }
}
