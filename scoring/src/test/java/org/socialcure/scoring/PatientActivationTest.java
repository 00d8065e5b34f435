package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.change.Change;

/** Results that the owner's software computed are taken as they are. */
class PatientActivationTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "100, 4", "56.4, 3", "47.0, 1", "47.0, 2"})
  void theNumbersAreThoseOfTheOwner(double score, int level) {
    PatientActivation result = new PatientActivation("13 items", score, level);
    assertEquals(score, result.sheet().total().value());
    assertEquals(level, result.sheet().get("level").value());
    assertEquals("13 items", result.sheet().version());
    assertEquals(result, Json.read(Json.write(result), PatientActivation.class));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 1, 1", "100.1, 4, 1", "NaN, 2, 1", "50, 0, 1", "50, 5, 1", "777, 7, 2"})
  void otherNumbersAreRefused(double score, int level, int problems) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> new PatientActivation("13 items", score, level));
    assertEquals(problems, refused.problems().size());
    assertFalse(refused.getMessage().contains("777"), refused.getMessage());
  }

  @Test
  void itsChangeIsThatOfTheScores() {
    Change change =
        Change.between(
            new PatientActivation("13 items", 48.5, 2).sheet().total(),
            new PatientActivation("13 items", 60, 3).sheet().total());
    assertEquals(11.5, change.difference(), 1e-12);
    assertThrows(InvalidInputException.class, () -> new PatientActivation(" ", 48.5, 2));
    assertEquals("PAM (13 items)", new PatientActivation("13 items", 48.5, 2).toString());
  }
}
