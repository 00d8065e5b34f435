package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Document;
import org.socialcure.core.document.Section;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.NoProportion;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.testsupport.Markup;

/** What people read: labels in place of columns, words in place of keys, reasons with numbers. */
class ReportWordsTest {
  /** Where columns are named: the table of labels, and expressions in path syntax. */
  private static final Set<String> BY_COLUMN = Set.of("labels", "expressions");

  private static final Map<String, Function<Document, String>> FORMATS = formats();

  private static Map<String, Function<Document, String>> formats() {
    Map<String, Function<Document, String>> formats = new LinkedHashMap<>();
    formats.put("text", Document::text);
    // The page as it is, with what its elements are called, and as it is read.
    formats.put("HTML", document -> document.html() + Markup.parse(document.html()).text());
    formats.put("Markdown", Document::markdown);
    formats.put("LaTeX", Document::latex);
    return formats;
  }

  static Stream<ModelDocument> labelled() {
    return Stream.of(Samples.serial(), Samples.moderated(), Samples.multicategorical());
  }

  static Stream<ModelDocument> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("labelled")
  void columnsWithLabelsAreNamedInTheTableOfLabelsAndInThePathSyntaxOnly(ModelDocument sample) {
    Report report = Report.of(sample);
    for (Document document : List.of(report.document(), report.printout())) {
      Document read =
          new Document(
              document.title(),
              document.lead(),
              document.sections().stream()
                  .filter(s -> !BY_COLUMN.contains(s.id()))
                  .map(ReportWordsTest::withoutCode)
                  .toList(),
              document.colophon());
      FORMATS.forEach(
          (format, write) -> {
            String page = write.apply(read);
            sample
                .labels()
                .forEach(
                    (column, label) -> {
                      assertFalse(names(page, column), () -> format + " has the column " + column);
                      assertTrue(
                          squeezed(page).contains(squeezed(label)),
                          () -> format + " lacks the label " + label);
                    });
          });
    }
  }

