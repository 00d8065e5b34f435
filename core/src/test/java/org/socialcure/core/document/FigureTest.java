package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Diagram.Arrow;
import org.socialcure.core.document.Diagram.Box;
import org.socialcure.core.document.Diagram.Placement;
import org.socialcure.testsupport.Markup;

/** The pictures. */
class FigureTest {
  private static List<String> texts(Figure figure) {
    return Markup.parse(figure.svg()).all("text").stream().map(Markup::text).toList();
  }

  @Test
  void forestFillsWhatExcludesTheReferenceOfItsPanel() {
    ForestPlot forest = Samples.forest();
    List<Markup> circles = Markup.parse(forest.svg()).all("circle");
    assertEquals(
        List.of("#3f7fbf", "#fff", "#3f7fbf"),
        circles.stream().map(c -> c.attribute("fill")).toList());
    assertTrue(texts(forest).contains("\u22120.30 [\u22120.50, \u22120.10]"));
    assertTrue(texts(forest).contains("Total \u2192 direct"));
    assertTrue(texts(forest).containsAll(List.of("units of y", "ratio")));
    assertTrue(
        forest.description().startsWith("Total -> direct: Total -0.30 [-0.50, -0.10]; "),
        forest::description);
  }

  @Test
  void aNameOfManyLinesStandsAboveItsInterval() {
    String name =
        "Arm of the trial to which the person was allocated by the link worker: walking group"
            + " \u2192 Loneliness at follow-up as measured by the eight-item short form \u2212 Arm of"
            + " the trial to which the person was allocated by the link worker: choir \u2192 Loneliness";
    ForestPlot forest =
        new ForestPlot(
            "t",
            "c",
            List.of(
                new ForestPlot.Panel(
                    "units of y",
                    0,
                    List.of(new ForestPlot.Estimate(name, 0.1, new Interval(-1, 1, 0.95), 2)))),
            Optional.empty());
    Markup picture = Markup.parse(forest.svg());
    List<Markup> words =
        picture.all("text").stream().filter(t -> t.attribute("font-size").equals("13")).toList();
    List<Markup> lines = words.subList(0, words.size() - 1);
    assertEquals(
        name.replace(" ", ""),
        lines.stream().map(Markup::text).collect(Collectors.joining()).replace(" ", ""),
        "nothing is lost");
    assertTrue(lines.size() <= 3, () -> lines.size() + " lines");
    double last = Double.parseDouble(lines.get(lines.size() - 1).attribute("y"));
    double middle = Double.parseDouble(picture.all("circle").get(0).attribute("cy"));
    assertTrue(middle > last + 5, "the interval is below its name");
    assertTrue(Double.parseDouble(picture.attribute("height")) > middle + 60, "and the axis below");
  }

  @Test
  void anEmptyForestIsStillAPicture() {
    Markup picture = Markup.parse(new ForestPlot("t", "c", List.of(), Optional.empty()).svg());
    assertEquals(List.of(), picture.all("circle"));
    assertEquals("No intervals.", picture.all("desc").get(0).text());
  }

  @Test
  void bandChangesItsShadeAtTheBoundWhereItLeavesTheReference() {
    Markup picture = Markup.parse(Samples.lines().svg());
    assertEquals(
        List.of("0.13", "0.32"),
        picture.all("path").stream()
            .filter(p -> p.attribute("d").endsWith("Z") && p.attribute("fill").equals("#3f7fbf"))
            .map(p -> p.attribute("fill-opacity"))
            .toList());
    long triangles =
        picture.all("path").stream().filter(p -> p.attribute("d").endsWith("h10 Z")).count();
    assertEquals(1, triangles, "the tick outside of the plot is left out");
    assertTrue(texts(Samples.lines()).contains("1.5000"));
  }

