package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.LinePlot.Line;
import org.socialcure.core.document.LinePlot.Point;

/** Draws lines and their bands. */
final class LineDrawing {
  private static final List<String> DASHES = List.of("none", "9 4", "3 3", "12 3 3 3", "1 4");
  private static final double ROOM_FOR_NAMES = 190;
  private static final int NAME_CHARACTERS = 26;

  private final LinePlot plot;
  private final PlotFrame frame;

  LineDrawing(LinePlot plot) {
    this.plot = plot;
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    plot.reference().ifPresent(ys::add);
    for (Line line : plot.lines()) {
      for (Point point : line.points()) {
        xs.add(point.x());
        ys.add(point.y());
        point.interval().ifPresent(i -> ys.addAll(List.of(i.lower(), i.upper())));
      }
    }
    plot.marks().forEach(mark -> xs.add(mark.x()));
    boolean named = plot.lines().stream().anyMatch(l -> !l.name().isEmpty());
    frame = PlotFrame.draw(plot, xs, ys, named ? ROOM_FOR_NAMES : 0);
  }

  String svg() {
    plot.lines().forEach(this::band);
    plot.reference()
        .ifPresent(
            value ->
                frame
                    .svg()
                    .line(
                        frame.x().start(),
                        frame.y().place(value),
                        frame.x().end(),
                        frame.y().place(value),
                        "stroke-dasharray",
                        "4 3",
                        "stroke-opacity",
                        "0.8"));
    lines();
    plot.bounds().forEach(this::bound);
    plot.ticks().forEach(this::tick);
    return frame.svg().end();
  }

  /** The band of a line, darker where it leaves the reference out. */
  private void band(Line line) {
    List<Point> points = split(line.points());
    int start = 0;
    while (start < points.size() - 1) {
      if (!banded(points, start)) {
        start++;
        continue;
      }
      boolean sure = sure(points, start);
      int end = start + 1;
      while (end < points.size() - 1 && banded(points, end) && sure(points, end) == sure) {
        end++;
      }
      List<String> outline = new ArrayList<>();
      for (int i = start; i <= end; i++) {
        outline.add(frame.xy(points.get(i).x(), interval(points.get(i)).upper()));
      }
      for (int i = end; i >= start; i--) {
        outline.add(frame.xy(points.get(i).x(), interval(points.get(i)).lower()));
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

  private static Interval interval(Point point) {
    return point.interval().orElseThrow();
  }

  private static boolean banded(List<Point> points, int i) {
    return points.get(i).interval().isPresent() && points.get(i + 1).interval().isPresent();
  }

  private boolean sure(List<Point> points, int i) {
    if (plot.reference().isEmpty()) {
      return false;
    }
    double twice = 2 * plot.reference().getAsDouble();
    Interval here = interval(points.get(i));
    Interval next = interval(points.get(i + 1));
    return here.lower() + next.lower() > twice || here.upper() + next.upper() < twice;
  }

  /** The points with some at the bounds, so that the band changes its shade there. */
  private List<Point> split(List<Point> given) {
    List<Point> points = new ArrayList<>(given);
    for (double bound : plot.bounds()) {
      for (int i = 1; i < points.size(); i++) {
        Point left = points.get(i - 1);
        Point right = points.get(i);
        if (left.x() < bound && bound < right.x() && banded(points, i - 1)) {
          points.add(i, between(left, right, (bound - left.x()) / (right.x() - left.x()), bound));
          break;
        }
      }
    }
    return points;
  }

  private static Point between(Point left, Point right, double share, double x) {
    Interval from = interval(left);
    Interval to = interval(right);
    return new Point(
        x,
        between(left.y(), right.y(), share),
        Optional.of(
            new Interval(
                between(from.lower(), to.lower(), share),
                between(from.upper(), to.upper(), share),
                from.level())));
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  private void lines() {
    List<Line> ordered = new ArrayList<>(plot.lines());
    // Names from the lowest line up, so that each can be moved clear of the one below.
    ordered.sort(Comparator.comparingDouble(LineDrawing::end));
    double lastName = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ordered.size(); i++) {
      Line line = ordered.get(i);
      frame
          .svg()
          .path(
              line.points().stream()
                  .map(p -> frame.xy(p.x(), p.y()))
                  .collect(Collectors.joining(" L", "M", "")),
              "fill",
              "none",
              "stroke",
              Svg.ACCENT,
              "stroke-width",
              "2.4",
              "stroke-dasharray",
              DASHES.get(i % DASHES.size()));
      if (!line.name().isEmpty()) {
        lastName = Math.min(frame.y().place(end(line)) + 4, lastName - 15);
        name(line.name(), lastName);
      }
    }
  }

  private static double end(Line line) {
    return line.points().get(line.points().size() - 1).y();
  }

  private void name(String name, double y) {
    List<String> lines = Wrap.lines(Svg.typeset(name), NAME_CHARACTERS, 0);
    String first = lines.get(0) + (lines.size() > 1 ? " …" : "");
    frame.svg().text(frame.x().end() + 8, y, first, "font-size", "12");
  }

  private void bound(double bound) {
    double x = frame.x().place(bound);
    Axis y = frame.y();
    frame.svg().line(x, y.start(), x, y.end(), "stroke-width", "1.2", "stroke-opacity", "0.7");
    boolean right = x > (frame.x().start() + frame.x().end()) / 2;
    frame
        .svg()
        .text(
            right ? x - 6 : x + 6,
            y.end() + 12,
            Svg.typeset(Numbers.plain(bound)),
            "text-anchor",
            right ? "end" : "start",
            "font-size",
            "12");
  }

  private void tick(double value) {
    if (value >= frame.x().low() && value <= frame.x().high()) {
      frame
          .svg()
          .path(
              "M" + Svg.point(frame.x().place(value), frame.y().start() - 1) + " l-5 -9 h10 Z",
              "fill-opacity",
              "0.75");
    }
  }
}
