package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.simulation.TrueEffects;

/** The words and tables that the terminal and the page have in common. */
final class Wording {
  static final String CHANGE_NOTE =
      "Persons with both values; last wave minus first, with the t interval of the mean.";

  private Wording() {}

  /** What was read, a sentence a line. */
  static List<String> data(DataDocument data) {
    if (!data.moments().isEmpty()) {
      return List.of(
          "Read "
              + data.file()
              + ": the moments of "
              + data.moments().size()
              + " variables over "
              + data.rows()
              + " rows");
    }
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

  static Table scores(List<ScoreCount> scores) {
    Table table = new Table("Scale", ">scored", ">not scored", "why not");
    for (ScoreCount score : scores) {
      String reasons =
          score.reasons().entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey().replace('-', ' '))
              .collect(Collectors.joining(", "));
      table.row(
          score.column(),
          Integer.toString(score.scored()),
          Integer.toString(score.notScored()),
          reasons);
    }
    return table;
  }

  static Table changes(List<ChangeDocument> changes) {
    Table table =
        new Table(
            "Change of",
            ">n",
            ">" + changes.get(0).first() + " M (SD)",
            ">" + changes.get(0).last() + " M (SD)",
            ">difference [95% CI]",
            ">d_z");
    for (ChangeDocument change : changes) {
      table.row(
          change.measure(),
          Integer.toString(change.n()),
          two(change.meanFirst()) + " (" + two(change.sdFirst()) + ")",
          two(change.meanLast()) + " (" + two(change.sdLast()) + ")",
          two(change.meanDifference())
              + change
                  .interval()
                  .map(it -> " [" + two(it.lower()) + ", " + two(it.upper()) + "]")
                  .orElse(""),
          two(change.dz()));
    }
    return table;
  }

  static Table trueEffects() {
    Table table = new Table("Simulated cohort: true effect of one more group on visits", ">value");
    TrueEffects.onVisits().forEach((name, value) -> table.row(name, decimals("%.3f", value)));
    return table;
  }

  private static String two(OptionalDouble value) {
    return value.isPresent() ? two(value.getAsDouble()) : "";
  }

  private static String two(double value) {
    return decimals("%.2f", value);
  }

  private static String decimals(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    // A rounded zero has no sign.
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }
}
