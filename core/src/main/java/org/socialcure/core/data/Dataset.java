package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.core.InvalidInputException;

/** A table of named columns of equal length. Immutable and thread-safe. */
public final class Dataset {
  private final Map<String, double[]> columns;
  private final int rows;

  private Dataset(Map<String, double[]> columns) {
    this.columns = columns;
    this.rows = columns.isEmpty() ? 0 : columns.values().iterator().next().length;
  }

  /**
   * A data set of numeric columns.
   *
   * @param columns values by name; {@code NaN} is missing; all of one length
   * @return the data set
   */
  public static Dataset of(Map<String, double[]> columns) {
    Map<String, double[]> copy = new LinkedHashMap<>();
    columns.forEach((name, values) -> copy.put(name, values.clone()));
    return new Dataset(copy);
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
    return new ArrayList<>(columns.keySet());
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
   * The values of a numeric column.
   *
   * @param name a column name
   * @return a copy of its values; {@code NaN} is missing
   * @throws InvalidInputException if there is no such column or it holds text
   */
  public double[] numbers(String name) {
    double[] values = columns.get(name);
    if (values == null) {
      throw new InvalidInputException(
          name, "no such column; there are: " + String.join(", ", names()));
    }
    return values.clone();
  }
}
