package org.socialcure.mediation.report;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Inference;
import org.socialcure.mediation.report.ModelDocument.Term;

/** Long tables in full precision for other programs: a row an effect, a row a coefficient. */
final class CsvReport {
  private static final String[] INFERENCE = {"se", "statistic", "df", "p", "lower", "upper"};

  private CsvReport() {}

  static String effects(List<ModelDocument> documents) {
    Table.Builder table =
        Table.titled("Effects")
            .text("model", "kind", "name", "path", "at", "expression", "scale")
            .numbers("estimate", "se", "lower", "upper", "level")
            .text("interval_rule")
            .numbers("p");
    for (String method : List.of("classical", "bootstrap", "simultaneous")) {
      table.text(method + "_method");
      table.numbers(Stream.of(INFERENCE).map(c -> method + "_" + c).toArray(String[]::new));
    }
    for (String kind : List.of("partial", "complete")) {
      table.numbers(
          Stream.of("estimate", "se", "lower", "upper")
              .map(c -> kind + "_standardised_" + c)
              .toArray(String[]::new));
    }
    for (ModelDocument document : documents) {
      document.effects().forEach(e -> table.row(effect(document.name(), e)));
    }
    return table.build().csv();
  }

  private static List<Cell> effect(String model, Effect effect) {
    return Tables.cells(
        model,
        Words.of(effect.kind()),
        effect.name(),
        String.join(" -> ", effect.path()),
        effect.at().entrySet().stream()
            .map(e -> e.getKey() + "=" + Names.number(e.getValue()))
            .collect(Collectors.joining("; ")),
        effect.expression(),
        effect.scale(),
        Cell.plain(effect.estimate()),
        number(effect.se()),
        limits(effect.interval()),
        effect.interval().map(i -> Cell.plain(i.level())).orElseGet(Cell::empty),
        effect.intervalRule().orElse(""),
        number(effect.p()),
        inference(effect.classical()),
        inference(effect.bootstrap()),
        inference(effect.simultaneous()),
        standardised(effect, Standardised.Kind.PARTIAL),
        standardised(effect, Standardised.Kind.COMPLETE));
  }

  private static List<Cell> inference(Optional<Inference> inference) {
    return inference
        .map(
            i ->
                Tables.cells(
                    Words.of(i.method()),
                    number(i.se()),
                    number(i.statistic()),
                    number(i.df()),
                    number(i.p()),
                    limits(i.interval())))
        .orElseGet(() -> Collections.nCopies(1 + INFERENCE.length, Cell.empty()));
  }

  private static List<Cell> standardised(Effect effect, Standardised.Kind kind) {
    return effect.standardised().stream()
        .filter(s -> s.kind() == kind)
        .findFirst()
        .map(
            (Standardised s) ->
                Tables.cells(Cell.plain(s.estimate()), number(s.se()), limits(s.interval())))
        .orElseGet(() -> Collections.nCopies(4, Cell.empty()));
  }

  static String equations(List<ModelDocument> documents) {
    Table.Builder table =
        Table.titled("Equations")
            .text("model", "outcome", "family", "scale", "standard_errors")
            .numbers("n")
            .text("term", "label")
            .numbers("estimate", "se", "t", "z", "df", "p", "lower", "upper", "level")
            .numbers("standardised", "vif");
    for (ModelDocument document : documents) {
      for (Equation equation : document.equations()) {
        equation.terms().forEach(t -> table.row(term(document.name(), equation, t)));
      }
    }
    return table.build().csv();
  }

  private static List<Cell> term(String model, Equation equation, Term term) {
    return Tables.cells(
        model,
        equation.outcome(),
        Words.of(equation.family()),
        equation.scale(),
        Words.of(equation.standardErrors()),
        Cell.count(equation.n()),
        term.name(),
        term.label().orElse(""),
        Cell.plain(term.estimate()),
        Cell.plain(term.se()),
        number(term.t()),
        number(term.z()),
        number(term.df()),
        Cell.plain(term.p()),
        limits(Optional.of(term.interval())),
        Cell.plain(term.interval().level()),
        number(term.standardised()),
        number(term.vif()));
  }

  private static List<Cell> limits(Optional<Interval> interval) {
    return interval
        .map(i -> List.of(Cell.plain(i.lower()), Cell.plain(i.upper())))
        .orElseGet(() -> Collections.nCopies(2, Cell.empty()));
  }

  private static Cell number(OptionalDouble value) {
    return Cell.of(value, Cell::plain);
  }
}
