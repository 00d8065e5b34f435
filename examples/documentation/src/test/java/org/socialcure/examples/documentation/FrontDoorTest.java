package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ReliabilityKind;
import org.socialcure.scoring.change.ReliableChangeClass;

/** The six uses that the library was designed for. */
class FrontDoorTest {
  @Test
  void typedAnswersInAScoreOut() {
    Ucla3 answers = new Ucla3(2, 3, 1);
    ScoreSheet sheet = Scorer.score(answers);
    Score total = sheet.total();
    assertEquals(6, total.value());
    assertTrue(
        total
            .toString()
            .startsWith("Loneliness (UCLA-3) 6 of 3..9, higher = lonelier, \"lonely\""));
  }

  @Test
  void theSameFromJsonForAnyInstrument() {
    Responses r =
        Json.read(
            """
            {"instrument": "de-jong-gierveld-6", "answers": {"emptiness": "yes", "rely-on": "no", "trust": "more-or-less",
                                                              "close": "yes", "miss-people": "no", "rejected": "no"}}""",
            Responses.class);
    assertEquals(1, Scorer.score(r).get("emotional").value());
    assertEquals(2, Scorer.score(r).get("social").value());
  }

  @Test
  void changeOfOnePerson() {
    ScoreSheet before = Scorer.score(new Ucla3(3, 3, 3));
    ScoreSheet after = Scorer.score(new Ucla3(1, 1, 1));
    ChangeReference reference =
        new ChangeReference(
            1.88, 0.72, ReliabilityKind.INTERNAL_CONSISTENCY, "a cohort of our own");
    Change change = Change.between(before, after, reference);
    assertEquals(-6, change.difference());
    assertEquals(ReliableChangeClass.IMPROVED, change.reliable().outcome());
    assertTrue(change.toString().contains("a cohort of our own"));
  }

  @Test
  void aFileOfAnswersToAFileOfScores(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lockdown-loneliness.csv");
    Files.writeString(
        file,
        """
        id,wave,age,ucla3_companionship,ucla3_left-out,ucla3_isolated,%s
        1,before,40,3,2,3,%s
        1,during,40,1,1,1,%s
        2,before,71,1,1,2,%s
        """
            .formatted(
                String.join(
                    ",",
                    Instruments.DE_JONG_GIERVELD_11.items().stream()
                        .map(item -> "djg11_" + item.id())
                        .toList()),
                "1,2,3,1,2,3,1,2,3,1,2",
                "3,3,3,3,3,3,3,3,3,3,3",
                "1,1,1,1,1,1,1,1,1,1,1"));
    Dataset raw = Dataset.readCsv(file);
    Dataset scored =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "ucla3_{item}")
            .instrument(
                Instruments.DE_JONG_GIERVELD_11,
                "djg11_{item}",
                Coding.of("1=yes", "2=more-or-less", "3=no"))
            .keep("id", "wave", "age")
            .score(raw)
            .widen("id", "wave");
    assertEquals(2, scored.rows());
    assertEquals(8, scored.number("ucla-3.total@before", 0).orElseThrow());
    assertEquals(3, scored.number("ucla-3.total@during", 0).orElseThrow());
    assertTrue(scored.missing("ucla-3.total@during", 1));
    assertTrue(scored.has("de-jong-gierveld-11.emotional@before"));
    assertEquals(71, scored.number("age", 1).orElseThrow());
  }

  @Test
  void mediationTheEverydayWay(@TempDir Path folder) throws IOException {
    Dataset data = Cohorts.withTwoMediators();
    MediationModel model =
        Mediation.from("groups_change")
            .through("belonging_change", "loneliness_change")
            .inSeries()
            .to("gp_visits_t1")
            .adjustingFor("gp_visits_t0", "age")
            .build();
    MediationResult result = model.fit(data, Bootstrap.percentile(500).seed(2019));
    assertTrue(result.toString().contains("belonging_change"));
    Effect serial = result.indirect("belonging_change", "loneliness_change");
    assertTrue(serial.interval().orElseThrow().lower() < serial.estimate());
    assertTrue(serial.interval().orElseThrow().upper() > serial.estimate());
    assertTrue(serial.se().isPresent() && serial.p().isPresent());
    double indirect =
        Arrays.stream(
                new Effect[] {
                  result.indirect("belonging_change"), result.indirect("loneliness_change"), serial
                })
            .mapToDouble(Effect::estimate)
            .sum();
    assertEquals(
        result.total().orElseThrow().estimate(),
        result.direct().orElseThrow().estimate() + indirect,
        1e-12);
    Path report = folder.resolve("report.html");
    result.report().writeHtml(report);
    assertTrue(Files.readString(report).contains("<svg"));
  }

  @Test
  void mediationOfAnyPathModel() {
    PathModel path =
        PathModel.parse(
            """
            belonging  ~ a*groups + age
            loneliness ~ d*belonging + groups + age
            gp_visits  ~ b*loneliness + belonging + c*groups + age
            serial    := a*d*b
            """);
    Dataset data =
        Cohorts.withTwoMediators()
            .rename("groups_change", "groups")
            .rename("belonging_change", "belonging")
            .rename("loneliness_change", "loneliness")
            .rename("gp_visits_t1", "gp_visits");
    MediationResult result = Mediation.of(path).fit(data);
    List<Double> coefficients =
        List.of(
            result.equation("belonging").coefficient("groups").estimate(),
            result.equation("loneliness").coefficient("belonging").estimate(),
            result.equation("gp_visits").coefficient("loneliness").estimate());
    assertEquals(
        coefficients.stream().reduce(1.0, (left, right) -> left * right),
        result.effect("serial").estimate(),
        1e-12);
  }
}
