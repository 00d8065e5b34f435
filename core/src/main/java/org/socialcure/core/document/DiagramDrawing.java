package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.socialcure.core.document.Diagram.Label;
import org.socialcure.core.document.Diagram.Placement;
import org.socialcure.core.document.Diagram.Weight;
import org.socialcure.core.document.DiagramLayout.Placed;
import org.socialcure.core.document.DiagramRoutes.Point;
import org.socialcure.core.document.DiagramRoutes.Route;

/** Draws diagrams: boxes, arrows and the numbers on them. */
final class DiagramDrawing {
  private static final double MARGIN = 14;
  private static final double LEGEND_LINE = 17;

  /** Where along an arrow its number may stand, the middle first. */
  private static final double[] SPOTS = {
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85
  };

  /** A number beside an arrow. */
  private record PlacedNumber(List<Label> labels, Point centre, double width, double height) {
    boolean overlaps(PlacedNumber other) {
      return Math.abs(other.centre.x() - centre.x()) < (width + other.width) / 2
          && Math.abs(other.centre.y() - centre.y()) < (height + other.height) / 2;
    }

    boolean covers(Placed b) {
      return Math.abs(b.x() - centre.x()) < (b.width() + width) / 2
          && Math.abs(b.y() - centre.y()) < (b.height() + height) / 2;
    }

    boolean holds(Point p) {
      return Math.abs(p.x() - centre.x()) < width / 2 && Math.abs(p.y() - centre.y()) < height / 2;
    }
  }

  private final Diagram diagram;
  private final Map<String, Placed> boxes;
  private final DiagramRoutes routes;
  private final List<PlacedNumber> labels = new ArrayList<>();

  DiagramDrawing(Diagram diagram) {
    this.diagram = diagram;
    DiagramLayout layout = new DiagramLayout(diagram);
    this.boxes = layout.boxes();
    this.routes = new DiagramRoutes(diagram, boxes);
    layout.placeAside(routes);
    routes.routeSideArrows(boxes);
    routes.arrows().forEach((arrow, route) -> place(arrow.labels(), route));
    routes.sideArrows().forEach((side, route) -> place(side.labels(), route));
  }

