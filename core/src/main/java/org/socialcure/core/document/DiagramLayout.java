package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.socialcure.core.document.Diagram.Arrow;
import org.socialcure.core.document.Diagram.Box;
import org.socialcure.core.document.Diagram.Label;
import org.socialcure.core.document.Diagram.Placement;
import org.socialcure.core.document.Diagram.SideArrow;

/**
 * Where the boxes of a diagram stand.
 *
 * <p>A box stands to the right of everything from which arrows lead to it. The first and the last
 * column share the bottom line, those between are above it, parallel ones over each other. What
 * stands aside is put last, where its arrows are short and cross little.
 */
final class DiagramLayout {
  /**
   * A box in its place.
   *
   * @param box what it holds
   * @param lines its name in lines
   * @param x the centre
   * @param y the centre
   * @param width the width
   * @param height the height
   */
  record Placed(Box box, List<String> lines, double x, double y, double width, double height) {
    /** Whether a point lies inside, or at most so far outside. */
    boolean holds(double px, double py, double margin) {
      return Math.abs(px - x) < width / 2 + margin && Math.abs(py - y) < height / 2 + margin;
    }

    boolean overlaps(Placed other, double margin) {
      return Math.abs(other.x - x) < (width + other.width) / 2 + margin
          && Math.abs(other.y - y) < (height + other.height) / 2 + margin;
    }

    Placed at(double newX, double newY) {
      return new Placed(box, lines, newX, newY, width, height);
    }
  }

  private static final double LINE = 17;

  private final Diagram diagram;
  private final int columns;
  private final Map<String, Integer> column = new HashMap<>();
  private final Map<String, Placed> boxes = new LinkedHashMap<>();

  DiagramLayout(Diagram diagram) {
    this.diagram = diagram;
    List<Box> drawn =
        diagram.boxes().stream().filter(n -> n.placement() != Placement.ASIDE).toList();
    drawn.forEach(n -> depth(n.id(), 0));
    int deepest = column.values().stream().mapToInt(c -> c).max().orElse(0);
    for (Box given : drawn) {
      // The last of a short branch still belongs to the right.
      if (given.placement() == Placement.LAST && column.getOrDefault(given.id(), 0) > 0) {
        column.put(given.id(), deepest);
      }
    }
    columns = deepest + 1;
    place(drawn);
  }

  private int depth(String id, int guard) {
    Integer known = column.get(id);
    if (known != null) {
      return known;
    }
    int depth = 0;
    if (guard <= diagram.arrows().size()) {
      for (Arrow arrow : diagram.arrows()) {
        if (arrow.to().equals(id)) {
          depth = Math.max(depth, 1 + depth(arrow.from(), guard + 1));
        }
      }
    }
    column.put(id, depth);
    return depth;
  }

  private int characters() {
    return columns > 3 ? 17 : 24;
  }

  private double gap() {
    double numbers =
        Stream.concat(
                diagram.arrows().stream().map(Arrow::labels),
                diagram.sideArrows().stream().map(SideArrow::labels))
            .flatMap(List::stream)
            .mapToDouble(Label::width)
            .max()
            .orElse(0);
    double fan = columns > 3 ? 0 : 20.0 * Math.max(0, diagram.arrows().size() - 7);
    double free = columns > 3 || diagram.arrows().size() > 12 ? 30 : 70;
    double sided = crowd() == 0 ? 0 : 20 + 35.0 * crowd();
    if (columns == 2) {
      return Math.max(300, numbers + 180) + sided;
    }
    return Math.max(columns > 3 ? 130 : 160, numbers + free + 25 * (stacked() - 1)) + sided + fan;
  }

  /** The most arrows that end on one arrow. */
  private long crowd() {
    return diagram.arrows().stream()
        .mapToLong(e -> diagram.sideArrows().stream().filter(m -> m.onto().equals(e)).count())
        .max()
        .orElse(0);
  }

  /** The most numbers that one arrow has. */
  private int stacked() {
    return diagram.arrows().stream().mapToInt(e -> e.labels().size()).max().orElse(1);
  }

  private void place(List<Box> drawn) {
    Map<Integer, List<Placed>> byColumn = new TreeMap<>();
    for (Box given : drawn) {
      byColumn.computeIfAbsent(column.get(given.id()), c -> new ArrayList<>()).add(box(given));
    }
    double tallest =
        byColumn.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Placed::height)
            .max()
            .orElse(40);
    double sided = Math.min(2, crowd());
    double rise = 95 + 24 * (stacked() - 1) + 35 * sided;
    double apart = 40 + 24 * (stacked() - 1) + 30 * sided;
    double left = 0;
    for (Map.Entry<Integer, List<Placed>> entry : byColumn.entrySet()) {
      double widest = entry.getValue().stream().mapToDouble(Placed::width).max().orElse(0);
      boolean inner = entry.getKey() > 0 && entry.getKey() < columns - 1;
      int row = inner ? 1 : 0;
      for (Placed b : entry.getValue()) {
        double y = row == 0 ? 0 : -(tallest + rise) - (row - 1) * (tallest + apart);
        boxes.put(
            b.box().id(), new Placed(b.box(), b.lines(), left + widest / 2, y, widest, b.height()));
        row++;
      }
      left += widest + gap();
    }
  }

  private Placed box(Box given) {
    List<String> lines = Wrap.lines(given.name(), characters(), 0);
    double widest = lines.stream().mapToDouble(l -> Svg.width(l, 15)).max().orElse(0);
    int more = given.foot().isPresent() ? 2 : 1;
    return new Placed(
        given, lines, 0, 0, Math.max(96, widest + 24), 16 + LINE * lines.size() + 14 * more);
  }

  /** The boxes placed so far, by id. */
  Map<String, Placed> boxes() {
    return boxes;
  }

  /** Places what stands aside, given where the arrows run. */
  void placeAside(DiagramRoutes routes) {
    double top = boxes.values().stream().mapToDouble(b -> b.y() - b.height() / 2).min().orElse(0);
    double bottom =
        boxes.values().stream().mapToDouble(b -> b.y() + b.height() / 2).max().orElse(0);
    List<Double> xs = new ArrayList<>(boxes.values().stream().map(Placed::x).distinct().toList());
    for (int i = xs.size() - 1; i > 0; i--) {
      xs.add((xs.get(i) + xs.get(i - 1)) / 2);
      xs.add((3 * xs.get(i) + xs.get(i - 1)) / 4);
      xs.add((xs.get(i) + 3 * xs.get(i - 1)) / 4);
    }
    List<Double> ys = new ArrayList<>(boxes.values().stream().map(Placed::y).distinct().toList());
    for (Box given : diagram.boxes()) {
      if (given.placement() != Placement.ASIDE) {
        continue;
      }
      Placed size = box(given);
      List<Double> heights = new ArrayList<>(ys);
      heights.add(top - 70 - size.height() / 2);
      heights.add(bottom + 70 + size.height() / 2);
      List<Placed> places = new ArrayList<>();
      for (double x : xs) {
        for (double y : heights) {
          Placed place = size.at(x, y);
          if (boxes.values().stream().noneMatch(b -> b.overlaps(place, 24))) {
            places.add(place);
          }
        }
      }
      places.stream()
          .min(Comparator.comparingDouble((Placed p) -> routes.costOf(p, boxes.values())))
          .ifPresent(p -> boxes.put(given.id(), p));
    }
  }
}
