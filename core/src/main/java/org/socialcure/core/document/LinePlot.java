package org.socialcure.core.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Lines over a horizontal axis, with bands where their points have intervals.
 *
 * <p>A band is stronger where it excludes the reference. Several lines are told apart by their
 * dashes and their names at the right.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what the picture is
 * @param caption what it shows and how to read it
 * @param description what there is to see
 * @param x the name of the horizontal axis
 * @param y the name of the vertical axis
 * @param reference the value that stands for nothing being there, drawn as a dashed line; empty for
 *     none
 * @param lines at least one line
 * @param bounds places on the horizontal axis that are marked by a line and their number
 * @param ticks places on the horizontal axis that are marked by a small triangle; those outside of
 *     the plot are left out
 * @param marks the only places on the horizontal axis that have a name; empty for round numbers
 * @param data the table in place of the picture; empty where the document has one elsewhere
 * @since 0.1
 */
public record LinePlot(
    String title,
    String caption,
    String description,
    String x,
    String y,
    OptionalDouble reference,
    List<Line> lines,
    List<Double> bounds,
    List<Double> ticks,
    List<Mark> marks,
    Optional<Table> data)
    implements Figure {
  /**
   * A place on the horizontal axis with its name, such as a wave.
   *
   * @param x the place
   * @param name its name
   * @since 0.1
   */
  public record Mark(double x, String name) {
    /**
     * Refuses places that are none.
     *
     * @throws IllegalArgumentException if the place is not finite
     */
    public Mark {
      Objects.requireNonNull(name, "name");
      if (!Double.isFinite(x)) {
        throw new IllegalArgumentException("A mark has a finite place.");
      }
    }
  }

  /**
   * A line.
   *
   * @param name its name at the right end; empty for none
   * @param points at least two points from left to right
   * @since 0.1
   */
  @MapperForm
  public record Line(String name, List<Point> points) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are fewer than two points, or they do not run from
     *     left to right
     */
    public Line {
      Objects.requireNonNull(name, "name");
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("A line needs two points.");
      }
      for (int i = 1; i < points.size(); i++) {
        if (!(points.get(i - 1).x() < points.get(i).x())) {
          throw new IllegalArgumentException("The points of a line run from left to right.");
        }
      }
    }
  }

  /**
   * A point of a line.
   *
   * @param x its place on the horizontal axis
   * @param y its place on the vertical axis
   * @param interval the interval of {@code y}; empty for a line without a band
   * @since 0.1
   */
  @MapperForm
  public record Point(double x, double y, Optional<Interval> interval) {
    /**
     * Refuses places that are none.
     *
     * @throws IllegalArgumentException if a place is not finite
     */
    public Point {
      Objects.requireNonNull(interval, "interval");
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("A point has finite places.");
      }
    }
  }

  /**
   * Copies the lists and refuses nulls.
   *
   * @throws IllegalArgumentException if there is no line
   */
  public LinePlot {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(data, "data");
    lines = List.copyOf(lines);
    bounds = List.copyOf(bounds);
    ticks = List.copyOf(ticks);
    marks = List.copyOf(marks);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A line plot needs a line.");
    }
  }

  @Override
  public String toString() {
    return caption + ": " + description();
  }

  @Override
  public String svg() {
    return new LineDrawing(this).svg();
  }
}