  /** Puts the numbers where they hide least: on their arrow or, if need be, beside it. */
  private void place(List<Label> texts, Route route) {
    double width = texts.stream().mapToDouble(Label::width).max().orElse(0) + 8;
    double height = texts.size() * 28 + 2;
    PlacedNumber best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double t : SPOTS) {
      for (double beside : new double[] {0, 0.55, -0.55}) {
        Point on = route.at(t);
        PlacedNumber candidate =
            new PlacedNumber(texts, new Point(on.x() + beside * width, on.y()), width, height);
        double cost = Math.abs(t - 0.5) * 60 + Math.abs(beside) * 450 + hidden(candidate, route);
        if (cost < least) {
          least = cost;
          best = candidate;
        }
      }
    }
    if (best != null) {
      labels.add(best);
    }
  }

  /** How much a number would hide: heads of arrows, other numbers, boxes, other arrows. */
  private double hidden(PlacedNumber candidate, Route route) {
    double cost = candidate.holds(route.to()) || candidate.holds(route.at(0.95)) ? 200 : 0;
    cost += 400 * labels.stream().filter(candidate::overlaps).count();
    cost += 300 * boxes.values().stream().filter(candidate::covers).count();
    return Stream.concat(routes.arrows().values().stream(), routes.sideArrows().values().stream())
                .filter(r -> !r.equals(route))
                .mapToLong(
                    r ->
                        r.points().stream().filter(candidate::holds).count()
                            + (candidate.holds(r.at(0.97)) ? 30 : 0))
                .sum()
            * 12.0
        + cost;
  }

  String svg() {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    boxes.values().forEach(b -> extend(xs, ys, b.x(), b.y(), b.width(), b.height()));
    labels.forEach(l -> extend(xs, ys, l.centre.x(), l.centre.y(), l.width, l.height));
    routes
        .arrows()
        .values()
        .forEach(r -> r.points().forEach(p -> extend(xs, ys, p.x(), p.y(), 0, 0)));
    double left = xs.stream().mapToDouble(x -> x).min().orElse(0) - MARGIN;
    double right = Math.max(left + 560, xs.stream().mapToDouble(x -> x).max().orElse(0) + MARGIN);
    double top = ys.stream().mapToDouble(y -> y).min().orElse(0) - MARGIN;
    double bottom = ys.stream().mapToDouble(y -> y).max().orElse(0) + MARGIN;
    List<String> legend =
        Wrap.lines(Svg.typeset(diagram.legend()), (int) ((right - left - 2 * MARGIN) / 6.8), 0);
    double height = bottom - top + LEGEND_LINE * legend.size() + MARGIN;
    Svg svg = new Svg(left, top, right - left, height, diagram.title(), diagram.description());
    routes
        .arrows()
        .forEach((arrow, route) -> arrow(svg, route, Diagram.isStrong(arrow.labels()), false));
    routes
        .sideArrows()
        .forEach((side, route) -> arrow(svg, route, Diagram.isStrong(side.labels()), true));
    boxes.values().forEach(b -> box(svg, b));
    labels.forEach(l -> label(svg, l));
    for (int i = 0; i < legend.size(); i++) {
      svg.text(
          left + MARGIN,
          bottom + LEGEND_LINE * (i + 1),
          legend.get(i),
          "font-size",
          "12",
          "fill-opacity",
          "0.8");
    }
    return svg.end();
  }

  private static void extend(
      List<Double> xs, List<Double> ys, double x, double y, double width, double height) {
    xs.addAll(List.of(x - width / 2, x + width / 2));
    ys.addAll(List.of(y - height / 2, y + height / 2));
  }

  private static void arrow(Svg svg, Route route, boolean sure, boolean dashed) {
    double length = route.control().to(route.to());
    double ux = (route.to().x() - route.control().x()) / Math.max(1e-9, length);
    double uy = (route.to().y() - route.control().y()) / Math.max(1e-9, length);
    double size = dashed ? 7 : 9;
    Point base = new Point(route.to().x() - ux * size, route.to().y() - uy * size);
    String faint = sure ? "1" : Svg.FAINT;
    List<String> style =
        new ArrayList<>(
            List.of(
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-width",
                sure ? "1.9" : "1.1",
                "stroke-opacity",
                faint));
    if (dashed) {
      style.addAll(List.of("stroke-dasharray", "6 4"));
    }
    svg.path(
        "M" + xy(route.from()) + " Q" + xy(route.control()) + " " + xy(base),
        style.toArray(String[]::new));
    Point one = new Point(base.x() - uy * size * 0.45, base.y() + ux * size * 0.45);
    Point two = new Point(base.x() + uy * size * 0.45, base.y() - ux * size * 0.45);
    svg.path("M" + xy(route.to()) + " L" + xy(one) + " L" + xy(two) + " Z", "fill-opacity", faint);
  }

  private static String xy(Point p) {
    return Svg.point(p.x(), p.y());
  }

  private static void box(Svg svg, Placed b) {
    boolean aside = b.box().placement() == Placement.ASIDE;
    List<String> style =
        new ArrayList<>(
            List.of("rx", "5", "fill", "none", "stroke", "currentColor", "stroke-width", "1.4"));
    if (aside) {
      style.addAll(List.of("stroke-dasharray", "6 4"));
    }
    svg.rect(
        b.x() - b.width() / 2,
        b.y() - b.height() / 2,
        b.width(),
        b.height(),
        style.toArray(String[]::new));
    double y = b.y() - b.height() / 2 + 17;
    svg.text(
        b.x(),
        y,
        b.box().role(),
        "text-anchor",
        "middle",
        "font-size",
        "11",
        "fill-opacity",
        "0.7");
    for (String line : b.lines()) {
      y += 17;
      svg.text(b.x(), y, line, "text-anchor", "middle", "font-weight", "600");
    }
    if (b.box().foot().isPresent()) {
      svg.text(
          b.x(),
          y + 15,
          b.box().foot().get(),
          "text-anchor",
          "middle",
          "font-size",
          "11",
          "fill-opacity",
          "0.7");
    }
  }

  private static void label(Svg svg, PlacedNumber placed) {
    double y = placed.centre.y() - placed.height / 2 + 13;
    svg.ground(
        placed.centre.x() - placed.width / 2,
        placed.centre.y() - placed.height / 2,
        placed.width,
        placed.height);
    for (Label label : placed.labels) {
      svg.text(
          placed.centre.x(),
          y,
          Svg.typeset(label.text()),
          "text-anchor",
          "middle",
          "font-size",
          "13",
          "font-weight",
          label.weight() == Weight.STRONG ? "600" : "400");
      svg.text(
          placed.centre.x(),
          y + 13,
          Svg.typeset(label.below()),
          "text-anchor",
          "middle",
          "font-size",
          "11");
      y += 28;
    }
  }
}
