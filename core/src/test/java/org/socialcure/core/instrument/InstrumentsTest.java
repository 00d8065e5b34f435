package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;

/**
 * The built-in instruments against the fact sheets: the values here were typed in from the sheets,
 * not printed by the library.
 */
class InstrumentsTest {

  @ParameterizedTest
  @CsvSource({
    "ucla-3, total, 3, 3, 9, HIGHER_IS_WORSE",
    "uls-8, total, 8, 8, 32, HIGHER_IS_WORSE",
    "uls-8, mean, 8, 1, 4, HIGHER_IS_WORSE",
    "de-jong-gierveld-6, total, 6, 0, 6, HIGHER_IS_WORSE",
    "de-jong-gierveld-6, emotional, 3, 0, 3, HIGHER_IS_WORSE",
    "de-jong-gierveld-6, social, 3, 0, 3, HIGHER_IS_WORSE",
    "de-jong-gierveld-11, total, 11, 0, 11, HIGHER_IS_WORSE",
    "de-jong-gierveld-11, emotional, 6, 0, 6, HIGHER_IS_WORSE",
    "de-jong-gierveld-11, social, 5, 0, 5, HIGHER_IS_WORSE",
    "group-identification, total, 4, 1, 7, HIGHER_IS_BETTER",
    "multiple-groups, total, 4, 1, 7, HIGHER_IS_BETTER",
    "ons4, satisfied, 1, 0, 10, HIGHER_IS_BETTER",
    "ons4, worthwhile, 1, 0, 10, HIGHER_IS_BETTER",
    "ons4, happy, 1, 0, 10, HIGHER_IS_BETTER",
    "ons4, anxious, 1, 0, 10, HIGHER_IS_WORSE",
    "swemwbs, raw, 7, 7, 35, HIGHER_IS_BETTER",
    "swemwbs, metric, 7, 7, 35, HIGHER_IS_BETTER",
    "who-5, raw, 5, 0, 25, HIGHER_IS_BETTER",
    "who-5, percent, 5, 0, 100, HIGHER_IS_BETTER"
  })
  void rangeAndDirection(
      String id, String scaleId, int items, double low, double high, Direction direction) {
    Instrument instrument = Instruments.get(id);
    Scale scale = instrument.scale(scaleId);
    assertEquals(items, instrument.itemsOf(scale).size());
    assertEquals(new Range(low, high), instrument.range(scale));
    assertEquals(direction, scale.direction());
  }

  @Test
  void noScaleBesidesTheOnesListedAbove() {
    assertEquals(19, Instruments.all().stream().mapToInt(i -> i.scales().size()).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "ucla-3, total",
    "uls-8, total",
    "de-jong-gierveld-6, total",
    "de-jong-gierveld-11, total",
    "group-identification, total",
    "multiple-groups, total",
    "ons4,",
    "swemwbs, metric",
    "who-5, percent"
  })
  void mainScale(String id, String scale) {
    assertEquals(Optional.ofNullable(scale), Instruments.get(id).mainScale().map(Scale::id));
  }

  @Test
  void onlyTheTwoPositivelyWordedItemsOfTheUls8AreReversed() {
    for (Instrument instrument : Instruments.all()) {
      List<Integer> reversed =
          instrument.items().stream()
              .filter(item -> item.keying() == Keying.REVERSED)
              .map(Item::number)
              .toList();
      assertEquals(
          instrument == Instruments.ULS_8 ? List.of(3, 6) : List.of(), reversed, instrument.id());
    }
  }

