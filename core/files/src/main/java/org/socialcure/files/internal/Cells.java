package org.socialcure.files.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.Names;

/** The cells of one column while they are read, row after row; rows may be passed over. */
final class Cells {
  /** Up to this many different texts of a column share one object each. */
  private static final int SHARED_TEXTS = 4096;

  /** What a text takes besides its characters. */
  private static final int TEXT_OVERHEAD = 48;

  private static final int FIRST_SIZE = 64;
  private static final int CELL_BYTES = 8;

  private final Memory memory;
  private final Map<String, String> shared = new HashMap<>();
  private double[] numbers = new double[0];
  private @Nullable String @Nullable [] texts;
  private int filled;

  Cells(Memory memory) {
    this.memory = memory;
  }

  /** A column whose cells are texts, even if none of them has a value. */
  static Cells ofText(Memory memory) {
    Cells cells = new Cells(memory);
    cells.texts = new @Nullable String[0];
    return cells;
  }

  /** Whether any cell was given. */
  boolean isEmpty() {
    return filled == 0;
  }

  boolean hasText() {
    return texts != null;
  }

  void number(int row, double value) {
    reach(row);
    @Nullable String[] words = texts;
    if (words == null) {
      numbers[row] = value;
    } else {
      words[row] = share(Names.number(value));
    }
  }

  void text(int row, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (texts == null) {
      becomeText();
    }
    reach(row);
    @Nullable String[] words = texts;
    if (words != null) {
      words[row] = share(text);
    }
  }

  /** The numbers, NaN where there is none; only of a column without a text. */
  double[] numbers(int rows) {
    int before = Math.min(filled, rows);
    double[] all = Arrays.copyOf(numbers, rows);
    Arrays.fill(all, before, rows, Double.NaN);
    return all;
  }

  /** The texts, empty where there is none; only of a column with a text. */
  List<Optional<String>> texts(int rows) {
    List<Optional<String>> all = new ArrayList<>(rows);
    @Nullable String[] words = texts == null ? new @Nullable String[0] : texts;
    for (int row = 0; row < rows; row++) {
      all.add(row < filled ? Optional.ofNullable(words[row]) : Optional.empty());
    }
    return all;
  }

  /** Takes the rows with a value out of some. */
  void clearFilled(BitSet rows) {
    @Nullable String[] words = texts;
    for (int row = rows.nextSetBit(0); row >= 0 && row < filled; row = rows.nextSetBit(row + 1)) {
      if (words == null ? !Double.isNaN(numbers[row]) : words[row] != null) {
        rows.clear(row);
      }
    }
  }

  private void becomeText() {
    memory.take((long) numbers.length * CELL_BYTES);
    @Nullable String[] words = new @Nullable String[numbers.length];
    for (int row = 0; row < filled; row++) {
      words[row] = Double.isNaN(numbers[row]) ? null : share(Names.number(numbers[row]));
    }
    texts = words;
    numbers = new double[0];
  }

  private void reach(int row) {
    @Nullable String[] words = texts;
    int size = words == null ? numbers.length : words.length;
    if (row >= size) {
      int larger = Math.max(Math.max(FIRST_SIZE, row + 1), size + (size >> 1));
      memory.take((long) larger * CELL_BYTES);
      if (words == null) {
        numbers = Arrays.copyOf(numbers, larger);
      } else {
        texts = Arrays.copyOf(words, larger);
      }
      memory.free((long) size * CELL_BYTES);
    }
    if (words == null && row > filled) {
      Arrays.fill(numbers, filled, row, Double.NaN);
    }
    filled = Math.max(filled, row + 1);
  }

  private String share(String text) {
    String earlier = shared.get(text);
    if (earlier != null) {
      return earlier;
    }
    memory.take(TEXT_OVERHEAD + 2L * text.length());
    if (shared.size() < SHARED_TEXTS) {
      shared.put(text, text);
    }
    return text;
  }
}
