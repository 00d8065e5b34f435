package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.document.Diagram.Arrow;
import org.socialcure.core.document.Diagram.SideArrow;
import org.socialcure.core.document.DiagramLayout.Placed;

/**
 * Where the arrows of a diagram run.
 *
 * <p>An arrow is straight unless a box is in its way; then it bends as little as it must.
 */
final class DiagramRoutes {
  /** A point. */
  record Point(double x, double y) {
    double to(Point other) {
      return StrictMath.hypot(other.x - x, other.y - y);
    }
  }

  /**
   * A quadratic curve; straight when the control point is in the middle.
   *
   * @param from where it starts
   * @param control where it is drawn to
   * @param to where it ends
   */
  record Route(Point from, Point control, Point to) {
    static Route straight(Point from, Point to) {
      return bent(from, to, 0);
    }

    static Route bent(Point from, Point to, double bend) {
      double length = Math.max(1, from.to(to));
      double nx = (to.y() - from.y()) / length;
      double ny = -(to.x() - from.x()) / length;
      return new Route(
          from,
          new Point((from.x() + to.x()) / 2 + nx * bend, (from.y() + to.y()) / 2 + ny * bend),
          to);
    }

    Point at(double t) {
      double u = 1 - t;
      return new Point(
          u * u * from.x() + 2 * u * t * control.x() + t * t * to.x(),
          u * u * from.y() + 2 * u * t * control.y() + t * t * to.y());
    }

    List<Point> points() {
      List<Point> points = new ArrayList<>();
      for (int i = 1; i < 40; i++) {
        points.add(at(i / 40.0));
      }
      return points;
    }
  }

  private static final double APART = 16;
  private static final double SHORTEST = 110;

  private final Diagram diagram;
  private final Map<Arrow, Route> arrows = new LinkedHashMap<>();
  private final Map<SideArrow, Route> sideArrows = new LinkedHashMap<>();

  /** Routes the arrows between boxes. */
  DiagramRoutes(Diagram diagram, Map<String, Placed> boxes) {
    this.diagram = diagram;
    diagram.arrows().stream()
        .filter(e -> boxes.containsKey(e.from()) && boxes.containsKey(e.to()))
        .sorted(
            Comparator.comparingDouble(
                e -> Math.abs(box(boxes, e.to()).x() - box(boxes, e.from()).x())))
        .forEach(e -> arrows.put(e, route(e, boxes)));
  }

  Map<Arrow, Route> arrows() {
    return arrows;
  }

  Map<SideArrow, Route> sideArrows() {
    return sideArrows;
  }

