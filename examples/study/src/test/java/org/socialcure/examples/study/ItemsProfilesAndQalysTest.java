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
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.scoring.outcome.AnyItem;
import org.socialcure.scoring.outcome.ProfileChange;
import org.socialcure.scoring.outcome.QualityAdjustedYears;

/** Single items, profiles and QALYs from a plan, by numbers that are counted by hand. */
class ItemsProfilesAndQalysTest {
  private static final String ANSWERS =
      """
      id,wave,arm,home,work,u
      a,t0,x,1,2,0.5
      a,t1,x,3,3,0.7
      a,t2,x,3,3,0.9
      b,t0,x,2,4,0.6
      b,t1,x,3,3,0.6
      b,t2,x,2,4,0.4
      c,t0,y,5,5,0.2
      c,t1,y,4,5,0.3
      c,t2,y,5,5,0.8
      d,t0,y,2,2,0.4
      d,t1,y,2,2,
      d,t2,y,2,1,0.1
      """;

  private static final String DATA =
      "\"id\": \"id\", \"wave\": \"wave\", \"waves\": [\"t0\", \"t1\", \"t2\"]";

  @TempDir Path folder;

  private Outcome run(String data, String outcomes) throws IOException {
    Path answers = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    Files.writeString(answers, ANSWERS);
    Files.writeString(file, "{ \"data\": {" + data + "}, \"outcomes\": " + outcomes + " }");
    return Job.of(Optional.of(answers), file).run();
  }

  private static final String ALL =
      """
      { "areas": { "columns": ["home", "work"], "direction": "higher-is-better", "cut": 2,
                   "range": [1, 5] },
        "profiles": { "columns": ["home", "work"], "direction": "higher-is-better" },
        "utilities": "u", "times": { "t0": 0, "t1": 3, "t2": 12 } }
      """;

  @Test
  void tellsItemsProfilesAndQalys() throws IOException {
    Outcome outcome = run(DATA, ALL);
    OutcomesDocument found = outcome.document().outcomes().orElseThrow();
    assertEquals(2, found.areas().size(), "each later wave against the first");
    AnyItem any = found.areas().get(0).any().orElseThrow();
    assertEquals(2, any.better().count());
    assertEquals(2, any.worse().count());
    assertEquals(1, any.both().count());
    ProfileChange profile = found.profiles().get(0).change();
    assertEquals(1, profile.better().orElseThrow().count(), "a");
    assertEquals(1, profile.mixed().orElseThrow().count(), "b");
    assertEquals(1, profile.worse().orElseThrow().count(), "c");
    assertEquals(1, profile.same().orElseThrow().count(), "d");
    QualityAdjustedYears qalys = found.qalys().get(0);
    // Trapezoids over a quarter and three quarters of a year, of a, b and c.
    double expected =
        ((0.5 + 0.7) / 2 * 0.25
                + (0.7 + 0.9) / 2 * 0.75
                + (0.6 + 0.6) / 2 * 0.25
                + (0.6 + 0.4) / 2 * 0.75
                + (0.2 + 0.3) / 2 * 0.25
                + (0.3 + 0.8) / 2 * 0.75)
            / 3;
    assertEquals(expected, qalys.mean().mean().orElseThrow(), 1e-12);
    assertEquals(1, qalys.leftOut(), "d has no utility at t1");
    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class));
    String page = StudyReport.printout(outcome).toString();
    assertTrue(page.contains("Profiles, t0 to t2"), page);
    assertTrue(page.contains("Single items, t0 to t1"), page);
    assertTrue(page.contains("Quality-adjusted life years"), page);
  }

  @Test
  void qalysAreComparedBetweenGroups() throws IOException {
    QualityAdjustedYears qalys =
        run(DATA, ALL.replace("\"utilities\"", "\"groups\": [\"arm\"], \"utilities\""))
            .document()
            .outcomes()
            .orElseThrow()
            .qalys()
            .get(0);
    assertEquals(List.of("x", "y"), qalys.groups().stream().map(it -> it.name()).toList());
  }

  @Test
  void wavesAreCalledByTheirLabelsAndKeptByTheirNames() throws IOException {
    Outcome outcome =
        run(
            DATA
                + ", \"waveLabels\": {\"t0\": \"referral\", \"t1\": \"spring\", \"t2\": \"a year on\"}",
            ALL.replace(
                "\"utilities\"",
                """
                "scales": ["home"], "directions": { "home": "higher-is-better" },
                "groups": ["arm"], "cases": { "home": { "atMost": 2, "source": "made up" } },
                "comparison": { "column": "arm", "control": "y" }, "utilities"
                """));
    String page = StudyReport.page(outcome).html();
    String body = page.substring(page.indexOf("<h2"));
    for (String name : List.of("referral", "spring", "a year on")) {
      assertTrue(body.contains(name), name);
    }
    for (String id : List.of(">t0<", "t0 to", " t1", "to t2", "at t0")) {
      assertFalse(body.contains(id), () -> id + " in " + body);
    }
    assertTrue(body.contains("from referral to spring"), "a sentence");
    assertTrue(body.contains("spring (3)"), "a mark of the picture");
    assertTrue(outcome.files().get("outcomes.csv").contains("home,t0,t1,"), "names in tables");
    assertEquals(
        "t0", outcome.document().outcomes().orElseThrow().batteries().get(0).waves().get(0));
  }

  private void assertRefused(String part, String outcomes) {
    String message = assertThrows(Refusal.class, () -> run(DATA, outcomes)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertRefused("times", ALL.replace(", \"times\": { \"t0\": 0, \"t1\": 3, \"t2\": 12 }", ""));
    assertRefused("there is none for t1", ALL.replace("\"t1\": 3, ", ""));
    assertRefused("must be later than t0", ALL.replace("\"t1\": 3", "\"t1\": 0"));
    assertRefused("from 0 to 1200", ALL.replace("\"t2\": 12", "\"t2\": 1e12"));
    assertRefused("none of \"waves\"", ALL.replace("\"t2\": 12", "\"t2\": 12, \"t9\": 13"));
    assertRefused("within \"range\"", ALL.replace("\"cut\": 2", "\"cut\": 9"));
    assertRefused("the lowest and the highest", ALL.replace("[1, 5]", "[5, 1]"));
    assertRefused("outcomes.areas.direction", ALL.replaceFirst("higher-is-better", "neutral"));
    assertRefused(
        "no column of the file", ALL.replace("\"utilities\": \"u\"", "\"utilities\": \"v\""));
    assertRefused("above 1", ALL.replace("\"utilities\": \"u\"", "\"utilities\": \"home\""));
  }

  @Test
  void twoWavesMayNotBeCalledTheSame() {
    String message =
        assertThrows(
                Refusal.class,
                () -> run(DATA + ", \"waveLabels\": {\"t1\": \"later\", \"t2\": \"later\"}", ALL))
            .getMessage();
    assertTrue(message.contains("call two waves the same"), message);
  }
}
