package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;

/** Collects rows of text. Not thread-safe; lives within one call. */
final class TextTable {
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... columns) {
    this.columns = List.of(columns);
  }

  /** A row of which only some cells hold anything: column and text by turns. */
  void row(String... cells) {
    List<String> row = new ArrayList<>(columns.stream().map(column -> "").toList());
    for (int i = 0; i < cells.length; i += 2) {
      row.set(columns.indexOf(cells[i]), cells[i + 1]);
    }
    rows.add(row);
  }

  Dataset data() {
    DatasetBuilder builder = Dataset.builder();
    for (int column = 0; column < columns.size(); column++) {
      List<Optional<String>> cells = new ArrayList<>();
      for (List<String> row : rows) {
        cells.add(Optional.of(row.get(column)).filter(cell -> !cell.isEmpty()));
      }
      builder.texts(columns.get(column), cells);
    }
    return builder.build();
  }
}