  private Route route(Arrow arrow, Map<String, Placed> boxes) {
    Placed source = box(boxes, arrow.from());
    Placed target = box(boxes, arrow.to());
    Point to = new Point(target.x() - target.width() / 2, target.y() + port(arrow, boxes));
    boolean level = Math.abs(source.y() - target.y()) < 1;
    Point from = new Point(source.x() + source.width() / 2, level ? to.y() : source.y());
    Route best = Route.straight(from, to);
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= 10; step++) {
      for (int side : step == 0 ? new int[] {1} : new int[] {1, -1}) {
        Route route = Route.bent(from, to, side * step * 30.0);
        double cost = step * 4.0 + inTheWay(route, boxes, arrow) * 100.0 + crossings(route) * 6.0;
        if (cost < least) {
          least = cost;
          best = route;
        }
      }
    }
    return best;
  }

  /** Arrows that end on one box end beside each other, those from above uppermost. */
  private double port(Arrow arrow, Map<String, Placed> boxes) {
    Placed target = box(boxes, arrow.to());
    List<Arrow> arriving =
        diagram.arrows().stream()
            .filter(e -> e.to().equals(arrow.to()) && boxes.containsKey(e.from()))
            .sorted(Comparator.comparingDouble(e -> slope(box(boxes, e.from()), target)))
            .toList();
    double apart = Math.min(APART, (target.height() - 16) / Math.max(1, arriving.size() - 1));
    return (arriving.indexOf(arrow) - (arriving.size() - 1) / 2.0) * apart;
  }

  private static Placed box(Map<String, Placed> boxes, String name) {
    return Objects.requireNonNull(boxes.get(name), name);
  }

  private static double slope(Placed source, Placed target) {
    return (source.y() - target.y()) / Math.max(1, target.x() - source.x());
  }

  private static long inTheWay(Route route, Map<String, Placed> boxes, Arrow arrow) {
    return boxes.values().stream()
        .filter(b -> !b.box().id().equals(arrow.from()) && !b.box().id().equals(arrow.to()))
        .mapToLong(b -> route.points().stream().filter(p -> b.holds(p.x(), p.y(), 10)).count())
        .sum();
  }

  private long crossings(Route route) {
    return arrows.values().stream().mapToLong(other -> crossings(route, other)).sum();
  }

  private static long crossings(Route a, Route b) {
    long crossings = 0;
    List<Point> p = a.points();
    List<Point> q = b.points();
    for (int i = 2; i < p.size() - 1; i += 2) {
      for (int j = 2; j < q.size() - 1; j += 2) {
        if (cross(p.get(i - 2), p.get(i), q.get(j - 2), q.get(j))) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private static boolean cross(Point a, Point b, Point c, Point d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(Point a, Point b, Point c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }

  /** How bad a place for what stands aside is: long arrows, crossed arrows, boxes in the way. */
  double costOf(Placed place, Collection<Placed> boxes) {
    double cost = 0;
    for (Route route : arrows.values()) {
      cost += 600 * route.points().stream().filter(p -> place.holds(p.x(), p.y(), 22)).count();
    }
    for (SideArrow side : diagram.sideArrows()) {
      Route target = arrows.get(side.onto());
      if (!side.from().equals(place.box().id()) || target == null) {
        continue;
      }
      Point middle = target.at(0.5);
      // One that goes through another side arrow ends about halfway along it.
      Point end =
          boxes.stream()
              .filter(b -> side.through().equals(Optional.of(b.box().id())))
              .findFirst()
              .map(b -> new Point((b.x() + middle.x()) / 2, (b.y() + middle.y()) / 2))
              .orElse(middle);
      Route arrow = Route.straight(new Point(place.x(), place.y()), end);
      double length = arrow.from().to(arrow.to());
      // A number needs some room along its arrow.
      cost += length + 3 * Math.max(0, SHORTEST + place.height() / 2 - length);
      cost += 50 * crossings(arrow);
      for (Placed box : boxes) {
        cost += 150 * arrow.points().stream().filter(p -> box.holds(p.x(), p.y(), 6)).count();
      }
    }
    return cost;
  }

  /** Routes the side arrows, once all boxes have their places. */
  void routeSideArrows(Map<String, Placed> boxes) {
    for (SideArrow side : diagram.sideArrows()) {
      Placed box = boxes.get(side.from());
      Route target = arrows.get(side.onto());
      if (box == null || target == null) {
        continue;
      }
      Route onto = side.through().flatMap(w -> sideArrowOf(w, side.onto())).orElse(target);
      Route best = null;
      double least = Double.POSITIVE_INFINITY;
      for (double t : new double[] {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
        Point end = onto.at(t);
        Route route = Route.straight(border(box, end), end);
        double cost = 100 * Math.abs(t - 0.5) + 40 * crossings(route) + near(route);
        if (cost < least) {
          least = cost;
          best = route;
        }
      }
      if (best != null) {
        sideArrows.put(side, best);
      }
    }
  }

  /** How closely an arrow runs along the side arrows before it. */
  private double near(Route route) {
    double cost = 0;
    for (Route other : sideArrows.values()) {
      for (Point p : route.points()) {
        cost += other.points().stream().anyMatch(q -> p.to(q) < 18) ? 6 : 0;
      }
      cost += route.to().to(other.to()) < 40 ? 60 : 0;
    }
    return cost;
  }

  private Optional<Route> sideArrowOf(String from, Arrow onto) {
    return sideArrows.entrySet().stream()
        .filter(
            m ->
                m.getKey().from().equals(from)
                    && m.getKey().onto().equals(onto)
                    && m.getKey().through().isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Where the line from the middle of a box to a point leaves the box. */
  private static Point border(Placed box, Point to) {
    double dx = to.x() - box.x();
    double dy = to.y() - box.y();
    double scale =
        Math.min(
            box.width() / 2 / Math.max(1e-9, Math.abs(dx)),
            box.height() / 2 / Math.max(1e-9, Math.abs(dy)));
    return new Point(box.x() + dx * scale, box.y() + dy * scale);
  }
}
