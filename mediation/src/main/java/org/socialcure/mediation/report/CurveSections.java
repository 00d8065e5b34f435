package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.ModelDocument.CurvePoint;
import org.socialcure.mediation.report.ModelDocument.JohnsonNeyman;
import org.socialcure.mediation.report.ModelDocument.SimpleSlopes;
import org.socialcure.mediation.report.ModelDocument.SlopePoint;

/** The tables behind plots: regions of significance and simple slopes. */
final class CurveSections {
  /** Rows of a printed curve; the whole curve is in the document. */
  static final int CURVE_ROWS = 22;

  private CurveSections() {}

  /** Johnson-Neyman regions, where there are any. */
  static Optional<Section> regions(ModelDocument document) {
    List<Block> blocks = new ArrayList<>();
    for (JohnsonNeyman region : document.johnsonNeyman()) {
      blocks.add(new Block.Paragraph(sentence(region)));
      blocks.add(curve(region, document.model().level()));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("regions", "Johnson-Neyman regions", blocks));
  }

  /** Where the interval of a conditional effect changes between excluding and including zero. */
  static String sentence(JohnsonNeyman region) {
    if (region.bounds().isEmpty()) {
      return "Along the observed range of "
          + region.moderator()
          + ", the interval of "
          + region.effect()
          + " does not change between including and excluding zero ("
          + region.method()
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
    return "The interval of "
        + region.effect()
        + " changes between including and excluding zero at "
        + region.moderator()
        + " = "
        + Wording.list(bounds)
        + " ("
        + region.method()
        + ").";
  }

  private static Grid curve(JohnsonNeyman region, double level) {
    Grid.Builder grid =
        Grid.titled(region.effect() + " along " + region.moderator())
            .numbers(region.moderator(), "Estimate", "SE", "p")
            .numbers(Tables.intervalHeaders(level));
    for (CurvePoint point : thinned(region.curve())) {
      List<String> numbers =
          Tables.estimate(
              OptionalDouble.of(point.estimate()), point.se(), Optional.of(point.interval()));
      grid.row(
          Tables.cells(
              Numbers.plain(point.at()),
              numbers.subList(0, 2),
              Tables.p(point.p()),
              numbers.subList(2, 4)));
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
    List<Block> blocks = document.slopes().stream().<Block>map(CurveSections::slopes).toList();
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("slopes", "Simple slopes", blocks));
  }

  private static Grid slopes(SimpleSlopes slopes) {
    Map<Map<String, Double>, Map<Double, Double>> lines = lines(slopes);
    Grid.Builder grid =
        Grid.titled("Predicted " + slopes.outcome() + " by " + slopes.focal())
            .numbers(slopes.focal())
            .numbers(lines.keySet().stream().map(EffectLabels::at).toArray(String[]::new));
    TreeSet<Double> focal = new TreeSet<>();
    lines.values().forEach(l -> focal.addAll(l.keySet()));
    for (Double x : focal) {
      List<String> cells = new ArrayList<>(List.of(Numbers.value(x)));
      lines.values().forEach(l -> cells.add(l.containsKey(x) ? Numbers.plain(l.get(x)) : ""));
      grid.row(cells);
    }
    grid.note("Scale: " + slopes.scale() + ". Covariates at their means.");
    return grid.build();
  }

  /** The predictions by moderator setting and focal value, in the document's order. */
  static Map<Map<String, Double>, Map<Double, Double>> lines(SimpleSlopes slopes) {
    Map<Map<String, Double>, Map<Double, Double>> lines = new LinkedHashMap<>();
    for (SlopePoint point : slopes.points()) {
      lines
          .computeIfAbsent(point.at(), at -> new LinkedHashMap<>())
          .put(point.focal(), point.predicted());
    }
    return lines;
  }
}
