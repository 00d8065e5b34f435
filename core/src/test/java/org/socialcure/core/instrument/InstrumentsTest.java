package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    "ucla-20, total, 20, 20, 80, HIGHER_IS_WORSE",
    "ucla-20-revised, total, 20, 20, 80, HIGHER_IS_WORSE",
    "ucla-20-original, total, 20, 0, 60, HIGHER_IS_WORSE",
    "direct-loneliness, total, 1, 1, 5, HIGHER_IS_WORSE",
    "lsns-6, total, 6, 0, 30, HIGHER_IS_BETTER",
    "lsns-6, family, 3, 0, 15, HIGHER_IS_BETTER",
    "lsns-6, friends, 3, 0, 15, HIGHER_IS_BETTER",
    "fisi, total, 4, 1, 7, HIGHER_IS_BETTER",
    "sisi, total, 1, 1, 7, HIGHER_IS_BETTER",
    "brief-sense-of-community, total, 8, 1, 5, HIGHER_IS_BETTER",
    "brief-sense-of-community, needs-fulfilment, 2, 1, 5, HIGHER_IS_BETTER",
    "brief-sense-of-community, group-membership, 2, 1, 5, HIGHER_IS_BETTER",
    "brief-sense-of-community, influence, 2, 1, 5, HIGHER_IS_BETTER",
    "brief-sense-of-community, emotional-connection, 2, 1, 5, HIGHER_IS_BETTER",
    "community-belonging, total, 1, 1, 4, HIGHER_IS_BETTER",
    "neighbourhood-belonging, total, 1, 1, 4, HIGHER_IS_BETTER",
    "osss-3, total, 3, 3, 14, HIGHER_IS_BETTER",
    "mspss, total, 12, 1, 7, HIGHER_IS_BETTER",
    "mspss, sum, 12, 12, 84, HIGHER_IS_BETTER",
    "mspss, significant-other, 4, 1, 7, HIGHER_IS_BETTER",
    "mspss, family, 4, 1, 7, HIGHER_IS_BETTER",
    "mspss, friends, 4, 1, 7, HIGHER_IS_BETTER",
    "pss-10, total, 10, 0, 40, HIGHER_IS_WORSE",
    "pss-4, total, 4, 0, 16, HIGHER_IS_WORSE",
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
    "who-5, percent, 5, 0, 100, HIGHER_IS_BETTER",
    "phq-9, total, 9, 0, 27, HIGHER_IS_WORSE",
    "phq-8, total, 8, 0, 24, HIGHER_IS_WORSE",
    "phq-4, total, 4, 0, 12, HIGHER_IS_WORSE",
    "phq-4, anxiety, 2, 0, 6, HIGHER_IS_WORSE",
    "phq-4, depression, 2, 0, 6, HIGHER_IS_WORSE",
    "phq-2, total, 2, 0, 6, HIGHER_IS_WORSE",
    "gad-7, total, 7, 0, 21, HIGHER_IS_WORSE",
    "gad-2, total, 2, 0, 6, HIGHER_IS_WORSE",
    "wemwbs, total, 14, 14, 70, HIGHER_IS_BETTER",
    "swls, total, 5, 5, 35, HIGHER_IS_BETTER",
    "dass-21, depression, 7, 0, 42, HIGHER_IS_WORSE",
    "dass-21, anxiety, 7, 0, 42, HIGHER_IS_WORSE",
    "dass-21, stress, 7, 0, 42, HIGHER_IS_WORSE",
    "eq-5d-5l, mobility, 1, 1, 5, HIGHER_IS_WORSE",
    "eq-5d-5l, self-care, 1, 1, 5, HIGHER_IS_WORSE",
    "eq-5d-5l, usual-activities, 1, 1, 5, HIGHER_IS_WORSE",
    "eq-5d-5l, pain, 1, 1, 5, HIGHER_IS_WORSE",
    "eq-5d-5l, anxiety, 1, 1, 5, HIGHER_IS_WORSE",
    "eq-5d-5l, level-sum, 5, 5, 25, HIGHER_IS_WORSE",
    "eq-5d-3l, mobility, 1, 1, 3, HIGHER_IS_WORSE",
    "eq-5d-3l, self-care, 1, 1, 3, HIGHER_IS_WORSE",
    "eq-5d-3l, usual-activities, 1, 1, 3, HIGHER_IS_WORSE",
    "eq-5d-3l, pain, 1, 1, 3, HIGHER_IS_WORSE",
    "eq-5d-3l, anxiety, 1, 1, 3, HIGHER_IS_WORSE",
    "eq-5d-3l, level-sum, 5, 5, 15, HIGHER_IS_WORSE",
    "eq-vas, health, 1, 0, 100, HIGHER_IS_BETTER",
    "icecap-a, stability, 1, 1, 4, HIGHER_IS_BETTER",
    "icecap-a, attachment, 1, 1, 4, HIGHER_IS_BETTER",
    "icecap-a, autonomy, 1, 1, 4, HIGHER_IS_BETTER",
    "icecap-a, achievement, 1, 1, 4, HIGHER_IS_BETTER",
    "icecap-a, enjoyment, 1, 1, 4, HIGHER_IS_BETTER",
    "mycaw, first-concern, 1, 0, 6, HIGHER_IS_WORSE",
    "mycaw, second-concern, 1, 0, 6, HIGHER_IS_WORSE",
    "mycaw, wellbeing, 1, 0, 6, HIGHER_IS_WORSE",
    "mycaw, profile, 3, 0, 6, HIGHER_IS_WORSE",
    "mycaw, first-concern-profile, 2, 0, 6, HIGHER_IS_WORSE",
    "star-reading, area1, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area2, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area3, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area4, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area5, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area6, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area7, 1, 1, 5, HIGHER_IS_BETTER",
    "star-reading, area8, 1, 1, 5, HIGHER_IS_BETTER"
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
    assertEquals(87, Instruments.all().stream().mapToInt(i -> i.scales().size()).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "ucla-3, total",
    "uls-8, total",
    "ucla-20, total",
    "direct-loneliness, total",
    "lsns-6, total",
    "brief-sense-of-community, total",
    "mspss, total",
    "de-jong-gierveld-6, total",
    "de-jong-gierveld-11, total",
    "group-identification, total",
    "multiple-groups, total",
    "ons4,",
    "swemwbs, metric",
    "who-5, percent",
    "phq-9, total",
    "phq-4, total",
    "swls, total",
    "dass-21,",
    "eq-5d-5l,",
    "eq-vas, health",
    "icecap-a,",
    "mycaw,",
    "star-reading,"
  })
  void mainScale(String id, String scale) {
    assertEquals(Optional.ofNullable(scale), Instruments.get(id).mainScale().map(Scale::id));
  }

  @Test
  void reversedItems() {
    Map<Instrument, List<Integer>> reversed =
        Map.of(
            Instruments.ULS_8, List.of(3, 6),
            Instruments.UCLA_20, List.of(1, 5, 6, 9, 10, 15, 16, 19, 20),
            Instruments.UCLA_20_REVISED, List.of(1, 4, 5, 6, 9, 10, 15, 16, 19, 20),
            Instruments.DIRECT_LONELINESS, List.of(1),
            Instruments.COMMUNITY_BELONGING, List.of(1),
            Instruments.NEIGHBOURHOOD_BELONGING, List.of(1),
            Instruments.PSS_10, List.of(4, 5, 7, 8),
            Instruments.PSS_4, List.of(2, 3));
    for (Instrument instrument : Instruments.all()) {
      assertEquals(
          reversed.getOrDefault(instrument, List.of()),
          instrument.items().stream()
              .filter(item -> item.keying() == Keying.REVERSED)
              .map(Item::number)
              .toList(),
          instrument.id());
    }
  }

  @Test
  void itemsOfSubscales() {
    assertEquals(List.of(1, 2, 3), numbers(Instruments.LSNS_6, "family"));
    assertEquals(List.of(4, 5, 6), numbers(Instruments.LSNS_6, "friends"));
    assertEquals(List.of(1, 2, 5, 10), numbers(Instruments.MSPSS, "significant-other"));
    assertEquals(List.of(3, 4, 8, 11), numbers(Instruments.MSPSS, "family"));
    assertEquals(List.of(6, 7, 9, 12), numbers(Instruments.MSPSS, "friends"));
    Instrument community = Instruments.BRIEF_SENSE_OF_COMMUNITY;
    assertEquals(List.of(1, 2), numbers(community, "needs-fulfilment"));
    assertEquals(List.of(3, 4), numbers(community, "group-membership"));
    assertEquals(List.of(5, 6), numbers(community, "influence"));
    assertEquals(List.of(7, 8), numbers(community, "emotional-connection"));
    // The four items are the second, fourth, fifth and tenth of ten.
    assertEquals(
        List.of(2, 4, 5, 10),
        Instruments.PSS_4.items().stream()
            .map(item -> Instruments.PSS_10.item(item.id()).number())
            .toList());
  }

  /** None of the three schemes of the MSPSS is used unasked; here they disagree. */
  @ParameterizedTest
  @CsvSource({
    "36, moderate, low, low",
    "37, moderate, moderate, low",
    "48, moderate, moderate, low",
    "49, moderate, moderate, moderate",
    "60, moderate, moderate, moderate",
    "61, high, high, moderate",
    "68, high, high, moderate",
    "69, high, high, high"
  })
  void bandsOfTheMspssDisagree(int sum, String words, String first, String second) {
    Scale mean = Instruments.MSPSS.scale("total");
    Scale total = Instruments.MSPSS.scale("sum");
    assertTrue(Instruments.MSPSS.scales().stream().allMatch(it -> it.defaultBands().isEmpty()));
    assertEquals(words, mean.bands("words").orElseThrow().band(sum / 12.0).label());
    assertEquals(first, total.bands("sum-36-60").orElseThrow().band(sum).label());
    assertEquals(second, total.bands("sum-48-68").orElseThrow().band(sum).label());
  }

  /** Its coding was not seen in a source, so nobody meets it unasked, and its bands neither. */
  @Test
  void theCampaignToolHasToBeAskedFor() {
    String id = "campaign-to-end-loneliness";
    assertEquals(Optional.empty(), Instruments.find(id));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Instruments.get(id));
    assertTrue(refused.getMessage().contains("Instruments.onRequest"), refused.getMessage());
    Instrument tool = Instruments.onRequest(id);
    assertEquals(List.of(tool), Instruments.onRequest());
    assertEquals(Use.ON_REQUEST, tool.use());
    Scale total = tool.scale("total");
    assertEquals(new Range(0, 12), tool.range(total));
    assertEquals(Optional.empty(), total.defaultBands());
    BandScheme guide = total.bands("guide").orElseThrow();
    assertEquals("unlikely to be lonely", guide.band(3).label());
    assertEquals("between", guide.band(4).label());
    assertEquals("between", guide.band(9).label());
    assertEquals("most intensely lonely", guide.band(10).label());
    assertFalse(guide.evidence().isSourced());
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
    "direct-loneliness, total, 4, less often",
    "direct-loneliness, total, 5, often or always",
    "lsns-6, total, 11, at risk of isolation",
    "lsns-6, total, 12, not at risk of isolation",
    "lsns-6, family, 5, at risk of isolation from family",
    "lsns-6, friends, 6, not at risk of isolation from friends",
    "neighbourhood-belonging, total, 2, does not belong strongly",
    "neighbourhood-belonging, total, 3, belongs strongly",
    "osss-3, total, 8, poor support",
    "osss-3, total, 9, moderate support",
    "osss-3, total, 11, moderate support",
    "osss-3, total, 12, strong support",
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
    assertTrue(Instruments.UCLA_20.scale("total").bandSchemes().isEmpty());
    assertTrue(Instruments.PSS_10.scale("total").bandSchemes().isEmpty());
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
  void threeScalesAskAboutAGroup() {
    Set<Instrument> targeted =
        Set.of(Instruments.GROUP_IDENTIFICATION, Instruments.FISI, Instruments.SISI);
    for (Instrument instrument : Instruments.all()) {
      assertEquals(
          targeted.contains(instrument) ? Targeting.GROUP : Targeting.NONE, instrument.targeting());
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
