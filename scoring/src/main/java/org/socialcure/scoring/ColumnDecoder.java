package org.socialcure.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Item;

/**
 * Turns the cells of one raw column into {@linkplain AnswerState answer states}, a block of rows at
 * a time.
 */
interface ColumnDecoder {
  /**
   * Writes the states of rows {@code from} to {@code from + count − 1} to the beginning of {@code
   * states}.
   */
  void decode(int from, int count, short[] states);

  /** A decoder; {@code buffer} is working space for a block, which decoders may share. */
  static ColumnDecoder of(Dataset raw, String column, Item item, Coding coding, double[] buffer) {
    return raw.kind(column) == ColumnKind.NUMBER
        ? new NumberCells(raw, column, item, coding, buffer)
        : new TextCells(raw.texts(column), item, coding);
  }

  /**
   * Whether a numeric column can hold any answer to the item: not if its options are words and no
   * coding numbers them.
   */
  static boolean hasNumericCodes(Item item, Coding coding) {
    return !NumberCells.codes(item, coding).isEmpty();
  }

  /**
   * A numeric column: codes that are whole numbers close to each other are looked up in a table.
   */
  final class NumberCells implements ColumnDecoder {
    private static final int MAX_SPAN = 4096;

    private final Dataset raw;
    private final String column;
    private final double[] buffer;
    private final int first;
    private final short[] table;
    private final Map<Double, Short> others;

    NumberCells(Dataset raw, String column, Item item, Coding coding, double[] buffer) {
      this.raw = raw;
      this.column = column;
      this.buffer = buffer;
      int low = Integer.MAX_VALUE;
      int high = Integer.MIN_VALUE;
      this.others = codes(item, coding);
      for (double code : others.keySet()) {
        if (code == (int) code) {
          low = Math.min(low, (int) code);
          high = Math.max(high, (int) code);
        }
      }
      this.first = low;
      this.table = new short[low <= high && (long) high - low < MAX_SPAN ? high - low + 1 : 0];
      for (int i = 0; i < table.length; i++) {
        table[i] = others.getOrDefault((double) (first + i), AnswerState.INVALID);
      }
    }

    /** The states by those codes that are numbers, as the coding itself reads numbers. */
    static Map<Double, Short> codes(Item item, Coding coding) {
      Map<Double, Short> codes = new HashMap<>();
      for (String text : coding.codes(item).keySet()) {
        try {
          double code = Double.parseDouble(text);
          coding
              .option(item, code)
              .ifPresent(option -> codes.put(code + 0.0, (short) item.options().indexOf(option)));
        } catch (NumberFormatException word) {
          // A word cannot stand in a numeric column.
        }
      }
      return codes;
    }

    @Override
    public void decode(int from, int count, short[] states) {
      raw.copyNumbers(column, from, count, buffer);
      short[] known = table;
      for (int i = 0; i < count; i++) {
        double value = buffer[i];
        int code = (int) value;
        int at = code - first;
        states[i] = code == value && at >= 0 && at < known.length ? known[at] : other(value);
      }
    }

    private short other(double value) {
      return Double.isNaN(value)
          ? AnswerState.SKIPPED
          : others.getOrDefault(value + 0.0, AnswerState.INVALID);
    }
  }

  /** A text column: each distinct text is looked up once. */
  final class TextCells implements ColumnDecoder {
    private final List<Optional<String>> cells;
    private final Item item;
    private final Coding coding;
    private final Map<String, Short> known = new HashMap<>();

    TextCells(List<Optional<String>> cells, Item item, Coding coding) {
      this.cells = cells;
      this.item = item;
      this.coding = coding;
    }

    @Override
    public void decode(int from, int count, short[] states) {
      for (int i = 0; i < count; i++) {
        states[i] = cells.get(from + i).map(this::state).orElse(AnswerState.SKIPPED);
      }
    }

    private Short state(String text) {
      return known.computeIfAbsent(
          text,
          code ->
              coding
                  .option(item, code)
                  .map(option -> (short) item.options().indexOf(option))
                  .orElse(AnswerState.INVALID));
    }
  }
}
