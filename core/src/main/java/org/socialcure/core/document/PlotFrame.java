package org.socialcure.core.document;

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
    for (double mark : x.marks(7)) {
      svg.line(x.place(mark), y.start(), x.place(mark), y.start() + 5);
      svg.text(
          x.place(mark),
          y.start() + 20,
          Svg.typeset(x.label(mark, 7)),
          "text-anchor",
          "middle",
          "font-size",
          "12");
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

  /** A point of a path. */
  String xy(double px, double py) {
    return Svg.point(x.place(px), y.place(py));
  }
}
