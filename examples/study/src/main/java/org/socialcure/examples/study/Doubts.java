package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.exchange.SurveyExport;

/** What in a file is most probably not what it would be taken for; no message shows a cell. */
final class Doubts {
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "grand total",
          "subtotal",
          "sum",
          "mean",
          "average",
          "median",
          "gesamt",
          "insgesamt",
          "gesamtergebnis",
          "summe",
          "mittelwert",
          "durchschnitt",
          "total général",
          "somme",
          "moyenne",
          "totaal",
          "gemiddelde");

  private static final Pattern WITH_EXPONENT = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{1,3}");

  /** Codes of missing values that no file of nonnegative numbers holds otherwise. */
  private static final Set<Double> NEGATIVE_CODES =
      Set.of(-99.0, -98.0, -97.0, -999.0, -998.0, -997.0, -9999.0, -88.0, -888.0, -77.0, -777.0);

  /** Codes that may be values as well, unless they are far from all others. */
  private static final Set<Double> CODES =
      Set.of(-9.0, -8.0, -7.0, 99.0, 999.0, 9999.0, 99999.0, 88.0, 888.0, 77.0, 777.0);

  /** How many times the range of the others a code is away from them. */
  private static final int FAR = 5;

  private final Dataset raw;

  Doubts(Dataset raw) {
    this.raw = raw;
  }

  /** Previews and tests of a Qualtrics survey, which count as persons unless the plan says more. */
  Optional<Problem> ofPreviews() {
    if (!raw.has("ResponseId") || !raw.has("Status")) {
      return Optional.empty();
    }
    int previews = 0;
    try {
      previews = raw.rows() - SurveyExport.QUALTRICS.tidied(raw).rows();
    } catch (InvalidInputException all) {
      previews = raw.rows();
    }
    return previews == 0
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "column Status",
                previews
                    + (previews == 1
                        ? " row is probably a preview or test"
                        : " rows are probably previews or tests")
                    + " of a Qualtrics survey, and counted like others;"
                    + " \"export\": \"qualtrics\" leaves such rows out"));
  }

  /** Refuses totals and means under a table in the place of persons. */
  void refuseTotals(String id, Problems problems) {
    for (int row = raw.rows() - 1; row >= 0; row--) {
      Optional<String> cell = raw.text(id, row);
      if (cell.isEmpty() || !TOTALS.contains(word(cell.get()))) {
        return;
      }
      problems.add(
          raw.place(row, id),
          "looks like a row of totals or means under the table, not like a person; leave it out with"
              + " \"skip\" and a \"where\" for this identifier, or give the person another one");
    }
  }

  private static String word(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[:.]+$", "");
  }

  /** What is to be said of rows and identifiers. */
  List<Problem> ofPersons(String id, Optional<String> wave) {
    List<Problem> remarks = new ArrayList<>();
    List<String> others =
        raw.names().stream()
            .filter(name -> !name.equals(id) && !wave.equals(Optional.of(name)))
            .toList();
    int[] bare =
        IntStream.range(0, raw.rows())
            .filter(row -> others.stream().allMatch(name -> raw.missing(name, row)))
            .toArray();
    if (bare.length > 0 && !others.isEmpty()) {
      remarks.add(
          new Problem(
              "rows",
              bare.length
                  + (bare.length == 1 ? " holds" : " hold")
                  + " nothing but the identifier (first seen in "
                  + raw.place(bare[0])
                  + ") and "
                  + (bare.length == 1 ? "counts as a person" : "count as persons")
                  + "; leave notes under a table out with \"skip\""));
    }
    int[] crushed =
        IntStream.range(0, raw.rows())
            .filter(row -> raw.text(id, row).filter(Doubts::hasExponent).isPresent())
            .toArray();
    if (crushed.length > 0) {
      remarks.add(
          new Problem(
              "column " + id,
              crushed.length
                  + (crushed.length == 1 ? " identifier is" : " identifiers are")
                  + " written with an exponent, as spreadsheets write long numbers (first seen in "
                  + raw.place(crushed[0])
                  + "): digits may be lost; format the column as text and save it again"));
    }
    return remarks;
  }

  private static boolean hasExponent(String cell) {
    return WITH_EXPONENT.matcher(cell.strip()).matches();
  }

  /** A number far from all others of its column that files use for missing values. */
  Optional<Problem> ofMissingCode(String column) {
    if (!raw.has(column) || raw.kind(column) != ColumnKind.NUMBER) {
      return Optional.empty();
    }
    double[] values = raw.numbers(column);
    OptionalDouble code = code(values);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    int[] rows =
        IntStream.range(0, values.length)
            .filter(row -> values[row] == code.getAsDouble())
            .toArray();
    return Optional.of(
        new Problem(
            "column " + column,
            rows.length
                + (rows.length == 1 ? " cell holds" : " cells hold")
                + " a number far from all others, as codes of missing values are (first seen in "
                + raw.place(rows[0])
                + "); it counts as a value unless it is named under \"missing\""));
  }

  private static OptionalDouble code(double[] values) {
    double[] present = DoubleStream.of(values).filter(it -> !Double.isNaN(it)).toArray();
    double[] ends = {
      DoubleStream.of(present).min().orElse(Double.NaN),
      DoubleStream.of(present).max().orElse(Double.NaN)
    };
    return DoubleStream.of(ends).filter(end -> isCode(end, present)).findFirst();
  }

  private static boolean isCode(double end, double[] present) {
    double[] others = DoubleStream.of(present).filter(it -> it != end).sorted().toArray();
    if (others.length == 0 || others[0] == others[others.length - 1]) {
      return false;
    }
    double lowest = others[0];
    double highest = others[others.length - 1];
    double away = end < lowest ? lowest - end : end - highest;
    return (NEGATIVE_CODES.contains(end) && lowest >= 0)
        || ((CODES.contains(end) || NEGATIVE_CODES.contains(end))
            && away > (end < 0 && lowest >= 0 ? 1 : FAR) * (highest - lowest));
  }
}
