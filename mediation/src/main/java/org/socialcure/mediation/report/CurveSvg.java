package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.ModelDocument.CurvePoint;
import org.socialcure.mediation.report.ModelDocument.JohnsonNeyman;
import org.socialcure.mediation.report.ModelDocument.Moderator;
import org.socialcure.mediation.report.ModelDocument.SimpleSlopes;

/** Plots of conditional effects along a moderator and of predicted outcomes. */
final class CurveSvg {
  private static final List<String> DASHES = List.of("none", "9 4", "3 3", "12 3 3 3", "1 4");

  private CurveSvg() {}

  /** A conditional effect along its moderator with its band and regions; needs two points. */
  static Optional<String> region(ModelDocument document, JohnsonNeyman region) {
    List<CurvePoint> curve = region.curve();
    if (curve.size() < 2) {
      return Optional.empty();
    }
    List<Double> ys = new ArrayList<>(List.of(0.0));
    curve.forEach(p -> ys.addAll(List.of(p.interval().lower(), p.interval().upper())));
    PlotFrame frame =
        PlotFrame.draw(
            region.effect() + " along " + region.moderator(),
            CurveSections.sentence(region),
            region.moderator(),
            region.effect() + ", with " + Numbers.percent(document.model().level()) + " intervals",
            curve.stream().map(CurvePoint::at).toList(),
            ys,
            0);
    Svg svg = frame.svg();
    band(frame, split(curve, region.bounds()));
    svg.line(
        frame.x().start(),
        frame.y().place(0),
        frame.x().end(),
        frame.y().place(0),
        "stroke-dasharray",
        "4 3",
        "stroke-opacity",
        "0.8");
    svg.path(
        curve.stream()
            .map(p -> frame.xy(p.at(), p.estimate()))
            .collect(Collectors.joining(" L", "M", "")),
        "fill",
        "none",
        "stroke",
        Svg.ACCENT,
        "stroke-width",
        "2.4");
    bounds(frame, region);
    probes(frame, document, region);
    return Optional.of(svg.end());
  }

  /** The band, darker where it leaves zero out. */
  private static void band(PlotFrame frame, List<CurvePoint> curve) {
    int start = 0;
    while (start < curve.size() - 1) {
      boolean sure = sure(curve, start);
      int end = start + 1;
      while (end < curve.size() - 1 && sure(curve, end) == sure) {
        end++;
      }
      List<String> outline = new ArrayList<>();
      for (int i = start; i <= end; i++) {
        outline.add(frame.xy(curve.get(i).at(), curve.get(i).interval().upper()));
      }
      for (int i = end; i >= start; i--) {
        outline.add(frame.xy(curve.get(i).at(), curve.get(i).interval().lower()));
      }
      frame
          .svg()
          .path(
              "M" + String.join(" L", outline) + " Z",
              "fill",
              Svg.ACCENT,
              "fill-opacity",
              sure ? "0.32" : "0.13");
      start = end;
    }
  }

  private static boolean sure(List<CurvePoint> curve, int i) {
    Interval here = curve.get(i).interval();
    Interval next = curve.get(i + 1).interval();
    return here.lower() + next.lower() > 0 || here.upper() + next.upper() < 0;
  }

