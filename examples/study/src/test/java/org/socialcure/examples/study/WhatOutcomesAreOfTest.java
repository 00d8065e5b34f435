package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.scoring.outcome.WhoStayed;

/** Each number of the outcomes says of whom, of what and of which waves it is. */
class WhatOutcomesAreOfTest {
  private static final String PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1", "t2"],
                  "waveLabels": { "t0": "referral", "t1": "four months", "t2": "nine months" } },
        "services": [ { "name": "gp", "count": "gp", "window": 3, "service": "gp-visit" } ],
        %s "outcomes": { "scales": ["mood"], "directions": { "mood": "higher-is-better" }, %s } }
      """;

  private String answers = "";

  @TempDir Path folder;

  @BeforeEach
  void simulate() {
    Random random = new Random(8);
    StringBuilder text = new StringBuilder("id,wave,sex,arm,age,gp,mood,eq\n");
    for (int person = 0; person < 24; person++) {
      for (int wave = 0; wave < (person % 4 == 3 ? 1 : 3); wave++) {
        text.append(
            String.format(
                "p%d,t%d,%s,%s,%d,%d,%d,0.%d%n",
                person,
                wave,
                List.of("woman", "man", "other").get(person % 3),
                person % 2 == 0 ? "usual" : "new",
                30 + person,
                random.nextInt(6),
                2 + random.nextInt(7),
                1 + random.nextInt(9)));
      }
    }
    answers = text.toString();
  }

  private Outcome run(String plan, String text) throws IOException {
    Path data = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    Files.writeString(data, text);
    Files.writeString(file, plan);
    return Job.of(Optional.of(data), file).run();
  }

  private String page(String outcomes) throws IOException {
    return page(run(PLAN.formatted("", outcomes), answers));
  }

  private static String page(Outcome outcome) {
    return StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
  }

  private static void assertHolds(String part, String page) {
    assertTrue(page.contains(part), page);
  }

  private static OutcomesDocument told(Outcome outcome) {
    return outcome.document().outcomes().orElseThrow();
  }

  @Test
  void costsOfEachPairOfWavesAreToldApart() throws IOException {
    String page =
        page(
            "\"costs\": { \"gp\": { \"unit\": 40, \"currency\": \"GBP\", \"year\": 2024, \"source\":"
                + " \"made up\" } }");
    assertHolds("Costs of contacts, referral to four months", page);
    assertHolds("Costs of contacts, referral to nine months", page);
  }

  @Test
  void casesAndQalysSayTheirWavesAndGroups() throws IOException {
    String page =
        page(
            "\"cases\": { \"mood\": { \"atMost\": 4, \"source\": \"made up\" } }, \"utilities\":"
                + " \"eq\", \"times\": { \"t0\": 0, \"t1\": 4, \"t2\": 9 }, \"groups\": [\"sex\"]");
    assertHolds("Cases by mood, referral to nine months", page);
    assertHolds("Quality-adjusted life years: woman, man, other", page);
    assertHolds("p p (Holm)", page.substring(page.indexOf("Quality-adjusted life years: ")));
    assertHolds("without a utility at some wave", page);
  }

  @Test
  void contactsOfGroupsAreCalledByWhatPeopleCallThem() throws IOException {
    String nobody = answers.replaceAll("(?m)^(p\\d+,t1,.*),\\d+(,\\d,0\\.\\d)$", "$1,0$2");
    String page =
        page(
            run(
                PLAN.formatted("", "\"groups\": [\"sex\"]"),
                nobody.replaceAll("(?m)^(p\\d+,t0,man,.*),\\d+(,\\d,0\\.\\d)$", "$1,0$2")));
    assertHolds("GP visits, past 3 months from referral to four months, sex man against", page);
  }

  @Test
  void whoMayHaveBeenAssignedIsNotSaidToHaveNotBeen() throws IOException {
    String arms = "\"comparison\": { \"column\": \"arm\", \"control\": \"usual\" }";
    String page = page(arms);
    assertHolds("Unless chance assigned people to these groups", page);
    assertFalse(page.contains("were not assigned"), page);
    assertHolds("were not assigned", page("\"groups\": [\"sex\"]"));
  }

  @Test
  void whoBeganOutsideOfTheRuleOfEntryIsCounted() throws IOException {
    String entry =
        "\"entry\": { \"mood\": { \"atMost\": %d, \"mean\": 6, \"sd\": 2, \"retest\": 0.6,"
            + " \"source\": \"made up\" } }";
    Outcome outcome = run(PLAN.formatted("", entry.formatted(4)), answers);
    long outside =
        answers
            .lines()
            .filter(line -> line.contains(",t0,"))
            .filter(line -> Integer.parseInt(line.split(",")[0].substring(1)) % 4 != 3)
            .filter(line -> Integer.parseInt(line.split(",")[6]) > 4)
            .count();
    assertTrue(outside > 0);
    assertHolds(
        "Of the 18 people whose change this is, " + outside + " did not begin there",
        told(outcome).regression().get(0));
    assertFalse(page(entry.formatted(9)).contains("did not begin there"));
  }

  @Test
  void whatIsMeasuredLaterIsNotAmongWhatPeopleHadAtTheStart() throws IOException {
    WhoStayed stayed =
        told(run(
                PLAN.formatted(
                    "",
                    "\"groups\": [\"sex\"], \"adjust\": [\"eq@t0\", \"eq@t1\"], \"comparison\":"
                        + " { \"column\": \"arm\", \"control\": \"usual\" }"),
                answers))
            .stayed()
            .orElseThrow();
    List<String> columns =
        stayed.departures().get(0).differences().stream()
            .map(difference -> difference.column())
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("arm", "eq@t0", "mood@t0", "sex"), columns);
  }

  @Test
  void whatCannotBeToldSaysOfWhichWaves() throws IOException {
    String first = answers.replaceAll("(?m)^(p\\d+,t2,.*),\\d,0\\.\\d$", "$1,,0.5");
    assertHolds(
        "The mean change of mood from referral to nine months is not estimable",
        page(run(PLAN.formatted("", "\"per\": \"year\""), first)));
  }

  @Test
  void labelsOfColumnsSideBySideAreThoseOfRows() throws IOException {
    String plan =
        """
        { "data": { "id": "id", "waves": ["t0", "t1"] }, "labels": { "mood": "Mood" },
          "outcomes": { "scales": ["mood"], "directions": { "mood": "higher-is-better" } } }
        """;
    String page = page(run(plan, "id,mood@t0,mood@t1\na,3,4\nb,2,5\nc,4,4\n"));
    assertHolds("On average Mood rose by 1.33 points", page);
    Refusal refused =
        assertThrows(Refusal.class, () -> run(plan, "id,mood_t0,mood_t1\na,3,4\nb,2,5\n"));
    assertHolds("columns are called as mood@t0", refused.getMessage());
  }

  private void assertRefused(String plan, String... parts) {
    String message = assertThrows(Refusal.class, () -> run(plan, answers)).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void refusesByThePlaceInThePlan() {
    assertRefused(
        PLAN.formatted("", "\"groups\": [\"sex\"], \"adjust\": [\"sex\"]"),
        "outcomes.adjust",
        "names sex, by which people are compared");
    String twice =
        """
        { "data": { "id": "id", "waves": ["t0", "t1"] },
          "instruments": [ { "instrument": "ucla-3", "columns": { "t0": "u{n}", "t1": "v{n}" } } ],
          "outcomes": { "scales": ["ucla-3", "ucla-3.total"] } }
        """;
    Refusal refused =
        assertThrows(
            Refusal.class,
            () -> run(twice, "id,u1,u2,u3,v1,v2,v3\na,1,2,3,1,1,2\nb,2,2,3,1,2,2\n"));
    assertHolds("is the same scale as ucla-3.total", refused.getMessage());
  }

  @Test
  void oneCountIsNoTwoServices() {
    assertRefused(
        PLAN.formatted("", "\"per\": \"year\"")
            .replace(
                "\"services\": [",
                "\"services\": [ { \"name\": \"surgery\", \"count\": \"gp\", \"window\": 3,"
                    + " \"service\": \"gp-visit\" },"),
        "count the column gp twice, as surgery and as gp");
  }

  @Test
  void oneMistakeInAServiceIsOneProblem() {
    String message =
        assertThrows(
                Refusal.class,
                () ->
                    run(
                        PLAN.formatted("", "\"services\": [\"gp\"], \"per\": \"year\"")
                            .replace("gp-visit", "gp-vist"),
                        answers))
            .getMessage();
    assertTrue(message.contains("services[0].service"), message);
    assertFalse(message.contains("is not declared"), message);
    assertFalse(message.contains("there are no"), message);
  }
}
