package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;

/** Orders of items, other rules for missing answers, words, codes, flags and published changes. */
class InstrumentVariantsTest {
  private static final String OWN =
      """
      {
        "id": "own", "version": "1", "name": "Own two", "construct": "mood",
        "layout": "table-row", "requirement": "required", "language": "cy",
        "options": { "from": 0, "to": 3 },
        "items": [
          { "id": "sad", "label": "sad", "wording": "Trist", "layout": "slider",
            "codes": [{ "system": "http://loinc.org", "code": "1-8" }] },
          { "id": "glad", "label": "glad", "keying": "reversed", "requirement": "optional" }
        ],
        "scales": [
          {
            "id": "total", "scoring": "sum", "direction": "higher-is-worse",
            "missing": { "kind": "prorate", "atLeast": 1, "rounding": "half-up" },
            "missingOverrides": [
              { "id": "strict", "source": "a journal", "rule": "all-required", "evidence": "one" }
            ],
            "codes": [{ "system": "http://snomed.info/sct", "code": "2", "display": "Mood" }]
          }
        ],
        "changes": [{ "scale": "total", "purpose": "reliable", "points": 2, "source": "a study" }],
        "orders": [{ "id": "glad-first", "source": "a leaflet", "items": ["glad", "sad"] }],
        "codingVariants": [
          { "id": "from-one", "says": "some number from 1", "codes": [1, 2, 3, 4], "remedy": "subtract 1" }
        ],
        "flags": [
          { "id": "very-sad", "item": "sad", "options": ["point-3"], "text": "ask how the person is" }
        ],
        "codes": [{ "system": "http://loinc.org", "code": "3-4" }],
        "wordings": [
          {
            "language": "en-GB", "title": "Two questions", "instruction": "Today:",
            "items": {
              "sad": { "text": "I am sad", "instruction": "First", "options": { "point-0": "not at all" } },
              "glad": "I am glad"
            },
            "options": { "point-0": "never", "point-3": "always" },
            "source": "ourselves"
          }
        ],
        "use": "on-request"
      }
      """;

  private final Instrument own = Json.read(OWN, Instrument.class);

