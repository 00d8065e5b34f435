package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.Demographics;

/** An application tells people in Welsh what is wrong, by codes and parameters alone. */
class ProblemsInWelshTest {
  private static final ResourceBundle WELSH =
      ResourceBundle.getBundle("org.socialcure.scoring.problems", Locale.forLanguageTag("cy"));

  private static String told(Problem problem) {
    String text = WELSH.getString(problem.code()).replace("''", "'");
    for (Map.Entry<String, String> parameter : problem.parameters().entrySet()) {
      text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static List<String> told(Runnable refused) {
    return assertThrows(InvalidInputException.class, refused::run).problems().stream()
        .map(ProblemsInWelshTest::told)
        .toList();
  }

  @Test
  void aFormWithWrongAnswers() {
    assertEquals(
        List.of("companionship: dewiswch un o 1, 2, 3", "isolated: dewiswch un o 1, 2, 3"),
        told(() -> new Ucla3(9, 2, 0).toResponses()));
    assertEquals(
        List.of("left-out: wedi'i ateb ddwywaith", "Nid oes gan ucla-3 gwestiwn o'r fath (rhif 2)"),
        told(
            () ->
                Responses.builder(Instruments.UCLA_3)
                    .value("left-out", 1)
                    .value("left-out", 2)
                    .missing("happy", Answer.Missing.SKIPPED)
                    .build()));
    assertEquals(
        List.of("group-identification: enwch y grŵp"),
        told(() -> Responses.builder(Instruments.GROUP_IDENTIFICATION).build()));
  }

  @Test
  void answersAndPeopleAsJson() {
    assertEquals(
        List.of("left-out: dewiswch un o 1, 2, 3", "Nid oes gan ucla-3 gwestiwn o'r fath (rhif 2)"),
        told(
            () ->
                Json.read(
                    "{\"instrument\": \"ucla-3\", \"answers\": {\"left-out\": 7, \"x\": 1}}",
                    Responses.class)));
    assertEquals(
        List.of("Rhowch rif o 1850 i 2150"),
        told(() -> Json.read("{\"birthYear\": 1200}", Demographics.class)));
    assertEquals(
        List.of("Gwerth o'r math anghywir (number)", "Mae answers ar goll"),
        told(() -> Json.read("{\"instrument\": 3}", Responses.class)));
  }

  @Test
  void aScaleThatHasNoScore() {
    ScoreSheet sheet = Scorer.score(new Ucla3(3, null, null));
    NotScored missing = (NotScored) sheet.results().get(0);
    assertEquals("ucla-3: atebwyd 1 o 3, felly nid oes sgôr", told(missing.problem()));
    assertEquals(
        missing.toString(), missing.problem().toString().replace(": not scored", " not scored"));
  }

  @Test
  void everyReasonForNoScoreHasACode() {
    Set<String> codes = new TreeSet<>();
    for (NotScoredReason reason : NotScoredReason.values()) {
      NotScored example = (NotScored) Scorer.score(new Ucla3(null, null, null)).results().get(0);
      Problem problem =
          new NotScored(
                  example.instrument(),
                  example.version(),
                  example.target(),
                  example.scale(),
                  example.label(),
                  reason,
                  0,
                  3,
                  example.missingRule(),
                  example.unanswered())
              .problem();
      codes.add(problem.code());
      ProblemCode code =
          ProblemCode.valueOf(problem.code().toUpperCase(Locale.ROOT).replace('-', '_'));
      assertEquals(Set.copyOf(code.parameters()), problem.parameters().keySet());
    }
    assertEquals(NotScoredReason.values().length, codes.size());
  }
}
