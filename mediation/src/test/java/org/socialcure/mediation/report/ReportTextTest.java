package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;

/** What is printed: its width, its digits, its words. */
class ReportTextTest {
  /** Words that claim more than coefficients show. */
  private static final Pattern CLAIMS =
      Pattern.compile(
          "\\b(full|fully|partial|partially|complete|completely) mediat|\\bcaus|\\blead(s|ing)? to\\b"
              + "|\\bincreas|\\bdecreas|\\breduc|\\binfluenc|\\bimpact|\\baffects?\\b|\\bdrive"
              + "|\\bproduc(e|es|ed)\\b|\\bbecause of the exposure",
          Pattern.CASE_INSENSITIVE);

  static Stream<ModelDocument> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsAHundredColumns(ModelDocument sample) {
    Report.of(sample)
        .text()
        .lines()
        .forEach(l -> assertTrue(l.length() <= 100, () -> l.length() + ": " + l));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsEveryNumberOfTheDocument(ModelDocument sample) {
    // The page and the files hold further inference; see ReportPageTest.
    DocumentNumbers.assertShown(
        sample,
        Report.of(sample).text(),
        Set.of(".slopes", "].classical", "].bootstrap", "].normalTheory", "].simultaneous"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void namesEveryVariableThoughItMayBeWrapped(ModelDocument sample) {
    String text = squeezed(Report.of(sample).text());
    Stream.of(
            sample.model().x().stream(),
            sample.model().mediators().stream(),
            sample.model().y().stream(),
            sample.model().covariates().stream())
        .flatMap(s -> s)
        .forEach(n -> assertTrue(text.contains(squeezed(n)), n));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void makesNoClaimThatCoefficientsCannotCarry(ModelDocument sample) {
    String words =
        String.join(" ", new Narrative(sample).paragraphs()) + new Narrative(sample).headline();
    assertFalse(CLAIMS.matcher(words).find(), words);
  }

  @Test
  void saysWhetherIntervalsIncludeZeroAndHowTheyCameAbout() {
    String words = String.join(" ", new Narrative(Samples.simple()).paragraphs());
    assertTrue(
        words.contains(
            "The indirect effect through belonging is -0.1645 (95% interval -0.2416 to -0.0874); "
                + "the interval excludes zero."),
        words);
    assertTrue(
        words.contains(
            "The direct effect is -0.1523 (95% interval -0.3122 to 0.0076); the interval includes "
                + "zero."),
        words);
    assertTrue(words.contains("Interval of the indirect effect: " + Samples.PERCENTILE), words);
  }

  @Test
  void printsThisTable() {
    List<String> lines = Report.of(Samples.simple()).text().lines().toList();
    int start = lines.indexOf("Effects");
    assertEquals(
        """
        Effects
          Effect       Estimate      SE      p  95% lower  95% upper  Interval
          --------------------------------------------------------------------
          Total and direct
            Total       -0.3168  0.0793  .0184    -0.4732    -0.1604  a
            Direct      -0.1523  0.0811  .1529    -0.3122     0.0076  a
          Indirect, by the mediators passed
            belonging   -0.1645  0.0391  .0149    -0.2416    -0.0874  b
            Interval: a = t distribution, classical standard errors; b = percentile bootstrap, 10,000
              replicates.
            Scale: units of y.
        """,
        String.join("\n", lines.subList(start, start + 11)) + "\n");
  }

  @Test
  void isTheSameEveryTime() {
    for (ModelDocument sample : Samples.all()) {
      assertEquals(Report.of(sample).text(), Report.of(sample).toString());
    }
    assertEquals(
        Report.of(Samples.all()).text(), Report.of("Mediation analyses", Samples.all()).text());
  }

  @Test
  void needsAModel() {
    assertThrows(InvalidInputException.class, () -> Report.of(List.of()));
  }

  @Test
  void tellsUnknownCodesAsTheyAre() {
    ModelDocument simple = Samples.simple();
    ModelDocument.Effect effect = simple.effects().get(0);
    ModelDocument later =
        Samples.withEffects(
            simple,
            List.of(
                new ModelDocument.Effect(
                    "interventional",
                    "of tomorrow",
                    List.of(),
                    effect.at(),
                    effect.expression(),
                    effect.scale(),
                    effect.estimate(),
                    effect.se(),
                    effect.interval(),
                    effect.intervalRule(),
                    effect.p(),
                    effect.classical(),
                    effect.bootstrap(),
                    effect.normalTheory(),
                    effect.standardised(),
                    Optional.empty())));
    String text = Report.of(later).text();
    assertTrue(text.contains("interventional") && text.contains("of tomorrow"), text);
  }
}