  @Test
  void itemsOfTheDeJongGierveldSubscales() {
    assertEquals(List.of(1, 4, 7, 8, 11), numbers(Instruments.DE_JONG_GIERVELD_11, "social"));
    assertEquals(List.of(2, 3, 5, 6, 9, 10), numbers(Instruments.DE_JONG_GIERVELD_11, "emotional"));
    assertEquals(
        List.of("emptiness", "miss-people", "rejected"),
        Instruments.DE_JONG_GIERVELD_6.scale("emotional").items());
    assertEquals(
        List.of("rely-on", "trust", "close"),
        Instruments.DE_JONG_GIERVELD_6.scale("social").items());
    // The labels of the short form are the items 3, 4, 7, 8, 9 and 10 of the long one.
    assertEquals(
        List.of(3, 9, 10, 4, 7, 8),
        Instruments.DE_JONG_GIERVELD_6.items().stream()
            .map(item -> Instruments.DE_JONG_GIERVELD_11.item(item.id()).number())
            .toList());
  }

  @Test
  void theMiddleAnswerOfDeJongGierveldAlwaysCounts() {
    for (Instrument instrument :
        List.of(Instruments.DE_JONG_GIERVELD_6, Instruments.DE_JONG_GIERVELD_11)) {
      List<String> emotional = instrument.scale("emotional").items();
      for (Item item : instrument.items()) {
        assertFalse(item.isNumeric(), item.id());
        assertEquals(
            emotional.contains(item.id())
                ? List.of("yes", "more-or-less")
                : List.of("more-or-less", "no"),
            item.counted(),
            item.id());
      }
    }
  }

