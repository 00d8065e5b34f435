package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.StarReading;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.OutcomeLadder;
import org.socialcure.core.json.Json;

/** A ladder that a service names itself, and readings of one whose names are its owner's. */
class OutcomeLadderTest {
  private static final List<String> AREAS = List.of("Getting about", "Garden", "Neighbours");
  private static final Instrument LADDER = OutcomeLadder.of("our-ladder", "2", "Our ladder", AREAS);

  /** The rung itself, of each area apart. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 5, 5", "1, 3, 5", "2, 4, 1", "4, 2, 2"})
  void everyAreaIsAScoreOfItsOwn(int about, int garden, int neighbours) {
    Responses answers =
        Responses.builder(LADDER)
            .value("getting-about", about)
            .value("garden", garden)
            .value("neighbours", neighbours)
            .build();
    ScoreSheet sheet = Scorer.score(answers);
    assertEquals(about, sheet.get("getting-about").value());
    assertEquals(garden, sheet.get("garden").value());
    assertEquals(neighbours, sheet.get("neighbours").value());
    assertEquals(Evidence.NOT_STATED, sheet.get("garden").evidence());
    assertThrows(UnsupportedOperationException.class, sheet::total);
    assertEquals(sheet, Json.read(Json.write(sheet), ScoreSheet.class));
  }

  @Test
  void anAreaThatWasNotAnsweredLeavesTheOthers() {
    ScoreSheet sheet = Scorer.score(Responses.builder(LADDER).value("garden", 3).build());
    assertEquals(3, sheet.get("garden").value());
    assertInstanceOf(NotScored.class, sheet.result("neighbours"));
    assertThrows(
        InvalidInputException.class, () -> Responses.builder(LADDER).value("garden", 6).build());
  }

  @Test
  void rungsMayHaveNamesAndTheLadderIsKeptAsJson() {
    Instrument named =
        OutcomeLadder.of("our-ladder", "2", "Our ladder", AREAS, List.of("a", "b", "c", "d", "e"));
    assertEquals("b", named.item("garden").optionOf(2).orElseThrow().label());
    assertEquals(named, Json.read(Json.write(named), Instrument.class));
  }

  @Test
  void whatCannotBeALadderIsRefusedWithAllProblems() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                OutcomeLadder.of(
                    "our-ladder", "2", "Our ladder", List.of("Garden", "!", "garden"), List.of()));
    assertTrue(refused.getMessage().contains("rungs"), refused.getMessage());
    assertTrue(refused.getMessage().contains("areas[1]"), refused.getMessage());
    assertTrue(refused.getMessage().contains("areas[2]"), refused.getMessage());
    for (int areas : new int[] {0, 51}) {
      List<String> names = IntStream.range(0, areas).mapToObj(i -> "Area " + i).toList();
      assertThrows(
          InvalidInputException.class,
          () -> OutcomeLadder.of("our-ladder", "2", "Our ladder", names));
    }
  }

  @Test
  void aStarIsReadAsEightNumbersWithoutNames() {
    ScoreSheet sheet = Scorer.score(new StarReading(1, 2, 3, 4, 5, 4, null, 2));
    assertEquals(5, sheet.get("area5").value());
    assertInstanceOf(NotScored.class, sheet.result("area7"));
    Instruments.STAR_READING
        .items()
        .forEach(item -> assertTrue(item.label().matches("area [1-8]"), item.label()));
  }
}
