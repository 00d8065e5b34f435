package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.Interval;
import org.socialcure.core.document.ForestPlot.Estimate;
import org.socialcure.core.document.ForestPlot.Heading;
import org.socialcure.core.document.ForestPlot.Panel;
import org.socialcure.core.document.ForestPlot.Row;

/** Draws forest plots: names to the left, intervals in the middle, numbers to the right. */
final class ForestDrawing {
  private static final double LABELS = 330;
  private static final double PLOT = 360;
  private static final double NUMBERS = 230;
  private static final double WIDTH = LABELS + PLOT + NUMBERS;
  private static final double ROW = 25;
  private static final double AXIS = 64;
  private static final double LINE = 15;
  private static final int LABEL_CHARACTERS = 43;
  private static final int MOST_LINES_BESIDE = 3;
  private static final int ACROSS_CHARACTERS = 112;
  private static final int SCALE_CHARACTERS = 60;

  private ForestDrawing() {}

  static String draw(ForestPlot plot) {
    if (plot.panels().isEmpty()) {
      return new Svg(0, 0, 1, 1, plot.title(), plot.description()).end();
    }
    double height =
        plot.panels().stream()
            .mapToDouble(p -> p.rows().stream().mapToDouble(ForestDrawing::height).sum() + axis(p))
            .sum();
    Svg svg = new Svg(0, 0, WIDTH, height, plot.title(), plot.description());
    double y = 0;
    for (Panel panel : plot.panels()) {
      y = panel(svg, y, panel);
    }
    return svg.end();
  }

  private static List<String> lines(Row row) {
    if (row instanceof Heading heading) {
      return Wrap.lines(Svg.typeset(heading.text()), 2 * LABEL_CHARACTERS, 0);
    }
    String label = Svg.typeset(((Estimate) row).label());
    List<String> beside = Wrap.lines(label, LABEL_CHARACTERS, 0);
    return beside.size() <= MOST_LINES_BESIDE ? beside : Wrap.lines(label, ACROSS_CHARACTERS, 0);
  }

  /** Whether a name is too long to stand beside its interval, and stands above it instead. */
  private static boolean across(Row row) {
    return row instanceof Estimate estimate
        && Wrap.lines(Svg.typeset(estimate.label()), LABEL_CHARACTERS, 0).size()
            > MOST_LINES_BESIDE;
  }

  private static double height(Row row) {
    return ROW + LINE * (lines(row).size() - (across(row) ? 0 : 1));
  }

  /** The scale below the axis, as wide as the plot. */
  private static List<String> scale(Panel panel) {
    return Wrap.lines(Svg.typeset(panel.scale()), SCALE_CHARACTERS, 0);
  }

  private static double axis(Panel panel) {
    return AXIS + LINE * Math.max(0, scale(panel).size() - 1);
  }

  private static double panel(Svg svg, double top, Panel panel) {
    List<Double> ends = new ArrayList<>(List.of(panel.reference()));
    for (Row row : panel.rows()) {
      if (row instanceof Estimate e) {
        ends.addAll(List.of(e.interval().lower(), e.interval().upper(), e.value()));
      }
    }
    Axis axis = Axis.around(ends, LABELS, LABELS + PLOT);
    double bottom = top + panel.rows().stream().mapToDouble(ForestDrawing::height).sum() + 8;
    svg.line(
        axis.place(panel.reference()),
        top + 6,
        axis.place(panel.reference()),
        bottom,
        "stroke-dasharray",
        "4 3",
        "stroke-opacity",
        "0.7");
    double y = top + 4;
    for (Row row : panel.rows()) {
      row(svg, row, y, axis, panel.reference());
      y += height(row);
    }
    svg.line(LABELS, bottom, LABELS + PLOT, bottom);
    for (double mark : axis.marks(5)) {
      svg.line(axis.place(mark), bottom, axis.place(mark), bottom + 5);
      svg.text(
          axis.place(mark),
          bottom + 19,
          Svg.typeset(axis.label(mark, 5)),
          "text-anchor",
          "middle",
          "font-size",
          "12");
    }
    List<String> scale = scale(panel);
    for (int line = 0; line < scale.size(); line++) {
      svg.text(
          LABELS + PLOT / 2,
          bottom + 37 + LINE * line,
          scale.get(line),
          "text-anchor",
          "middle",
          "font-size",
          "12",
          "fill-opacity",
          "0.8");
    }
    return bottom + axis(panel) - 8;
  }

  private static void row(Svg svg, Row row, double top, Axis axis, double reference) {
    boolean heading = row instanceof Heading;
    boolean across = across(row);
    List<String> lines = lines(row);
    double left = heading ? 0 : 14;
    double y = top + 17;
    if (heading || across) {
      // All before the first word, which would lose its descenders otherwise.
      for (int line = 0; line < lines.size(); line++) {
        svg.ground(left, y - 14 + LINE * line, Svg.width(lines.get(line), 14), 19);
      }
    }
    for (String line : lines) {
      svg.text(left, y, line, "font-size", "13", "font-weight", heading ? "600" : "400");
      y += LINE;
    }
    if (row instanceof Estimate estimate) {
      double middle = across ? y - 4.5 : top + 12.5 + LINE / 2 * (lines.size() - 1);
      interval(svg, estimate, middle, axis, reference);
    }
  }

  private static void interval(Svg svg, Estimate estimate, double y, Axis axis, double reference) {
    Interval interval = estimate.interval();
    boolean sure = !interval.contains(reference);
    String[] style = {"stroke", Svg.ACCENT, "stroke-width", sure ? "2.4" : "1.6"};
    double left = axis.place(interval.lower());
    double right = axis.place(interval.upper());
    // Drawn as paths, since lines have the colour of the text.
    svg.path(
        "M"
            + Svg.point(left, y)
            + " H"
            + Svg.number(right)
            + " M"
            + Svg.point(left, y - 4)
            + " v8"
            + " M"
            + Svg.point(right, y - 4)
            + " v8",
        style);
    svg.circle(
        axis.place(estimate.value()),
        y,
        5,
        "fill",
        sure ? Svg.ACCENT : "#fff",
        "style",
        sure ? "fill:" + Svg.ACCENT : "fill:var(--page,#fff)",
        "stroke",
        Svg.ACCENT,
        "stroke-width",
        "1.6");
    svg.text(
        WIDTH,
        y + 4.5,
        Svg.typeset(estimate.written()),
        "text-anchor",
        "end",
        "font-size",
        "13",
        "style",
        "font-variant-numeric:tabular-nums");
  }
}
