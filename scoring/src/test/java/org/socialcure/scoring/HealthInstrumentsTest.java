package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.EqVas;
import org.socialcure.core.answer.Phq9;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Wording;

/**
 * The instruments of health and wellbeing against forms scored by hand. A form is a digit an item
 * in the order of the instrument, {@code .} where it was not answered; the rule that each was
 * worked out by stands above its rows. {@code -} is no score.
 */
class HealthInstrumentsTest {
  /** A digit an item, {@code X} for 10. */
  private static Responses form(Instrument instrument, String answers) {
    Responses.Builder builder = Responses.builder(instrument);
    for (int i = 0; i < answers.length(); i++) {
      if (answers.charAt(i) != '.') {
        int value = answers.charAt(i) == 'X' ? 10 : answers.charAt(i) - '0';
        builder.value(instrument.items().get(i).id(), value);
      }
    }
    return builder.build();
  }

  private static void check(Instrument instrument, String form, String scale, String expected) {
    ScaleResult result = Scorer.score(form(instrument, form)).result(scale);
    String[] parts = expected.split(" ", 2);
    assertEquals(!parts[0].equals("-"), result instanceof Score, result.toString());
    if (result instanceof Score score) {
      assertEquals(Double.parseDouble(parts[0]), score.value(), 1e-12, form);
      assertEquals(
          parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
          score.band().map(ScoreBand::label),
          form);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Stewart-Brown 2009: seven answers of 1 to 5; the published table from the sum.
    "swemwbs, 1111111, metric, 7 low",
    "swemwbs, 5555555, metric, 35 not low",
    "swemwbs, 1234512, metric, 17.43 low", // 18
    "swemwbs, 3333333, metric, 19.25 low", // 21
    "swemwbs, 4444444, metric, 25.03 not low", // 28
    "swemwbs, 1234512, raw, 18",
    "swemwbs, 333333., metric, -",
    "swemwbs, ......., raw, -",
    "swemwbs, 0111111, raw, refused",
    // WHO: five answers of 0 to 5, the sum times 4; below 50 is poor.
    "who-5, 00000, percent, 0 poor wellbeing",
    "who-5, 55555, percent, 100 not poor wellbeing",
    "who-5, 33330, percent, 48 poor wellbeing",
    "who-5, 33331, percent, 52 not poor wellbeing",
    "who-5, 12345, raw, 15",
    "who-5, 5555., percent, -",
    "who-5, ....., raw, -",
    "who-5, 60000, percent, refused",
    // ONS: single answers of 0 to 10 with thresholds; no total.
    "ons4, 0000, satisfied, 0 low",
    "ons4, 4680, satisfied, 4 low",
    "ons4, 4680, worthwhile, 6 medium",
    "ons4, 4680, happy, 8 high",
    "ons4, XXXX, happy, 10 very high",
    "ons4, XXXX, anxious, 10 high",
    "ons4, 0001, anxious, 1 very low",
    "ons4, 0003, anxious, 3 low",
    "ons4, 0005, anxious, 5 medium",
    "ons4, .555, satisfied, -",
    "ons4, .555, happy, 5 medium"
  })
  void wellbeing(String id, String form, String scale, String expected) {
    if (expected.equals("refused")) {
      assertThrows(InvalidInputException.class, () -> form(Instruments.get(id), form));
    } else {
      check(Instruments.get(id), form, scale, expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Kroenke 2001: sum of nine answers from 0 to 3; below 5, 10, 15, 20.
    "phq-9, 000000000, total, 0 minimal",
    "phq-9, 333333333, total, 27 severe",
    "phq-9, 333333333., total, 27 severe",
    "phq-9, 0123012303, total, 12 moderate",
    "phq-9, 000000040, total, refused",
    "phq-9, 111100000, total, 4 minimal",
    "phq-9, 111110000, total, 5 mild",
    "phq-9, 333000000, total, 9 mild",
    "phq-9, 333100000, total, 10 moderate",
    "phq-9, 333320000, total, 14 moderate",
    "phq-9, 333330000, total, 15 moderately severe",
    "phq-9, 333333100, total, 19 moderately severe",
    "phq-9, 333333200, total, 20 severe",
    "phq-9, 12301230., total, -",
    "phq-9, ........., total, -",
    // Kroenke 2009: sum of eight; 10 and more.
    "phq-8, 00000000, total, 0 below the cut",
    "phq-8, 33333333, total, 24 at or above the cut",
    "phq-8, 33300000, total, 9 below the cut",
    "phq-8, 01230130, total, 10 at or above the cut",
    "phq-8, 3333333., total, -",
    "phq-8, ...33333, total, -",
    // Kroenke 2009: four answers; 3, 6, 9. The first two are the GAD-2, the others the PHQ-2.
    "phq-4, 0000, total, 0 normal",
    "phq-4, 3333, total, 12 severe",
    "phq-4, 1100, total, 2 normal",
    "phq-4, 3000, total, 3 mild",
    "phq-4, 2210, total, 5 mild",
    "phq-4, 0303, total, 6 moderate",
    "phq-4, 3320, total, 8 moderate",
    "phq-4, 3330, total, 9 severe",
    "phq-4, 3321, anxiety, 6 at or above the screening cut",
    "phq-4, 2021, anxiety, 2 below the screening cut",
    "phq-4, 0021, depression, 3 at or above the screening cut",
    "phq-4, 3311, depression, 2 below the screening cut",
    "phq-4, 33.3, total, -",
    "phq-4, 33.3, anxiety, 6 at or above the screening cut",
    "phq-4, 33.3, depression, -",
    "phq-4, 3..., total, -",
    // The first two of the PHQ-9; 3 and more.
    "phq-2, 00, total, 0 below the screening cut",
    "phq-2, 33, total, 6 at or above the screening cut",
    "phq-2, 20, total, 2 below the screening cut",
    "phq-2, 12, total, 3 at or above the screening cut",
    "phq-2, 3., total, -",
    "phq-2, .., total, -",
    // Spitzer 2006: sum of seven; 5, 10, 15.
    "gad-7, 0000000, total, 0 minimal",
    "gad-7, 3333333, total, 21 severe",
    "gad-7, 1111000, total, 4 minimal",
    "gad-7, 0123000, total, 6 mild",
    "gad-7, 3330000, total, 9 mild",
    "gad-7, 3331000, total, 10 moderate",
    "gad-7, 3333200, total, 14 moderate",
    "gad-7, 3333300, total, 15 severe",
    "gad-7, 333333., total, -",
    "gad-7, 33....., total, -",
    // The first two of the GAD-7; 3 and more.
    "gad-2, 00, total, 0 below the screening cut",
    "gad-2, 33, total, 6 at or above the screening cut",
    "gad-2, 11, total, 2 below the screening cut",
    "gad-2, 03, total, 3 at or above the screening cut",
    "gad-2, .3, total, -",
    "gad-2, .., total, -"
  })
  void depressionAndAnxiety(String id, String form, String scale, String expected) {
    if (expected.equals("refused")) {
      assertThrows(InvalidInputException.class, () -> form(Instruments.get(id), form));
    } else {
      check(Instruments.get(id), form, scale, expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Tennant 2007: sum of fourteen from 1 to 5, no bands unasked.
    "wemwbs, 11111111111111, total, 14",
    "wemwbs, 55555555555555, total, 70",
    "wemwbs, 12345123451234, total, 40",
    "wemwbs, 5432154321543., total, -",
    "wemwbs, 123...........,  total, -",
    // Diener 1985: sum of five from 1 to 7, no bands unasked.
    "swls, 11111, total, 5",
    "swls, 77777, total, 35",
    "swls, 72461, total, 20",
    "swls, 7246., total, -",
    "swls, 7...., total, -",
    // Lovibond 1995: twice the sum of seven from 0 to 3 (D 3 5 10 13 16 17 21, A 2 4 7 9 15 19 20,
    // S 1 6 8 11 12 14 18).
    "dass-21, 000000000000000000000, depression, 0 normal",
    "dass-21, 000000000000000000000, anxiety, 0 normal",
    "dass-21, 000000000000000000000, stress, 0 normal",
    "dass-21, 333333333333333333333, depression, 42 extremely severe",
    "dass-21, 333333333333333333333, anxiety, 42 extremely severe",
    "dass-21, 333333333333333333333, stress, 42 extremely severe",
    // 2+0+1+0+3+0+2 = 8; 1+3+2+0+2+2+3 = 13; 0+1+3+2+3+1+1 = 11.
    "dass-21, 012301230123012301232, depression, 16 moderate",
    "dass-21, 012301230123012301232, anxiety, 26 extremely severe",
    "dass-21, 012301230123012301232, stress, 22 moderate",
    "dass-21, 01230123012301230123., depression, -",
    "dass-21, 01230123012301230123., anxiety, 26 extremely severe",
    "dass-21, ...301230123012301232, stress, -",
    // The answers themselves, and for EQ-5D the sum of the levels.
    "eq-5d-5l, 11111, level-sum, 5",
    "eq-5d-5l, 55555, level-sum, 25",
    "eq-5d-5l, 21345, level-sum, 15",
    "eq-5d-5l, 21345, usual-activities, 3",
    "eq-5d-5l, 213.5, level-sum, -",
    "eq-5d-5l, 213.5, anxiety, 5",
    "eq-5d-5l, ....., mobility, -",
    "eq-5d-3l, 11111, level-sum, 5",
    "eq-5d-3l, 33333, level-sum, 15",
    "eq-5d-3l, 12321, level-sum, 9",
    "eq-5d-3l, 12321, pain, 2",
    "eq-5d-3l, 1232., level-sum, -",
    "eq-5d-3l, ....1, self-care, -",
    "icecap-a, 11111, stability, 1",
    "icecap-a, 44444, enjoyment, 4",
    "icecap-a, 12343, achievement, 4",
    "icecap-a, 123.3, achievement, -",
    "icecap-a, 123.3, autonomy, 3",
    "icecap-a, ....., attachment, -",
    // Paterson 2007: 0 to 6 each, the mean of all; with one concern the mean of two.
    "mycaw, 000, profile, 0",
    "mycaw, 666, profile, 6",
    "mycaw, 531, profile, 3",
    "mycaw, 5.1, profile, -",
    "mycaw, 5.1, second-concern, -",
    "mycaw, 5.1, first-concern, 5",
    "mycaw, 5.2, first-concern-profile, 3.5",
    "mycaw, 56., first-concern-profile, -",
    "mycaw, ..., wellbeing, -",
    "star-reading, 11111111, area1, 1",
    "star-reading, 55555555, area8, 5",
    "star-reading, 12345123, area7, 2",
    "star-reading, 1234.123, area5, -",
    "star-reading, ........, area2, -"
  })
  void wellbeingAndProfiles(String id, String form, String scale, String expected) {
    check(Instruments.get(id), form, scale, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "diener-2006, 9, extremely dissatisfied",
    "diener-2006, 10, dissatisfied",
    "diener-2006, 14, dissatisfied",
    "diener-2006, 15, slightly below average",
    "diener-2006, 19, slightly below average",
    "diener-2006, 20, average",
    "diener-2006, 24, average",
    "diener-2006, 25, high",
    "diener-2006, 29, high",
    "diener-2006, 30, very high",
    "pavot-diener, 9, extremely dissatisfied",
    "pavot-diener, 14, dissatisfied",
    "pavot-diener, 19, slightly dissatisfied",
    "pavot-diener, 20, neutral",
    "pavot-diener, 21, slightly satisfied",
    "pavot-diener, 25, slightly satisfied",
    "pavot-diener, 26, satisfied",
    "pavot-diener, 30, satisfied",
    "pavot-diener, 31, extremely satisfied"
  })
  void theTwoSchemesOfTheSwlsStandApart(String scheme, int score, String label) {
    assertEquals(
        label, Instruments.SWLS.scale("total").bands(scheme).orElseThrow().band(score).label());
  }

  @Test
  void theAnalogueScaleIsTheAnswer() {
    assertEquals(0, Scorer.score(new EqVas(0)).total().value());
    assertEquals(100, Scorer.score(new EqVas(100)).total().value());
    assertEquals(73, Scorer.score(new EqVas(73)).total().value());
    assertTrue(Scorer.score(new EqVas(null)).result("health") instanceof NotScored);
    assertThrows(InvalidInputException.class, () -> Scorer.score(new EqVas(101)));
  }

  /** Eleven answers that add up to 38. */
  @Test
  void theWemwbsIsProratedByNameAlone() {
    Instrument prorated = Instruments.WEMWBS.withMissing("three-missing");
    Score score = Scorer.score(form(prorated, "54321543515...")).total();
    assertEquals(38 * 14 / 11.0, score.value(), 1e-12);
    check(prorated, "5432154351....", "total", "-");
  }

  @Test
  void theLastItemOfTheDassIsFlagged() {
    assertEquals(
        List.of("meaningless"),
        Scorer.score(form(Instruments.DASS_21, "000000000000000000001")).flags().stream()
            .map(flag -> flag.id())
            .toList());
    assertTrue(Scorer.score(form(Instruments.DASS_21, "333333333333333333330")).flags().isEmpty());
  }

  /** With k of n answers the sum times n/k, rounded, a half upwards. */
  @ParameterizedTest
  @CsvSource({
    // 12 · 9/8 = 13.5; 13 · 9/8 = 14.6; 9 · 9/7 = 11.57.
    "phq-9, one-missing, 12301230., total, 14 moderate",
    "phq-9, one-missing, 12301231., total, 15 moderately severe",
    "phq-9, one-missing, 1230123.., total, -",
    "phq-9, two-missing, 0230103.., total, 12 moderate",
    "phq-9, two-missing, 123012..., total, -",
    // 8 · 7/5 = 11.2; 8 · 7/6 = 9.33.
    "gad-7, two-missing, 01232.., total, 11 moderate",
    "gad-7, two-missing, 012320., total, 9 mild",
    "gad-7, two-missing, 0123..., total, -"
  })
  void missingAnswersAreMadeUpForByNameAlone(
      String id, String rule, String form, String scale, String expected) {
    check(Instruments.get(id).withMissing(rule), form, scale, expected);
    check(Instruments.get(id), form, scale, "-");
  }

  @Test
  void anyAnswerToTheNinthItemButNotAtAllIsFlagged() {
    assertTrue(Scorer.score(new Phq9(3, 3, 3, 3, 3, 3, 3, 3, 0, 3)).flags().isEmpty());
    assertTrue(Scorer.score(new Phq9(3, 3, 3, 3, 3, 3, 3, 3, null, 3)).flags().isEmpty());
    for (int answer = 1; answer <= 3; answer++) {
      ScoreSheet sheet = Scorer.score(new Phq9(0, 0, 0, 0, 0, 0, 0, 0, answer, null));
      assertEquals(List.of("self-harm"), sheet.flags().stream().map(f -> f.item()).toList());
      assertTrue(sheet.toString().contains("safety"), sheet.toString());
    }
    ScoreSheet unscored = Scorer.score(new Phq9(0, 0, 0, 0, 0, 0, 0, null, 1, null));
    assertEquals(1, unscored.flags().size(), "a form without a score is flagged as well");
  }

  @Test
  void theQuestionForDifficultyEntersNoScoreAndNeedNotStandInAFile() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader("q1,q2,q3,q4,q5,q6,q7,q8,q9\n0,1,2,3,0,1,2,3,0\n"),
            CsvOptions.defaults());
    assertEquals(
        12,
        Scorer.batch().instrument(Instruments.PHQ_9, "q{n}").score(raw).numbers("phq-9.total")[0]);
    InstrumentColumns nine =
        InstrumentColumns.of(
            Instruments.PHQ_9, List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"));
    assertEquals(12, Scorer.batch().instrument(nine).score(raw).numbers("phq-9.total")[0]);
    Dataset strange =
        Dataset.readCsv(
            new StringReader("q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\n0,1,2,3,0,1,2,3,0,somewhat\n"),
            CsvOptions.defaults());
    assertEquals(
        12,
        Scorer.batch()
            .instrument(Instruments.PHQ_9, "q{n}")
            .score(strange)
            .numbers("phq-9.total")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phq-9", "phq-8", "phq-4", "phq-2", "gad-7", "gad-2"})
  void aFileNumberedFromOneIsRefusedWithTheWayOut(String id) {
    Instrument instrument = Instruments.get(id);
    StringBuilder csv = new StringBuilder();
    for (Item item : instrument.items()) {
      csv.append(item.number() == 1 ? "" : ",").append("q").append(item.number());
    }
    csv.append("\n").append("4,".repeat(instrument.items().size() - 1)).append("4\n");
    Dataset raw = Dataset.readCsv(new StringReader(csv.toString()), CsvOptions.defaults());
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Scorer.batch().instrument(instrument, "q{n}").score(raw));
    assertTrue(refused.getMessage().contains("1=not-at-all"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"phq-9", "phq-8", "phq-4", "phq-2", "gad-7", "gad-2", "swls"})
  void theOpenWordsAreWhole(String id) {
    Instrument instrument = Instruments.get(id);
    Wording words = instrument.wording("en").orElseThrow();
    assertTrue(words.instruction().isPresent());
    for (Item item : instrument.items()) {
      assertTrue(words.text(item).isPresent(), item.id());
    }
  }
}
