package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize.Kind;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.report.EffectLabels.Family;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.EffectSize;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** The tables of effects. */
final class EffectSections {
  private final ModelDocument document;
  private final EffectLabels labels;
  private final double level;

  EffectSections(ModelDocument document) {
    this.document = document;
    this.labels = new EffectLabels(document);
    this.level = document.model().level();
  }

  /** Effects that do not depend on moderators. */
  Optional<Section> effects() {
    List<Effect> effects = document.effects().stream().filter(e -> e.at().isEmpty()).toList();
    if (effects.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Section.of("effects", "Effects", List.of(table(effects))));
  }

  private Table table(List<Effect> effects) {
    Map<String, List<Effect>> kinds = new LinkedHashMap<>();
    for (Effect effect : EffectLabels.ordered(effects)) {
      kinds
          .computeIfAbsent(labels.heading(effect.kind(), effects), k -> new ArrayList<>())
          .add(effect);
    }
    Table.Builder grid =
        Table.titled("Effects")
            .text("Effect")
            .numbers("Estimate", "SE", "p")
            .interval(level)
            .keyed("Interval", "Scale");
    kinds.forEach(
        (heading, members) -> {
          grid.heading(heading);
          members.forEach(e -> grid.row(row(e, List.of(Cell.text(labels.label(e))))));
        });
    nullValues(effects).forEach(grid::note);
    return grid.build();
  }

  /** Which value p-values test, where it is not zero. */
  private List<String> nullValues(List<Effect> effects) {
    return effects.stream()
        .filter(e -> e.nullValue() != 0 && e.p().isPresent())
        .map(
            e ->
                "p of "
                    + labels.label(e)
                    + ": for the value "
                    + Numbers.value(e.nullValue())
                    + ", not zero.")
        .distinct()
        .toList();
  }

  private static List<Cell> row(Effect effect, List<Cell> names) {
    List<Cell> numbers =
        Tables.estimate(OptionalDouble.of(effect.estimate()), effect.se(), effect.interval());
    return Tables.cells(
        names,
        numbers.subList(0, 2),
        Cell.of(effect.p(), Cell::p),
        numbers.get(2),
        effect.inference().map(Wording::rule).orElse(""),
        effect.scale());
  }

  /** Conditional effects: a table an effect, a row a combination of moderator values. */
  Optional<Section> conditional() {
    List<Block> blocks = new ArrayList<>();
    List<Effect> effects = document.effects().stream().filter(e -> !e.at().isEmpty()).toList();
    for (Family family : labels.families(EffectLabels.ordered(effects))) {
      List<Effect> members = family.effects();
      List<String> moderators = List.copyOf(labels.told(members.get(0).at()).keySet());
      Table.Builder grid =
          Table.titled("Conditional " + labels.phrase(members.get(0)).replaceFirst("^the ", ""))
              .text(moderators.toArray(String[]::new))
              .numbers("Estimate", "SE", "p")
              .interval(level)
              .keyed("Interval", "Scale");
      for (Effect effect : members) {
        Map<String, String> at = labels.told(effect.at());
        grid.row(
            row(effect, moderators.stream().map(m -> Cell.text(at.getOrDefault(m, ""))).toList()));
      }
      blocks.add(grid.build());
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("conditional", "Conditional effects", blocks));
  }

  private String fullLabel(Effect effect) {
    boolean told = effect.at().isEmpty() || effect.kind() == EffectKind.NAMED;
    return bareLabel(effect) + (told ? "" : " at " + labels.at(effect.at()));
  }

  private String bareLabel(Effect effect) {
    String label = labels.label(effect);
    String kind =
        switch (effect.kind()) {
          case INDIRECT -> "Indirect: ";
          case TOTAL, DIRECT, TOTAL_INDIRECT, CONTRAST, ABSOLUTE_CONTRAST, NAMED -> "";
          default -> Wording.heading(effect.kind()) + ": ";
        };
    return kind + label;
  }

  /** Standardised effects; those of contrasts are differences of them and left out. */
  Optional<Section> standardised() {
    List<Effect> effects =
        EffectLabels.ordered(document.effects()).stream()
            .filter(e -> !e.standardised().isEmpty() && !e.kind().isContrast())
            .toList();
    if (effects.isEmpty()) {
      return Optional.empty();
    }
    Table.Builder grid =
        Table.titled("Standardised effects")
            .text("Effect")
            .numbers("Estimate", "SE")
            .interval(level);
    boolean missing =
        effects.stream()
            .flatMap(e -> e.standardised().stream())
            .anyMatch(s -> s.missing().isPresent());
    if (missing) {
      grid.keyed("Note");
    }
    Set<Standardised.Kind> kinds = new LinkedHashSet<>();
    effects.forEach(e -> e.standardised().forEach(s -> kinds.add(s.kind())));
    for (Standardised.Kind kind : kinds) {
      grid.heading(Wording.standardised(kind));
      for (Effect effect : effects) {
        for (Standardised s : effect.standardised()) {
          if (s.kind() == kind) {
            grid.row(
                Tables.cells(
                    fullLabel(effect),
                    Tables.estimate(OptionalDouble.of(s.estimate()), s.se(), s.interval()),
                    missing
                        ? List.of(Cell.text(s.missing().map(Wording::noInterval).orElse("")))
                        : List.of()));
          }
        }
      }
    }
    return Optional.of(Section.of("standardised", "Standardised effects", List.of(grid.build())));
  }

