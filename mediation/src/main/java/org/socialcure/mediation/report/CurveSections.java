package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.LinePlot;
import org.socialcure.core.document.LinePlot.Line;
import org.socialcure.core.document.LinePlot.Point;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.report.ModelDocument.JohnsonNeyman;
import org.socialcure.mediation.report.ModelDocument.Slopes;

/** The tables behind plots: regions of significance and simple slopes. */
final class CurveSections {
  /** Rows of a printed curve; the whole curve is in the document. */
  static final int CURVE_ROWS = 22;

  private CurveSections() {}

  /** Johnson-Neyman regions, where there are any. */
  static Optional<Section> regions(ModelDocument document) {
    List<Block> blocks = new ArrayList<>();
    for (JohnsonNeyman region : document.johnsonNeyman()) {
      Table table = curve(region, document.model().level());
      blocks.add(new Block.Paragraph(sentence(region)));
      blocks.add(region.curve().size() < 2 ? table : plot(document, region, table));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("regions", "Johnson-Neyman regions", blocks));
  }

  /** Where the interval of a conditional effect changes between excluding and including zero. */
  static String sentence(JohnsonNeyman region) {
    if (region.bounds().isEmpty()) {
      return "Along the observed range of "
          + region.moderator()
          + ", the interval of the effect "
          + region.effect()
          + " does not change between including and excluding zero ("
          + Wording.method(region.method())
          + ").";
    }
    List<String> bounds = new ArrayList<>();
    for (int i = 0; i < region.bounds().size(); i++) {
      String below =
          i < region.percentBelow().size()
              ? " (" + Numbers.value(region.percentBelow().get(i)) + "% of cases below)"
              : "";
      bounds.add(Numbers.plain(region.bounds().get(i)) + below);
    }
    return "The interval of the effect "
        + region.effect()
        + " changes between including and excluding zero at "
        + region.moderator()
        + " = "
        + Wording.list(bounds)
        + " ("
        + Wording.method(region.method())
        + ").";
  }

  private static Table curve(JohnsonNeyman region, double level) {
    Table.Builder grid =
        Table.titled(region.effect() + " along " + region.moderator())
            .numbers(region.moderator(), "Estimate", "SE", "p")
            .interval(level);
    for (CurvePoint point : thinned(region.curve())) {
      List<Cell> numbers =
          Tables.estimate(
              OptionalDouble.of(point.estimate()), point.se(), Optional.of(point.interval()));
      grid.row(
          Tables.cells(
              Cell.plain(point.at()),
              numbers.subList(0, 2),
              Cell.of(point.p(), Cell::p),
              numbers.get(2)));
    }
    if (region.curve().size() > CURVE_ROWS) {
      grid.note(
          CURVE_ROWS
              + " of "
              + region.curve().size()
              + " points, evenly spaced; all of them are in the JSON document.");
    }
    return grid.build();
  }

  private static LinePlot plot(ModelDocument document, JohnsonNeyman region, Table table) {
    String title = region.effect() + " along " + region.moderator();
    List<Point> points =
        region.curve().stream()
            .map(p -> new Point(p.at(), p.estimate(), Optional.of(p.interval())))
            .toList();
    return new LinePlot(
        title,
        title + "; the band is stronger where it excludes zero, triangles mark the probed values",
        sentence(region),
        region.moderator(),
        region.effect() + ", with " + Numbers.percent(document.model().level()) + " intervals",
        OptionalDouble.of(0),
        List.of(new Line("", points)),
        region.bounds(),
        document.moderators().stream()
            .filter(m -> m.variable().equals(region.moderator()))
            .flatMap(m -> m.values().stream())
            .toList(),
        List.of(),
        Optional.of(table));
  }

  private static List<CurvePoint> thinned(List<CurvePoint> curve) {
    if (curve.size() <= CURVE_ROWS) {
      return curve;
    }
    List<CurvePoint> rows = new ArrayList<>();
    for (int i = 0; i < CURVE_ROWS; i++) {
      rows.add(curve.get((int) Math.round(i * (curve.size() - 1.0) / (CURVE_ROWS - 1))));
    }
    return rows;
  }

  /** Predicted outcomes, where there are any: a row a focal value, a column a moderator setting. */
  static Optional<Section> slopes(ModelDocument document) {
    List<Block> blocks =
        document.slopes().stream()
            .map(slopes -> slopes(slopes, new EffectLabels(document)))
            .toList();
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("slopes", "Simple slopes", blocks));
  }

  private static Block slopes(Slopes slopes, EffectLabels labels) {
    String title = "Predicted " + slopes.outcome() + " by " + slopes.focal();
    Map<Map<String, Double>, Map<Double, Double>> lines = lines(slopes);
    Table table = table(slopes, title, lines, labels);
    if (lines.values().stream().anyMatch(line -> line.size() < 2)) {
      return table;
    }
    return new LinePlot(
        title,
        title,
        lines.size() + " lines; their points are in the table.",
        slopes.focal(),
        "Predicted " + slopes.outcome() + " (" + slopes.scale() + ")",
        OptionalDouble.empty(),
        lines.entrySet().stream()
            .map(
                line ->
                    new Line(
                        labels.at(line.getKey()),
                        new TreeMap<>(line.getValue())
                            .entrySet().stream()
                                .map(p -> new Point(p.getKey(), p.getValue(), Optional.empty()))
                                .toList()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(table));
  }

  private static Table table(
      Slopes slopes,
      String title,
      Map<Map<String, Double>, Map<Double, Double>> lines,
      EffectLabels labels) {
    Table.Builder grid =
        Table.titled(title)
            .numbers(slopes.focal())
            .numbers(lines.keySet().stream().map(labels::at).toArray(String[]::new));
    TreeSet<Double> focal = new TreeSet<>();
    lines.values().forEach(l -> focal.addAll(l.keySet()));
    for (Double x : focal) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.value(x)));
      lines
          .values()
          .forEach(l -> cells.add(l.containsKey(x) ? Cell.plain(l.get(x)) : Cell.empty()));
      grid.row(cells);
    }
    grid.note("Scale: " + slopes.scale() + ". Covariates at their means.");
    return grid.build();
  }

  /** The predictions by moderator setting and focal value, in the document's order. */
  static Map<Map<String, Double>, Map<Double, Double>> lines(Slopes slopes) {
    Map<Map<String, Double>, Map<Double, Double>> lines = new LinkedHashMap<>();
    for (SimpleSlopes.Point point : slopes.points()) {
      lines
          .computeIfAbsent(point.at(), at -> new LinkedHashMap<>())
          .put(point.focal(), point.predicted());
    }
    return lines;
  }
}
