package org.socialcure.scoring.utility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Eq5d3l;
import org.socialcure.core.answer.Eq5d5l;
import org.socialcure.core.answer.EqVas;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.outcome.QualityAdjustedYears;

/**
 * Value sets against values that other software prints, and against a recomputation of every
 * profile in exact fractions (value_sets.py beside its numbers).
 */
class ValueSetsTest {
  private static final Citation SOURCE =
      new Citation("A table", Optional.empty(), Evidence.NOT_STATED);

  private static Dataset resource(String name) {
    return Dataset.readCsv(
        new InputStreamReader(
            Objects.requireNonNull(ValueSetsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8),
        CsvOptions.defaults());
  }

  private static ValueSet set(String id) {
    return ValueSets.all().stream().filter(set -> set.id().equals(id)).findFirst().orElseThrow();
  }

  /** The R packages eq5d (0.16.0 and of April 2026) and eqxwr agree on these. */
  @ParameterizedTest
  @CsvSource({
    "uk-5l-2026, 11111, 1",
    "uk-5l-2026, 21111, .968",
    "uk-5l-2026, 11112, .959",
    "uk-5l-2026, 21232, .812",
    "uk-5l-2026, 22222, .784",
    "uk-5l-2026, 33333, .604",
    "uk-5l-2026, 12345, .114",
    "uk-5l-2026, 54321, .417",
    "uk-5l-2026, 44444, -.209",
    "uk-5l-2026, 55555, -.567",
    "england-5l-2018, 11111, 1",
    "england-5l-2018, 11211, .950",
    "england-5l-2018, 21111, .942",
    "england-5l-2018, 11112, .922",
    "england-5l-2018, 11121, .937",
    "england-5l-2018, 11114, .715",
    "england-5l-2018, 22222, .701",
    "england-5l-2018, 33333, .593",
    "england-5l-2018, 12345, .322",
    "england-5l-2018, 44444, -.094",
    "england-5l-2018, 55555, -.285",
    "uk-3l-mvh, 11111, 1",
    "uk-3l-mvh, 11112, .848",
    "uk-3l-mvh, 21111, .850",
    "uk-3l-mvh, 11223, .255",
    "uk-3l-mvh, 12321, .329",
    "uk-3l-mvh, 21232, .088",
    "uk-3l-mvh, 22222, .516",
    "uk-3l-mvh, 33333, -.594"
  })
  void valuesThatOtherSoftwarePrints(String id, String profile, double value) {
    ValueSet set = set(id);
    assertEquals(value, set.value(Eq5dProfile.parse(set.version(), profile)));
  }

  /** The published table, which has more digits behind it than the matrix. */
  @ParameterizedTest
  @CsvSource({
    "11111, 1",
    "11112, .879",
    "11121, .837",
    "11211, .906",
    "12111, .846",
    "21111, .877",
    "21232, .654",
    "22222, .592",
    "33333, .516",
    "12345, .063",
    "54321, .071",
    "44444, .036",
    "55555, -.594"
  })
  void theCrosswalkIsWithinAThousandthOfThePublishedTable(String profile, double published) {
    assertEquals(
        published,
        ValueSets.CROSSWALK_UK_2012.value(Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, profile)),
        0.001 + 1e-12);
    assertTrue(ValueSets.CROSSWALK_UK_2012.toString().contains("within 0.001 of the published"));
  }

  @Test
  void all243ProfilesOfThreeLevelsAreThoseOfR() {
    Dataset golden = resource("eq5d_3l_uk_tto.csv");
    assertEquals(243, golden.rows());
    for (int row = 0; row < golden.rows(); row++) {
      StringBuilder code = new StringBuilder();
      for (String dimension : List.of("MO", "SC", "UA", "PD", "AD")) {
        code.append((int) golden.numbers(dimension)[row]);
      }
      assertEquals(
          golden.numbers("index")[row],
          ValueSets.UK_3L_MVH.value(Eq5dProfile.parse(Eq5dVersion.THREE_LEVELS, code.toString())),
          1e-12,
          code.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"uk-5l-2026, uk", "england-5l-2018, england", "crosswalk-uk-2012, crosswalk"})
  void all3125ProfilesOfFiveLevelsAreThoseOfExactFractions(String id, String column) {
    Dataset exact = resource("value_sets.csv");
    assertEquals(3125, exact.rows());
    for (int row = 0; row < exact.rows(); row++) {
      String code = Integer.toString((int) exact.numbers("profile")[row]);
      assertEquals(
          exact.numbers(column)[row] / 1000,
          set(id).value(Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, code)),
          code);
    }
  }

