package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Diagram;
import org.socialcure.core.document.ForestPlot;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.testsupport.Markup;

/** The page and its pictures. */
class ReportPageTest {
  static Stream<ModelDocument> samples() {
    return Samples.all().stream();
  }

  private static Markup page(ModelDocument sample) {
    return Markup.parse(Report.of(sample).html());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWellFormedAndSelfContained(ModelDocument sample) {
    String html = Report.of(sample).html();
    Markup page = page(sample);
    assertEquals("en", page.attribute("lang"));
    for (String forbidden : List.of("script", "link", "img", "iframe", "object", "base")) {
      assertTrue(page.all(forbidden).isEmpty(), forbidden);
    }
    assertFalse(html.contains("url("), "style that loads");
    String elsewhere = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assertFalse(elsewhere.contains("http://") || elsewhere.contains("https://"), "address");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsEveryNumberOfTheDocument(ModelDocument sample) {
    Markup page = page(sample);
    // Pictures repeat the tables' numbers; what counts is that the tables have them.
    String tables =
        Report.of(sample).html().replaceAll("(?s)<svg.*?</svg>", "").replace("</", " </");
    DocumentNumbers.assertShown(sample, Markup.parse(tables).text());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsNamesAsTheyAre(ModelDocument sample) {
    String text = page(sample).text();
    ModelDocument.Model model = sample.told().model();
    model.x().ifPresent(x -> assertTrue(text.contains(x), x));
    model.mediators().forEach(m -> assertTrue(text.contains(m), m));
    sample.cautions().forEach(c -> assertTrue(text.contains(c.message()), c.message()));
    assertTrue(text.contains(sample.name()), sample.name());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void canBeReadWithoutSeeing(ModelDocument sample) {
    Markup page = page(sample);
    assertEquals(1, page.all("h1").size());
    for (Markup svg : page.all("svg")) {
      assertEquals("img", svg.attribute("role"));
      assertFalse(svg.attribute("aria-label").isBlank());
      assertEquals(1, svg.all("title").size());
      assertFalse(svg.all("desc").get(0).text().isBlank() && sample.model().x().isPresent());
    }
    for (Markup header : page.all("th")) {
      assertTrue(
          Set.of("col", "row", "rowgroup").contains(header.attribute("scope")), header.text());
    }
    Set<String> ids = new HashSet<>();
    for (Markup section : page.all("section")) {
      assertTrue(ids.add(section.attribute("id")), section.attribute("id"));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void drawsEveryMainPathOnce(ModelDocument sample) {
    Diagram graph = PathDiagram.of(sample.told());
    Markup svg = Markup.parse(Report.of(sample).svgDiagram());
    List<String> texts = svg.all("text").stream().map(Markup::text).toList();
    for (Diagram.Arrow arrow : graph.arrows()) {
      for (Diagram.Label label : arrow.labels()) {
        assertTrue(texts.contains(typeset(label.text())), label.text());
        assertTrue(texts.contains(typeset(label.below())), label.below());
      }
    }
    long boxes = svg.all("rect").stream().filter(r -> r.attribute("rx").equals("5")).count();
    assertEquals(graph.boxes().size(), boxes);
  }

  private static String typeset(String text) {
    return text.replaceAll("(?<=^|[\\s\u00a0\\[])-(?=[0-9.])", "\u2212");
  }

  @Test
  void drawsProductsAsArrowsToArrows() {
    Diagram graph = PathDiagram.of(Samples.moderated());
    assertEquals(
        List.of("groups to belonging", "belonging to gp_visits", "groups to gp_visits"),
        graph.arrows().stream().map(e -> e.from() + " to " + e.to()).toList());
    assertEquals(1, graph.sideArrows().size());
    Diagram.SideArrow moderation = graph.sideArrows().get(0);
    assertEquals("identification", moderation.from());
    assertEquals("groups", moderation.onto().from());
    assertEquals("belonging", moderation.onto().to());
    ModelDocument.Term product = Samples.moderated().equations().get(0).terms().get(3);
    assertEquals(List.of("groups", "identification"), product.variables());
    assertEquals(
        "aw\u00a0=\u00a0" + Numbers.fixed(product.estimate(), 4),
        moderation.labels().get(0).text());
  }

  @Test
  void drawsTheCodesOfACategoricalExposureOnOneArrow() {
    Diagram graph = PathDiagram.of(Samples.multicategorical());
    assertEquals(
        List.of("pathway", "belonging", "support", "quality", "sex"),
        graph.boxes().stream().map(Diagram.Box::name).toList());
    assertEquals(2, graph.arrows().get(0).labels().size());
  }

  @Test
  void plotsEffectsOnDifferentScalesApart() {
    List<String> texts = forest(Samples.moderated());
    assertTrue(texts.contains("units of Visits to the GP"), texts.toString());
    assertTrue(
        texts.contains("units of Visits to the GP by unit of the moderator"), texts.toString());
    ModelDocument.Effect direct = effect(Samples.moderated(), EffectKind.DIRECT);
    String written =
        Numbers.fixed(direct.estimate(), 4)
            + " "
            + Numbers.interval(direct.interval().orElseThrow(), 4);
    assertTrue(texts.contains(typeset(written)), written + " in " + texts);
  }

  @Test
  void plotsARatioAboutOne() {
    ForestPlot plot = EffectPlot.of(Samples.minimal());
    assertEquals(List.of(1.0), plot.panels().stream().map(ForestPlot.Panel::reference).toList());
  }

  private static List<String> forest(ModelDocument sample) {
    Markup picture = Markup.parse(Report.of(sample).svgForest());
    return picture.all("text").stream().map(Markup::text).toList();
  }

  private static ModelDocument.Effect effect(ModelDocument document, EffectKind kind) {
    return document.effects().stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void pictureOfSeveralModelsNeedsAChoice() {
    Report report = Report.of(Samples.all());
    assertThrows(IllegalStateException.class, report::svgDiagram);
    assertThrows(IllegalStateException.class, report::svgForest);
  }

  @Test
  void anEmptyForestIsStillAPicture() {
    Markup picture = Markup.parse(Report.of(Samples.bare()).svgForest());
    assertEquals(List.of(), picture.all("circle"));
    assertFalse(picture.all("title").get(0).text().isBlank());
  }

  @Test
  void severalModelsShareAPage() {
    Report report = Report.of("Three <models>", Samples.all());
    Markup page = Markup.parse(report.html());
    assertEquals("Three <models>", page.all("title").get(0).text());
    assertEquals(
        Samples.all().stream().map(ModelDocument::name).toList(),
        page.all("h2").stream().map(Markup::text).toList());
    Set<String> targets = new HashSet<>();
    page.all("section").forEach(s -> targets.add("#" + s.attribute("id")));
    page.all("a").forEach(a -> assertTrue(targets.contains(a.attribute("href"))));
  }

  @Test
  void isTheSameEveryTime() {
    assertEquals(Report.of(Samples.all()).html(), Report.of(Samples.all()).html());
  }

  @Test
  void writesFilesWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Report report = Report.of(Samples.simple());
    Path file = folder.resolve("report.html");
    Files.writeString(file, "before");
    report.writeHtml(file);
    assertEquals(report.html(), Files.readString(file));
    report.writeText(folder.resolve("report.txt"));
    report.writeMarkdown(folder.resolve("report.md"));
    report.writeLatex(folder.resolve("report.tex"));
    report.writeEffectsCsv(folder.resolve("effects.csv"));
    report.writeEquationsCsv(folder.resolve("equations.csv"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(6, files.count());
    }
    assertThrows(
        InvalidInputException.class, () -> report.writeHtml(folder.resolve("no/such/report.html")));
    assertThrows(InvalidInputException.class, () -> report.writeHtml(folder));
  }
}
