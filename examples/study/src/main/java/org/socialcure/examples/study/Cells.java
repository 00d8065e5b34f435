package org.socialcure.examples.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.CellForm;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Nearest;
import org.socialcure.scoring.InvalidCodes;

/**
 * Cells that are no answers to a questionnaire, read under the plan's rule for what is not
 * permitted.
 */
final class Cells {
  private static final Pattern SIGNED_NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?");

  private final Dataset raw;
  private final InvalidCodes treatment;
  private final Problems problems;
  private final Map<String, Integer> invalid = new LinkedHashMap<>();

  Cells(Dataset raw, InvalidCodes treatment, Problems problems) {
    this.raw = raw;
    this.treatment = treatment;
    this.problems = problems;
  }

  /** The cells that were not permitted and count as missing, by column. */
  Map<String, Integer> invalid() {
    return invalid;
  }

  /** Refuses columns that are not there. */
  void require(List<String> columns, String what) {
    Problems missing = new Problems();
    for (String name : columns) {
      missing.require(
          raw.has(name),
          "column " + name,
          "is needed for "
              + what
              + ", but there is no such column"
              + raw.absence(name)
                  .map(why -> ": " + why)
                  .orElseGet(() -> Nearest.amongColumns(name, raw.names())));
    }
    missing.throwIfAny();
  }

  /** A whole number from one bound to the other; empty where missing. */
  Optional<Double> whole(int row, String column, int lowest, int highest) {
    return read(row, column, lowest, highest, true);
  }

  /** A number from one bound to the other; empty where missing. */
  Optional<Double> number(int row, String column, double lowest, double highest) {
    return read(row, column, lowest, highest, false);
  }

  private Optional<Double> read(
      int row, String column, double lowest, double highest, boolean whole) {
    if (raw.missing(column, row)) {
      return Optional.empty();
    }
    try {
      double value = raw.number(column, row).orElseThrow();
      if (value >= lowest && value <= highest && !(whole && Math.rint(value) != value)) {
        return Optional.of(value);
      }
    } catch (InvalidInputException notANumber) {
      // Reported below together with numbers that are not permitted.
    }
    String kind = whole ? "a whole number" : "a number";
    invalid(
        row,
        column,
        "must be "
            + kind
            + " from "
            + plain(lowest)
            + " to "
            + plain(highest)
            + remedy(raw.text(column, row).orElse("")));
    return Optional.empty();
  }

  /** What to do about a cell that is not one number. */
  private static String remedy(String cell) {
    return switch (CellForm.of(cell)) {
      case DECIMAL_COMMA, COMMA_AND_THREE_DIGITS, THOUSANDS ->
          "; say what its marks are with \"decimal\" or \"thousands\"";
      default ->
          SIGNED_NUMBER.matcher(cell).matches()
              ? "; if it means no value, name it under \"missing\""
              : "; write one number in the place of ranges, bounds and words, or name the cell under"
                  + " \"missing\" for this column if it means no value";
    };
  }

  private static String plain(double bound) {
    return Names.number(bound);
  }

  /** Reports or counts a cell that is not permitted. */
  void invalid(int row, String column, String rule) {
    if (treatment == InvalidCodes.REFUSE) {
      problems.add(raw.place(row, column), rule);
    } else {
      invalid.merge(column, 1, Integer::sum);
    }
  }
}