  /** Whether a text has the name as a word of its own. */
  private static boolean names(String page, String column) {
    for (int at = page.indexOf(column); at >= 0; at = page.indexOf(column, at + 1)) {
      int end = at + column.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(page.charAt(at - 1));
      boolean ends = end == page.length() || !Character.isLetterOrDigit(page.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    // LaTeX and Markdown write a bracket or an underscore with a backslash.
    String escaped = column.replaceAll("([\\[\\]_])", "\\\\$1");
    return !escaped.equals(column) && page.contains(escaped);
  }

  private static Section withoutCode(Section section) {
    return new Section(
        section.id(),
        section.heading(),
        section.tone(),
        section.blocks().stream()
            .filter(b -> !(b instanceof Block.Code))
            .filter(b -> !(b instanceof Block.Folded f && f.blocks().get(0) instanceof Block.Code))
            .toList(),
        section.sections().stream().map(ReportWordsTest::withoutCode).toList());
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  @Test
  void theTableOfLabelsSaysWhichColumnIsMeant() {
    String text = Report.of(Samples.serial()).text();
    Samples.LABELS.forEach(
        (column, label) ->
            assertTrue(
                text.lines().anyMatch(l -> l.strip().matches(exactly(label, column))), label));
  }

  private static String exactly(String label, String column) {
    return "\\Q" + label + "\\E +\\Q" + column + "\\E";
  }

  @Test
  void filesForProgramsHaveColumns() {
    Report report = Report.of(Samples.serial());
    assertTrue(report.json().contains("\"x\": \"ucla-3.total@T0\""));
    assertTrue(report.effectsCsv().contains("ucla-3.total@T0 -> gis.total@T1 -> gp-visits@T1"));
    assertTrue(report.equationsCsv().lines().skip(1).noneMatch(l -> l.contains("UCLA-3")));
  }

  @Test
  void valuesOfACategoricalModeratorAreItsGroups() {
    String text = Report.of(Samples.multicategorical()).text();
    assertTrue(text.contains("Gender = woman"), text);
    assertFalse(text.contains("sex[woman] ="), text);
    String words = squeezed(text);
    assertTrue(words.contains("differencesinqualitybetweenpersonsofdifferentlevelsofOffermade"));
  }

  @Test
  void theTestOfAnEquationIsCalledWhatItIs() {
    String counts = squeezed(Report.of(Samples.counts()).text());
    assertTrue(counts.contains("likelihoodratiochi-square(2)="), counts);
    assertFalse(counts.contains("Waldchi-square"), counts);
    String clustered = squeezed(Report.of(Samples.clustered()).text());
    assertTrue(clustered.contains("Waldchi-square(2)="), clustered);
    assertFalse(clustered.contains("likelihoodratio"), clustered);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noKeyOfAMeasureOfFitReachesAReader(ModelDocument sample) {
    Report report = Report.of(sample);
    String read = report.text() + report.html() + report.markdown() + report.latex();
    sample.equations().stream()
        .flatMap(e -> e.fit().keySet().stream())
        .filter(key -> key.contains("-"))
        .forEach(key -> assertFalse(read.contains(key), key));
  }

  @Test
  void anOffsetThatIsTheSameForAllIsAConstant() {
    VariableSummary offset =
        Samples.counts().variables().stream()
            .filter(v -> v.role() == VariableSummary.Role.OFFSET)
            .findFirst()
            .orElseThrow();
    assertEquals(VariableSummary.Kind.CONSTANT, offset.kind());
    String text = Report.of(Samples.counts()).text();
    assertTrue(text.lines().anyMatch(l -> l.matches(" *log of months +offset +constant .*")), text);
  }

  @Test
  void aShareThatIsNotToldHasItsReasonAndStaysInTheDocument() {
    MediationModel model = Samples.withheld();
    Bootstrap bootstrap = Bootstrap.percentile(200).seed(3);
    ModelDocument document = model.fit(Samples.withheldData(), bootstrap).document();
    ModelDocument.EffectSize share = proportion(document);
    String number = Numbers.plain(share.estimate().orElseThrow());
    assertEquals(NoProportion.TOTAL_NEAR_ZERO, share.withheld().orElseThrow());

    Report report = Report.of(document);
    String reason = squeezed("not told, because the total effect is not distinguishable from zero");
    for (String read : List.of(report.text(), report.markdown(), report.latex(), report.html())) {
      assertFalse(read.contains(number), number);
      assertTrue(squeezed(read).contains(reason), read);
    }
    assertTrue(report.json().contains(String.valueOf(share.estimate().orElseThrow())));

    // Another program's rules: its number is told, with what speaks against it.
    ModelDocument compatible =
        model
            .withCompatibility(Compatibility.LAVAAN)
            .fit(Samples.withheldData(), bootstrap.withCompatibility(Compatibility.LAVAAN))
            .document();
    String told = Report.of(compatible).text();
    String same = Numbers.plain(proportion(compatible).estimate().orElseThrow());
    assertTrue(told.contains(same), told);
    assertTrue(told.contains("the total effect is not distinguishable from zero"), told);
    assertFalse(squeezed(told).contains(reason), told);
    // Nor does a caution deny what the table tells.
    assertFalse(squeezed(told).contains(squeezed("no proportion mediated is told")), told);
    assertTrue(squeezed(told).contains(squeezed("because another program tells it")), told);
  }

  @ParameterizedTest
  @CsvSource({
    "Loneliness, Loneliness, Loneliness (before), Loneliness (after)",
    "after, Loneliness, after (before), Loneliness",
    "after, before, after (before), before (after)",
    "Loneliness, Loneliness (before), Loneliness, Loneliness (before)",
    "visits, Loneliness, visits (before), Loneliness"
  })
  void aLabelThatCouldMeanAnotherColumnIsToldWithItsOwn(
      String first, String second, String firstTold, String secondTold) {
    double[] before = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] after = {2, 1, 4, 3, 6, 5, 8, 7};
    double[] visits = {1, 1, 3, 4, 7, 5, 8, 9};
    MediationResult result =
        Mediation.from("before")
            .through("after")
            .to("visits")
            .build()
            .fit(
                Dataset.of(Map.of("before", before, "after", after, "visits", visits))
                    .withLabels(Map.of("before", first, "after", second)));
    assertEquals(Map.of("before", firstTold, "after", secondTold), result.document().labels());
    assertEquals(
        "Indirect effect of " + firstTold + " on visits through " + secondTold,
        result.indirect("after").label());
    String text = squeezed(result.report().text());
    assertTrue(text.contains(squeezed("the association of " + firstTold + " with visits")), text);
    assertTrue(text.contains(squeezed("paths through " + secondTold)), text);
    assertTrue(
        result
            .report()
            .text()
            .lines()
            .anyMatch(l -> l.strip().matches(exactly(firstTold, "before"))),
        "the table of labels has the label that is told");
  }

  @Test
  void whatAnEquationNoticesIsToldByLabels() {
    int rows = 40;
    double[] x = new double[rows];
    double[] m = new double[rows];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = i % 7;
      m[i] = i % 5 + 0.3 * x[i];
      y[i] = i % 8 == 0 ? 1 : 0;
    }
    Dataset data =
        Dataset.of(Map.of("x", x, "m", m, "admitted@t1", y))
            .withLabels(Map.of("admitted@t1", "Admitted, at follow-up"));
    ModelDocument document =
        Mediation.from("x")
            .through("m")
            .to("admitted@t1")
            .build()
            .withFamily("admitted@t1", Family.LOGIT)
            .fit(data)
            .document();
    String message =
        document.cautions().stream()
            .filter(c -> c.code() == Caution.Code.EQUATION)
            .findFirst()
            .orElseThrow()
            .message();
    assertTrue(message.startsWith("Equation Admitted, at follow-up: 5 events"), message);
    assertFalse(message.contains("admitted@t1"), message);
  }

  @Test
  void clustersAreNamedAndCounted() {
    ModelDocument document = Samples.clustered();
    assertEquals(Optional.of(new Findings.Clusters("practice", 15)), document.model().clusters());
    assertTrue(squeezed(Report.of(document).text()).contains(squeezed("15, by practice")));
    assertEquals(Optional.empty(), Samples.simple().model().clusters());
  }

  @Test
  void everyModelIsWrittenSoThatItCanBeReadBack() {
    for (ModelDocument document : Samples.all()) {
      String syntax = document.model().syntax();
      assertEquals(syntax, PathModel.parse(syntax).syntax());
    }
  }

  @Test
  void aLimitThatIsZeroByDefinitionIsZero() {
    int bounds = 0;
    for (ModelDocument.JohnsonNeyman region : Samples.moderated().johnsonNeyman()) {
      if (region.method() == SignificanceRegions.Method.CLOSED_FORM) {
        for (double bound : region.bounds()) {
          CurvePoint there =
              region.curve().stream().filter(p -> p.at() == bound).findFirst().orElseThrow();
          assertTrue(
              there.interval().lower() == 0 || there.interval().upper() == 0, there.toString());
          bounds++;
        }
      }
    }
    assertTrue(bounds > 0);
  }

  private static ModelDocument.EffectSize proportion(ModelDocument document) {
    return document.effectSizes().stream()
        .filter(s -> s.kind() == EffectSize.Kind.PROPORTION_MEDIATED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namedEffectsAreToldBesideTheModelsOwn() {
    ModelDocument document =
        Samples.withheld()
            .withEffect("total", "c + a*b")
            .withEffect("doubled", "2*a*b", 0.5)
            .fit(Samples.withheldData())
            .document();
    String words = String.join(" ", new Narrative(document).paragraphs());
    assertTrue(words.contains("The total effect is "), words);
    assertTrue(words.contains("The named effect total is "), words);
    assertTrue(words.contains("The named effect doubled is "), words);
    String text = Report.of(document).text();
    assertTrue(text.contains("p of doubled: for the value 0.5, not zero."), text);
    assertFalse(text.contains("p of total"), text);
  }

  @Test
  void aRatioIsHeldAgainstOne() {
    ModelDocument.Effect ratio = Samples.minimal().effects().get(0);
    assertEquals(1, ratio.nullValue());
    boolean includes = ratio.interval().orElseThrow().contains(1);
    String words = String.join(" ", new Narrative(Samples.minimal()).paragraphs());
    assertTrue(words.contains("; the interval " + (includes ? "includes" : "excludes") + " 1."));
    assertTrue(Report.of(Samples.minimal()).text().contains("p of ratio: for the value 1"));
  }

  @Test
  void centredValuesAreToldOnTheirOwnScale() {
    String text = Report.of(Samples.moderated()).text();
    assertFalse(text.contains("distances from"), text);
    String html = Report.of(Samples.moderated()).html();
    assertTrue(html.contains("A centred variable stands for its distance from its mean"), html);
  }
}
