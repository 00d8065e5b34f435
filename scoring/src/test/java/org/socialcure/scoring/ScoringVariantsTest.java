package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.AnswerFlag;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.MissingOverride;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.change.Change;

/** What is scored otherwise than published, rounded, flagged or unverified says so. */
class ScoringVariantsTest {
  /** Four items of 0 to 3; with three answered a sum of 7 is prorated to 9.33, of 8 to 10.67. */
  private static Instrument own(String rounding) {
    return Json.read(
        """
        {
          "id": "own", "version": "1", "name": "Own four", "construct": "mood",
          "options": { "from": 0, "to": 3 },
          "items": [ { "id": "a", "label": "a" }, { "id": "b", "label": "b" },
                     { "id": "c", "label": "c" }, { "id": "d", "label": "d" } ],
          "scales": [
            {
              "id": "total", "scoring": "sum", "direction": "higher-is-worse",
              "missing": { "kind": "prorate", "atLeast": 2, "rounding": "%s" },
              "bandSchemes": [
                { "id": "cut", "source": "us", "bands": [ { "label": "low" }, { "label": "high", "from": 10 } ] }
              ]
            }
          ],
          "flags": [
            { "id": "d-high", "item": "d", "options": ["point-2", "point-3"], "text": "ask about d" }
          ]
        }
        """
            .formatted(rounding),
        Instrument.class);
  }

  private static Responses answered(Instrument instrument, int... values) {
    Responses.Builder builder = Responses.builder(instrument);
    for (int i = 0; i < values.length; i++) {
      builder.value(instrument.items().get(i).id(), values[i]);
    }
    return builder.build();
  }

  @ParameterizedTest
  @CsvSource({
    // Three answers: 4/3 of the sum. 9.33 is 9 and 10.67 is 11; neither crosses the cut of 10.
    "3, 3, 1, 9.333333333333334, 9, low, low",
    "3, 3, 2, 10.666666666666666, 11, high, high"
  })
  void aRuleThatRoundsGivesTheNearestWholeNumber(
      int a, int b, int c, double plain, double rounded, String plainBand, String roundedBand) {
    Score unrounded = Scorer.score(answered(own("none"), a, b, c)).total();
    Score whole = Scorer.score(answered(own("half-up"), a, b, c)).total();
    assertEquals(plain, unrounded.value(), 1e-12);
    assertEquals(rounded, whole.value());
    assertEquals(plainBand, unrounded.band().orElseThrow().label());
    assertEquals(roundedBand, whole.band().orElseThrow().label());
    assertEquals(Optional.empty(), unrounded.bandIfRounded());
    assertEquals(Optional.empty(), whole.bandIfRounded());
  }

  /** A half rounds up: 5 of 3 answered items of 2, 1, 2 is 6.67; of two answered, 5 is 10. */
  @Test
  void aHalfGoesToTheNextHigherNumberAndSaysIfThatIsAnotherBand() {
    Instrument sixItems =
        Json.read(
            """
            {
              "id": "six", "version": "1", "name": "Six", "construct": "mood",
              "options": { "from": 0, "to": 3 },
              "items": [ { "id": "a", "label": "a" }, { "id": "b", "label": "b" },
                         { "id": "c", "label": "c" }, { "id": "d", "label": "d" },
                         { "id": "e", "label": "e" }, { "id": "f", "label": "f" } ],
              "scales": [
                {
                  "id": "total", "scoring": "sum", "direction": "higher-is-worse",
                  "missing": { "kind": "prorate", "atLeast": 4 },
                  "bandSchemes": [
                    { "id": "cut", "source": "us", "bands": [ { "label": "low" }, { "label": "high", "from": 11 } ] }
                  ]
                }
              ]
            }
            """,
            Instrument.class);
    // Seven over four answers is 10.5 of six.
    Score score = Scorer.score(answered(sixItems, 3, 2, 1, 1)).total();
    assertEquals(10.5, score.value());
    assertEquals("low", score.band().orElseThrow().label());
    assertEquals("high", score.bandIfRounded().orElseThrow().label());
    assertTrue(
        score.toString().contains("rounded to a whole number it would be \"high\""),
        score.toString());
    Instrument rounds =
        Json.read(
            Json.write(sixItems)
                .replaceAll("\"rounding\"\\s*:\\s*\"none\"", "\"rounding\": \"half-up\""),
            Instrument.class);
    Score whole = Scorer.score(answered(rounds, 3, 2, 1, 1)).total();
    assertEquals(11, whole.value());
    assertEquals("high", whole.band().orElseThrow().label());
    Dataset raw =
        Dataset.readCsv(new StringReader("q1,q2,q3,q4,q5,q6\n3,2,1,1,,\n"), CsvOptions.defaults());
    assertEquals(
        11,
        Scorer.batch().instrument(rounds, "q{n}").score(raw).numbers("six.total")[0],
        "a file rounds as a form does");
  }

  @Test
  void aFlagIsRaisedByItsOptionsAloneAndPrinted() {
    Instrument own = own("none");
    AnswerFlag flag = own.flags().get(0);
    ScoreSheet raised = Scorer.score(answered(own, 0, 0, 0, 2));
    assertEquals(List.of(flag), raised.flags());
    assertTrue(raised.toString().contains("Look at this form: item d: ask about d"));
    assertTrue(raised.table().text(200).contains("ask about d"), raised.table().text(200));
    assertEquals(List.of(), Scorer.score(answered(own, 3, 3, 3, 1)).flags());
    assertEquals(List.of(), Scorer.score(answered(own, 3, 3, 3)).flags());
    assertEquals(raised, Json.read(Json.write(raised), ScoreSheet.class));
  }

