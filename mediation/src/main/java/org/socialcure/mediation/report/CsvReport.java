package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Inference;
import org.socialcure.mediation.report.ModelDocument.Standardised;
import org.socialcure.mediation.report.ModelDocument.Term;

/** Long tables in full precision for other programs: a row an effect, a row a coefficient. */
final class CsvReport {
  private static final List<String> INFERENCE =
      List.of("method", "se", "statistic", "df", "p", "lower", "upper");

  private CsvReport() {}

  static String effects(List<ModelDocument> documents) {
    List<String> header =
        new ArrayList<>(
            List.of(
                "model",
                "kind",
                "name",
                "path",
                "at",
                "expression",
                "scale",
                "estimate",
                "se",
                "lower",
                "upper",
                "level",
                "interval_rule",
                "p"));
    INFERENCE.forEach(c -> header.add("classical_" + c));
    INFERENCE.forEach(c -> header.add("bootstrap_" + c));
    INFERENCE.forEach(c -> header.add("simultaneous_" + c));
    for (String kind : List.of("partial", "complete")) {
      Stream.of("estimate", "se", "lower", "upper")
          .forEach(c -> header.add(kind + "_standardised_" + c));
    }
    List<List<String>> rows = new ArrayList<>(List.of(header));
    for (ModelDocument document : documents) {
      document.effects().forEach(e -> rows.add(effect(document.name(), e)));
    }
    return lines(rows);
  }

  private static List<String> effect(String model, Effect effect) {
    return Tables.cells(
        model,
        effect.kind(),
        effect.name(),
        String.join(" -> ", effect.path()),
        effect.at().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; ")),
        effect.expression(),
        effect.scale(),
        Double.toString(effect.estimate()),
        number(effect.se()),
        limits(effect.interval()),
        effect.interval().map(i -> Double.toString(i.level())).orElse(""),
        effect.intervalRule().orElse(""),
        number(effect.p()),
        inference(effect.classical()),
        inference(effect.bootstrap()),
        inference(effect.simultaneous()),
        standardised(effect, "partial"),
        standardised(effect, "complete"));
  }

  private static List<String> inference(Optional<Inference> inference) {
    return inference
        .map(
            i ->
                Tables.cells(
                    i.method(),
                    number(i.se()),
                    number(i.statistic()),
                    number(i.df()),
                    number(i.p()),
                    limits(i.interval())))
        .orElseGet(() -> INFERENCE.stream().map(c -> "").toList());
  }

  private static List<String> standardised(Effect effect, String kind) {
    return effect.standardised().stream()
        .filter(s -> s.kind().equals(kind))
        .findFirst()
        .map(
            (Standardised s) ->
                Tables.cells(Double.toString(s.estimate()), number(s.se()), limits(s.interval())))
        .orElseGet(() -> List.of("", "", "", ""));
  }

  static String equations(List<ModelDocument> documents) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "model",
            "outcome",
            "family",
            "scale",
            "standard_errors",
            "n",
            "term",
            "label",
            "estimate",
            "se",
            "t",
            "z",
            "df",
            "p",
            "lower",
            "upper",
            "level",
            "standardised",
            "vif"));
    for (ModelDocument document : documents) {
      for (Equation equation : document.equations()) {
        equation.terms().forEach(t -> rows.add(term(document.name(), equation, t)));
      }
    }
    return lines(rows);
  }

  private static List<String> term(String model, Equation equation, Term term) {
    return Tables.cells(
        model,
        equation.outcome(),
        equation.family(),
        equation.scale(),
        equation.standardErrors(),
        Integer.toString(equation.n()),
        term.name(),
        term.label().orElse(""),
        Double.toString(term.estimate()),
        Double.toString(term.se()),
        number(term.t()),
        number(term.z()),
        number(term.df()),
        Double.toString(term.p()),
        limits(Optional.of(term.interval())),
        Double.toString(term.interval().level()),
        number(term.standardised()),
        number(term.vif()));
  }

  private static List<String> limits(Optional<Interval> interval) {
    return List.of(
        interval.map(i -> Double.toString(i.lower())).orElse(""),
        interval.map(i -> Double.toString(i.upper())).orElse(""));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static String lines(List<List<String>> rows) {
    return rows.stream()
        .map(r -> r.stream().map(CsvReport::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
