package org.socialcure.core.document;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Boxes and arrows with numbers.
 *
 * <p>A box stands to the right of everything from which arrows lead to it; the first and the last
 * boxes share the bottom line, those between stand above it. Side arrows end on arrows.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what the picture is
 * @param caption what it shows
 * @param legend how to read it, written below the boxes
 * @param boxes the boxes
 * @param arrows the arrows between them
 * @param sideArrows the arrows from boxes to arrows
 * @param data the table in place of the picture; empty where the document has one elsewhere
 * @since 0.1
 */
public record Diagram(
    String title,
    String caption,
    String legend,
    List<Box> boxes,
    List<Arrow> arrows,
    List<SideArrow> sideArrows,
    Optional<Table> data)
    implements Figure {
  /**
   * Where a box stands.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Placement {
    /** Where its arrows put it. */
    FLOW,
    /** As far to the right as any box, if an arrow leads to it. */
    LAST,
    /** Outside of the flow, where its side arrows are short; with a dashed border. */
    ASIDE
  }

  /**
   * A box.
   *
   * @param id what arrows call it by
   * @param role what it is, in small letters above its name
   * @param name its name
   * @param foot a small line below its name
   * @param placement where it stands
   * @since 0.1
   */
  @MapperForm
  public record Box(
      String id, String role, String name, Optional<String> foot, Placement placement) {
    /** Refuses nulls. */
    public Box {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(foot, "foot");
      Objects.requireNonNull(placement, "placement");
    }
  }

  /**
   * How much an arrow or a number stands out.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Weight {
    /** Thick and bold. */
    STRONG,
    /** Thin. */
    FAINT
  }

  /**
   * What stands on an arrow, in two lines.
   *
   * @param text the first line, such as a coefficient
   * @param below the second, smaller line, such as its interval
   * @param weight how much it stands out; an arrow is strong if one of its labels is
   * @since 0.1
   */
  @MapperForm
  public record Label(String text, String below, Weight weight) {
    /** Refuses nulls. */
    public Label {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(below, "below");
      Objects.requireNonNull(weight, "weight");
    }

    double width() {
      return Math.max(Svg.width(text, 13), Svg.width(below, 11));
    }

    private String words() {
      return below.isEmpty() ? text : text + " " + below;
    }
  }

  /**
   * An arrow between boxes.
   *
   * @param from the id of the box where it starts
   * @param to the id of the box where it ends
   * @param labels what stands on it
   * @since 0.1
   */
  @MapperForm
  public record Arrow(String from, String to, List<Label> labels) {
    /** Copies the list. */
    public Arrow {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      labels = List.copyOf(labels);
    }
  }

  /**
   * A dashed arrow from a box to an arrow.
   *
   * @param from the id of the box where it starts
   * @param onto the arrow on which it ends
   * @param through the id of a box whose own side arrow it ends on instead
   * @param labels what stands on it
   * @since 0.1
   */
  @MapperForm
  public record SideArrow(String from, Arrow onto, Optional<String> through, List<Label> labels) {
    /** Copies the list. */
    public SideArrow {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(onto, "onto");
      Objects.requireNonNull(through, "through");
      labels = List.copyOf(labels);
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if two boxes have one id, or an arrow starts or ends at what
   *     the diagram does not have
   */
  public Diagram {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(legend, "legend");
    Objects.requireNonNull(data, "data");
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    sideArrows = List.copyOf(sideArrows);
    Set<String> ids = new HashSet<>();
    for (Box box : boxes) {
      if (!ids.add(box.id())) {
        throw new IllegalArgumentException("Two boxes have the id " + box.id() + ".");
      }
    }
    boolean whole = arrows.stream().allMatch(a -> ids.contains(a.from()) && ids.contains(a.to()));
    if (!whole || !sideArrows.stream().allMatch(s -> ids.contains(s.from()))) {
      throw new IllegalArgumentException("An arrow starts or ends at a box that is not there.");
    }
    if (!arrows.containsAll(sideArrows.stream().map(SideArrow::onto).toList())) {
      throw new IllegalArgumentException("A side arrow ends on an arrow that is not there.");
    }
  }

  static boolean isStrong(List<Label> labels) {
    return labels.stream().anyMatch(l -> l.weight() == Weight.STRONG);
  }

  /** The arrows in words. */
  @Override
  public String description() {
    return Stream.concat(
            arrows.stream()
                .map(a -> name(a.from()) + " to " + name(a.to()) + ": " + words(a.labels())),
            sideArrows.stream()
                .map(
                    s ->
                        name(s.from())
                            + " on the arrow from "
                            + name(s.onto().from())
                            + " to "
                            + name(s.onto().to())
                            + ": "
                            + words(s.labels())))
        .collect(Collectors.joining("; "));
  }

  private String name(String id) {
    return boxes.stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow().name();
  }

  private static String words(List<Label> labels) {
    return labels.stream().map(Label::words).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return caption + ": " + description();
  }

  @Override
  public String svg() {
    return new DiagramDrawing(this).svg();
  }
}
