package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.Interval;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.CostDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.CostChange;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.testsupport.ReferenceCase;

/**
 * Ratios of rates by regression are those of R (contact_models.R beside), and costs are sums over
 * services. Tolerance of the ratios: 1e-7 relative, that of R's iterations.
 */
class ModelsAndCostsOfContactsTest {
  private static final String PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1", "t2"] },
        "services": [
          { "name": "gp", "count": "gp", "window": "months", "service": "gp-visit" } ],
        "outcomes": %s }
      """;

  @TempDir Path folder;

  private Outcome run(String plan, String answers) throws IOException {
    Path data = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    Files.writeString(data, answers);
    Files.writeString(file, plan);
    return Job.of(Optional.of(data), file).run();
  }

  private Outcome cohort(String outcomes) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader answers = ReferenceCase.all("cohort_outcomes").get(0).data()) {
      answers.transferTo(text);
    }
    return run(String.format(PLAN, outcomes), text.toString());
  }

  private static List<ContactEstimate> models(Outcome outcome) {
    return outcome.document().contacts().stream()
        .flatMap(contact -> contact.summary().changes().stream())
        .filter(change -> change.definition() == PercentDefinition.MODEL)
        .toList();
  }

  private static void assertRatio(
      double ratio, double lower, double upper, int people, ContactEstimate found) {
    assertEquals(ratio, found.value().orElseThrow(), 1e-7 * ratio, found.toString());
    Interval limits = found.limits().orElseThrow();
    assertEquals(lower, limits.lower(), 1e-7 * lower, found.toString());
    assertEquals(upper, limits.upper(), 1e-7 * upper, found.toString());
    assertEquals(people, found.people());
  }

  @Test
  void poissonAndNegativeBinomialAreThoseOfR() throws IOException {
    List<ContactEstimate> poisson =
        models(cohort("{ \"percent\": [\"model\"], \"adjust\": [\"age\", \"sex\"] }"));
    assertRatio(0.925247400539, 0.799942630499, 1.070180184884, 125, poisson.get(0));
    assertRatio(0.709375, 0.595067758025, 0.845639650004, 46, poisson.get(1));
    assertEquals(
        "Poisson regression on the wave, age, sex; errors clustered by person",
        poisson.get(0).method());

    List<ContactEstimate> negative =
        models(
            cohort(
                "{ \"percent\": [\"model\"], \"adjust\": [\"age\", \"sex\"], \"family\": \"negbin\" }"));
    assertRatio(0.939214854101, 0.814646697355, 1.082830808777, 125, negative.get(0));
    assertRatio(0.697494238091, 0.583572292690, 0.833655432695, 46, negative.get(1));
  }

  @Test
  void withoutCovariatesTheModelIsTheRatioOfTotalsAndNothingIsFitted() throws IOException {
    Outcome outcome = cohort("{ \"percent\": [\"totals\", \"model\"] }");
    ContactEstimate model = models(outcome).get(0);
    assertRatio(0.925330501884, 0.799985257531, 1.070315396011, 125, model);
    ContactEstimate totals = outcome.document().contacts().get(0).summary().changes().get(0);
    assertEquals(totals.value(), model.value());
    assertTrue(model.method().contains("nothing is fitted"), model.method());
    assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
  }

  private static final String SMALL =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
        "services": [
          { "name": "gp", "count": "gp", "window": 3, "service": "gp-visit" },
          { "name": "ae", "count": "ae", "window": 6, "service": "other" } ],
        "outcomes": %s }
      """;

  private static final String ANSWERS =
      """
      id,wave,age,gp,ae
      a,t0,30,3,1
      a,t1,30,0,0
      b,t0,41,6,0
      b,t1,41,3,2
      c,t0,52,0,0
      c,t1,52,3,
      d,t0,63,9,5
      d,t1,63,3,1
      """;

  @Test
  void aModelThatCannotBeFittedSaysWhy() throws IOException {
    Outcome outcome =
        run(
            String.format(SMALL, "{ \"percent\": [\"model\"], \"adjust\": [\"age\"] }"),
            ANSWERS.replaceAll("(?m)^(.,..),\\d+", "$1,30"));
    ContactEstimate model = models(outcome).get(0);
    assertEquals(Optional.of(NotEstimable.NO_SOLUTION), model.because());
    assertTrue(model.method().contains("not fitted: "), model.method());

    ContactEstimate nobody =
        models(
                run(
                    String.format(SMALL, "{ \"percent\": [\"model\"], \"adjust\": [\"age\"] }"),
                    ANSWERS.replaceAll("(t1,\\d+),\\d", "$1,0")))
            .get(0);
    assertEquals(Optional.of(NotEstimable.NO_CONTACT_AFTER), nobody.because());
  }

  @Test
  void costsAreSumsOverServicesOfPeopleWithAllCounts() throws IOException {
    Outcome outcome =
        run(
            String.format(
                SMALL,
                """
                { "per": "year", "costs": {
                    "gp": { "unit": 40, "currency": "GBP", "year": 2024, "source": "made up" },
                    "ae": { "unit": 200, "currency": "GBP", "year": 2024, "source": "made up" } } }
                """),
            ANSWERS);
    CostDocument cost = outcome.document().outcomes().orElseThrow().costs().get(0);
    CostChange change = cost.change().orElseThrow();
    // Of a, b and d: 18 and 6 visits over 9 months each, 6 and 3 over 18.
    assertEquals(40 * 18 / 9.0 + 200 * 6 / 18.0, change.before(), 1e-12);
    assertEquals(40 * 6 / 9.0 + 200 * 3 / 18.0, change.after(), 1e-12);
    assertEquals(3, change.people());
    assertTrue(change.limits().isPresent());
    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class));
    String page = StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
    assertTrue(page.contains("a person and year (1760.00 -> 720.00; n = 3)"), page);
    String rows = outcome.files().get("costs.csv");
    assertTrue(rows.contains("t0,t1,GBP,2024,year,1760"), rows);
  }

  @Test
  void servicesThatAreNotInTheSumAreNamed() throws IOException {
    String plan =
        """
        { "data": { "id": "id", "waves": ["t0", "t1"] },
          "services": [
            { "name": "gp", "count": { "t0": "g0", "t1": "g1" }, "window": 3, "service": "gp-visit" },
            { "name": "ae", "count": { "t0": "a0" }, "window": 3, "service": "other" } ],
          "outcomes": { "costs": {
            "gp": { "unit": 40, "currency": "GBP", "year": 2024, "source": "made up" },
            "ae": { "unit": 200, "currency": "GBP", "year": 2024, "source": "made up" } } } }
        """;
    Outcome outcome = run(plan, "id,g0,g1,a0\na,3,1,1\nb,4,2,2\n");
    String page = StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
    assertTrue(page.contains("Not counted at both waves and not in the sum: ae."), page);
    Outcome nobody = run(plan, "id,g0,g1,a0\na,3,,1\nb,,2,2\n");
    CostDocument cost = nobody.document().outcomes().orElseThrow().costs().get(0);
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), cost.because());
    assertEquals(List.of(), ResultSchema.errors(Json.write(nobody.document())));
  }

  private void assertRefused(String part, String outcomes) {
    String message =
        assertThrows(Refusal.class, () -> run(String.format(SMALL, outcomes), ANSWERS))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertRefused("name \"model\" under \"percent\"", "{ \"family\": \"negbin\" }");
    assertRefused(
        "no count is a covariate of itself",
        "{ \"percent\": [\"model\"], \"adjust\": [\"gp@t0\"] }");
    assertRefused("family", "{ \"percent\": [\"model\"], \"family\": \"gaussian\" }");
    String cost = "{ \"unit\": 1, \"currency\": \"GBP\", \"year\": 2024, \"source\": \"x\" }";
    assertRefused("none of the services", "{ \"costs\": { \"dentist\": " + cost + " } }");
    assertRefused(
        "none of the services", "{ \"services\": [\"ae\"], \"costs\": { \"gp\": " + cost + " } }");
    assertRefused(
        "in one currency",
        "{ \"costs\": { \"gp\": " + cost + ", \"ae\": " + cost.replace("GBP", "EUR") + " } }");
    assertRefused(
        "in prices of one year",
        "{ \"costs\": { \"gp\": " + cost + ", \"ae\": " + cost.replace("2024", "2020") + " } }");
    assertRefused("at least one service", "{ \"costs\": {} }");
    assertRefused(
        "thousand million", "{ \"costs\": { \"gp\": " + cost.replace("1,", "1e300,") + " } }");
  }
}
