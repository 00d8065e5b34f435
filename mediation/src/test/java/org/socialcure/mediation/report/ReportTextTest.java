package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.effect.EffectKind;

/** What is printed: its width, its digits, its words. */
class ReportTextTest {
  /** Words that claim more than coefficients show. */
  private static final Pattern CLAIMS =
      Pattern.compile(
          "\\b(full|fully|partial|partially|complete|completely) mediat|\\bcaus|\\blead(s|ing)?"
              + " to\\b"
              + "|\\bincreas|\\bdecreas|\\breduc|\\binfluenc|\\bimpact|\\baffects?\\b|\\bdrive|\\bproduc(e|es|ed)\\b|\\bbecause"
              + " of the exposure",
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
            sample.told().model().x().stream(),
            sample.told().model().mediators().stream(),
            sample.told().model().y().stream(),
            sample.told().model().covariates().stream())
        .flatMap(s -> s)
        .forEach(n -> assertTrue(text.contains(squeezed(n)), n));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void makesNoClaimThatCoefficientsCannotCarry(ModelDocument sample) {
    Narrative narrative = new Narrative(sample.told());
    String words = String.join(" ", narrative.paragraphs()) + narrative.headline();
    assertFalse(CLAIMS.matcher(words).find(), words);
  }

  @Test
  void saysWhetherIntervalsIncludeZeroAndHowTheyCameAbout() {
    ModelDocument simple = Samples.simple();
    String words = String.join(" ", new Narrative(simple).paragraphs());
    assertTrue(
        words.contains(
            "The indirect effect through belonging is -0.2841 (95% interval -0.4099 to -0.1914); "
                + "the interval excludes zero."),
        words);
    assertTrue(
        words.contains("Interval of the indirect effect: percentile bootstrap, quantile rule"),
        words);
    // All samples together have intervals of both sorts; each is told as it is.
    int told = 0;
    for (ModelDocument sample : Samples.all()) {
      ModelDocument read = sample.told();
      String all = String.join(" ", new Narrative(read).paragraphs());
      for (ModelDocument.Effect effect : read.effects()) {
        if (effect.kind() == EffectKind.DIRECT && effect.at().isEmpty()) {
          String sentence = sentence(effect, all);
          boolean includes = effect.interval().orElseThrow().contains(0);
          assertEquals(includes, sentence.contains("the interval includes zero"), sentence);
          assertEquals(!includes, sentence.contains("the interval excludes zero"), sentence);
          told++;
        }
      }
    }
    assertTrue(told > 5, told + " direct effects");
  }

  /** The sentence with the estimate of an effect. */
  private static String sentence(ModelDocument.Effect effect, String words) {
    int decimals =
        Numbers.decimals(OptionalDouble.of(effect.estimate()), effect.se(), effect.interval());
    String is = " is " + Numbers.fixed(effect.estimate(), decimals);
    int at = words.indexOf(is);
    assertTrue(at >= 0, () -> effect.label() + is + " is not told: " + words);
    return words.substring(at, words.indexOf(" zero.", at) + 6);
  }

  @Test
  void printsThisTable() {
    List<String> lines = Report.of(Samples.simple()).text().lines().toList();
    int start = lines.indexOf("Effects");
    assertEquals(
        """
        Effects
          Effect       Estimate      SE        p  95% lower  95% upper  Interval
          ----------------------------------------------------------------------
          Total and direct
            Total       -0.4707  0.0855   < .001    -0.6393    -0.3020  a
            Direct      -0.1865  0.0856    .0305    -0.3553    -0.0178  a
          Indirect, by the mediators passed
            belonging   -0.2841  0.0517    .0066    -0.4099    -0.1914  b
            Interval: a = t distribution; b = percentile bootstrap, quantile rule normal-scale.
            Scale: units of loneliness.
        """,
        String.join("\n", lines.subList(start, start + 10)) + "\n");
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
}
