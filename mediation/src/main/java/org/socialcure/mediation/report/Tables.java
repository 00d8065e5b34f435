package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;

/** Cells that several tables share. */
final class Tables {
  private Tables() {}

  /** Headers of an interval: {@code 95% lower}, {@code 95% upper}. */
  static String[] intervalHeaders(double level) {
    String percent = Numbers.percent(level);
    return new String[] {percent + "\u00a0lower", percent + "\u00a0upper"};
  }

  /** Estimate, standard error and limits in the same decimals. */
  static List<String> estimate(
      OptionalDouble estimate, OptionalDouble se, Optional<Interval> interval) {
    int decimals = decimals(estimate, se, interval);
    List<String> cells = new ArrayList<>();
    cells.add(fixed(estimate, decimals));
    cells.add(fixed(se, decimals));
    cells.addAll(limits(interval, decimals));
    return cells;
  }

  static int decimals(OptionalDouble estimate, OptionalDouble se, Optional<Interval> interval) {
    double[] limits =
        interval.map(i -> new double[] {i.lower(), i.upper()}).orElseGet(() -> new double[0]);
    // Without a standard error an interval says how many digits mean something.
    double scale = limits.length > 0 ? (limits[1] - limits[0]) / 4 : estimate.orElse(1);
    return Numbers.decimals(scale, se, limits);
  }

  static List<String> limits(Optional<Interval> interval, int decimals) {
    return List.of(
        interval.map(i -> Numbers.limit(i.lower(), decimals)).orElse(""),
        interval.map(i -> Numbers.limit(i.upper(), decimals)).orElse(""));
  }

  private static String fixed(OptionalDouble value, int decimals) {
    return value.isPresent() ? Numbers.fixed(value.getAsDouble(), decimals) : "";
  }

  static String plain(OptionalDouble value) {
    return value.isPresent() ? Numbers.plain(value.getAsDouble()) : "";
  }

  /** A statistic or standardised coefficient, whose digits after the fourth decimal say nothing. */
  static String usual(OptionalDouble value) {
    return value.isPresent() ? Numbers.fixed(value.getAsDouble(), Numbers.DECIMALS) : "";
  }

  static String value(OptionalDouble value) {
    return value.isPresent() ? Numbers.value(value.getAsDouble()) : "";
  }

  static String p(OptionalDouble p) {
    return p.isPresent() ? Numbers.p(p.getAsDouble()) : "";
  }

  /** Cells put together from single cells and lists of cells. */
  static List<String> cells(Object... parts) {
    List<String> cells = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> list) {
        list.forEach(c -> cells.add((String) c));
      } else {
        cells.add((String) part);
      }
    }
    return cells;
  }
}
