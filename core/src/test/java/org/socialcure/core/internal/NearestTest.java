package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
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
    assertEquals(List.of(meant), Nearest.to(typed, KNOWN));
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
    assertEquals(List.of(), Nearest.to(typed, KNOWN));
  }

  @Test
  void theNearestWinsAndAtMostThreeAreNamed() {
    List<String> visits = List.of("gp-visits@T0", "gp-visits@T1", "gp-visits.months@T1");
    assertEquals(List.of("gp-visits@T1"), Nearest.to("gp_vists@T1", visits));
    assertEquals(List.of("gp-visits@T0", "gp-visits@T1"), Nearest.to("gp-visits", visits));
    assertEquals(visits, Nearest.to("gp-v", visits));
    assertEquals(
        List.of("item-a", "item-b", "item-c"),
        Nearest.to("item", List.of("item-a", "item-b", "item-c", "item-d")));
    assertEquals(
        " (did you mean gp-visits@T0 or gp-visits@T1?)", Nearest.question("gp-visits", visits));
  }

  @Test
  void theQuestionIsAskedAndTheRestCounted() {
    assertEquals(" (did you mean age?)", Nearest.question("agee", List.of("id", "age")));
    assertEquals("", Nearest.question("mood", List.of("id", "age")));
    assertEquals(
        " (did you mean age?); there are 2 columns",
        Nearest.amongColumns("agee", List.of("id", "age")));
    assertEquals("; there are 2 columns", Nearest.amongColumns("mood", List.of("id", "age")));
    assertEquals("; there is one", Nearest.amongColumns("mood", List.of("age")));
    assertEquals("; there are none", Nearest.amongColumns("mood", List.of()));
    assertEquals("; there are id, age", Nearest.listed("mood", List.of("id", "age"), "fields"));
  }

  @Test
  void aFileThatHasAnswersForNamesShowsNone() {
    String told = Nearest.amongColumns("agee", List.of("age", "31", "2.5"));
    assertEquals(
        "; there are 3 columns, and some of their names are numbers: a file needs a line of column"
            + " names before its rows",
        told);
  }

  @Test
  void namesWithoutEndAreNotCompared() {
    String endless = "x".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Nearest.question(endless, List.of(endless + "y")));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Nearest.question("x".repeat(150), List.of(endless)));
  }
}