  @Test
  void severalLinesHaveNamesAndDashesOfTheirOwn() {
    List<LinePlot.Point> points =
        List.of(
            new LinePlot.Point(0, 1, Optional.empty()), new LinePlot.Point(1, 2, Optional.empty()));
    LinePlot plot =
        new LinePlot(
            "t",
            "c",
            "d",
            "x",
            "y",
            OptionalDouble.empty(),
            List.of(new LinePlot.Line("w = -1", points), new LinePlot.Line("w = 1", points)),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    assertTrue(texts(plot).containsAll(List.of("w = \u22121", "w = 1")), texts(plot).toString());
    assertEquals(
        2,
        Markup.parse(plot.svg()).all("path").stream()
            .map(p -> p.attribute("stroke-dasharray"))
            .distinct()
            .count());
  }

  @Test
  void placesWithNamesAreTheOnlyMarks() {
    List<LinePlot.Point> points =
        List.of(
            new LinePlot.Point(0, 1, Optional.empty()),
            new LinePlot.Point(1, 2, Optional.empty()),
            new LinePlot.Point(12, 3, Optional.empty()));
    LinePlot plot =
        new LinePlot(
            "t",
            "c",
            "d",
            "x",
            "y",
            OptionalDouble.empty(),
            List.of(new LinePlot.Line("", points)),
            List.of(),
            List.of(),
            List.of(
                new LinePlot.Mark(0, "referral"),
                new LinePlot.Mark(1, "a month later"),
                new LinePlot.Mark(12, "a year")),
            Optional.empty());
    List<Markup> marks =
        Markup.parse(plot.svg()).all("text").stream()
            .filter(it -> "middle".equals(it.attribute("text-anchor")))
            .toList();
    assertEquals(
        List.of("referral", "a month later", "a year", "x"),
        marks.stream().map(Markup::text).toList());
    assertFalse(
        marks.get(0).attribute("y").equals(marks.get(1).attribute("y")),
        "names that would touch stand in two lines");
    assertEquals(marks.get(0).attribute("y"), marks.get(2).attribute("y"));
  }

  @Test
  void refusesLinesThatAreNone() {
    LinePlot.Point point = new LinePlot.Point(0, 1, Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> new LinePlot.Line("", List.of(point)));
    assertThrows(
        IllegalArgumentException.class, () -> new LinePlot.Line("", List.of(point, point)));
    assertThrows(
        IllegalArgumentException.class, () -> new LinePlot.Point(0, Double.NaN, Optional.empty()));
  }

  @Test
  void diagramWritesEveryBoxAndNumber() {
    Diagram diagram = Samples.diagram();
    List<String> texts = texts(diagram);
    for (Arrow arrow : diagram.arrows()) {
      arrow.labels().forEach(l -> assertTrue(texts.contains(Svg.typeset(l.text())), l.text()));
    }
    assertTrue(texts.containsAll(List.of("Groups", "Visits", "Age", "exposure", "R² = 0.2")));
    assertEquals(
        "Groups to " + Samples.NASTY + ": a = 0.5 [0.1, 0.9]",
        diagram.description().split("; ", 2)[0]);
    assertTrue(
        diagram
            .description()
            .endsWith("Age on the arrow from Groups to " + Samples.NASTY + ": 0.1 [0, 0.2]"),
        diagram::description);
  }

  @Test
  void diagramRefusesArrowsToNowhere() {
    Box box = new Box("x", "", "X", Optional.empty(), Placement.FLOW);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Diagram(
                "t",
                "c",
                "l",
                List.of(box),
                List.of(new Arrow("x", "y", List.of())),
                List.of(),
                Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Diagram("t", "c", "l", List.of(box, box), List.of(), List.of(), Optional.empty()));
  }

  /** Boxes in a row, each with arrows to all that follow, and some aside. */
  @Property(tries = 40)
  void boxesOfADiagramStandApart(
      @ForAll @IntRange(min = 2, max = 6) int boxes, @ForAll @IntRange(max = 2) int aside) {
    List<Box> all = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < boxes; i++) {
      all.add(new Box("b" + i, "role", "Variable " + i, Optional.empty(), Placement.FLOW));
      for (int j = 0; j < i; j++) {
        arrows.add(new Arrow("b" + j, "b" + i, List.of()));
      }
    }
    List<Diagram.SideArrow> sides = new ArrayList<>();
    for (int i = 0; i < aside; i++) {
      all.add(new Box("w" + i, "role", "Moderator " + i, Optional.empty(), Placement.ASIDE));
      sides.add(new Diagram.SideArrow("w" + i, arrows.get(0), Optional.empty(), List.of()));
    }
    Diagram diagram = new Diagram("t", "c", "l", all, arrows, sides, Optional.empty());
    DiagramLayout layout = new DiagramLayout(diagram);
    layout.placeAside(new DiagramRoutes(diagram, layout.boxes()));
    List<DiagramLayout.Placed> placed = List.copyOf(layout.boxes().values());
    assertEquals(all.size(), placed.size());
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(placed.get(i).overlaps(placed.get(j), 5), placed.get(i) + " " + placed.get(j));
      }
    }
    Markup.parse(diagram.svg());
  }

  @Test
  void axesMarkRoundNumbers() {
    Axis axis = Axis.around(List.of(-1.0, 3.0), 100, 500);
    assertTrue(axis.place(-1) > 100 && axis.place(3) < 500);
    assertEquals((axis.place(-1) + axis.place(3)) / 2, axis.place(1), 1e-9);
    assertEquals(List.of(-1.0, 0.0, 1.0, 2.0, 3.0), axis.marks(5));
    assertEquals("0.05", new Axis(0, 0.3, 0, 1).label(0.05, 6));
    assertEquals("0", new Axis(-5, 5, 0, 1).label(-1e-17, 5));
  }

  @Test
  void theTextsOfCellsFollowTheirKind() {
    assertEquals(new Cell.Empty(), Cell.of(OptionalDouble.empty(), Cell::p));
    assertEquals(new Cell.Quantity(0.5, ".5000"), Cell.of(OptionalDouble.of(0.5), Cell::p));
    assertEquals(new Cell.Quantity(0.5, "50.0%"), Cell.percent(0.5, 1));
    assertEquals(new Cell.Quantity(2, "2.0000"), Cell.statistic(2));
    assertEquals(Cell.empty(), Cell.interval(Optional.<Interval>empty(), 2));
    assertEquals(Cell.empty(), Cell.text(""));
  }
}