  static Stream<Instrument> all() {
    return Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream());
  }

  @Test
  void everyPartIsReadAndWrittenUnchanged() {
    assertEquals(own, Json.read(Json.write(own), Instrument.class));
    assertEquals(own, own.toBuilder().build());
    assertEquals(Optional.of(Layout.SLIDER), own.item("sad").layout());
    assertEquals(Optional.of(Layout.TABLE_ROW), own.item("glad").layout());
    assertEquals(Optional.of(Requirement.REQUIRED), own.item("sad").requirement());
    assertEquals(Optional.of(Requirement.OPTIONAL), own.item("glad").requirement());
    assertEquals("LOINC 1-8", own.item("sad").codes().get(0).toString());
    assertEquals("SNOMED CT 2 Mood", own.scale("total").codes().get(0).toString());
    assertEquals(
        new MissingRule.Prorate(1, Rounding.HALF_UP), own.scale("total").missing().applied());
    assertEquals("total: 2 points, reliable (a study)", own.changes().get(0).toString());
    assertEquals("some number from 1; subtract 1", own.codingVariants().get(0).toString());
    assertEquals("item sad: ask how the person is", own.flags().get(0).toString());
    assertEquals(Use.ON_REQUEST, own.use());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyBuiltInOneIsReadAndWrittenUnchanged(Instrument instrument) {
    assertEquals(instrument, Json.read(Json.write(instrument), Instrument.class));
    assertEquals(instrument, instrument.toBuilder().build());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyBuiltInOneIsFoundByIdAndVersion(Instrument instrument) {
    if (instrument.use() == Use.DEFAULT) {
      assertEquals(
          Optional.of(instrument), Instruments.find(instrument.id(), instrument.version()));
      assertEquals(Optional.empty(), Instruments.find(instrument.id(), "another"));
    } else {
      assertEquals(Optional.empty(), Instruments.find(instrument.id()));
      assertEquals(instrument, Instruments.onRequest(instrument.id()));
    }
  }

  @Test
  void wordsAreFoundByLanguageAndFallBackToSharedWordsAndLabels() {
    assertEquals(List.of("en-GB", "cy"), own.wordings().stream().map(Wording::language).toList());
    Wording english = own.wording("en").orElseThrow();
    Item sad = own.item("sad");
    Item glad = own.item("glad");
    assertEquals(Optional.of("I am sad"), english.text(sad));
    assertEquals("not at all", english.text(sad, sad.options().get(0)));
    assertEquals("never", english.text(glad, glad.options().get(0)));
    assertEquals("1", english.text(glad, glad.options().get(1)));
    Wording welsh = own.wording("cy-GB").orElseThrow();
    assertEquals(Optional.of("Trist"), welsh.text(sad));
    assertEquals(Optional.empty(), welsh.text(glad));
    assertTrue(own.wording("de").isEmpty());
  }

  @Test
  void aCallersWordsTakeThePlaceOfThoseInTheSameLanguage() {
    Wording words = Wording.of("en-GB", Map.of("glad", "I feel glad"));
    Instrument worded = own.withWording(words);
    assertEquals(Optional.of(words), worded.wording("en-GB"));
    assertEquals(2, worded.wordings().size());
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> own.withWording(Wording.of("fr", Map.of("content", "Content"))));
    assertTrue(refused.getMessage().contains("items.content"), refused.getMessage());
  }

  @Test
  void anotherOrderRenumbersAndSortsTheItems() {
    Instrument turned = own.inOrder("glad-first");
    assertEquals(List.of("glad", "sad"), turned.items().stream().map(Item::id).toList());
    assertEquals(List.of(1, 2), turned.items().stream().map(Item::number).toList());
    assertEquals(own.scales(), turned.scales());
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> own.inOrder("sad-first"));
    assertTrue(refused.getMessage().contains("glad-first"), refused.getMessage());
  }

  @Test
  void anotherRuleForMissingAnswersIsRecordedByName() {
    MissingRule strict = own.withMissing("strict").scale("total").missing();
    assertEquals(new MissingRule.AllRequired(), strict.applied());
    assertEquals(
        "all items required (asked for as strict, not the published rule: a journal)",
        strict.toString());
    Instrument half = Instruments.ULS_8.withMissing(MissingOverride.AT_LEAST_HALF);
    assertEquals(new MissingRule.Prorate(4), half.scale("total").missing().applied());
    assertEquals(
        new MissingRule.Prorate(1),
        Instruments.UCLA_3.withMissing("hrs-practice").scale("total").missing().applied());
    assertEquals(
        Json.read(Json.write(half), Instrument.class), half, "the rule asked for is kept in JSON");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Instruments.SWEMWBS.withMissing("hrs-practice"));
    assertTrue(refused.getMessage().contains("at-least-half"), refused.getMessage());
  }

  /** No rule is offered that is then refused. */
  @ParameterizedTest
  @MethodSource("all")
  void everyRuleThatIsOfferedCanBeHad(Instrument instrument) {
    for (Scale scale : instrument.scales()) {
      for (MissingOverride rule : instrument.missingOverrides(scale)) {
        assertEquals(
            new MissingRule.Overridden(rule),
            instrument.withMissing(rule.id()).scale(scale.id()).missing());
      }
    }
  }

  /** Order, rule and words say nothing of each other. */
  @ParameterizedTest
  @MethodSource("all")
  void variantsGoTogetherInAnySequence(Instrument instrument) {
    Wording words = Wording.of("fr", Map.of(instrument.items().get(0).id(), "Une question"));
    List<String> rules =
        instrument.scales().stream()
            .flatMap(scale -> instrument.missingOverrides(scale).stream())
            .map(MissingOverride::id)
            .distinct()
            .toList();
    for (String rule : rules) {
      assertEquals(
          instrument.withMissing(rule).withWording(words),
          instrument.withWording(words).withMissing(rule));
      for (ItemOrder order : instrument.orders()) {
        Instrument both = instrument.inOrder(order.id()).withMissing(rule);
        assertEquals(both, instrument.withMissing(rule).inOrder(order.id()));
        assertEquals(both, Json.read(Json.write(both), Instrument.class));
      }
    }
  }

  @Test
  void theOrdersOfDeJongGierveldAreOfTheSameItems() {
    Instrument longForm = Instruments.DE_JONG_GIERVELD_6.inOrder("long-form");
    assertEquals(
        Instruments.DE_JONG_GIERVELD_11.items().stream()
            .map(Item::id)
            .filter(id -> longForm.items().stream().anyMatch(item -> item.id().equals(id)))
            .toList(),
        longForm.items().stream().map(Item::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"items\": [\"glad\", \"sad\"] | \"items\": [\"glad\"] | orders[0].items",
        "\"item\": \"sad\" | \"item\": \"mad\" | flags[0].item",
        "[\"point-3\"] | [\"point-4\"] | flags[0].options[0]",
        "\"scale\": \"total\" | \"scale\": \"mean\" | changes[0].scale",
        "\"points\": 2 | \"points\": 0 | changes[0].points",
        "\"codes\": [1, 2, 3, 4] | \"codes\": [] | codingVariants[0].codes",
        "\"language\": \"en-GB\" | \"language\": \"English!\" | wordings[0].language",
        "\"language\": \"en-GB\" | \"language\": \"cy\" | wordings[1].language",
        "\"glad\": \"I am glad\" | \"mad\": \"I am mad\" | wordings[0].items.mad",
        "\"point-3\": \"always\" | \"point-9\": \"always\" | wordings[0].options.point-9",
        "\"id\": \"strict\" | \"id\": \"at-least-half\" | scales[0].missingOverrides[0].id",
        "\"rule\": \"all-required\" | \"rule\": { \"kind\": \"at-most\", \"missing\": 1 }"
            + " | scales[0].missingOverrides[0].rule",
        "\"system\": \"http://snomed.info/sct\" | \"system\": \"SNOMED\""
            + " | scales[0].codes[0].system",
        "\"use\": \"on-request\" | \"use\": \"never\" | use"
      })
  void refusesWithThePathOfWhatIsWrong(String from, String to, String path) {
    assertTrue(OWN.contains(from), from);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Json.read(OWN.replace(from, to), Instrument.class));
    assertTrue(
        refused.problems().stream().anyMatch(problem -> problem.where().equals(path)),
        refused.getMessage());
  }

  @Test
  void codesOfTerminologiesThatWereSeenAreGiven() {
    assertEquals(
        List.of("LOINC 106418-7 Three-Item Loneliness scale"),
        Instruments.UCLA_3.codes().stream().map(TerminologyCode::toString).toList());
    assertEquals(
        List.of("SNOMED CT 718466001"),
        Instruments.SWEMWBS.scale("raw").codes().stream().map(TerminologyCode::toString).toList());
  }
}
