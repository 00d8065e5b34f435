package org.socialcure.scoring.utility;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Item;

/** Columns of values beside the columns of the dimensions that they are of. */
final class ValueColumns {
  private ValueColumns() {}

  static Dataset add(ValueSet set, Dataset scored) {
    String instrument = set.version().instrument().id();
    List<String> dimensions = set.version().instrument().items().stream().map(Item::id).toList();
    ColumnName first = ColumnName.of(instrument, dimensions.get(0));
    List<Optional<String>> waves =
        scored.names().stream()
            .map(ColumnName::parse)
            .filter(name -> name.measure().equals(first.toString()) && !name.isChange())
            .map(ColumnName::wave)
            .toList();
    Problems problems = new Problems();
    problems.require(
        !waves.isEmpty(),
        "column " + first,
        "is needed for values, but there is no such column at any wave; score "
            + instrument
            + " first");
    Dataset valued = scored;
    for (Optional<String> wave : waves) {
      ColumnName name = at(ColumnName.of(instrument, set.id()), wave);
      List<String> columns =
          dimensions.stream().map(d -> at(ColumnName.of(instrument, d), wave).toString()).toList();
      columns.stream()
          .filter(column -> !scored.has(column))
          .forEach(
              column -> problems.add("column " + column, "is needed for values, but not there"));
      problems.require(!scored.has(name.toString()), "column " + name, "is there already");
      if (columns.stream().allMatch(scored::has)) {
        double[] values = values(set, scored, columns, problems);
        valued =
            valued
                .with(name.toString(), values)
                .withRole(ColumnRole.MEASURE, name.toString())
                .withLabels(Map.of(name.toString(), name.label(set.label())));
      }
    }
    problems.throwIfAny();
    return valued;
  }

  private static ColumnName at(ColumnName name, Optional<String> wave) {
    return wave.map(name::withWave).orElse(name);
  }

  private static double[] values(
      ValueSet set, Dataset scored, List<String> columns, Problems problems) {
    int levels = set.version().levels();
    int[] places = new int[scored.rows()];
    boolean[] missing = new boolean[scored.rows()];
    for (String column : columns) {
      double[] level = scored.numbers(column);
      if (Arrays.stream(level)
          .filter(x -> !Double.isNaN(x))
          .anyMatch(x -> x < 1 || x > levels || x != Math.rint(x))) {
        problems.add(
            "column " + column,
            "holds levels that are not whole numbers from 1 to "
                + levels
                + "; a mean or a change of levels has no value");
      }
      for (int row = 0; row < places.length; row++) {
        missing[row] |= Double.isNaN(level[row]);
        places[row] = places[row] * levels + (int) level[row] - 1;
      }
    }
    double[] values = new double[places.length];
    for (int row = 0; row < values.length; row++) {
      boolean known = !missing[row] && places[row] >= 0 && places[row] < set.version().profiles();
      values[row] = known ? set.at(places[row]) : Double.NaN;
    }
    return values;
  }
}
