package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.ScoreCount;

/** The words and number formats that the terminal and the page have in common. */
final class Wording {
  static final String CHANGE_NOTE =
      "Persons with both values; last wave minus first, with the t interval of the mean.";

  static final String TRUE_EFFECTS = "Simulated cohort: true effect of one more group on visits";

  private Wording() {}

  /** What was read, a sentence a line. */
  static List<String> data(DataDocument data) {
    List<String> lines = new ArrayList<>();
    String persons =
        data.persons().isPresent() ? ", " + data.persons().getAsInt() + " persons" : "";
    String waves =
        data.waves().stream()
            .map(wave -> wave.wave() + " " + wave.rows())
            .collect(Collectors.joining(", "));
    lines.add(
        "Read "
            + data.file()
            + ": "
            + data.rows()
            + " rows"
            + persons
            + (waves.isEmpty() ? "" : "; rows by wave: " + waves));
    data.invalid()
        .forEach(
            (column, cells) ->
                lines.add(
                    "Column "
                        + column
                        + ": "
                        + cells
                        + (cells == 1 ? " code" : " codes")
                        + " not permitted, taken as missing"));
    return lines;
  }

  static String reasons(ScoreCount score) {
    return score.reasons().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().replace('-', ' '))
        .collect(Collectors.joining(", "));
  }

  static String meanSd(double mean, double sd) {
    return two(mean) + " (" + two(sd) + ")";
  }

  static String difference(ChangeDocument change) {
    return two(change.meanDifference())
        + change
            .interval()
            .map(it -> " [" + two(it.lower()) + ", " + two(it.upper()) + "]")
            .orElse("");
  }

  static String dz(ChangeDocument change) {
    return change.dz().isPresent() ? two(change.dz().getAsDouble()) : "";
  }

  static String two(double value) {
    return decimals("%.2f", value);
  }

  static String three(double value) {
    return decimals("%.3f", value);
  }

  private static String decimals(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    // A rounded zero has no sign.
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }
}
