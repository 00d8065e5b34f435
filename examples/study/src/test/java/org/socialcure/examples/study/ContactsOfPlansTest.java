package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.ContactInterval;

/** Contacts with services are compared by their windows. */
class ContactsOfPlansTest {
  private static final String PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
        "services": [ { "name": "visits", "count": "gp", "window": %s, "service": "gp-visit" } ] }
      """;

  @TempDir Path folder;

  private Outcome run(String window, String answers) throws IOException {
    Path data = folder.resolve("data.csv");
    Path plan = folder.resolve("plan.json");
    Files.writeString(data, answers);
    Files.writeString(plan, String.format(PLAN, window));
    return Job.of(Optional.of(data), plan).run();
  }

  @Test
  void neverComparesCountsOfDifferentWindows() throws IOException {
    Outcome outcome =
        run(
            "\"win\"",
            """
            id,wave,gp,win
            a,t0,7,6
            a,t1,3,2
            b,t0,6,6
            b,t1,2,2
            c,t0,8,6
            c,t1,2,2
            """);
    assertEquals(List.of(), outcome.document().changes(), "no difference of counts");
    ContactDocument contacts = outcome.document().contacts().get(0);
    assertTrue(contacts.summary().windowsDiffer());
    ContactEstimate totals = contacts.summary().changes().get(0);
    assertEquals((7 / 6.0) / (21 / 18.0), totals.value().orElseThrow(), 1e-14);
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("6 months"), page);
    assertTrue(page.contains("2 months"), page);
    assertTrue(page.contains("ratio of totals"), page);
    assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
  }

  @Test
  void comparesCountsOfEqualWindowsAsWell() throws IOException {
    Outcome outcome = run("4", "id,wave,gp\na,t0,7\na,t1,4\nb,t0,0\nb,t1,2\nc,t0,3\nc,t1,1\n");
    assertFalse(outcome.document().contacts().get(0).summary().windowsDiffer());
    assertEquals(-1, outcome.document().changes().get(0).meanDifference(), 1e-12);
    assertEquals(
        -30,
        outcome.document().contacts().get(0).summary().changes().get(0).percent().orElseThrow(),
        1e-12);
  }

  @Test
  void saysWhyARatioIsNotThere() throws IOException {
    Outcome outcome = run("4", "id,wave,gp\na,t0,0\na,t1,4\nb,t0,0\nb,t1,2\n");
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("not estimable, because nobody had a contact"), page);
    assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
  }

  /** Men 13 in 12 months, then 5 in 4; women 8 in 6 months, then 2 in 2. */
  @Test
  void ratesAndWindowsStandInEveryRowAndSentence() throws IOException {
    Path data = folder.resolve("groups.csv");
    Path plan = folder.resolve("groups.json");
    Files.writeString(
        data,
        """
        id,wave,sex,gp,win
        a,t0,man,7,6
        a,t1,man,3,2
        b,t0,man,6,6
        b,t1,man,2,2
        c,t0,woman,5,4
        c,t1,woman,1,1
        d,t0,woman,3,2
        d,t1,woman,1,1
        """);
    Files.writeString(
        plan,
        """
        { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
          "services": [ { "name": "visits", "count": "gp", "window": "win", "service": "gp-visit" } ],
          "outcomes": { "groups": ["sex"], "reference": { "sex": "woman" },
                        "percent": ["totals"], "per": "year" } }
        """);
    Outcome outcome = Job.of(Optional.of(data), plan).run();
    List<String> rows = outcome.files().get("contacts.csv").lines().toList();
    assertTrue(
        rows.get(0)
            .endsWith(
                "Interval,Level,Ratio,With both counts,Rate before,Rate after,Per,Shortest window"
                    + " before,Longest window before,Shortest window after,Longest window after"),
        rows.get(0));
    assertEquals(4, rows.size(), "everybody, women, men");
    assertTrue(rows.get(2).startsWith("visits,t0,t1,sex woman,ratio of totals,"), rows.get(2));
    assertTrue(
        rows.get(2).endsWith("delta method over persons,0.95,0.75,2,16,12,a year,2,4,1,1"),
        rows.get(2));
    assertTrue(rows.get(3).contains(",sex man,"), rows.get(3));
    assertTrue(rows.get(3).endsWith(",2,13,15,a year,6,6,2,2"), rows.get(3));
    String page = StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
    assertTrue(
        page.contains(
            "of people with both counts, 14.00 a year in windows of 2 to 6 months before and 14.00"
                + " a year in windows of 1 to 2 months after; with the interval of 95%, "),
        page);
    assertTrue(page.contains("Window before"), page);
    assertTrue(page.contains("being equal change, with the delta interval."), page);
    assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
  }

  /** Of the kinds asked for, the first that a ratio of two groups' ratios can have. */
  @Test
  void groupsAreComparedByTheIntervalThatIsAskedFor() throws IOException {
    Path data = folder.resolve("many.csv");
    Path plan = folder.resolve("many.json");
    StringBuilder csv = new StringBuilder("id,wave,sex,gp\n");
    for (int person = 0; person < 40; person++) {
      String sex = person % 2 == 0 ? "man" : "woman";
      csv.append("%d,t0,%s,%d%n".formatted(person, sex, 3 + person % 5));
      csv.append("%d,t1,%s,%d%n".formatted(person, sex, 1 + person % 3));
    }
    Files.writeString(data, csv);
    Files.writeString(
        plan,
        """
        { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
          "services": [ { "name": "visits", "count": "gp", "window": 3, "unit": "months" } ],
          "outcomes": { "groups": ["sex"], "percent": ["individual", "totals"],
                        "intervals": ["t", "percentile", "bca"] } }
        """);
    Outcome outcome = Job.of(Optional.of(data), plan).run();
    assertEquals(
        ContactInterval.PERCENTILE,
        outcome.document().outcomes().orElseThrow().contacts().get(0).comparison().interval());
    String page = StudyReport.printout(outcome).toString().replaceAll("\\s+", " ");
    assertTrue(page.contains("being equal change, with the percentile interval."), page);
    assertFalse(page.contains("(delta method over persons) held the truth"), page);
  }
}
