package org.socialcure.core.data;

import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;

/** The cells of a column as texts, made on demand so that a million rows cost nothing. */
final class TextView extends AbstractList<Optional<String>> implements RandomAccess {
  private final Column column;

  TextView(Column column) {
    this.column = column;
  }

  @Override
  public Optional<String> get(int row) {
    return column.text(row);
  }

  @Override
  public int size() {
    return column.size();
  }
}
