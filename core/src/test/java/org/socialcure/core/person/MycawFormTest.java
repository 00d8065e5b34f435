package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Mycaw;
import org.socialcure.core.json.Json;

/** Concerns in the person's own words are carried to follow-up and told to nobody else. */
class MycawFormTest {
  private final MycawForm before =
      new MycawForm(
          new OwnWords("Sleepless since March"),
          Optional.of(new OwnWords("Afraid of the stairs")),
          new Mycaw(5, 6, 4));

  @Test
  void theSameConcernsAreRatedAgain() {
    MycawForm after = before.followUp(new Mycaw(2, 3, 1));
    assertTrue(after.hasConcernsOf(before));
    assertEquals(before.firstConcern(), after.firstConcern());
    assertEquals(2, after.ratings().firstConcern());
    MycawForm others =
        new MycawForm(new OwnWords("Sleepless"), before.secondConcern(), new Mycaw(2, 3, 1));
    assertFalse(others.hasConcernsOf(before));
    MycawForm turned =
        new MycawForm(
            before.secondConcern().orElseThrow(),
            Optional.of(before.firstConcern()),
            before.ratings());
    assertFalse(turned.hasConcernsOf(before));
  }

  @Test
  void aSecondConcernIsRatedOnlyWhereOneWasNamed() {
    MycawForm one =
        new MycawForm(new OwnWords("Sleepless"), Optional.empty(), new Mycaw(5, null, 4));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> one.followUp(new Mycaw(2, 3, 1)));
    assertFalse(refused.getMessage().contains("Sleepless"), refused.getMessage());
    assertEquals("1 concern, mycaw: 2 of 3 items answered", one.toString());
  }

  @Test
  void wordsStandInItsJsonAlone() {
    String json = Json.write(before);
    assertTrue(json.contains("stairs"));
    assertEquals(before, Json.read(json, MycawForm.class));
    Assessment assessment = Assessment.at("T0").with(before.responses());
    Participant person = Participant.of("p-1").with(assessment);
    for (String told :
        List.of(
            before.toString(),
            before.responses().toString(),
            Json.write(before.responses()),
            Json.write(assessment),
            assessment.toString(),
            new Cohort(List.of("T0"), List.of(person)).toDataset().toString())) {
      assertFalse(told.contains("stairs"), told);
      assertFalse(told.contains("Sleepless"), told);
    }
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                Json.read(json.replace("Afraid of the stairs", "Afraid\\u0000"), MycawForm.class));
    assertFalse(refused.getMessage().contains("Afraid"), refused.getMessage());
  }
}
