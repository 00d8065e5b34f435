package org.socialcure.core.data;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;

/**
 * One row of a data set, by the names of its columns.
 *
 * <p>A view: it holds the data set and copies nothing. Immutable and thread-safe. {@code toString}
 * says where the row is and shows no cell, because cells are people's answers; {@link #table()}
 * shows them.
 *
 * @since 0.1
 */
public final class DatasetRow {
  private final Dataset data;
  private final int index;

  DatasetRow(Dataset data, int index) {
    this.data = data;
    this.index = Objects.checkIndex(index, data.rows());
  }

  /**
   * Which row it is.
   *
   * @return its index from 0
   */
  public int index() {
    return index;
  }

  /**
   * One cell as a number.
   *
   * @param column a column name
   * @return the number, or empty where missing
   * @throws InvalidInputException if there is no such column, or the cell is not a number
   */
  public OptionalDouble number(String column) {
    return data.number(column, index);
  }

  /**
   * One cell as text.
   *
   * @param column a column name
   * @return the text, or empty where missing
   * @throws InvalidInputException if there is no such column
   */
  public Optional<String> text(String column) {
    return data.text(column, index);
  }

  /**
   * Whether a cell is missing.
   *
   * @param column a column name
   * @return whether it has no value
   * @throws InvalidInputException if there is no such column
   */
  public boolean missing(String column) {
    return data.missing(column, index);
  }

  /**
   * The row with its cells, for people.
   *
   * @return a row for each column with its value and its label
   */
  public Table table() {
    Table.Builder table =
        Table.titled(data.place(index)).text("Column").text("Value").text("Label");
    for (String name : data.names()) {
      table.row(
          Cell.text(Columns.shown(name)),
          Cell.text(text(name).map(Columns::shown).orElse("")),
          Cell.text(data.label(name).equals(name) ? "" : Columns.shown(data.label(name))));
    }
    return table.build();
  }

  /**
   * Where the row is.
   *
   * @return {@code "row 3 of 60, 10 columns"}
   */
  @Override
  public String toString() {
    return data.place(index)
        + " of "
        + data.rows()
        + " rows, "
        + data.names().size()
        + " columns; table() shows the cells";
  }
}
