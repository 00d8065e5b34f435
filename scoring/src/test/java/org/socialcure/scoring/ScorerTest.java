package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.DeJongGierveld11;
import org.socialcure.core.answer.DeJongGierveldAnswer;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.MultipleGroups;
import org.socialcure.core.answer.Ons4;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Swemwbs;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.answer.Uls8;
import org.socialcure.core.answer.Who5;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.json.Json;

/**
 * The built-in instruments against their published scoring, from the sources that the instruments
 * themselves cite.
 */
class ScorerTest {
  private static ScoreSheet djg11(DeJongGierveldAnswer every) {
    return Scorer.score(
        new DeJongGierveld11(
            every, every, every, every, every, every, every, every, every, every, every));
  }

  /**
   * Six emotional and no social item are answered lonely when everything is answered yes; the
   * middle always counts.
   */
  @ParameterizedTest
  @CsvSource({"YES, 6, 0, 6", "MORE_OR_LESS, 6, 5, 11", "NO, 0, 5, 5"})
  void deJongGierveldCountsLonelyAnswers(
      DeJongGierveldAnswer every, double emotional, double social, double total) {
    ScoreSheet sheet = djg11(every);
    assertEquals(emotional, sheet.get("emotional").value());
    assertEquals(social, sheet.get("social").value());
    assertEquals(total, sheet.total().value());
  }

  @Test
  void deJongGierveld6IsReadFromJson() {
    Responses responses =
        Json.read(
            """
            {"instrument": "de-jong-gierveld-6", "answers": {"emptiness": "yes", "rely-on": "no", "trust": "more-or-less",
                                                              "close": "yes", "miss-people": "no", "rejected": "no"}}""",
            Responses.class);
    ScoreSheet sheet = Scorer.score(responses);
    assertEquals(1, sheet.get("emotional").value());
    assertEquals(2, sheet.get("social").value());
    assertEquals(3, sheet.total().value());
    assertEquals("moderately lonely", sheet.total().band().orElseThrow().label());
  }

  /**
   * Manual: the total survives one missing answer as a count over the answered items, a subscale
   * none.
   */
  @Test
  void deJongGierveld6CountsOverFiveAnswersButNotOverFour() {
    Map<String, String> all =
        Map.of(
            "emptiness", "yes", "rely-on", "no", "trust", "no", "close", "no", "miss-people", "no");
    Responses.Builder five = Responses.builder(Instruments.DE_JONG_GIERVELD_6);
    all.forEach(five::option);
    ScoreSheet sheet = Scorer.score(five.build());
    assertEquals(4, sheet.total().value());
    assertEquals(Completeness.OVER_ANSWERED_ITEMS, sheet.total().completeness());
    assertEquals(5, sheet.total().answered());
    assertEquals(3, sheet.get("social").value());
    NotScored emotional = (NotScored) sheet.result("emotional");
    assertEquals(NotScoredReason.MISSING_ITEMS, emotional.reason());
    assertEquals(Map.of("rejected", Answer.Missing.NOT_ASKED), emotional.unanswered());

    Responses.Builder four = Responses.builder(Instruments.DE_JONG_GIERVELD_6);
    all.forEach(
        (item, option) -> {
          if (!item.equals("trust")) {
            four.option(item, option);
          }
        });
    assertTrue(Scorer.score(four.build()).result("total") instanceof NotScored);
  }

  @Test
  void ucla3PrintsWhatIsNeededToReadIt() {
    Score total = Scorer.score(new Ucla3(2, 3, 1)).total();
    assertEquals(6, total.value());
    assertEquals(3, total.range().minimum());
    assertEquals(9, total.range().maximum());
    assertEquals(Direction.HIGHER_IS_WORSE, total.direction());
    assertEquals(Evidence.TWO_OR_MORE, total.band().orElseThrow().evidence());
    String text = total.toString();
    assertTrue(
        text.startsWith(
            "Loneliness (UCLA-3) 6 of 3..9, higher = lonelier, \"lonely\" (cut: ELSA usage"),
        text);
    assertEquals(
        "not lonely", Scorer.score(new Ucla3(2, 2, 1)).total().band().orElseThrow().label());
  }

