package org.socialcure.examples.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.fhir.ResponseDetails;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.ScaleResult;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.Scorer;

/** Another program computes the scores by the expressions of the questionnaires. */
class FhirpathTest {
  @TempDir private Path folder;

  @Test
  void everyExpressionGivesTheScoreOrNothing() throws Exception {
    List<String> lines = new ArrayList<>();
    List<Responses> forms = new ArrayList<>();
    for (Instrument instrument : Forms.instruments()) {
      Map<String, Object> expressions = new LinkedHashMap<>();
      for (Scale scale : instrument.scales()) {
        Forms.FHIR
            .calculatedExpression(instrument, scale)
            .ifPresent(expression -> expressions.put(scale.id(), expression));
      }
      for (Responses form : Forms.filledIn(instrument, 40)) {
        forms.add(form);
        lines.add(
            Json.writeLine(
                Map.of(
                    "expressions",
                    expressions,
                    "response",
                    Forms.FHIR.response(form, ResponseDetails.EMPTY).fields())));
      }
    }
    List<String> results = evaluate(lines);
    assertEquals(lines.size(), results.size());
    List<String> wrong = new ArrayList<>();
    int scored = 0;
    int not = 0;
    for (int i = 0; i < results.size(); i++) {
      Map<?, ?> found = (Map<?, ?>) Json.tree(results.get(i));
      for (ScaleResult result : Scorer.score(forms.get(i)).results()) {
        List<?> value = (List<?>) found.get(result.scale());
        if (value == null) {
          continue;
        }
        if (result instanceof Score score) {
          scored++;
          if (value.size() != 1
              || Math.abs(((Number) value.get(0)).doubleValue() - score.value()) > 1e-9) {
            wrong.add(score.name() + " is " + score.value() + " and not " + value);
          }
        } else {
          not++;
          if (!value.isEmpty()) {
            wrong.add(result.name() + " has no score and not " + value);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(scored > 1000 && not > 500, scored + " scored and " + not + " not");
    System.out.println(scored + " scores and " + not + " absent ones are the same in FHIRPath.");
  }

  private List<String> evaluate(List<String> lines) throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("forms.jsonl"), lines);
    Path output = folder.resolve("scores.jsonl");
    Process node =
        new ProcessBuilder("node", "scores.js")
            .directory(Path.of("src/test/node").toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, node.waitFor());
    return Files.readAllLines(output);
  }
}
