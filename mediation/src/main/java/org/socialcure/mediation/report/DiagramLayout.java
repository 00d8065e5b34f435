package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.socialcure.mediation.report.PathGraph.Edge;
import org.socialcure.mediation.report.PathGraph.Label;
import org.socialcure.mediation.report.PathGraph.Moderation;
import org.socialcure.mediation.report.PathGraph.Node;
import org.socialcure.mediation.report.PathGraph.Role;

/**
 * Where the boxes of a path diagram stand.
 *
 * <p>A variable stands to the right of everything it depends on. Exposure and outcome share the
 * bottom line, mediators are above it, parallel ones over each other. Moderators are put last,
 * where their arrows are short and cross little.
 */
final class DiagramLayout {
  /**
   * A box.
   *
   * @param node what it holds
   * @param lines its name in lines
   * @param x the centre
   * @param y the centre
   * @param width the width
   * @param height the height
   */
  record Box(Node node, List<String> lines, double x, double y, double width, double height) {
    /** Whether a point lies inside, or at most so far outside. */
    boolean holds(double px, double py, double margin) {
      return Math.abs(px - x) < width / 2 + margin && Math.abs(py - y) < height / 2 + margin;
    }

    boolean overlaps(Box other, double margin) {
      return Math.abs(other.x - x) < (width + other.width) / 2 + margin
          && Math.abs(other.y - y) < (height + other.height) / 2 + margin;
    }

    Box at(double newX, double newY) {
      return new Box(node, lines, newX, newY, width, height);
    }
  }

  private static final double LINE = 17;

  private final PathGraph graph;
  private final int columns;
  private final Map<String, Integer> column = new HashMap<>();
  private final Map<String, Box> boxes = new LinkedHashMap<>();

  DiagramLayout(PathGraph graph) {
    this.graph = graph;
    List<Node> drawn = graph.nodes().stream().filter(n -> n.role() != Role.MODERATOR).toList();
    drawn.forEach(n -> depth(n.name(), 0));
    int deepest = column.values().stream().mapToInt(c -> c).max().orElse(0);
    for (Node node : drawn) {
      // An outcome of a short branch still belongs to the right.
      if (node.role() == Role.OUTCOME && column.getOrDefault(node.name(), 0) > 0) {
        column.put(node.name(), deepest);
      }
    }
    columns = deepest + 1;
    place(drawn);
  }

  private int depth(String name, int guard) {
    Integer known = column.get(name);
    if (known != null) {
      return known;
    }
    int depth = 0;
    if (guard <= graph.edges().size()) {
      for (Edge edge : graph.edges()) {
        if (edge.to().equals(name)) {
          depth = Math.max(depth, 1 + depth(edge.from(), guard + 1));
        }
      }
    }
    column.put(name, depth);
    return depth;
  }

  private int characters() {
    return columns > 3 ? 17 : 24;
  }

  private double gap() {
    double numbers =
        Stream.concat(
                graph.edges().stream().map(Edge::labels),
                graph.moderations().stream().map(Moderation::labels))
            .flatMap(List::stream)
            .mapToDouble(Label::width)
            .max()
            .orElse(0);
    double fan = columns > 3 ? 0 : 20.0 * Math.max(0, graph.edges().size() - 7);
    double free = columns > 3 || graph.edges().size() > 12 ? 30 : 70;
    double moderated = crowd() == 0 ? 0 : 20 + 35.0 * crowd();
    if (columns == 2) {
      return Math.max(300, numbers + 180) + moderated;
    }
    return Math.max(columns > 3 ? 130 : 160, numbers + free + 25 * (stacked() - 1))
        + moderated
        + fan;
  }

  /** The most arrows that end on one arrow. */
  private long crowd() {
    return graph.edges().stream()
        .mapToLong(e -> graph.moderations().stream().filter(m -> m.edge().equals(e)).count())
        .max()
        .orElse(0);
  }

  /** The most numbers that one arrow has. */
  private int stacked() {
    return graph.edges().stream().mapToInt(e -> e.labels().size()).max().orElse(1);
  }

  private void place(List<Node> drawn) {
    Map<Integer, List<Box>> byColumn = new TreeMap<>();
    for (Node node : drawn) {
      byColumn.computeIfAbsent(column.get(node.name()), c -> new ArrayList<>()).add(box(node));
    }
    double tallest =
        byColumn.values().stream().flatMap(List::stream).mapToDouble(Box::height).max().orElse(40);
    double moderated = Math.min(2, crowd());
    double rise = 95 + 24 * (stacked() - 1) + 35 * moderated;
    double apart = 40 + 24 * (stacked() - 1) + 30 * moderated;
    double left = 0;
    for (Map.Entry<Integer, List<Box>> entry : byColumn.entrySet()) {
      double widest = entry.getValue().stream().mapToDouble(Box::width).max().orElse(0);
      boolean inner = entry.getKey() > 0 && entry.getKey() < columns - 1;
      int row = inner ? 1 : 0;
      for (Box b : entry.getValue()) {
        double y = row == 0 ? 0 : -(tallest + rise) - (row - 1) * (tallest + apart);
        boxes.put(
            b.node().name(),
            new Box(b.node(), b.lines(), left + widest / 2, y, widest, b.height()));
        row++;
      }
      left += widest + gap();
    }
  }

  private Box box(Node node) {
    List<String> lines = Wrap.lines(node.name(), characters(), 0);
    double widest = lines.stream().mapToDouble(l -> Svg.width(l, 15)).max().orElse(0);
    int more = node.fit().isPresent() ? 2 : 1;
    return new Box(
        node, lines, 0, 0, Math.max(96, widest + 24), 16 + LINE * lines.size() + 14 * more);
  }

  /** The boxes placed so far, by variable. */
  Map<String, Box> boxes() {
    return boxes;
  }

  /** Places the moderators, given where the arrows run. */
  void placeModerators(DiagramRoutes routes) {
    double top = boxes.values().stream().mapToDouble(b -> b.y() - b.height() / 2).min().orElse(0);
    double bottom =
        boxes.values().stream().mapToDouble(b -> b.y() + b.height() / 2).max().orElse(0);
    List<Double> xs = new ArrayList<>(boxes.values().stream().map(Box::x).distinct().toList());
    for (int i = xs.size() - 1; i > 0; i--) {
      xs.add((xs.get(i) + xs.get(i - 1)) / 2);
      xs.add((3 * xs.get(i) + xs.get(i - 1)) / 4);
      xs.add((xs.get(i) + 3 * xs.get(i - 1)) / 4);
    }
    List<Double> ys = new ArrayList<>(boxes.values().stream().map(Box::y).distinct().toList());
    for (Node node : graph.nodes()) {
      if (node.role() != Role.MODERATOR) {
        continue;
      }
      Box size = box(node);
      List<Double> heights = new ArrayList<>(ys);
      heights.add(top - 70 - size.height() / 2);
      heights.add(bottom + 70 + size.height() / 2);
      List<Box> places = new ArrayList<>();
      for (double x : xs) {
        for (double y : heights) {
          Box place = size.at(x, y);
          if (boxes.values().stream().noneMatch(b -> b.overlaps(place, 24))) {
            places.add(place);
          }
        }
      }
      places.stream()
          .min(Comparator.comparingDouble((Box p) -> routes.costOf(p, boxes.values())))
          .ifPresent(p -> boxes.put(node.name(), p));
    }
  }
}
