package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of(
          "ucla-3",
          "uls-8",
          "swemwbs",
          "who-5",
          "id",
          "mediators",
          "moderators",
          "two-chains",
          "serial",
          "parallel",
          "residualised-change");

  @ParameterizedTest
  @CsvSource({
    "ucla3, ucla-3",
    "UCLA-3, ucla-3",
    "ucal-3, ucla-3",
    "ucla-33, ucla-3",
    "usl-8, uls-8",
    "ID, id",
    "swemwebs, swemwbs",
    "mediator, mediators",
    "modreators, moderators",
    "TWO_CHAINS, two-chains",
    "two chains, two-chains",
    "serail, serial",
    "series, serial",
    "paralel, parallel",
    "residualized-change, residualised-change",
    "resid, residualised-change",
  })
  void slipsOfTheHandAreSeen(String typed, String meant) {
    assertEquals(Optional.of(meant), Nearest.to(typed, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "age",
    "phq-9",
    "''",
    "m",
    "u",
    "io",
    "residual-of-something-else",
    "uls-9",
    "who-8",
    "uls-20"
  })
  void wordsOfAnotherKindAreNotTakenForOneAnother(String typed) {
    assertEquals(Optional.empty(), Nearest.to(typed, KNOWN));
  }

  @Test
  void theNearestWinsButNotOneOfSeveral() {
    List<String> visits = List.of("gp-visits@T0", "gp-visits@T1", "gp-visits.months@T1");

    assertEquals(Optional.of("gp-visits@T1"), Nearest.to("gp_vists@T1", visits));
    assertEquals(Optional.empty(), Nearest.to("gp-visits", visits));
    assertEquals(Optional.empty(), Nearest.to("gp-v", visits));
  }

  @Test
  void theQuestionIsAskedUnlessAFileHasAnswersForNames() {
    assertEquals(" (did you mean age?)", Nearest.question("agee", List.of("id", "age")));
    assertEquals("", Nearest.question("mood", List.of("id", "age")));
    assertEquals(" (did you mean age?)", Nearest.columnQuestion("agee", List.of("id", "age")));
    assertEquals("", Nearest.columnQuestion("agee", List.of("age", "31", "2.5")));
  }
}
