package org.socialcure.core.document;

import java.util.Comparator;
import java.util.List;

/**
 * A plot with two axes.
 *
 * @param svg what is drawn on
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record PlotFrame(Svg svg, Axis x, Axis y) {
  static final double WIDTH = 720;
  static final double HEIGHT = 380;
  private static final double LEFT = 78;
  private static final double RIGHT = 20;
  private static final double TOP = 34;
  private static final double BOTTOM = 58;

  /** About the width of a character. */
  private static final double CHARACTER = 6.5;

  private static final int FEWEST_CHARACTERS = 4;
  private static final int MOST_CHARACTERS = 20;

  /** Draws the axes; on the right there is room for names of lines. */
  static PlotFrame draw(LinePlot plot, List<Double> xs, List<Double> ys, double roomRight) {
    Svg svg = new Svg(0, 0, WIDTH, HEIGHT, plot.title(), plot.description());
    Axis x = Axis.exactly(xs, LEFT, WIDTH - RIGHT - roomRight);
    Axis y = Axis.around(ys, HEIGHT - BOTTOM, TOP);
    for (double mark : y.marks(5)) {
      svg.line(x.start(), y.place(mark), x.end(), y.place(mark), "stroke-opacity", "0.15");
      svg.text(
          x.start() - 8,
          y.place(mark) + 4,
          Svg.typeset(y.label(mark, 5)),
          "text-anchor",
          "end",
          "font-size",
          "12");
    }
    if (plot.marks().isEmpty()) {
      x.marks(7).forEach(mark -> mark(svg, x, y, mark, x.label(mark, 7), 20));
    } else {
      named(svg, x, y, plot.marks());
    }
    svg.line(x.start(), y.start(), x.end(), y.start());
    svg.line(x.start(), y.start(), x.start(), y.end());
    svg.text(
        (x.start() + x.end()) / 2,
        HEIGHT - 14,
        plot.x(),
        "text-anchor",
        "middle",
        "font-size",
        "13");
    svg.text(x.start() - 60, 18, plot.y(), "font-size", "13");
    return new PlotFrame(svg, x, y);
  }

  /** Names in a line, those that would touch the one before in a second line. */
  private static void named(Svg svg, Axis x, Axis y, List<LinePlot.Mark> marks) {
    double[] ends = {0, 0};
    for (LinePlot.Mark mark :
        marks.stream().sorted(Comparator.comparingDouble(LinePlot.Mark::x)).toList()) {
      double place = x.place(mark.x());
      double half = CHARACTER / 2 * Math.min(MOST_CHARACTERS, TextWidth.of(mark.name()));
      int row = place - half >= ends[0] ? 0 : place - half >= ends[1] || ends[1] < ends[0] ? 1 : 0;
      int room = (int) (2 * (place - ends[row]) / CHARACTER);
      List<String> lines =
          Wrap.lines(mark.name(), Math.max(FEWEST_CHARACTERS, Math.min(MOST_CHARACTERS, room)), 0);
      String told = lines.get(0) + (lines.size() > 1 ? " …" : "");
      mark(svg, x, y, mark.x(), told, 20 + 14 * row);
      ends[row] = place + CHARACTER / 2 * TextWidth.of(told) + CHARACTER;
    }
  }

  private static void mark(Svg svg, Axis x, Axis y, double at, String name, double below) {
    svg.line(x.place(at), y.start(), x.place(at), y.start() + 5);
    svg.text(
        x.place(at),
        y.start() + below,
        Svg.typeset(name),
        "text-anchor",
        "middle",
        "font-size",
        "12");
  }

  /** A point of a path. */
  String xy(double px, double py) {
    return Svg.point(x.place(px), y.place(py));
  }
}
