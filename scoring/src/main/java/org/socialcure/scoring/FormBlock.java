package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;

/** Scores one instrument for a block of rows at a time. Not thread-safe; lives within one run. */
final class FormBlock {
  private final InstrumentColumns columns;
  private final InvalidCells invalid;

  /** A decoder for each item that enters a score, by the place of the item. */
  private final Map<Integer, ColumnDecoder> decoders = new LinkedHashMap<>();

  private final List<ScaleColumn> scales = new ArrayList<>();

  /** For each item, the states of the rows of the block. */
  private final short[][] states;

  FormBlock(Dataset raw, InstrumentColumns columns, BatchWaves waves, InvalidCells invalid) {
    this.columns = columns;
    this.invalid = invalid;
    List<Item> items = columns.instrument().items();
    this.states = new short[items.size()][BatchRun.BLOCK];
    double[] buffer = new double[BatchRun.BLOCK];
    for (int i = 0; i < items.size(); i++) {
      if (columns.instrument().isScored(items.get(i))) {
        decoders.put(
            i,
            ColumnDecoder.of(
                raw, columns.columns().get(i), items.get(i), columns.coding(), buffer));
      }
    }
    for (Scale scale : columns.instrument().scales()) {
      scales.add(
          new ScaleColumn(
              columns.column(scale.id()),
              waves.label(
                  columns.column(scale.id()), columns.instrument().label(scale, columns.target())),
              new ScaleEngine(columns.instrument(), scale),
              raw.rows()));
    }
  }

  void score(int from, int count) {
    decoders.forEach(
        (place, decoder) -> {
          decoder.decode(from, count, states[place]);
          takeOutInvalid(place, from, count);
        });
    for (ScaleColumn scale : scales) {
      scale.score(states, from, count);
    }
  }

  private void takeOutInvalid(int place, int from, int count) {
    short[] block = states[place];
    for (int row = 0; row < count; row++) {
      if (block[row] == AnswerState.INVALID) {
        Item item = columns.instrument().items().get(place);
        invalid.add(from + row, columns.columns().get(place), item, columns);
        block[row] = AnswerState.SKIPPED;
      }
    }
  }

  void addTo(Map<String, double[]> scored, List<ScaleSummary> summaries) {
    for (ScaleColumn scale : scales) {
      scored.put(scale.name, scale.values);
      summaries.add(scale.summary());
    }
  }

  /** The column of scores of one scale. */
  private static final class ScaleColumn {
    final String name;
    private final String label;
    final double[] values;
    private final ScaleEngine engine;
    private final double[] sums = new double[BatchRun.BLOCK];
    private final int[] answered = new int[BatchRun.BLOCK];
    private final int[] notScored = new int[NotScoredReason.values().length];
    private int scored;
    private int incomplete;

    ScaleColumn(String name, String label, ScaleEngine engine, int rows) {
      this.name = name;
      this.label = label;
      this.engine = engine;
      this.values = new double[rows];
    }

    void score(short[][] states, int from, int count) {
      Arrays.fill(sums, 0);
      Arrays.fill(answered, 0);
      for (int i = 0; i < engine.items(); i++) {
        accumulate(states[engine.places[i]], engine.contributions[i], count);
      }
      for (int row = 0; row < count; row++) {
        int n = answered[row];
        if (n >= engine.required) {
          values[from + row] = engine.finish(sums[row], n);
          scored++;
          incomplete += n < engine.items() ? 1 : 0;
        } else {
          values[from + row] = Double.NaN;
          notScored[reason(states, row).ordinal()]++;
        }
      }
    }

    private void accumulate(short[] states, double[] contributions, int count) {
      int offset = AnswerState.index(0);
      for (int row = 0; row < count; row++) {
        int state = states[row];
        sums[row] += contributions[state + offset];
        // The sign bit of a state is set where there is no answer.
        answered[row] += 1 + (state >> 31);
      }
    }

    private NotScoredReason reason(short[][] states, int row) {
      if (answered[row] > 0) {
        return NotScoredReason.MISSING_ITEMS;
      }
      int[] own = new int[engine.items()];
      for (int i = 0; i < own.length; i++) {
        own[i] = states[engine.places[i]][row];
      }
      return ScaleEngine.reason(0, own);
    }

    ScaleSummary summary() {
      Map<NotScoredReason, Integer> reasons = new EnumMap<>(NotScoredReason.class);
      for (NotScoredReason reason : NotScoredReason.values()) {
        if (notScored[reason.ordinal()] > 0) {
          reasons.put(reason, notScored[reason.ordinal()]);
        }
      }
      return new ScaleSummary(name, label, scored, incomplete, reasons);
    }
  }
}