  /** The curve with points at the bounds, so that the band changes its shade there. */
  private static List<CurvePoint> split(List<CurvePoint> curve, List<Double> bounds) {
    List<CurvePoint> points = new ArrayList<>(curve);
    for (double bound : bounds) {
      for (int i = 1; i < points.size(); i++) {
        CurvePoint left = points.get(i - 1);
        CurvePoint right = points.get(i);
        if (left.at() < bound && bound < right.at()) {
          double share = (bound - left.at()) / (right.at() - left.at());
          Interval limits =
              new Interval(
                  between(left.interval().lower(), right.interval().lower(), share),
                  between(left.interval().upper(), right.interval().upper(), share),
                  left.interval().level());
          points.add(
              i,
              new CurvePoint(
                  bound,
                  between(left.estimate(), right.estimate(), share),
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  limits));
          break;
        }
      }
    }
    return points;
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  private static void bounds(PlotFrame frame, JohnsonNeyman region) {
    for (double bound : region.bounds()) {
      double x = frame.x().place(bound);
      frame
          .svg()
          .line(
              x,
              frame.y().start(),
              x,
              frame.y().end(),
              "stroke-width",
              "1.2",
              "stroke-opacity",
              "0.7");
      boolean right = x > (frame.x().start() + frame.x().end()) / 2;
      frame
          .svg()
          .text(
              right ? x - 6 : x + 6,
              frame.y().end() + 12,
              Svg.minus(Numbers.plain(bound)),
              "text-anchor",
              right ? "end" : "start",
              "font-size",
              "12");
    }
  }

  /** Small triangles at the values that the tables probe. */
  private static void probes(PlotFrame frame, ModelDocument document, JohnsonNeyman region) {
    document.moderators().stream()
        .filter(m -> m.variable().equals(region.moderator()))
        .map(Moderator::values)
        .flatMap(List::stream)
        .filter(v -> v >= frame.x().low() && v <= frame.x().high())
        .forEach(
            v ->
                frame
                    .svg()
                    .path(
                        "M"
                            + Svg.number(frame.x().place(v))
                            + " "
                            + Svg.number(frame.y().start() - 1)
                            + " l-5 -9 h10 Z",
                        "fill-opacity",
                        "0.75"));
  }

  /** Predicted outcomes, a line a setting of the moderators; needs two points. */
  static Optional<String> slopes(SimpleSlopes slopes) {
    Map<Map<String, Double>, Map<Double, Double>> lines = CurveSections.lines(slopes);
    List<Double> xs = slopes.points().stream().map(p -> p.focal()).toList();
    List<Double> ys = slopes.points().stream().map(p -> p.predicted()).toList();
    if (xs.stream().distinct().count() < 2) {
      return Optional.empty();
    }
    PlotFrame frame =
        PlotFrame.draw(
            "Predicted " + slopes.outcome() + " by " + slopes.focal(),
            lines.size() + " lines; their points are in the table.",
            slopes.focal(),
            "Predicted " + slopes.outcome() + " (" + slopes.scale() + ")",
            xs,
            ys,
            190);
    int index = 0;
    double lastLabel = Double.POSITIVE_INFINITY;
    List<Map.Entry<Map<String, Double>, Map<Double, Double>>> ordered =
        new ArrayList<>(lines.entrySet());
    // Names from the lowest line up, so that each can be moved clear of the one below.
    ordered.sort(
        Comparator.comparingDouble(
            e -> e.getValue().values().stream().reduce((a, b) -> b).orElse(0.0)));
    for (Map.Entry<Map<String, Double>, Map<Double, Double>> line : ordered) {
      String dash = DASHES.get(index++ % DASHES.size());
      frame
          .svg()
          .path(
              line.getValue().entrySet().stream()
                  .map(p -> frame.xy(p.getKey(), p.getValue()))
                  .collect(Collectors.joining(" L", "M", "")),
              "fill",
              "none",
              "stroke",
              Svg.ACCENT,
              "stroke-width",
              "2.2",
              "stroke-dasharray",
              dash);
      double end = line.getValue().values().stream().reduce((a, b) -> b).orElse(0.0);
      double y = Math.min(frame.y().place(end) + 4, lastLabel - 15);
      lastLabel = y;
      List<String> name = Wrap.lines(Svg.minus(EffectLabels.at(line.getKey())), 26, 0);
      frame
          .svg()
          .text(
              frame.x().end() + 8,
              y,
              name.get(0) + (name.size() > 1 ? " …" : ""),
              "font-size",
              "12");
    }
    return Optional.of(frame.svg().end());
  }
}
