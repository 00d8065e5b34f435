package org.socialcure.scoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;

/** The answers to the items of a scale as the numbers with which they enter its score. */
final class KeyedItems {
  private KeyedItems() {}

  static Dataset of(Dataset raw, InstrumentColumns columns, Scale scale) {
    Problems problems = new Problems();
    BatchRun.checkColumns(raw, columns, problems);
    problems.throwIfAny();
    ScaleEngine engine = new ScaleEngine(columns.instrument(), scale);
    InvalidCells invalid = new InvalidCells(raw, InvalidCodes.REFUSE);
    Map<String, double[]> values = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    short[] states = new short[raw.rows()];
    double[] buffer = new double[raw.rows()];
    for (int i = 0; i < engine.items(); i++) {
      Item item = columns.instrument().items().get(engine.places[i]);
      String column = columns.columns().get(engine.places[i]);
      ColumnDecoder.of(raw, column, item, columns.coding(), buffer).decode(0, raw.rows(), states);
      double[] keyed = new double[raw.rows()];
      Arrays.fill(keyed, Double.NaN);
      for (int row = 0; row < keyed.length; row++) {
        if (states[row] == AnswerState.INVALID) {
          invalid.add(row, column, item, columns);
        } else if (states[row] >= 0) {
          keyed[row] = engine.contributions[i][AnswerState.index(states[row])];
        }
      }
      values.put(column, keyed);
      labels.put(column, item.label());
    }
    invalid.throwIfRefused();
    return Dataset.of(values).withLabels(labels);
  }
}