  /** Proportion mediated and the like. */
  Optional<Section> sizes() {
    if (document.effectSizes().isEmpty()) {
      return Optional.empty();
    }
    Map<Kind, List<EffectSize>> kinds = new LinkedHashMap<>();
    document
        .effectSizes()
        .forEach(s -> kinds.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(s));
    Table.Builder grid =
        Table.titled("Effect sizes").text("Effect").numbers("Size").interval(level).keyed("Note");
    kinds.forEach(
        (kind, sizes) -> {
          grid.heading(Wording.sentence(Wording.size(kind)));
          sizes.forEach(s -> grid.row(size(s)));
        });
    return Optional.of(Section.of("sizes", "Effect sizes", List.of(grid.build())));
  }

  private List<Cell> size(EffectSize size) {
    boolean told =
        size.withheld().isEmpty() || document.model().compatibility() != Compatibility.NONE;
    List<Cell> cells =
        told
            ? Tables.estimate(size.estimate(), OptionalDouble.empty(), size.interval())
            : Tables.estimate(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    boolean untold = !told || size.absent().isPresent();
    String note =
        Stream.concat(
                size.note().map(n -> untold ? "not told, because " + n : n).stream(),
                told ? size.missing().map(Wording::noInterval).stream() : Stream.empty())
            .collect(Collectors.joining("; "));
    return Tables.cells(
        document.effects().stream()
            .filter(e -> e.name().equals(size.effect()) && e.kind() != EffectKind.NAMED)
            .findFirst()
            .map(this::fullLabel)
            .orElseGet(() -> Wording.sentence(size.effect())),
        cells.get(0),
        cells.get(2),
        note);
  }

  /**
   * Every inference of those effects that have more than the one of the main tables.
   *
   * @param effects the effects to tell
   */
  Optional<Section> inferences(List<Effect> effects) {
    Table.Builder grid =
        Table.titled("Inference by method")
            .text("Method")
            .numbers("SE", "Statistic", "df", "p")
            .interval(level);
    boolean any = false;
    for (Effect effect : EffectLabels.ordered(effects)) {
      List<Inference> inferences =
          Stream.of(
                  effect.classical().stream(),
                  effect.bootstrap().stream(),
                  effect.simultaneous().stream(),
                  effect.normalTheory().stream())
              .flatMap(s -> s)
              .toList();
      if (inferences.stream().allMatch(i -> repeats(i, effect))) {
        continue;
      }
      any = true;
      grid.heading(fullLabel(effect) + ", estimate " + estimate(effect));
      for (Inference inference : inferences) {
        List<Cell> cells =
            Tables.estimate(OptionalDouble.empty(), inference.se(), inference.interval());
        grid.row(
            Tables.cells(
                inference
                    .missing()
                    .map(reason -> Wording.method(inference) + ": " + Wording.noInterval(reason))
                    .orElseGet(() -> Wording.method(inference)),
                cells.get(1),
                Cell.of(inference.statistic(), Cell::statistic),
                Cell.of(inference.df(), Cell::value),
                Cell.of(inference.p(), Cell::p),
                cells.get(2)));
      }
    }
    return any
        ? Optional.of(Section.of("inferences", "Inference by method", List.of(grid.build())))
        : Optional.empty();
  }

  /** Whether an inference says no more than the row of the main table. */
  private static boolean repeats(Inference inference, Effect effect) {
    return inference.statistic().isEmpty()
        && inference.se().equals(effect.se())
        && inference.p().equals(effect.p())
        && inference.interval().equals(effect.interval());
  }

  private static String estimate(Effect effect) {
    OptionalDouble estimate = OptionalDouble.of(effect.estimate());
    return Numbers.fixed(
        effect.estimate(), Numbers.decimals(estimate, effect.se(), effect.interval()));
  }

  /**
   * How effects are put together from coefficients.
   *
   * @param effects the effects to tell
   */
  Optional<Section> expressions(List<Effect> effects) {
    Table.Builder grid =
        Table.titled("Effects as expressions of the coefficients, in path syntax")
            .text("Effect", "Expression");
    Set<List<Cell>> rows = new LinkedHashSet<>();
    for (Family family : labels.families(EffectLabels.ordered(effects))) {
      for (Effect effect : family.effects()) {
        if (!effect.expression().isEmpty()) {
          String at = family.conditional() ? ", conditional" : "";
          rows.add(
              List.of(
                  Cell.text(bareLabel(family.effects().get(0)) + at),
                  Cell.text(effect.expression())));
        }
      }
    }
    rows.forEach(grid::row);
    if (document.model().centring() != Centring.NONE) {
      grid.note("A centred variable stands for its distance from its mean here.");
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("expressions", "How the effects are defined", List.of(grid.build())));
  }
}
