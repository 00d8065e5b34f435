package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.EffectLabels.Family;
import org.socialcure.mediation.report.ModelDocument.Effect;

/**
 * The effects with their intervals.
 *
 * <p>Effects on different scales, and indices of moderated mediation, which are differences of
 * effects for one unit of a moderator, get an axis of their own. Contrasts of absolute values are
 * left to the table.
 */
final class ForestSvg {
  private static final double LABELS = 330;
  private static final double PLOT = 360;
  private static final double NUMBERS = 230;
  private static final double WIDTH = LABELS + PLOT + NUMBERS;
  private static final double ROW = 25;
  private static final int LABEL_CHARACTERS = 43;

  /** Above this many rows contrasts are left to the table. */
  private static final int MOST_ROWS = 60;

  /** A row: a heading where there is no effect. */
  private record Row(List<String> lines, Optional<Effect> effect) {
    double height() {
      return ROW + 15 * (lines.size() - 1);
    }
  }

  private final ModelDocument document;
  private final EffectLabels labels;

  private ForestSvg(ModelDocument document) {
    this.document = document;
    this.labels = new EffectLabels(document);
  }

  /** The plot, if any effect has an interval. */
  static Optional<String> draw(ModelDocument document) {
    return new ForestSvg(document).svg();
  }

  private Optional<String> svg() {
    List<Effect> shown = shown();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Map<List<Object>, List<Effect>> panels = new LinkedHashMap<>();
    for (Effect effect : shown) {
      panels
          .computeIfAbsent(
              List.of(effect.kind().startsWith("index-"), effect.scale()), k -> new ArrayList<>())
          .add(effect);
    }
    Map<List<Object>, List<Row>> rows = new LinkedHashMap<>();
    panels.forEach((key, effects) -> rows.put(key, rows(effects)));
    double height =
        rows.values().stream()
            .mapToDouble(r -> r.stream().mapToDouble(Row::height).sum() + 64)
            .sum();
    Svg svg =
        new Svg(
            0, 0, WIDTH, height, "Effects of " + document.name() + " with intervals", words(shown));
    double y = 0;
    for (Map.Entry<List<Object>, List<Row>> panel : rows.entrySet()) {
      String scale = (String) panel.getKey().get(1);
      y =
          panel(
              svg, y, panel.getValue(), Objects.requireNonNull(panels.get(panel.getKey())), scale);
    }
    return Optional.of(svg.end());
  }

  private List<Effect> shown() {
    List<Effect> all =
        EffectLabels.ordered(document.effects()).stream()
            .filter(e -> e.interval().isPresent() && !e.kind().equals("absolute-contrast"))
            .toList();
    return all.size() <= MOST_ROWS
        ? all
        : all.stream().filter(e -> !e.kind().endsWith("contrast")).toList();
  }

  private List<Row> rows(List<Effect> effects) {
    List<Row> rows = new ArrayList<>();
    String heading = "";
    List<Effect> plain = effects.stream().filter(e -> e.at().isEmpty()).toList();
    for (Family family : labels.families(plainFirst(effects))) {
      Effect first = family.effects().get(0);
      String next =
          family.conditional()
              ? "Conditional " + labels.phrase(first).replaceFirst("^the ", "")
              : labels.heading(family.kind(), plain);
      if (!next.equals(heading)) {
        rows.add(
            new Row(
                Wrap.lines(next.replace("->", "\u2192"), 2 * LABEL_CHARACTERS, 0),
                Optional.empty()));
        heading = next;
      }
      for (Effect effect : family.effects()) {
        String label = family.conditional() ? EffectLabels.at(effect.at()) : labels.label(effect);
        rows.add(
            new Row(
                Wrap.lines(Svg.minus(label.replace("->", "\u2192")), LABEL_CHARACTERS, 0),
                Optional.of(effect)));
      }
    }
    return rows;
  }

  private static List<Effect> plainFirst(List<Effect> effects) {
    return Stream.concat(
            effects.stream().filter(e -> e.at().isEmpty()),
            effects.stream().filter(e -> !e.at().isEmpty()))
        .toList();
  }

