package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A table of typed cells with a caption and notes.
 *
 * <p>The first column names the row. People do not see columns all of whose cells are empty; CSV
 * has them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param caption what the table shows; numbers stay out of it
 * @param columns at least one column, the first of texts or numbers
 * @param rows the rows
 * @param notes sentences below the table
 * @since 0.1
 */
public record Table(String caption, List<Column> columns, List<Row> rows, List<String> notes)
    implements Block {
  /**
   * What the cells of a column hold.
   *
   * @since 0.1
   */
  @MapperForm
  public enum ColumnKind {
    /** Texts, to the left. */
    TEXT,
    /** Numbers, one decimal point under the other. */
    NUMBER,
    /** Intervals, as a column of lower and one of upper limits. */
    INTERVAL,
    /**
     * Texts that are few and long: letters that a note explains. Where all rows have the same text
     * the note alone is shown.
     */
    KEYED
  }

  /**
   * A column.
   *
   * @param header its header; of intervals, what they are, such as {@code 95%}
   * @param kind what its cells hold
   * @since 0.1
   */
  @MapperForm
  public record Column(String header, ColumnKind kind) {
    /** Refuses nulls. */
    public Column {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(kind, "kind");
    }

    private boolean takes(Cell cell) {
      return cell instanceof Cell.Empty
          || switch (kind) {
            case TEXT, KEYED -> cell instanceof Cell.Text;
            case NUMBER -> cell instanceof Cell.Quantity;
            case INTERVAL -> cell instanceof Cell.Limits;
          };
    }
  }

  /**
   * A line of the table.
   *
   * @since 0.1
   */
  @MapperForm
  public sealed interface Row permits Data, Heading {}

  /**
   * Cells, one a column.
   *
   * @param cells the cells
   * @since 0.1
   */
  public record Data(List<Cell> cells) implements Row {
    /** Copies the list. */
    public Data {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A heading for the rows that follow.
   *
   * @param text the heading
   * @since 0.1
   */
  public record Heading(String text) implements Row {
    /** Refuses null. */
    public Heading {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no column that names the rows, or a row does not
   *     have a cell of the right kind for each column
   */
  public Table {
    Objects.requireNonNull(caption, "caption");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    if (columns.isEmpty()
        || columns.get(0).kind() == ColumnKind.KEYED
        || columns.get(0).kind() == ColumnKind.INTERVAL) {
      throw new IllegalArgumentException("A table needs a first column that names its rows.");
    }
    for (Row row : rows) {
      if (row instanceof Data data) {
        require(columns, data.cells());
      }
    }
  }

  private static void require(List<Column> columns, List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row of " + columns.size() + " columns cannot have " + cells.size() + " cells.");
    }
    for (int c = 0; c < cells.size(); c++) {
      if (!columns.get(c).takes(cells.get(c))) {
        throw new IllegalArgumentException(
            "The column \"" + columns.get(c).header() + "\" takes no " + cells.get(c) + ".");
      }
    }
  }

  /**
   * Starts a table.
   *
   * @param caption what it shows
   * @return a builder
   */
  public static Builder titled(String caption) {
    return new Builder(caption);
  }

  /**
   * The table as lines of at most 100 characters.
   *
   * @return the caption and the table
   */
  public String text() {
    return text(TextRenderer.WIDTH);
  }

  /**
   * The table as lines of text.
   *
   * @param width the longest line, at least 40
   * @return the caption and the table
   * @throws IllegalArgumentException if the width is less than 40
   */
  public String text(int width) {
    return TextRenderer.table(this, width);
  }

  /**
   * The table as comma-separated values: a header line and a line a row, numbers in full precision.
   * An interval has two columns; rows under headings have their heading in a first column {@code
   * group}. A text that a spreadsheet would take for a formula has an apostrophe before it; reading
   * with {@code FormulaMarks.APOSTROPHE} takes it off again.
   *
   * @return the lines, each ended by {@code \n}
   */
  public String csv() {
    return CsvRenderer.write(this);
  }

  /**
   * The table as text.
   *
   * @return {@link #text()}
   */
  @Override
  public String toString() {
    return text();
  }

  /**
   * Collects the columns and rows of a table.
   *
   * <p>Not thread-safe.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    /**
     * Adds columns of texts.
     *
     * @param headers their headers
     * @return this builder
     */
    public Builder text(String... headers) {
      return columns(ColumnKind.TEXT, headers);
    }

    /**
     * Adds columns of numbers.
     *
     * @param headers their headers
     * @return this builder
     */
    public Builder numbers(String... headers) {
      return columns(ColumnKind.NUMBER, headers);
    }

    /**
     * Adds a column of intervals.
     *
     * @param level the confidence level, such as 0.95
     * @return this builder
     */
    public Builder interval(double level) {
      return columns(ColumnKind.INTERVAL, Numbers.percent(level));
    }

    /**
     * Adds columns of texts that are shown as letters.
     *
     * @param headers their headers
     * @return this builder
     */
    public Builder keyed(String... headers) {
      return columns(ColumnKind.KEYED, headers);
    }

    private Builder columns(ColumnKind kind, String... headers) {
      Arrays.stream(headers).forEach(h -> columns.add(new Column(h, kind)));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param cells a cell a column
     * @return this builder
     */
    public Builder row(List<Cell> cells) {
      rows.add(new Data(cells));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param cells a cell a column
     * @return this builder
     */
    public Builder row(Cell... cells) {
      return row(List.of(cells));
    }

    /**
     * Adds a heading for the rows that follow.
     *
     * @param text the heading
     * @return this builder
     */
    public Builder heading(String text) {
      rows.add(new Heading(text));
      return this;
    }

    /**
     * Adds a note below the table.
     *
     * @param note one or more sentences
     * @return this builder
     */
    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    /**
     * The table.
     *
     * @return the table
     * @throws IllegalArgumentException if there is no column that names the rows, or a row does not
     *     have a cell of the right kind for each column
     */
    public Table build() {
      return new Table(caption, columns, rows, notes);
    }
  }
}
