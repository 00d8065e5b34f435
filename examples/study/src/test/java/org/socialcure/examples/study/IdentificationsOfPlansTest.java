package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.outcome.ScaleOutcome;

/** With how many groups people identify, from a plan, by numbers that are counted by hand. */
class IdentificationsOfPlansTest {
  private static final String LONG =
      """
      id,wave,f1,f2,f3,f4,c1,c2,c3,c4
      a,t0,7,6,5,4,5,5,5,5
      a,t1,7,6,5,4,5,5,5,6
      b,t0,1,1,1,1,1,1,1,1
      b,t1,6,6,6,6,6,6,6,6
      c,t0,7,7,7,7,5,5,,5
      c,t1,7,7,7,7,1,1,1,1
      d,t0,1,1,1,1,2,2,2,2
      d,t1,6,6,6,6,1,1,1,1
      """;

  private static final String WIDE =
      """
      id,f01,f02,f03,f04,c01,c02,c03,c04,f11,f12,f13,f14,c11,c12,c13,c14
      a,7,6,5,4,5,5,5,5,7,6,5,4,5,5,5,6
      b,1,1,1,1,1,1,1,1,6,6,6,6,6,6,6,6
      c,7,7,7,7,5,5,,5,7,7,7,7,1,1,1,1
      d,1,1,1,1,2,2,2,2,6,6,6,6,1,1,1,1
      """;

  private static final String LONG_PLAN =
      """
      { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1"] },
        "instruments": [
          { "instrument": "group-identification", "target": "family", "columns": "f{n}" },
          { "instrument": "group-identification", "target": "community", "columns": "c{n}" }],
        "identifications": [{ "instrument": "group-identification", "threshold": 5 }],
        "outcomes": { "scales": ["group-identification.identified-5"] } }
      """;

  private static final String WIDE_PLAN =
      LONG_PLAN
          .replace(", \"wave\": \"wave\"", "")
          .replace("\"f{n}\"", "{ \"t0\": \"f0{n}\", \"t1\": \"f1{n}\" }")
          .replace("\"c{n}\"", "{ \"t0\": \"c0{n}\", \"t1\": \"c1{n}\" }");

  @TempDir Path folder;

  private Outcome run(String answers, String plan) throws IOException {
    Path data = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    Files.writeString(data, answers);
    Files.writeString(file, plan);
    return Job.of(Optional.of(data), file).run();
  }

  private static double[] column(Dataset table, String name) {
    return table.numbers("group-identification.identified-5" + name);
  }

  @Test
  void waveByWaveOrSideBySideTheyAreCountedAlike() throws IOException {
    for (boolean wide : List.of(true, false)) {
      Outcome outcome = wide ? run(WIDE, WIDE_PLAN) : run(LONG, LONG_PLAN);
      ScaleOutcome change =
          outcome.document().outcomes().orElseThrow().batteries().get(0).entries().get(0).outcome();
      assertEquals(3, change.n(), "c was not asked everything");
      assertEquals((0 + 2 + 1) / 3.0, change.change().orElseThrow().difference().mean(), 1e-12);
      assertEquals("Group identifications (GIS, 5 or more)", change.measure().label());
      Dataset scores = outcome.scores().orElseThrow();
      assertArrayEquals(new double[] {2, 0, Double.NaN, 0}, column(scores, "@t0"));
      assertArrayEquals(new double[] {0, 2, Double.NaN, 1}, column(scores, "@change"));
      String page = StudyReport.printout(outcome).toString();
      assertTrue(page.contains("Group identifications (GIS, 5 or more)"), page);
      assertTrue(page.contains("unverified") || page.contains("recalled"), page);
      assertEquals(List.of(), ResultSchema.errors(Json.write(outcome.document())));
    }
  }

  @Test
  void aCountIsToldWithTheScalesAndCanHaveALabel() throws IOException {
    String plan =
        LONG_PLAN
            .replace(
                "\"outcomes\": { \"scales\": [\"group-identification.identified-5\"] }",
                "\"labels\": { \"group-identification.identified-5\": \"Groups of mine\" },"
                    + " \"outcomes\": {}")
            .replace("\"threshold\": 5", "\"threshold\": 5, \"targets\": [\"family\"]");
    Outcome outcome = run(LONG, plan);
    assertTrue(
        outcome.document().outcomes().orElseThrow().batteries().get(0).entries().stream()
            .anyMatch(entry -> entry.outcome().measure().label().equals("Groups of mine")),
        "a count is told with the scales");
  }

  /** In a model the counts are the column that they would be if they stood in the file. */
  @Test
  void aCountCanBeAMediator() throws IOException {
    StringBuilder csv = new StringBuilder("id,arm,y,count,f1,f2,f3,f4,c1,c2,c3,c4\n");
    for (int person = 0; person < 40; person++) {
      int family = 1 + person * 5 % 7;
      int community = 1 + person * 3 % 7;
      int count = (family >= 5 ? 1 : 0) + (community >= 5 ? 1 : 0);
      csv.append(
          "%d,%d,%d,%d,%s,%s\n"
              .formatted(
                  person,
                  family > 3 ? 1 : 0,
                  person * 7 % 11 + count,
                  count,
                  String.join(",", Collections.nCopies(4, Integer.toString(family))),
                  String.join(",", Collections.nCopies(4, Integer.toString(community)))));
    }
    String plan =
        """
        { "data": { "id": "id" },
          "instruments": [
            { "instrument": "group-identification", "target": "family", "columns": "f{n}" },
            { "instrument": "group-identification", "target": "community", "columns": "c{n}" }],
          "identifications": [{ "instrument": "group-identification", "threshold": 5 }],
          "models": [{ "name": "m", "x": "arm", "mediators": ["%s"], "y": "y" }] }
        """;
    double[] indirect = new double[2];
    List<String> names = List.of("group-identification.identified-5", "count");
    for (int i = 0; i < 2; i++) {
      Outcome outcome = run(csv.toString(), plan.formatted(names.get(i)));
      indirect[i] =
          outcome.document().models().get(0).effects().stream()
              .filter(effect -> effect.name().startsWith("indirect"))
              .findFirst()
              .orElseThrow()
              .estimate();
    }
    assertEquals(indirect[1], indirect[0], 1e-15);
    assertTrue(Math.abs(indirect[0]) > 1e-6, "a model in which the count does something");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"threshold\": 5 | \"threshold\": 9 | identifications[0], threshold",
        "\"threshold\": 5 | \"targets\": [\"family\"] | identifications[0].threshold",
        "\"threshold\": 5 | \"threshold\": 5, \"targets\": [] | identifications[0].targets",
        "\"threshold\": 5 | \"threshold\": 5, \"targets\": [\"familly\"] | did you mean family",
        "[{ \"instrument\": \"group-identification\" | [{ \"instrument\": \"sisi\" |"
            + " identifications[0], instrument",
      })
  void whatCannotBeCountedIsRefusedAtItsPlace(String from, String to, String said) {
    String plan = LONG_PLAN.replace(from.strip(), to.strip());
    Refusal refused = assertThrows(Refusal.class, () -> run(LONG, plan));
    assertTrue(refused.getMessage().contains(said.strip()), refused.getMessage());
  }
}
