package org.socialcure.files.internal;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A column of a file while it is read: its cells, and what the file says about it. */
final class Variable {
  private final String name;
  private final Cells cells;
  private final Map<String, Integer> missing = new LinkedHashMap<>();
  private final BitSet missingRows = new BitSet();
  private Optional<String> label = Optional.empty();
  private Map<String, String> valueLabels = Map.of();
  private Set<String> labelledMissing = Set.of();

  Variable(String name, Cells cells) {
    this.name = name;
    this.cells = cells;
  }

  String name() {
    return name;
  }

  Cells cells() {
    return cells;
  }

  Optional<String> label() {
    return label;
  }

  Map<String, String> valueLabels() {
    return valueLabels;
  }

  /** How many cells held each code that the file declares missing. */
  Map<String, Integer> missing() {
    return missing;
  }

  void setLabel(String text) {
    label = Optional.of(text.strip()).filter(it -> !it.isEmpty());
  }

  /** Those of the codes with labels that count as missing. */
  Set<String> labelledMissing() {
    return labelledMissing;
  }

  void setValueLabels(Map<String, String> labels, Set<String> missingCodes) {
    valueLabels = labels;
    labelledMissing = missingCodes;
  }

  void countMissing(String code, int row) {
    missing.merge(code, 1, Integer::sum);
    missingRows.set(row);
  }

  /** Takes the rows with a value out of some, those with a missing one included. */
  void clearRowsWithValue(BitSet rows) {
    rows.andNot(missingRows);
    cells.clearFilled(rows);
  }
}