  @Test
  void aTableOfTheCallerIsTakenAsItIs() {
    Map<String, Double> table = new HashMap<>();
    for (int place = 0; place < 3125; place++) {
      table.put(Eq5dProfile.at(Eq5dVersion.FIVE_LEVELS, place).code(), 1 - place / 4000.0);
    }
    ValueSet own = ValueSet.of("own", "Own", Eq5dVersion.FIVE_LEVELS, "Wales", SOURCE, table);
    assertEquals(1, own.value(Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, "11111")));
    assertEquals(1 - 3124 / 4000.0, own.value(Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, "55555")));
    assertEquals(Evidence.NOT_STATED, own.evidence());
    assertEquals(own, ValueSet.of("own", "Own", Eq5dVersion.FIVE_LEVELS, "Wales", SOURCE, table));
    table.put("12345", 1.2);
    table.remove("54321");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> ValueSet.of("own", "Own", Eq5dVersion.FIVE_LEVELS, "Wales", SOURCE, table));
    assertEquals(2, refused.problems().size());
    assertTrue(refused.getMessage().contains("3124 of them"), refused.getMessage());
  }

  @Test
  void aProfileOfTheOtherVersionHasNoValue() {
    Eq5dProfile three = Eq5dProfile.parse(Eq5dVersion.THREE_LEVELS, "11223");
    assertThrows(InvalidInputException.class, () -> ValueSets.UK_5L_2026.value(three));
    assertThrows(
        InvalidInputException.class,
        () -> ValueSets.UK_5L_2026.value(new Eq5d3l(1, 1, 2, 2, 3).toResponses()));
    assertThrows(
        InvalidInputException.class, () -> ValueSets.UK_5L_2026.value(new EqVas(80).toResponses()));
    assertThrows(
        InvalidInputException.class, () -> Eq5dProfile.parse(Eq5dVersion.THREE_LEVELS, "11224"));
    for (String code : List.of("", "1111", "111111", "11110", "1111x")) {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class, () -> Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, code));
      assertEquals(
          "levels: must be five whole numbers from 1 to 5 for the EQ-5D-5L", refused.getMessage());
    }
  }

  @Test
  void answersHaveAValueOnlyIfAllDimensionsWereAnswered() {
    assertEquals(
        OptionalDouble.of(0.812),
        ValueSets.UK_5L_2026.value(new Eq5d5l(2, 1, 2, 3, 2).toResponses()));
    assertEquals(
        OptionalDouble.empty(),
        ValueSets.UK_5L_2026.value(new Eq5d5l(2, 1, null, 3, 2).toResponses()));
    Eq5dProfile profile = Eq5dProfile.of(new Eq5d5l(2, 1, 2, 3, 2).toResponses()).orElseThrow();
    assertEquals("21232", profile.code());
    assertEquals(10, profile.levelSum());
    assertFalse(profile.toString().contains("2123"), profile.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "21232, 11232, BETTER",
    "21232, 21232, SAME",
    "21232, 21233, WORSE",
    "21232, 12232, MIXED",
    "55555, 11111, BETTER",
    "11111, 11112, WORSE"
  })
  void profilesOfOnePersonAreComparedByPareto(String before, String after, ParetoClass expected) {
    assertEquals(
        expected,
        Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, after)
            .since(Eq5dProfile.parse(Eq5dVersion.FIVE_LEVELS, before)));
  }

  @Test
  void aScoredFileGetsItsValuesAtEveryWave() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader(
                """
                id,wave,e1,e2,e3,e4,e5
                a,T0,2,1,2,3,2
                a,T1,1,1,1,1,1
                b,T0,5,5,5,5,5
                b,T1,2,2,,2,2
                """),
            CsvOptions.defaults());
    Dataset scored =
        Scorer.batch().instrument(Instruments.EQ_5D_5L, "e{n}").keep("id", "wave").score(raw);
    Dataset valued = ValueSets.UK_5L_2026.addTo(scored);
    double[] expected = {.812, 1, -.567, Double.NaN};
    assertArrayEquals(expected, valued.numbers("eq-5d-5l.uk-5l-2026"));
    Dataset wide = ValueSets.UK_5L_2026.addTo(scored.widen("id", "wave"));
    assertEquals(.812, wide.numbers("eq-5d-5l.uk-5l-2026@T0")[0]);
    assertEquals(1, wide.numbers("eq-5d-5l.uk-5l-2026@T1")[0]);
    assertTrue(Double.isNaN(wide.numbers("eq-5d-5l.uk-5l-2026@T1")[1]));
    // Half a year from .812 to 1: (.812 + 1)/2 · 0.5.
    assertEquals(
        0.453,
        QualityAdjustedYears.of(
                wide, "eq-5d-5l.uk-5l-2026", List.of("T0", "T1"), List.of(0.0, 0.5), 0.95)
            .mean()
            .mean()
            .orElseThrow(),
        1e-12);
    assertThrows(InvalidInputException.class, () -> ValueSets.UK_5L_2026.addTo(valued));
    assertThrows(InvalidInputException.class, () -> ValueSets.UK_3L_MVH.addTo(scored));
    Dataset means = scored.with("eq-5d-5l.pain", new double[] {1.5, 2, 9, 2});
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> ValueSets.UK_5L_2026.addTo(means));
    assertTrue(refused.getMessage().startsWith("column eq-5d-5l.pain"), refused.getMessage());
    assertFalse(refused.getMessage().contains("1.5"), refused.getMessage());
  }

  @Test
  void everySetPrintsItsSource() {
    for (ValueSet set : ValueSets.all()) {
      assertTrue(set.toString().contains("doi.org/"), set.toString());
      assertNotEquals(Evidence.NOT_STATED, set.evidence());
    }
  }
}
