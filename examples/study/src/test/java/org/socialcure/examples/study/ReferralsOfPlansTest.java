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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.ReferralDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.scoring.contact.RateUnit;

/** Contacts before and after the referral from a plan, counted by hand. */
class ReferralsOfPlansTest {
  private static final String PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"],
                  "waveLabels": { "t0": "start", "t1": "end" } },
        "services": [
          { "name": "gp", "count": "gp", "window": "months", "service": "gp-visit" } ],
        "outcomes": { "referral": { "column": "referred", "assessed": "day"%s } } }
      """;

  /** c was seen five days late at first; d was observed for two months only; e has no referral. */
  private static final String ANSWERS =
      """
      id,wave,referred,day,gp,months
      a,t0,2019-01-10,2019-01-10,12,6
      a,t1,2019-01-10,2019-07-10,3,6
      b,t0,2019-01-10,2019-01-10,6,6
      b,t1,,2019-07-10T00:00:00,3,6
      c,t0,2019-01-10,2019-01-15,60,6
      c,t1,2019-01-10,2019-07-10,1,3
      d,t0,2019-01-10,2019-01-09,4,6
      d,t1,2019-01-10,2019-04-10,1,2
      e,t0,,2019-01-10,9,6
      e,t1,,2019-07-10,9,6
      """;

  @TempDir Path folder;

  private Outcome run(String plan, String answers) throws IOException {
    Path data = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    Files.writeString(data, answers);
    Files.writeString(file, plan);
    return Job.of(Optional.of(data), file).run();
  }

  private static ReferralDocument of(Outcome outcome) {
    return outcome.document().outcomes().orElseThrow().referrals().get(0);
  }

  private static double before(ReferralDocument referral) {
    return referral.summary().before().orElseThrow().per(RateUnit.MONTH);
  }

  private static double after(ReferralDocument referral) {
    return referral.summary().after().orElseThrow().per(RateUnit.MONTH);
  }

  @Test
  void windowsAcrossAreLeftOutUnlessTheyAreTolerated() throws IOException {
    Outcome outcome = run(String.format(PLAN, ""), ANSWERS);
    ReferralDocument strict = of(outcome);
    // Of a, b and d: 22 in 18 months, 7 in 14.
    assertEquals(22 / 18.0, before(strict), 1e-12);
    assertEquals(7 / 14.0, after(strict), 1e-12);
    assertEquals(1, strict.counts().across());
    assertEquals(1, strict.withoutReferral());
    assertTrue(strict.cautions().get(0).startsWith("GP visits at start: the window of 1 person"));
    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class));
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("Contacts before and after the referral"), page);
    String rows = outcome.files().get("contacts.csv");
    assertTrue(rows.contains("gp,before-referral,after-referral,all,ratio of totals,"), rows);

    ReferralDocument week = of(run(String.format(PLAN, ", \"tolerance\": 7"), ANSWERS));
    assertEquals(82 / 24.0, before(week), 1e-12);
    assertEquals(8 / 17.0, after(week), 1e-12);
    assertEquals(1, week.counts().tolerated());
  }

  @Test
  void wavesSideBySideGiveTheSame() throws IOException {
    String plan =
        """
        { "data": { "id": "id", "waves": ["t0", "t1"] },
          "services": [
            { "name": "gp", "count": { "t0": "g0", "t1": "g1" },
              "window": { "t0": "m0", "t1": "m1" }, "service": "gp-visit" } ],
          "outcomes": { "referral": { "column": "referred",
                                      "assessed": { "t0": "d0", "t1": "d1" } } } }
        """;
    ReferralDocument beside =
        of(
            run(
                plan,
                """
                id,referred,d0,g0,m0,d1,g1,m1
                a,2019-01-10,2019-01-10,12,6,2019-07-10,3,6
                b,2019-01-10,2019-01-10,6,6,2019-07-10,3,6
                c,2019-01-10,2019-01-15,60,6,2019-07-10,1,3
                d,2019-01-10,2019-01-09,4,6,2019-04-10,1,2
                e,,2019-01-10,9,6,2019-07-10,9,6
                """));
    assertEquals(22 / 18.0, before(beside), 1e-12);
    assertEquals(7 / 14.0, after(beside), 1e-12);
  }

  private void assertRefused(String part, String plan, String answers) {
    String message = assertThrows(Refusal.class, () -> run(plan, answers)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void refusesDaysThatAreNone() {
    String plan = String.format(PLAN, "");
    assertRefused("such as 2024-01-31", plan, ANSWERS.replace("2019-01-15", "15/01/2019"));
    assertRefused("such as 2024-01-31", plan, ANSWERS.replace("2019-01-15", "0219-01-15"));
    assertRefused(
        "another day than in an earlier row",
        plan,
        ANSWERS.replace("d,t1,2019-01-10", "d,t1,2019-01-11"));
    assertRefused(
        "must not be before the day of an earlier wave",
        plan,
        ANSWERS.replace("a,t1,2019-01-10,2019-07-10", "a,t1,2019-01-10,2018-07-10"));
    assertRefused("no such column", plan.replace("\"referred\"", "\"refered\""), ANSWERS);
    assertRefused(
        "must be one column",
        plan.replace("\"assessed\": \"day\"", "\"assessed\": {\"t0\": \"day\"}"),
        ANSWERS);
    assertRefused("tolerance", String.format(PLAN, ", \"tolerance\": 1000"), ANSWERS);
    String message =
        assertThrows(Refusal.class, () -> run(plan, ANSWERS.replace("2019-01-15", "15/01/2019")))
            .getMessage();
    assertFalse(message.contains("15/01"), "no cell in a message");
  }

  @Test
  void columnsOfRowsDivideNoPeople() {
    for (String field :
        List.of(
            "\"groups\": [\"wave\"]",
            "\"comparison\": { \"column\": \"wave\", \"control\": \"t0\" }")) {
      assertRefused(
          "says which wave a row is of",
          String.format(PLAN, "").replace("\"outcomes\": {", "\"outcomes\": { " + field + ","),
          ANSWERS);
    }
    assertRefused(
        "says whose row it is",
        String.format(PLAN, "").replace("\"outcomes\": {", "\"outcomes\": { \"groups\": [\"id\"],"),
        ANSWERS);
  }
}
