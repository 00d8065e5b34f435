package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Cell;

/** Cells that several tables share. */
final class Tables {
  private Tables() {}

  /** Estimate, standard error and interval in the same decimals. */
  static List<Cell> estimate(
      OptionalDouble estimate, OptionalDouble se, Optional<Interval> interval) {
    int decimals = Numbers.decimals(estimate, se, interval);
    return List.of(
        Cell.of(estimate, v -> Cell.number(v, decimals)),
        Cell.of(se, v -> Cell.number(v, decimals)),
        Cell.interval(interval, decimals));
  }

  /** Cells put together from texts, single cells and lists of cells. */
  static List<Cell> cells(Object... parts) {
    List<Cell> cells = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> list) {
        list.forEach(c -> cells.add((Cell) c));
      } else {
        cells.add(part instanceof Cell cell ? cell : Cell.text((String) part));
      }
    }
    return cells;
  }
}
