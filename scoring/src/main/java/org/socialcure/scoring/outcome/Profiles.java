package org.socialcure.scoring.outcome;

import java.util.List;
import java.util.stream.IntStream;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.numeric.Decimals;

/**
 * In how many of several columns each person got better and worse, of the people with all of them
 * at both waves.
 *
 * @param better the number of columns for the better, one entry a person
 * @param worse the number of columns for the worse
 * @param leftOut how many people have some column at both waves, but not all
 */
record Profiles(int[] better, int[] worse, int leftOut) {
  static Profiles of(Dataset data, List<Measure> columns, String before, String after) {
    columns.forEach(column -> column.requireNoWindows(data, before, after));
    List<double[]> x = columns.stream().map(column -> column.values(data, before)).toList();
    List<double[]> y = columns.stream().map(column -> column.values(data, after)).toList();
    int[] known =
        IntStream.range(0, data.rows())
            .map(
                row ->
                    (int)
                        IntStream.range(0, columns.size())
                            .filter(
                                c -> !Double.isNaN(x.get(c)[row]) && !Double.isNaN(y.get(c)[row]))
                            .count())
            .toArray();
    int[] rows =
        IntStream.range(0, known.length).filter(row -> known[row] == columns.size()).toArray();
    int[] better = new int[rows.length];
    int[] worse = new int[rows.length];
    for (int c = 0; c < columns.size(); c++) {
      for (int i = 0; i < rows.length; i++) {
        double change =
            columns.get(c).sign() * Decimals.difference(y.get(c)[rows[i]], x.get(c)[rows[i]]);
        better[i] += change > 0 ? 1 : 0;
        worse[i] += change < 0 ? 1 : 0;
      }
    }
    int some = (int) IntStream.of(known).filter(count -> count > 0).count();
    return new Profiles(better, worse, some - rows.length);
  }

  int people() {
    return better.length;
  }
}
