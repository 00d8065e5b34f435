package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.mediation.report.DiagramLayout.Box;
import org.socialcure.mediation.report.PathGraph.Edge;
import org.socialcure.mediation.report.PathGraph.Moderation;

/**
 * Where the arrows of a path diagram run.
 *
 * <p>An arrow is straight unless a box is in its way; then it bends as little as it must.
 */
final class DiagramRoutes {
  /** A point. */
  record Point(double x, double y) {
    double to(Point other) {
      return Math.hypot(other.x - x, other.y - y);
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

  private final PathGraph graph;
  private final Map<Edge, Route> edges = new LinkedHashMap<>();
  private final Map<Moderation, Route> moderations = new LinkedHashMap<>();

  /** Routes the arrows between boxes. */
  DiagramRoutes(PathGraph graph, Map<String, Box> boxes) {
    this.graph = graph;
    graph.edges().stream()
        .filter(e -> boxes.containsKey(e.from()) && boxes.containsKey(e.to()))
        .sorted(
            Comparator.comparingDouble(
                e -> Math.abs(box(boxes, e.to()).x() - box(boxes, e.from()).x())))
        .forEach(e -> edges.put(e, route(e, boxes)));
  }

  Map<Edge, Route> edges() {
    return edges;
  }

  Map<Moderation, Route> moderations() {
    return moderations;
  }

  private Route route(Edge edge, Map<String, Box> boxes) {
    Box source = box(boxes, edge.from());
    Box target = box(boxes, edge.to());
    Point to = new Point(target.x() - target.width() / 2, target.y() + port(edge, boxes));
    boolean level = Math.abs(source.y() - target.y()) < 1;
    Point from = new Point(source.x() + source.width() / 2, level ? to.y() : source.y());
    Route best = Route.straight(from, to);
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= 10; step++) {
      for (int side : step == 0 ? new int[] {1} : new int[] {1, -1}) {
        Route route = Route.bent(from, to, side * step * 30.0);
        double cost = step * 4.0 + inTheWay(route, boxes, edge) * 100.0 + crossings(route) * 6.0;
        if (cost < least) {
          least = cost;
          best = route;
        }
      }
    }
    return best;
  }

  /** Arrows that end on one box end beside each other, those from above uppermost. */
  private double port(Edge edge, Map<String, Box> boxes) {
    Box target = box(boxes, edge.to());
    List<Edge> arriving =
        graph.edges().stream()
            .filter(e -> e.to().equals(edge.to()) && boxes.containsKey(e.from()))
            .sorted(Comparator.comparingDouble(e -> slope(box(boxes, e.from()), target)))
            .toList();
    double apart = Math.min(APART, (target.height() - 16) / Math.max(1, arriving.size() - 1));
    return (arriving.indexOf(edge) - (arriving.size() - 1) / 2.0) * apart;
  }

  private static Box box(Map<String, Box> boxes, String name) {
    return Objects.requireNonNull(boxes.get(name), name);
  }

  private static double slope(Box source, Box target) {
    return (source.y() - target.y()) / Math.max(1, target.x() - source.x());
  }

  private static long inTheWay(Route route, Map<String, Box> boxes, Edge edge) {
    return boxes.values().stream()
        .filter(b -> !b.node().name().equals(edge.from()) && !b.node().name().equals(edge.to()))
        .mapToLong(b -> route.points().stream().filter(p -> b.holds(p.x(), p.y(), 10)).count())
        .sum();
  }

  private long crossings(Route route) {
    return edges.values().stream().mapToLong(other -> crossings(route, other)).sum();
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

  /** How bad a place for a moderator is: long arrows, crossed arrows, boxes in the way. */
  double costOf(Box place, Collection<Box> boxes) {
    double cost = 0;
    for (Route route : edges.values()) {
      cost += 600 * route.points().stream().filter(p -> place.holds(p.x(), p.y(), 22)).count();
    }
    for (Moderation moderation : graph.moderations()) {
      Route target = edges.get(moderation.edge());
      if (!moderation.moderator().equals(place.node().name()) || target == null) {
        continue;
      }
      Point middle = target.at(0.5);
      // A product of three ends on the arrow of another moderator, about halfway.
      Point end =
          boxes.stream()
              .filter(b -> moderation.through().equals(Optional.of(b.node().name())))
              .findFirst()
              .map(b -> new Point((b.x() + middle.x()) / 2, (b.y() + middle.y()) / 2))
              .orElse(middle);
      Route arrow = Route.straight(new Point(place.x(), place.y()), end);
      double length = arrow.from().to(arrow.to());
      // A number needs some room along its arrow.
      cost += length + 3 * Math.max(0, SHORTEST + place.height() / 2 - length);
      cost += 50 * crossings(arrow);
      for (Box box : boxes) {
        cost += 150 * arrow.points().stream().filter(p -> box.holds(p.x(), p.y(), 6)).count();
      }
    }
    return cost;
  }

  /** Routes the arrows from moderators, once all boxes have their places. */
  void routeModerations(Map<String, Box> boxes) {
    for (Moderation moderation : graph.moderations()) {
      Box box = boxes.get(moderation.moderator());
      Route target = edges.get(moderation.edge());
      if (box == null || target == null) {
        continue;
      }
      Route onto = moderation.through().flatMap(w -> arrowOf(w, moderation.edge())).orElse(target);
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
        moderations.put(moderation, best);
      }
    }
  }

  /** How closely an arrow runs along the arrows from moderators before it. */
  private double near(Route route) {
    double cost = 0;
    for (Route other : moderations.values()) {
      for (Point p : route.points()) {
        cost += other.points().stream().anyMatch(q -> p.to(q) < 18) ? 6 : 0;
      }
      cost += route.to().to(other.to()) < 40 ? 60 : 0;
    }
    return cost;
  }

  private Optional<Route> arrowOf(String moderator, Edge edge) {
    return moderations.entrySet().stream()
        .filter(
            m ->
                m.getKey().moderator().equals(moderator)
                    && m.getKey().edge().equals(edge)
                    && m.getKey().through().isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Where the line from the middle of a box to a point leaves the box. */
  private static Point border(Box box, Point to) {
    double dx = to.x() - box.x();
    double dy = to.y() - box.y();
    double scale =
        Math.min(
            box.width() / 2 / Math.max(1e-9, Math.abs(dx)),
            box.height() / 2 / Math.max(1e-9, Math.abs(dy)));
    return new Point(box.x() + dx * scale, box.y() + dy * scale);
  }
}