  @Test
  void aRuleThatWasAskedForIsNamedInTheScore() {
    Instrument practice = Instruments.UCLA_3.withMissing("hrs-practice");
    Score score = Scorer.score(answered(practice, 2, 3)).total();
    assertEquals(7.5, score.value());
    assertTrue(score.toString().contains("hrs-practice, which is not the published"), "" + score);
    assertInstanceOf(
        NotScored.class, Scorer.score(new Ucla3(2, 3, null)).result("total"), "the published rule");
    assertEquals(score, Json.read(Json.write(score), Score.class));
    assertEquals(
        Scorer.score(new Ucla3(2, 3, 1)).total().value(),
        Scorer.score(answered(practice, 2, 3, 1)).total().value(),
        "complete forms score the same");
  }

  @Test
  void scoresByTwoRulesAreNotCompared() {
    Instrument practice = Instruments.UCLA_3.withMissing("hrs-practice");
    Score published = Scorer.score(new Ucla3(2, 3, 1)).total();
    Score asked = Scorer.score(answered(practice, 2, 3)).total();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Change.between(published, asked));
    assertTrue(refused.getMessage().contains("two different rules"), refused.getMessage());
    assertEquals(
        0,
        Change.between(published, Scorer.score(answered(practice, 2, 3, 1)).total()).difference(),
        "complete forms score the same");
    assertEquals(
        1.5, Change.between(Scorer.score(answered(practice, 2, 3, 1)).total(), asked).difference());
  }

  @Test
  void wavesOfAFileAreScoredByOneRule() {
    Dataset raw =
        Dataset.readCsv(new StringReader("a1,a2,a3,b1,b2,b3\n1,2,3,1,2,\n"), CsvOptions.defaults());
    BatchScorer mixed =
        Scorer.batch()
            .instrument(InstrumentColumns.of(Instruments.UCLA_3, "a{n}").at("t0"))
            .instrument(
                InstrumentColumns.of(Instruments.UCLA_3.withMissing("hrs-practice"), "b{n}")
                    .at("t1"));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> mixed.score(raw));
    assertTrue(refused.getMessage().contains("in two ways"), refused.getMessage());
    Dataset orders =
        Dataset.readCsv(
            new StringReader(
                "a1,a2,a3,a4,a5,a6,b1,b2,b3,b4,b5,b6\n"
                    + "yes,no,no,yes,yes,no,yes,yes,yes,yes,no,no\n"),
            CsvOptions.defaults());
    Instrument short6 = Instruments.DE_JONG_GIERVELD_6;
    Dataset scored =
        Scorer.batch()
            .instrument(InstrumentColumns.of(short6, "a{n}").at("t0"))
            .instrument(InstrumentColumns.of(short6.inOrder("long-form"), "b{n}").at("t1"))
            .score(orders);
    // By hand: at t0 emptiness and close count; at t1 emptiness alone, in the other order 5 would.
    assertEquals(2, scored.numbers("de-jong-gierveld-6.total@t0")[0]);
    assertEquals(1, scored.numbers("de-jong-gierveld-6.total@t1")[0]);
  }

  @Test
  void halfOfTheItemsIsEnoughWhereThatIsAskedFor() {
    Instrument half = Instruments.ULS_8.withMissing(MissingOverride.AT_LEAST_HALF);
    Responses four =
        Responses.builder(half)
            .value("companionship", 4)
            .value("turn-to", 4)
            .value("left-out", 4)
            .value("isolated", 4)
            .build();
    assertEquals(32, Scorer.score(four).total().value());
    Responses three =
        Responses.builder(half)
            .value("companionship", 4)
            .value("turn-to", 4)
            .value("left-out", 4)
            .build();
    assertInstanceOf(NotScored.class, Scorer.score(three).result("total"));
  }

  @Test
  void aFileSaysWhatIsUnverifiedOrNotThePublishedRule() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader("g1,g2,g3,g4,u1,u2,u3\n1,2,3,4,1,2,3\n"), CsvOptions.defaults());
    List<String> cautions =
        Scorer.batch()
            .instrument(
                InstrumentColumns.of(Instruments.GROUP_IDENTIFICATION, "g{n}").about("family"))
            .instrument(Instruments.UCLA_3.withMissing("hrs-practice"), "u{n}")
            .scoreAll(raw)
            .summary()
            .cautions();
    assertEquals(
        List.of(
            "The scores of GIS are unverified: how they are made is recalled, and was not seen in a"
                + " source (Group identification)",
            "Loneliness (UCLA-3): missing answers are treated by the rule hrs-practice, which is"
                + " not the published one"),
        cautions);
  }

  @Test
  void scoresThatRestOnMemoryAloneSaySo() {
    Score recalled = Scorer.score(new GroupIdentification("community", 1, 2, 3, 4)).total();
    assertEquals(Evidence.MEMORY_ONLY, recalled.evidence());
    assertTrue(recalled.toString().endsWith(", unverified"), recalled.toString());
    Score seen = Scorer.score(new Ucla3(1, 2, 3)).total();
    assertEquals(Evidence.TWO_OR_MORE, seen.evidence());
    assertFalse(seen.toString().contains("unverified"));
    Score ownScore = Scorer.score(answered(own("none"), 1, 2, 3, 0)).total();
    assertEquals(Evidence.NOT_STATED, ownScore.evidence());
    assertFalse(ownScore.toString().contains("unverified"));
  }
}
