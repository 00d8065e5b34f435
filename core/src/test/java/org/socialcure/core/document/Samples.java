package org.socialcure.core.document;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Diagram.Arrow;
import org.socialcure.core.document.Diagram.Box;
import org.socialcure.core.document.Diagram.Label;
import org.socialcure.core.document.Diagram.Placement;
import org.socialcure.core.document.Diagram.SideArrow;
import org.socialcure.core.document.Diagram.Weight;

/** A document with one of everything, and names that every format must escape. */
final class Samples {
  static final String NASTY = "a&b <i>c</i> | `d` *e* _f_ [g](h) #i ~j $k {l} %m \"n\" ^o \\p";

  private Samples() {}

  static Table table() {
    return Table.titled("Loneliness by wave")
        .text("Wave")
        .numbers("n", "Mean", "p")
        .interval(0.95)
        .keyed("Rule")
        .heading("All persons")
        .row(
            Cell.text("before, \"T0\""),
            Cell.count(1630),
            Cell.number(-5.25, 2),
            Cell.p(0.00002),
            Cell.interval(new Interval(-6.125, 0.00001, 0.95), 2),
            Cell.text("t distribution"))
        .heading("Completers")
        .row(
            Cell.text("after"),
            Cell.count(178),
            Cell.number(12.5, 1),
            Cell.empty(),
            Cell.empty(),
            Cell.text("percentile bootstrap"))
        .note("Means of the total.")
        .build();
  }

  static ForestPlot forest() {
    return new ForestPlot(
        "Effects",
        "Effects with 95% intervals",
        List.of(
            new ForestPlot.Panel(
                "units of y",
                0,
                List.of(
                    new ForestPlot.Heading("Total -> direct"),
                    new ForestPlot.Estimate("Total", -0.3, new Interval(-0.5, -0.1, 0.95), 2),
                    new ForestPlot.Estimate(NASTY, 0.1, new Interval(-0.1, 0.3, 0.95), 2))),
            new ForestPlot.Panel(
                "ratio",
                1,
                List.of(new ForestPlot.Estimate("Rate", 1.5, new Interval(1.1, 2, 0.95), 2)))),
        Optional.empty());
  }

  static LinePlot lines() {
    return new LinePlot(
        "Effect along w",
        "Effect along w; stronger where it excludes zero",
        "The interval excludes zero above 1.5.",
        "w",
        "effect",
        OptionalDouble.of(0),
        List.of(
            new LinePlot.Line(
                "",
                List.of(
                    new LinePlot.Point(0, -0.5, Optional.of(new Interval(-1, 0.5, 0.95))),
                    new LinePlot.Point(1, 0, Optional.of(new Interval(-0.5, 0.5, 0.95))),
                    new LinePlot.Point(2, 1, Optional.of(new Interval(0.5, 1.5, 0.95)))))),
        List.of(1.5),
        List.of(0.5, 99.0),
        List.of(),
        Optional.of(table()));
  }

  static Diagram diagram() {
    Arrow a = new Arrow("x", "m", List.of(new Label("a = 0.5", "[0.1, 0.9]", Weight.STRONG)));
    Arrow b = new Arrow("m", "y", List.of(new Label("b = -0.2", "[-0.5, 0.1]", Weight.FAINT)));
    Arrow c = new Arrow("x", "y", List.of(new Label("c = 0.1", "[-0.1, 0.3]", Weight.FAINT)));
    return new Diagram(
        "Path diagram",
        "Path diagram",
        "Thin arrows: the interval includes zero.",
        List.of(
            new Box("x", "exposure", "Groups", Optional.empty(), Placement.FLOW),
            new Box("m", "mediator", NASTY, Optional.of("R² = 0.2"), Placement.FLOW),
            new Box("y", "outcome", "Visits", Optional.empty(), Placement.LAST),
            new Box("w", "moderator", "Age", Optional.empty(), Placement.ASIDE)),
        List.of(a, b, c),
        List.of(
            new SideArrow(
                "w", a, Optional.empty(), List.of(new Label("0.1", "[0, 0.2]", Weight.STRONG)))),
        Optional.empty());
  }

  static Document document() {
    return new Document(
        "A <document> of " + NASTY,
        List.of(new Block.Lead("What this is about."), new Block.Paragraph("And more.")),
        List.of(
            Section.of(
                "scores",
                "Loneliness by wave",
                table(),
                new Block.Facts(List.of(new Block.Fact("Name " + NASTY, NASTY))),
                new Block.Bullets(List.of("one -> two", NASTY)),
                new Block.Code("Syntax", "y ~ a*x\n```\n  m"),
                new Block.Folded("Numbers few want", List.of(new Block.Code("DOT", "x -> y")))),
            Section.of("models", "Models", forest(), diagram())
                .withSections(
                    List.of(
                        Section.of("regions", "Regions", lines()),
                        Section.of("cautions", "Cautions", new Block.Bullets(List.of("Beware.")))
                            .withTone(Section.Tone.CAUTION)))),
        "Made with Social Cure.");
  }
}
