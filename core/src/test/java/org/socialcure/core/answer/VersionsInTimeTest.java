package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;

/** Answers stay those of the version they were given to, unless a migration is named. */
class VersionsInTimeTest {
  private static Instrument own(String version, String item, String last) {
    return Json.read(
        """
        {
          "id": "own", "version": "%s", "name": "Own two", "construct": "mood",
          "options": [ { "id": "never", "value": 0, "label": "Never" }, { "id": "%s", "value": 1, "label": "x" } ],
          "items": [ { "id": "%s", "label": "a" }, { "id": "tired", "label": "b" } ],
          "scales": [ { "id": "total", "scoring": "sum", "direction": "higher-is-worse" } ]
        }
        """
            .formatted(version, last, item),
        Instrument.class);
  }

  private final Instrument older = own("2024", "alone", "often");
  private final Instrument newer = own("2026", "lonely", "often-or-always");
  private static final String STORED =
      "{\"instrument\": \"own\", \"version\": \"2024\", \"answers\": {\"alone\": 1, \"tired\": null}}";

  @Test
  void theDefinitionOfTheirVersionReadsStoredAnswers() {
    Responses then = Json.read(STORED, Responses.class, List.of(newer, older));
    assertEquals(older, then.instrument());
    assertEquals("often", then.given("alone").orElseThrow().id());
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Json.read(STORED, Responses.class, List.of(newer)));
    assertTrue(refused.getMessage().contains("2026"), refused.getMessage());
    assertTrue(refused.getMessage().contains("is passed"), refused.getMessage());
  }

  @Test
  void withoutAVersionSeveralAreNotGuessedAmong() {
    String bare = STORED.replace("\"version\": \"2024\", ", "");
    assertEquals(older, Json.read(bare, Responses.class, List.of(older)).instrument());
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Json.read(bare, Responses.class, List.of(older, newer)));
    assertTrue(refused.getMessage().contains("2024, 2026"), refused.getMessage());
  }

  @Test
  void aVersionOfABuiltInInstrumentThatIsPassedStandsBesideTheBuiltInOne() {
    Instrument first = Instruments.UCLA_3.toBuilder().version("1999").build();
    String text =
        "{\"instrument\": \"ucla-3\", \"version\": \"%s\", \"answers\": {\"left-out\": 2}}";
    assertEquals(
        first, Json.read(text.formatted("1999"), Responses.class, List.of(first)).instrument());
    assertEquals(
        "2004",
        Json.read(text.formatted("2004"), Responses.class, List.of(first)).instrument().version());
  }

  @Test
  void aMigrationCarriesAnswersOverByName() {
    Migration migration =
        Migration.builder("to the form of 2026", older, newer)
            .item("alone", "lonely")
            .option("often", "often-or-always")
            .build();
    Responses now = migration.apply(Json.read(STORED, Responses.class, List.of(older)));
    assertEquals(newer, now.instrument());
    assertEquals("often-or-always", now.given("lonely").orElseThrow().id());
    assertEquals(Answer.Missing.SKIPPED, now.answer("tired"));
    assertEquals(Map.of("alone", "lonely", "tired", "tired"), migration.items());
    assertEquals("to the form of 2026: own 2024 to own 2026", migration.toString());
    assertThrows(InvalidInputException.class, () -> migration.apply(now));
  }

  @Test
  void nothingIsDroppedInSilence() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Migration.builder("to 2026", older, newer).item("happy", "tired").build());
    assertEquals(3, refused.problems().size(), refused.getMessage());
    assertTrue(refused.getMessage().contains("item alone"), refused.getMessage());
    assertTrue(refused.getMessage().contains("item tired, option often"), refused.getMessage());
    Migration without =
        Migration.builder("to 2026", older, newer)
            .leaveOut("alone")
            .option("often", "often-or-always")
            .build();
    Responses now = without.apply(Json.read(STORED, Responses.class, List.of(older)));
    assertEquals(Answer.Missing.NOT_ASKED, now.answer("lonely"));
    assertThrows(
        InvalidInputException.class,
        () ->
            Migration.builder("both", older, newer)
                .item("alone", "tired")
                .option("often", "often-or-always")
                .build());
  }

  @Test
  void aVersionIsThatOfOneDefinition() {
    Instrument first = own("2024", "alone", "often");
    Instrument again = own("2024", "alone", "often");
    Instrument other = own("2024", "alone", "always");
    assertEquals(first, Json.read(STORED, Responses.class, List.of(first, again)).instrument());
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Json.read(STORED, Responses.class, List.of(first, other)));
    assertTrue(refused.getMessage().contains("two definitions of own"), refused.getMessage());
    assertEquals("version", refused.problems().get(0).where());
  }
}
