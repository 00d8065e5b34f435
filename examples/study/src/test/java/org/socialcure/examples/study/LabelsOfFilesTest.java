package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans may call codes of SPSS and Stata files by their labels. */
class LabelsOfFilesTest {
  private static final String PLAN =
      """
      {"data": {"id": "id", "wave": "wave", "waves": [%s]%s}, "keep": ["x", "y"],
       "models": [{"name": "m", "x": "x@%s", "mediators": ["m@%s"], "y": "y@%s", "family": "logit",
                   "event": "%s", "bootstrap": {"replicates": 50}}]}""";

  @TempDir private Path folder;

  private Outcome run(String file, String plan) throws IOException {
    try (InputStream in = LabelsOfFilesTest.class.getResourceAsStream(file)) {
      Path data = folder.resolve(file);
      Files.copy(Objects.requireNonNull(in, file), data);
      Path written = Files.writeString(folder.resolve("plan.json"), plan);
      return Job.of(Optional.of(data), written).run();
    }
  }

  private static String plan(String waves, String more, String wave, String event) {
    return PLAN.formatted(waves, more, wave, wave, wave, event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelled.sav", "labelled.dta"})
  void labelsGiveWhatTheirCodesGive(String file) throws IOException {
    Outcome coded = run(file, plan("\"1\", \"2\"", ", \"where\": {\"arm\": 1}", "2", "1"));
    Files.delete(folder.resolve(file));
    Outcome labelled =
        run(
            file,
            plan(
                "\"Baseline\", \"Follow-up\"",
                ", \"where\": {\"arm\": \"Usual care\"}",
                "Follow-up",
                "Yes"));
    assertEquals(20, labelled.scores().orElseThrow().rows());
    assertEquals(
        estimates(coded.document().models().get(0).effects().toString()),
        estimates(labelled.document().models().get(0).effects().toString()));
  }

  @ParameterizedTest
  @CsvSource({"labelled.sav, Yes", "labelled.dta, No", "labelled.sav, 1"})
  void eventsAreToldAsThePlanCallsThem(String file, String event) throws IOException {
    Outcome outcome = run(file, plan("\"1\", \"2\"", "", "2", event));
    String told = outcome.document().models().get(0).labels().toString();
    assertTrue(told.contains("y, at wave 2 = " + event), told);
    List<String> notes = outcome.document().data().notes();
    assertTrue(notes.toString().contains("values of y (0 = No, 1 = Yes)"), notes.toString());
  }

  private static List<String> estimates(String effects) {
    List<String> estimates =
        Pattern.compile("\"(estimate|se|lower|upper)\": [-\\d.E]+")
            .matcher(effects)
            .results()
            .map(MatchResult::group)
            .toList();
    assertTrue(estimates.size() > 10, effects);
    return estimates;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "labelled.dta | {\"site\": \"South\"} | two codes or more have it",
        "labelled.sav | {\"site\": \"Not said\"} | declares missing",
        "labelled.sav | {\"arm\": [\"2\", \"Usual care\"]} | a code and the label of another",
        "labelled.sav | [{\"arm\": \"2\"}, {\"id\": 1}] | a code and the label of another",
        "labelled.sav | {\"arm\": {\"not\": \"2\"}} | a code and the label of another"
      })
  void labelsThatMayMeanTwoThingsAreRefused(String file, String where, String reason) {
    String plan = plan("\"1\", \"2\"", ", \"where\": " + where, "2", "1");
    String message = assertThrows(Refusal.class, () -> run(file, plan)).getMessage();
    assertTrue(message.contains(reason), message);
    assertTrue(message.contains("column "), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\", \"Baseline\"", "\"Baseline\", \"1\", \"2\""})
  void aWaveIsNamedOnce(String waves) {
    String message =
        assertThrows(Refusal.class, () -> run("labelled.sav", plan(waves, "", "1", "1")))
            .getMessage();
    assertTrue(message.contains("are the same code"), message);
  }
}