  @Test
  void missingRules() {
    MissingRule all = new MissingRule.AllRequired();
    for (Instrument instrument : Instruments.all()) {
      for (Scale scale : instrument.scales()) {
        boolean lenient =
            instrument == Instruments.DE_JONG_GIERVELD_6 && scale.id().equals("total");
        assertEquals(lenient ? new MissingRule.AtMost(1) : all, scale.missing(), instrument.id());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ucla-3, total, 3, not lonely",
    "ucla-3, total, 5, not lonely",
    "ucla-3, total, 6, lonely",
    "ucla-3, total, 9, lonely",
    "de-jong-gierveld-6, total, 1, not lonely",
    "de-jong-gierveld-6, total, 2, moderately lonely",
    "de-jong-gierveld-6, total, 4, moderately lonely",
    "de-jong-gierveld-6, total, 5, severely lonely",
    "de-jong-gierveld-6, social, 0, not socially lonely",
    "de-jong-gierveld-6, emotional, 1, emotionally lonely",
    "de-jong-gierveld-11, total, 2, not lonely",
    "de-jong-gierveld-11, total, 3, moderately lonely",
    "de-jong-gierveld-11, total, 8, moderately lonely",
    "de-jong-gierveld-11, total, 9, severely lonely",
    "de-jong-gierveld-11, total, 10, severely lonely",
    "de-jong-gierveld-11, total, 11, very severely lonely",
    "de-jong-gierveld-11, social, 2, not socially lonely",
    "de-jong-gierveld-11, emotional, 3, emotionally lonely",
    "ons4, satisfied, 4, low",
    "ons4, worthwhile, 5, medium",
    "ons4, happy, 6, medium",
    "ons4, happy, 7, high",
    "ons4, happy, 8, high",
    "ons4, happy, 9, very high",
    "ons4, anxious, 1, very low",
    "ons4, anxious, 2, low",
    "ons4, anxious, 4, medium",
    "ons4, anxious, 6, high",
    "swemwbs, metric, 19.25, low",
    "swemwbs, metric, 19.98, not low",
    "who-5, percent, 48, poor wellbeing",
    "who-5, percent, 52, not poor wellbeing"
  })
  void bandsUsedUnasked(String id, String scale, double score, String label) {
    BandScheme scheme = Instruments.get(id).scale(scale).defaultBands().orElseThrow();
    assertEquals(label, scheme.band(score).label());
    assertTrue(scheme.evidence().isSourced());
  }

  @Test
  void bandsOnRequest() {
    BandScheme communityLife =
        Instruments.UCLA_3.scale("total").bands("community-life").orElseThrow();
    assertEquals("3 or 4", communityLife.band(4).label());
    assertEquals("5 to 7", communityLife.band(5).label());
    assertEquals("5 to 7", communityLife.band(7).label());
    assertEquals("8 or 9", communityLife.band(8).label());
    assertEquals(Evidence.ONE, communityLife.evidence());
    BandScheme oneSd = Instruments.SWEMWBS.scale("metric").bands("one-sd").orElseThrow();
    assertEquals("average", oneSd.band(27.03).label());
    assertEquals("high", oneSd.band(28.13).label());
    BandScheme depression =
        Instruments.WHO_5.scale("percent").bands("likely-depression").orElseThrow();
    assertEquals("depression likely", depression.band(28).label());
    assertEquals("poor wellbeing", depression.band(32).label());
  }

  @Test
  void noBandsWhereTheSheetsHaveNone() {
    assertTrue(Instruments.ULS_8.scale("total").bandSchemes().isEmpty());
    assertTrue(Instruments.GROUP_IDENTIFICATION.scale("total").bandSchemes().isEmpty());
    assertTrue(Instruments.MULTIPLE_GROUPS.scale("total").bandSchemes().isEmpty());
    assertTrue(Instruments.SWEMWBS.scale("raw").bandSchemes().isEmpty());
  }

  @Test
  void conversionTableOfTheSwemwbs() {
    double[] metric =
        DoubleStream.of(
                7.00, 9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43,
                17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03,
                28.13, 29.31, 30.70, 32.55, 35.00)
            .toArray();
    ScoringRule.Table rule = (ScoringRule.Table) Instruments.SWEMWBS.scale("metric").scoring();
    assertEquals(29, rule.table().size());
    for (int raw = 7; raw <= 35; raw++) {
      assertEquals(metric[raw - 7], rule.table().get(raw), "raw " + raw);
    }
  }

  @Test
  void valuesOfTheWho5RunAgainstThePrintedOrder() {
    assertEquals(
        Map.of(
            "all-of-the-time", 5.0,
            "most-of-the-time", 4.0,
            "more-than-half", 3.0,
            "less-than-half", 2.0,
            "some-of-the-time", 1.0,
            "at-no-time", 0.0),
        Instruments.WHO_5.items().get(0).options().stream()
            .collect(Collectors.toMap(AnswerOption::id, o -> o.value().orElseThrow())));
  }

  @Test
  void onlyTheGroupIdentificationScaleAsksAboutAGroup() {
    for (Instrument instrument : Instruments.all()) {
      assertEquals(
          instrument == Instruments.GROUP_IDENTIFICATION ? Targeting.GROUP : Targeting.NONE,
          instrument.targeting());
    }
  }

  @Test
  void findsById() {
    assertEquals(Optional.of(Instruments.WHO_5), Instruments.find("who-5"));
    assertEquals(Optional.empty(), Instruments.find("who-6"));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Instruments.get("who-6"));
    assertTrue(refused.getMessage().contains("ucla-3, uls-8"), refused.getMessage());
  }

  @Test
  void namesWhatThereIsWhenAPartIsNotFound() {
    InvalidInputException item =
        assertThrows(InvalidInputException.class, () -> Instruments.UCLA_3.item("leftout"));
    assertEquals(
        "ucla-3: has no such item (did you mean left-out?); there are 3 items", item.getMessage());
    InvalidInputException scale =
        assertThrows(InvalidInputException.class, () -> Instruments.ONS4.scale("total"));
    assertTrue(
        scale.getMessage().contains("satisfied, worthwhile, happy, anxious"), scale.getMessage());
  }

  @Test
  void printsOnOneLine() {
    assertEquals(
        "ucla-3 (2004): Three-Item Loneliness Scale; 3 items; scales total",
        Instruments.UCLA_3.toString());
  }

  private static List<Integer> numbers(Instrument instrument, String scale) {
    return instrument.itemsOf(instrument.scale(scale)).stream().map(Item::number).toList();
  }
}