  @Test
  void uls8ReversesItemsThreeAndSix() {
    assertEquals(6 + 2 * 4, Scorer.score(new Uls8(1, 1, 1, 1, 1, 1, 1, 1)).total().value());
    assertEquals(8, Scorer.score(new Uls8(1, 1, 4, 1, 1, 4, 1, 1)).total().value());
    assertEquals(32, Scorer.score(new Uls8(4, 4, 1, 4, 4, 1, 4, 4)).total().value());
    ScoreSheet sheet = Scorer.score(new Uls8(2, 3, 1, 4, 2, 2, 1, 3));
    assertEquals(2 + 3 + (5 - 1) + 4 + 2 + (5 - 2) + 1 + 3, sheet.total().value());
    assertEquals(22 / 8.0, sheet.get("mean").value());
    assertEquals(Optional.empty(), sheet.total().band());
  }

  /**
   * All 29 rows of the conversion table, agreed on by five independent code bases; 26.02 at 29 is
   * the corrected value.
   */
  @ParameterizedTest
  @CsvSource({
    "7, 7.00", "8, 9.51", "9, 11.25", "10, 12.40", "11, 13.33", "12, 14.08", "13, 14.75",
        "14, 15.32",
    "15, 15.84", "16, 16.36", "17, 16.88", "18, 17.43", "19, 17.98", "20, 18.59", "21, 19.25",
        "22, 19.98",
    "23, 20.73", "24, 21.54", "25, 22.35", "26, 23.21", "27, 24.11", "28, 25.03", "29, 26.02",
        "30, 27.03",
    "31, 28.13", "32, 29.31", "33, 30.70", "34, 32.55", "35, 35.00"
  })
  void swemwbsConvertsTheSumToTheMetric(int raw, double metric) {
    int[] answers = new int[7];
    for (int rest = raw, i = 0; i < 7; i++) {
      answers[i] = Math.min(5, rest - (6 - i));
      rest -= answers[i];
    }
    ScoreSheet sheet =
        Scorer.score(
            new Swemwbs(
                answers[0],
                answers[1],
                answers[2],
                answers[3],
                answers[4],
                answers[5],
                answers[6]));
    assertEquals(raw, sheet.get("raw").value());
    assertEquals(metric, sheet.total().value());
    assertEquals(metric <= 19.5 ? "low" : "not low", sheet.total().band().orElseThrow().label());
  }

