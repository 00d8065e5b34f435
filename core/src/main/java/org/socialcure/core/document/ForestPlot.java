package org.socialcure.core.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Estimates with their intervals, a row each, below one another.
 *
 * <p>An estimate is filled and its interval stronger where the interval excludes the reference of
 * its panel.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what the picture is
 * @param caption what it shows and how to read it
 * @param panels the parts with an axis each; without one there is only the title
 * @param data the table in place of the picture; empty where the document has one elsewhere
 * @since 0.1
 */
public record ForestPlot(String title, String caption, List<Panel> panels, Optional<Table> data)
    implements Figure {
  /**
   * Estimates on one scale.
   *
   * @param scale the scale, as the axis is labelled
   * @param reference the value that stands for nothing being there: 0 for differences, 1 for ratios
   * @param rows headings and estimates
   * @since 0.1
   */
  @MapperForm
  public record Panel(String scale, double reference, List<Row> rows) {
    /** Copies the list. */
    public Panel {
      Objects.requireNonNull(scale, "scale");
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a panel.
   *
   * @since 0.1
   */
  @MapperForm
  public sealed interface Row permits Heading, Estimate {}

  /**
   * A heading for the estimates that follow.
   *
   * @param text the heading
   * @since 0.1
   */
  public record Heading(String text) implements Row {
    /** Refuses null. */
    public Heading {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * An estimate with its interval.
   *
   * @param label its name
   * @param value the estimate
   * @param interval its interval
   * @param decimals how many decimals are written
   * @since 0.1
   */
  public record Estimate(String label, double value, Interval interval, int decimals)
      implements Row {
    /** Refuses nulls. */
    public Estimate {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(interval, "interval");
    }

    String written() {
      return Numbers.fixed(value, decimals) + " " + Numbers.interval(interval, decimals);
    }
  }

  /** Copies the list and refuses nulls. */
  public ForestPlot {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(data, "data");
    panels = List.copyOf(panels);
  }

  /** The estimates, each heading before its own. */
  @Override
  public String description() {
    StringBuilder words = new StringBuilder();
    String between = "";
    for (Panel panel : panels) {
      for (Row row : panel.rows()) {
        if (row instanceof Heading heading) {
          words.append(words.isEmpty() ? "" : ". ").append(heading.text());
          between = ": ";
        } else if (row instanceof Estimate estimate) {
          words.append(words.isEmpty() ? "" : between).append(estimate.label());
          words.append(' ').append(estimate.written());
          between = "; ";
        }
      }
    }
    return words.isEmpty() ? "No intervals." : words.toString();
  }

  @Override
  public String toString() {
    return caption + ": " + description();
  }

  @Override
  public String svg() {
    return ForestDrawing.draw(this);
  }
}