  private double panel(Svg svg, double top, List<Row> rows, List<Effect> effects, String scale) {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    effects.forEach(
        e -> {
          Interval limits = e.interval().orElseThrow();
          ends.addAll(List.of(limits.lower(), limits.upper(), e.estimate()));
        });
    Axis axis = Axis.around(ends, LABELS, LABELS + PLOT);
    double bottom = top + rows.stream().mapToDouble(Row::height).sum() + 8;
    svg.line(
        axis.place(0),
        top + 6,
        axis.place(0),
        bottom,
        "stroke-dasharray",
        "4 3",
        "stroke-opacity",
        "0.7");
    double y = top + 4;
    for (Row row : rows) {
      row(svg, row, y, axis);
      y += row.height();
    }
    svg.line(LABELS, bottom, LABELS + PLOT, bottom);
    for (double mark : axis.marks(5)) {
      svg.line(axis.place(mark), bottom, axis.place(mark), bottom + 5);
      svg.text(
          axis.place(mark),
          bottom + 19,
          Svg.minus(axis.label(mark, 5)),
          "text-anchor",
          "middle",
          "font-size",
          "12");
    }
    svg.text(
        LABELS + PLOT / 2,
        bottom + 37,
        scale,
        "text-anchor",
        "middle",
        "font-size",
        "12",
        "fill-opacity",
        "0.8");
    return bottom + 56;
  }

  private void row(Svg svg, Row row, double top, Axis axis) {
    boolean heading = row.effect().isEmpty();
    double y = top + 17;
    for (String line : row.lines()) {
      if (heading) {
        svg.ground(0, y - 14, Svg.width(line, 14), 19);
      }
      svg.text(
          heading ? 0 : 14, y, line, "font-size", "13", "font-weight", heading ? "600" : "400");
      y += 15;
    }
    row.effect()
        .ifPresent(e -> interval(svg, e, top + 12.5 + 7.5 * (row.lines().size() - 1), axis));
  }

  private void interval(Svg svg, Effect effect, double y, Axis axis) {
    Interval limits = effect.interval().orElseThrow();
    boolean sure = Narrative.excludesZero(limits);
    String[] style = {"stroke", Svg.ACCENT, "stroke-width", sure ? "2.4" : "1.6"};
    double left = axis.place(limits.lower());
    double right = axis.place(limits.upper());
    // Drawn as paths, since lines have the colour of the text.
    svg.path(
        "M"
            + Svg.number(left)
            + " "
            + Svg.number(y)
            + " H"
            + Svg.number(right)
            + " M"
            + Svg.number(left)
            + " "
            + Svg.number(y - 4)
            + " v8"
            + " M"
            + Svg.number(right)
            + " "
            + Svg.number(y - 4)
            + " v8",
        style);
    svg.circle(
        axis.place(effect.estimate()),
        y,
        5,
        "fill",
        sure ? Svg.ACCENT : "#fff",
        "style",
        sure ? "fill:" + Svg.ACCENT : "fill:var(--page,#fff)",
        "stroke",
        Svg.ACCENT,
        "stroke-width",
        "1.6");
    int decimals =
        Tables.decimals(OptionalDouble.of(effect.estimate()), effect.se(), effect.interval());
    svg.text(
        WIDTH,
        y + 4.5,
        Svg.minus(
            Numbers.fixed(effect.estimate(), decimals)
                + " ["
                + Numbers.limit(limits.lower(), decimals)
                + ", "
                + Numbers.limit(limits.upper(), decimals)
                + "]"),
        "text-anchor",
        "end",
        "font-size",
        "13",
        "style",
        "font-variant-numeric:tabular-nums");
  }

  private String words(List<Effect> effects) {
    return effects.stream()
        .map(
            e ->
                labels.label(e)
                    + (e.at().isEmpty() ? "" : " at " + EffectLabels.at(e.at()))
                    + ": "
                    + Numbers.plain(e.estimate())
                    + " from "
                    + Numbers.plain(e.interval().orElseThrow().lower())
                    + " to "
                    + Numbers.plain(e.interval().orElseThrow().upper()))
        .collect(Collectors.joining("; "));
  }
}
