package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.ScaleOutcome;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** Outcomes that a plan asks for, on a cohort of three waves that R has computed too. */
class OutcomesOfPlansTest {
  private static final String PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1", "t2"] },
        "services": [
          { "name": "gp", "count": "gp", "window": "months", "service": "gp-visit" } ],
        "outcomes": %s }
      """;

  @TempDir Path folder;

  private Outcome run(String outcomes) throws IOException {
    Path data = folder.resolve("data.csv");
    Path plan = folder.resolve("plan.json");
    StringWriter text = new StringWriter();
    try (Reader answers = ReferenceCase.all("cohort_outcomes").get(0).data()) {
      answers.transferTo(text);
    }
    Files.writeString(data, text.toString());
    Files.writeString(plan, String.format(PLAN, outcomes));
    return Job.of(Optional.of(data), plan).run();
  }

  private static Reference golden(String... path) {
    return ReferenceCase.all("cohort_outcomes").get(0).golden().get("values").get(path);
  }

  @Test
  void tellsEveryWaveGroupsAndContacts() throws IOException {
    Outcome outcome =
        run(
            """
            { "scales": ["loneliness"], "directions": { "loneliness": "higher-is-worse" },
              "groups": ["sex"], "adjust": ["age"], "per": "year" }
            """);
    OutcomesDocument found = outcome.document().outcomes().orElseThrow();
    ScaleOutcome last = found.batteries().get(0).outcome("loneliness", "t2").orElseThrow();
    assertClose(
        golden("loneliness_t0_t2").number("difference"),
        last.change().orElseThrow().difference().mean(),
        1e-12);
    GroupComparison bySex = found.groups().get(0);
    assertClose(
        golden("by_sex").number("ancova_age_man_minus_woman"),
        bySex.difference("man").orElseThrow().adjusted().orElseThrow().estimate(),
        1e-9);
    assertEquals(2, found.contacts().size(), "a row a later wave");

    List<ContactDocument> contacts = outcome.document().contacts();
    assertEquals(2, contacts.size());
    assertEquals(RateUnit.YEAR, contacts.get(0).summary().unit());
    assertClose(
        golden("gp_t0_t1").number("percent"),
        contacts.get(0).summary().changes().get(0).percent().orElseThrow(),
        1e-12);
    assertEquals(
        List.of(
            PercentDefinition.TOTALS,
            PercentDefinition.ALL_AVAILABLE,
            PercentDefinition.INDIVIDUAL,
            PercentDefinition.USED_LESS),
        contacts.get(1).summary().changes().stream().map(ContactEstimate::definition).toList(),
        "mean rates are those of totals where everybody has the same window");

    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class));
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("On average loneliness fell by 1.49 points from t0 to t1"), page);
    assertTrue(page.contains("GP visits, t0 to t2"), page);
    assertTrue(outcome.files().get("outcomes.csv").startsWith("Measure,From,To,n,"), "a table");
    assertTrue(outcome.files().get("contacts.csv").contains("ratio of totals"), "a table");
  }

  @Test
  void takesWhatIsChosen() throws IOException {
    Outcome outcome =
        run(
            """
            { "scales": ["loneliness"], "directions": { "loneliness": "higher-is-worse" },
              "pairs": [["t1", "t2"]], "percent": ["totals", "individual"],
              "intervals": ["exact-conditional", "percentile"],
              "references": { "loneliness": { "sd": 4, "sdOf": "the cohort at t0", "reliability": 0.8,
                                               "kind": "test-retest", "source": "made up" } },
              "important": { "loneliness": { "points": 3, "source": "made up" } } }
            """);
    OutcomesDocument found = outcome.document().outcomes().orElseThrow();
    ScaleOutcome only = found.batteries().get(0).entries().get(0).outcome();
    assertEquals("t1", only.before().wave());
    assertTrue(only.reliable().isPresent());
    assertTrue(only.important().isPresent());
    assertEquals(
        List.of(
            ContactInterval.EXACT_CONDITIONAL,
            ContactInterval.PERCENTILE,
            ContactInterval.PERCENTILE),
        outcome.document().contacts().get(0).summary().changes().stream()
            .map(ContactEstimate::interval)
            .toList());
    assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
  }

  @Test
  void tellsCasesComparisonGroupWhoStayedAndRegressionToTheMean() throws IOException {
    Outcome outcome =
        run(
            """
            { "scales": ["loneliness"], "directions": { "loneliness": "higher-is-worse" },
              "pairs": [["t0", "t1"]], "adjust": ["age"],
              "cases": { "loneliness": { "atLeast": 20, "source": "made up" } },
              "comparison": { "column": "sex", "control": "woman" },
              "entry": { "loneliness": { "atLeast": 12, "mean": 10, "sd": 4, "retest": 0.6,
                                          "source": "made up" } } }
            """);
    OutcomesDocument found = outcome.document().outcomes().orElseThrow();
    assertEquals(golden("caseness").integer("only_before"), found.cases().get(0).onlyBefore());
    assertEquals(1, found.controlled().size());
    assertEquals(3, found.stayed().orElseThrow().waves().size());
    assertTrue(found.regression().get(0).contains("1.83"), found.regression().get(0));
    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class));
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("Tango"), page);
    Refusal bands =
        assertThrows(
            Refusal.class,
            () -> run("{ \"scales\": [\"loneliness\"], \"cases\": { \"loneliness\": \"elsa\" } }"));
    assertTrue(bands.getMessage().contains("has no bands of that name"), bands.getMessage());
  }

  private static final String UCLA =
      "id,wave,u1,u2,u3\na,t0,3,3,2\na,t1,1,1,1\nb,t0,3,2,2\nb,t1,2,2,1\nc,t0,1,2,3\nc,t1,1,2,2\n";

  private Outcome scored(String outcomes) throws IOException {
    Path data = folder.resolve("scored.csv");
    Path plan = folder.resolve("scored.json");
    Files.writeString(data, UCLA);
    Files.writeString(
        plan,
        """
        { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
          "instruments": [ { "instrument": "ucla-3", "columns": "u{n}" } ],
          "outcomes": %s }
        """
            .formatted(outcomes));
    return Job.of(Optional.of(data), plan).run();
  }

  private static final String REFERENCE =
      "{ \"sd\": 1.4, \"sdOf\": \"us\", \"reliability\": 0.9, \"kind\": \"test-retest\", \"source\": \"us\" }";

  @Test
  void aReferenceIsOfTheTotalWhetherItNamesTheInstrumentOrTheScale() throws IOException {
    for (String name : List.of("ucla-3", "ucla-3.total")) {
      ScaleOutcome told =
          scored("{ \"references\": { \"%s\": %s } }".formatted(name, REFERENCE))
              .document()
              .outcomes()
              .orElseThrow()
              .batteries()
              .get(0)
              .entries()
              .get(0)
              .outcome();
      assertEquals(0.9, told.reliable().orElseThrow().reference().reliability(), name);
    }
    Refusal twice =
        assertThrows(
            Refusal.class,
            () ->
                scored(
                    "{ \"references\": { \"ucla-3\": %s, \"ucla-3.total\": %s } }"
                        .formatted(REFERENCE, REFERENCE)));
    assertTrue(twice.getMessage().contains("say it once"), twice.getMessage());
  }

  /** Its alpha was seen only as quoted by others, so that it is not taken unasked. */
  @Test
  void aPublishedReferenceCanBeAskedFor() throws IOException {
    for (String name : List.of("ucla-3", "ucla-3.total")) {
      ScaleOutcome told =
          scored("{ \"references\": { \"%s\": \"cited\" } }".formatted(name))
              .document()
              .outcomes()
              .orElseThrow()
              .batteries()
              .get(0)
              .entries()
              .get(0)
              .outcome();
      assertEquals(1.4, told.reliable().orElseThrow().reference().sd(), name);
      assertEquals(0.72, told.reliable().orElseThrow().reference().reliability(), name);
    }
    Refusal unknown =
        assertThrows(
            Refusal.class,
            () ->
                run(
                    """
                    { "scales": ["loneliness"], "references": { "loneliness": "cited" } }
                    """));
    assertTrue(unknown.getMessage().contains("ucla-3.total, swemwbs.metric, who-5.percent"));
    Refusal word =
        assertThrows(Refusal.class, () -> scored("{ \"references\": { \"ucla-3\": \"yes\" } }"));
    assertTrue(word.getMessage().contains("must be \"cited\""), word.getMessage());
  }

  @Test
  void groupsAreHeadedByWhatIsComparedAndSentencesOfContactsCarryTheirCautions()
      throws IOException {
    Outcome outcome =
        run(
            """
            { "scales": ["loneliness"], "directions": { "loneliness": "higher-is-worse" },
              "groups": ["sex"], "percent": ["individual"], "intervals": ["t"] }
            """);
    OutcomesDocument found = outcome.document().outcomes().orElseThrow();
    assertEquals(
        List.of("loneliness by sex, t0 to t1", "loneliness by sex, t0 to t2"),
        found.groups().stream().map(groups -> groups.section("x").heading()).toList());
    ContactEstimate change = outcome.document().contacts().get(0).summary().changes().get(0);
    String caution = change.caution().orElseThrow();
    String page = StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
    assertTrue(page.contains(change.toString().replaceAll("\\s+", " ") + ". " + caution), caution);
  }

  @Test
  void nothingNamedMeansAllServicesAndScales() throws IOException {
    Outcome outcome = run("{}");
    assertEquals(2, outcome.document().contacts().size());
    assertEquals(List.of(), outcome.document().outcomes().orElseThrow().batteries());
    assertFalse(outcome.document().contacts().get(0).summary().changes().isEmpty());
  }

  @Test
  void namesWhatIsNotThere() {
    Refusal refused =
        assertThrows(
            Refusal.class,
            () ->
                run(
                    """
                    { "scales": ["lonelines"], "groups": ["sexx"], "services": ["gpp"],
                      "pairs": [["t1", "t0"], ["t0", "t9"]], "rose": "clubs" }
                    """));
    String message = refused.getMessage();
    assertTrue(message.contains("services"), message);
    assertTrue(message.contains("names the later wave first"), message);
    assertTrue(message.contains("must be two of the waves"), message);
    Refusal columns =
        assertThrows(
            Refusal.class, () -> run("{ \"scales\": [\"lonelines\"], \"groups\": [\"sexx\"] }"));
    assertTrue(columns.getMessage().contains("sexx"), columns.getMessage());
    assertTrue(columns.getMessage().contains("neither a scored scale nor"), columns.getMessage());
    Refusal cases =
        assertThrows(
            Refusal.class,
            () ->
                run(
                    """
                    { "scales": ["loneliness"],
                      "cases": { "mood": { "atLeast": 1, "source": "made up" } } }
                    """));
    assertTrue(cases.getMessage().contains("neither a scored scale nor"), cases.getMessage());
  }

  private String refused(String outcomes) {
    return assertThrows(Refusal.class, () -> run(outcomes)).getMessage();
  }

  @Test
  void nothingThatIsAskedForIsDroppedInSilence() {
    String idle = refused("{ \"percent\": [\"totals\"], \"intervals\": [\"t\", \"delta\"] }");
    assertTrue(idle.contains("t goes with none of the definitions"), idle);
    assertTrue(idle.contains("it goes with individual"), idle);
    String adjust = refused("{ \"adjust\": [\"age\"] }");
    assertTrue(adjust.contains("comparisons of \"groups\""), adjust);
    String rates = refused("{ \"services\": [], \"scales\": [\"loneliness\"], \"per\": \"week\" }");
    assertTrue(rates.contains("there are no \"services\""), rates);
    for (String twice :
        List.of(
            "{ \"percent\": [\"totals\", \"totals\"] }",
            "{ \"intervals\": [\"delta\", \"delta\"] }",
            "{ \"pairs\": [[\"t0\", \"t1\"], [\"t0\", \"t1\"]] }")) {
      assertTrue(refused(twice).contains("names the same twice"), twice);
    }
    assertTrue(refused("{ \"percent\": [] }").contains("at least one definition"));
    String unknown =
        refused("{ \"scales\": [\"loneliness\"], \"directions\": { \"lonely\": \"neutral\" } }");
    assertTrue(unknown.contains("outcomes.directions.lonely"), unknown);
    String untold =
        refused("{ \"scales\": [\"loneliness\"], \"directions\": { \"age\": \"neutral\" } }");
    assertTrue(untold.contains("is not among the scales that are told"), untold);
  }

  @Test
  void regressionToTheMeanIsOfTheWaveOfEntry() throws IOException {
    String entry =
        """
        { "scales": ["loneliness"], "pairs": %s,
          "entry": { "loneliness": { "atLeast": 12, "mean": 10, "sd": 4, "retest": 0.6,
                                      "source": "made up" } } }
        """;
    List<String> told =
        run(entry.formatted("[[\"t0\", \"t1\"], [\"t1\", \"t2\"]]"))
            .document()
            .outcomes()
            .orElseThrow()
            .regression();
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("from t0 to t1"), told.get(0));
    String later = refused(entry.formatted("[[\"t1\", \"t2\"]]"));
    assertTrue(later.contains("is about the first wave, t0"), later);
  }

  @Test
  void countsOfContactsAreNoScale() {
    for (String column : List.of("gp", "gp.months", "months")) {
      String message = refused("{ \"scales\": [\"" + column + "\"] }");
      assertTrue(message.contains("compared as rates"), message);
    }
  }

  @Test
  void rowsOfSeveralPairsSayFromWhichWave() throws IOException {
    String[] rows =
        run("{ \"scales\": [\"loneliness\"], \"pairs\": [[\"t0\", \"t2\"], [\"t1\", \"t2\"]] }")
            .files()
            .get("outcomes.csv")
            .split("\n");
    assertTrue(rows[1].startsWith("loneliness,t0,t2,"), rows[1]);
    assertTrue(rows[2].startsWith("loneliness,t1,t2,"), rows[2]);
  }

  private Outcome run(String plan, String answers) throws IOException {
    Path data = folder.resolve("own.csv");
    Path file = folder.resolve("own.json");
    Files.writeString(data, answers);
    Files.writeString(file, plan);
    return Job.of(Optional.of(data), file).run();
  }

  @Test
  void aGroupNeedsTwoLevelsForContactsAlone() {
    String plan =
        """
        { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
          "services": [ { "name": "gp", "count": "gp", "window": 3, "service": "gp-visit" } ],
          "outcomes": { "groups": ["sex"] } }
        """;
    for (String level : List.of("", "man")) {
      String answers = "id,wave,sex,gp\na,t0,M,1\na,t1,M,2\nb,t0,M,3\nb,t1,M,1\n";
      String message =
          assertThrows(Refusal.class, () -> run(plan, answers.replace("M", level))).getMessage();
      assertTrue(message.contains("from 2 to 50 groups"), message);
    }
  }

  @Test
  void countsThatAreNotToldAreNotComparedRawEither() throws IOException {
    Outcome outcome =
        run(
            """
            { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
              "services": [
                { "name": "gp", "count": "gp", "window": 3, "service": "gp-visit" },
                { "name": "ae", "count": "ae", "window": "w", "service": "other" } ],
              "outcomes": { "services": ["gp"] } }
            """,
            "id,wave,gp,ae,w\na,t0,1,6,6\na,t1,2,1,2\nb,t0,3,7,6\nb,t1,1,2,2\nc,t0,3,7,6\nc,t1,1,3,2\n");
    assertEquals(
        List.of("gp"), outcome.document().changes().stream().map(it -> it.measure()).toList());
  }

  @Test
  void columnsSideBySideAreAScale() throws IOException {
    String plan =
        """
        { "data": { "id": "id", "waves": ["t0", "t1"] },
          "services": [ { "name": "gp", "count": { "t0": "gp0", "t1": "gp1" }, "window": 3,
                          "service": "gp-visit" } ],
          "groups": [ { "name": "clubs", "kinds": { "t1": "g{n}" }, "slots": 2 } ],
          "outcomes": %s }
        """;
    String answers =
        """
        id,gp0,gp1,y@t0,y@t1,g1,g2
        a,1,2,3,5,hobby,sport
        b,4,2,3,4,hobby,
        c,3,2,4,4,hobby,
        """;
    Outcome outcome = run(String.format(plan, "{ \"scales\": [\"y\"] }"), answers);
    assertEquals(
        1,
        outcome
            .document()
            .outcomes()
            .orElseThrow()
            .batteries()
            .get(0)
            .entries()
            .get(0)
            .outcome()
            .change()
            .orElseThrow()
            .difference()
            .mean(),
        1e-12);
    String rose =
        assertThrows(
                Refusal.class, () -> run(String.format(plan, "{ \"rose\": \"clubs\" }"), answers))
            .getMessage();
    assertTrue(rose.contains("clubs is not counted at t0"), rose);
    String one = String.format(plan, "{}").replace("\"t0\": \"gp0\", ", "");
    String nothing = assertThrows(Refusal.class, () -> run(one, answers)).getMessage();
    assertTrue(nothing.contains("no service is counted at both waves"), nothing);
  }
}