  @Test
  void swemwbsIsNotScoredWithAHole() {
    ScoreSheet sheet = Scorer.score(new Swemwbs(3, 3, 3, 3, 3, 3, null));
    NotScoredException refused = assertThrows(NotScoredException.class, sheet::total);
    assertEquals(Map.of("own-mind", Answer.Missing.SKIPPED), refused.result().unanswered());
    assertTrue(refused.getMessage().contains("own-mind skipped"), refused.getMessage());
    assertEquals(List.of(), sheet.scores());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0, poor wellbeing", "5, 5, 5, 5, 5, 100, not poor wellbeing",
    "3, 3, 2, 2, 2, 48, poor wellbeing", "3, 3, 3, 2, 2, 52, not poor wellbeing"
  })
  void who5IsFourTimesTheSum(int a, int b, int c, int d, int e, double percent, String band) {
    ScoreSheet sheet = Scorer.score(new Who5(a, b, c, d, e));
    assertEquals(percent, sheet.total().value());
    assertEquals(percent / 4, sheet.get("raw").value());
    assertEquals(band, sheet.total().band().orElseThrow().label());
  }

  @Test
  void ons4HasFourScoresAndNoTotal() {
    ScoreSheet sheet = Scorer.score(new Ons4(4, 7, 9, 6));
    assertEquals(
        List.of("low", "high", "very high", "high"),
        sheet.scores().stream().map(score -> score.band().orElseThrow().label()).toList());
    assertEquals(Direction.HIGHER_IS_WORSE, sheet.get("anxious").direction());
    UnsupportedOperationException refused =
        assertThrows(UnsupportedOperationException.class, sheet::total);
    assertTrue(
        refused.getMessage().contains("satisfied, worthwhile, happy, anxious"),
        refused.getMessage());
    InvalidInputException unknown =
        assertThrows(InvalidInputException.class, () -> sheet.result("total"));
    assertTrue(
        unknown.getMessage().contains("satisfied, worthwhile, happy, anxious"),
        unknown.getMessage());
  }

  @Test
  void groupIdentificationKeepsItsTarget() {
    Score score = Scorer.score(new GroupIdentification("community", 5, 6, 7, 4)).total();
    assertEquals(5.5, score.value());
    assertEquals(Optional.of("community"), score.target());
    assertEquals("group-identification[community].total", score.name());
    assertEquals(2.5, Scorer.score(new MultipleGroups(1, 2, 3, 4)).total().value());
  }

  @Test
  void everyDefaultBandStartsAtItsEdgeAndRestsOnASource() {
    for (Instrument instrument : Instruments.all()) {
      for (Scale scale : instrument.scales()) {
        scale
            .defaultBands()
            .ifPresent(scheme -> assertTrue(scheme.evidence().isSourced(), instrument.id()));
      }
    }
    BandScheme scheme = Instruments.UCLA_3.scale("total").bands("community-life").orElseThrow();
    assertEquals("5 to 7", ScoreBand.of(7, scheme).label());
    assertEquals("8 or 9", ScoreBand.of(8, scheme).label());
    assertEquals(Evidence.ONE, ScoreBand.of(8, scheme).evidence());
    BandScheme recalled =
        new BandScheme("recalled", "a talk", Evidence.MEMORY_ONLY, Use.ON_REQUEST, scheme.bands());
    assertTrue(ScoreBand.of(8, recalled).toString().endsWith(", not validated)"));
  }

  /** The edges of the published bands, each value just inside. */
  @ParameterizedTest
  @CsvSource({
    "de-jong-gierveld-6, total, 1, not lonely",
    "de-jong-gierveld-6, total, 2, moderately lonely",
    "de-jong-gierveld-6, total, 4, moderately lonely",
    "de-jong-gierveld-6, total, 5, severely lonely",
    "de-jong-gierveld-6, social, 0, not socially lonely",
    "de-jong-gierveld-6, social, 1, socially lonely",
    "de-jong-gierveld-11, total, 2, not lonely",
    "de-jong-gierveld-11, total, 3, moderately lonely",
    "de-jong-gierveld-11, total, 8, moderately lonely",
    "de-jong-gierveld-11, total, 9, severely lonely",
    "de-jong-gierveld-11, total, 10, severely lonely",
    "de-jong-gierveld-11, total, 11, very severely lonely",
    "ucla-3, total, 5, not lonely",
    "ucla-3, total, 6, lonely",
    "ons4, happy, 4, low",
    "ons4, happy, 5, medium",
    "ons4, happy, 6, medium",
    "ons4, happy, 7, high",
    "ons4, happy, 8, high",
    "ons4, happy, 9, very high",
    "ons4, anxious, 1, very low",
    "ons4, anxious, 2, low",
    "ons4, anxious, 3, low",
    "ons4, anxious, 4, medium",
    "ons4, anxious, 5, medium",
    "ons4, anxious, 6, high",
    "who-5, percent, 48, poor wellbeing",
    "who-5, percent, 52, not poor wellbeing"
  })
  void bandsChangeWhereTheSourceSays(String instrument, String scale, double value, String label) {
    BandScheme scheme = Instruments.get(instrument).scale(scale).defaultBands().orElseThrow();
    assertEquals(label, ScoreBand.of(value, scheme).label());
  }

  @ParameterizedTest
  @EnumSource(Answer.Missing.class)
  void theReasonSaysWhyNothingWasAnswered(Answer.Missing missing) {
    Responses.Builder builder = Responses.builder(Instruments.UCLA_3);
    Instruments.UCLA_3.items().forEach(item -> builder.missing(item.id(), missing));
    NotScored result = (NotScored) Scorer.score(builder.build()).result("total");
    NotScoredReason expected =
        switch (missing) {
          case SKIPPED -> NotScoredReason.NO_ANSWERS;
          case DECLINED -> NotScoredReason.DECLINED;
          case NOT_APPLICABLE -> NotScoredReason.NOT_APPLICABLE;
          case NOT_ASKED -> NotScoredReason.NOT_ASKED;
        };
    assertEquals(expected, result.reason());
    assertEquals(0, result.answered());
  }

  @Test
  void mixedReasonsAreNoAnswers() {
    Responses responses =
        Responses.builder(Instruments.UCLA_3)
            .missing("left-out", Answer.Missing.DECLINED)
            .missing("isolated", Answer.Missing.SKIPPED)
            .build();
    assertEquals(
        "ucla-3.total not scored: no item was answered; 0 of 3 answered (companionship not asked, left-out declined,"
            + " isolated skipped)",
        Scorer.score(responses).toString());
  }

  @Test
  void proratingScalesTheAnsweredItemsUp() {
    List<Item> items = TestInstruments.items(4, Set.of(4), 1, 2, 3, 4, 5);
    Instrument instrument =
        TestInstruments.single(
            "prorated", items, new ScoringRule.Sum(), new MissingRule.Prorate(3));
    Responses three =
        Responses.builder(instrument).value("i1", 2).value("i2", 3).value("i4", 1).build();
    Score score = Scorer.score(three).total();
    assertEquals((2 + 3 + 5) * 4 / 3.0, score.value());
    assertEquals(Completeness.PRORATED, score.completeness());
    assertEquals(
        "total (made up) 13.33 of 4..20, higher = worse, prorated, 3 of 4 answered",
        score.toString());
    Responses two = Responses.builder(instrument).value("i1", 2).value("i2", 3).build();
    assertTrue(Scorer.score(two).result("total") instanceof NotScored);
  }

  @Test
  void refusesAnswersThatAreNotPermittedWithoutPrintingThem() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Scorer.score(new Ucla3(2, 77, 1)));
    assertTrue(refused.getMessage().contains("left-out"), refused.getMessage());
    assertTrue(!refused.getMessage().contains("77"), refused.getMessage());
  }

  @Test
  void goesToJsonAndBack() {
    for (ScoreSheet sheet :
        List.of(
            Scorer.score(new Ucla3(2, 3, 1)),
            Scorer.score(new Ucla3(2, null, 1)),
            Scorer.score(new GroupIdentification("family", 1, 2, 3, 4)),
            Scorer.score(new Ons4(1, null, 3, 4)),
            djg11(DeJongGierveldAnswer.MORE_OR_LESS))) {
      assertEquals(sheet, Json.read(Json.write(sheet), ScoreSheet.class));
    }
    Score score = Scorer.score(new Ucla3(2, 3, 1)).total();
    assertEquals(score, Json.read(Json.write(score), Score.class));
    String json = Json.write(Scorer.score(new Ucla3(2, null, 1)));
    assertTrue(json.contains("\"kind\": \"not-scored\""), json);
    assertTrue(json.contains("\"reason\": \"missing-items\""), json);
    assertTrue(json.contains("\"left-out\": \"skipped\""), json);
  }

  /**
   * A sheet made by hand, as when reading what another program wrote, keeps the invariants of one
   * that was scored.
   */
  @Test
  void refusesSheetsAndScoresThatContradictThemselves() {
    ScoreSheet sheet = Scorer.score(new Ucla3(2, 3, 1));
    String json = Json.write(sheet);
    assertThrows(
        InvalidInputException.class,
        () -> Json.read(json.replace("\"value\": 6", "\"value\": 10"), ScoreSheet.class));
    assertThrows(
        InvalidInputException.class,
        () -> Json.read(json.replace("\"answered\": 3", "\"answered\": 2"), ScoreSheet.class));
    assertThrows(
        InvalidInputException.class,
        () ->
            Json.read(
                json.replaceFirst("\"version\": \"2004\"", "\"version\": \"1\""),
                ScoreSheet.class));
  }

  /**
   * Reference by hand for a mean with decimal options; the ends of the range are reached exactly.
   */
  @Test
  void reachesTheEndsOfTheRangeWithDecimalValues() {
    List<Item> items = TestInstruments.items(7, Set.of(), .1, .2, .7);
    Instrument instrument =
        TestInstruments.single(
            "decimal", items, new ScoringRule.Sum(), new MissingRule.AllRequired());
    for (AnswerOption option : items.get(0).options()) {
      Responses.Builder builder = Responses.builder(instrument);
      items.forEach(item -> builder.option(item.id(), option.id()));
      Score score = Scorer.score(builder.build()).total();
      assertEquals(7 * option.value().orElseThrow(), score.value(), 1e-12);
    }
  }
}
