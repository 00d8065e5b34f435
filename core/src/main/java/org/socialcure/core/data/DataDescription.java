package org.socialcure.core.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What every column of a data set holds, in numbers.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rows how many rows there are
 * @param columns the columns in their order
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataDescription(int rows, List<ColumnDescription> columns) {
  /**
   * Copies the list.
   *
   * @throws InvalidInputException if the number of rows is negative
   */
  public DataDescription {
    columns = List.copyOf(columns);
    if (rows < 0) {
      throw new InvalidInputException("rows", "must not be negative");
    }
  }

  /**
   * The description of one column.
   *
   * @param name a column name
   * @return what it holds
   * @throws InvalidInputException if there is no such column
   */
  public ColumnDescription column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    List.of(
                        Columns.unknown(
                            name, columns.stream().map(ColumnDescription::name).toList()))));
  }

  /**
   * The description as a table for people.
   *
   * @return a row for each column: n, missing, mean, SD, median, range, and the values with their
   *     frequencies where they are few
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Columns")
            .text("Column")
            .numbers("n", "Missing", "Mean", "SD", "Median", "Lowest", "Highest")
            .text("Values");
    for (ColumnDescription column : columns) {
      table.row(
          Cell.text(Columns.shown(column.name())),
          Cell.count(column.n()),
          Cell.count(column.missing()),
          Cell.of(column.mean(), mean -> Cell.number(mean, 2)),
          Cell.of(column.sd(), sd -> Cell.number(sd, 2)),
          Cell.of(column.median(), Cell::value),
          Cell.of(column.lowest(), Cell::value),
          Cell.of(column.highest(), Cell::value),
          Cell.text(column.values()));
    }
    return table.note("Of " + rows + " rows; the SD has the divisor n - 1.").build();
  }

  /**
   * The description as text.
   *
   * @return the table
   */
  @Override
  public String toString() {
    return table().text();
  }
}
