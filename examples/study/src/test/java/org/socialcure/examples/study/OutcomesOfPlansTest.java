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
    assertTrue(outcome.files().get("outcomes.csv").startsWith("Measure,To,n,"), "a table");
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
  }
}
