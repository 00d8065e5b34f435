package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.exchange.RedcapDictionary;
import org.socialcure.core.exchange.XlsForm;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.Scorer;

/** The guide to an instrument of one's own does what it says. */
class OwnInstrumentTest {
  private static String guide() throws IOException {
    return Files.readString(Repository.root().resolve("examples/documentation/OWN-INSTRUMENT.md"));
  }

  private static Instrument mine() throws IOException {
    String guide = guide();
    int from = guide.indexOf("```json") + "```json".length();
    return Json.read(guide.substring(from, guide.indexOf("```", from)), Instrument.class);
  }

  @Test
  void theFileIsAnInstrumentAndScoresAsThePageSays() throws IOException {
    Instrument mine = mine();
    Responses answers =
        Responses.builder(mine).value("talked", 2).value("went-out", 1).value("alone", 0).build();
    Score score = Scorer.score(answers).total();
    assertEquals(5, score.value());
    String printed = score.toString();
    assertTrue(guide().contains(printed.substring(0, printed.indexOf(" (cut"))), printed);
  }

  @Test
  void itIsUsedAsThePageSays() throws IOException {
    Instrument mine = mine();
    assertFalse(Scorer.batch().instrument(mine, "check_{n}").toString().isEmpty());
    assertFalse(Fhir.at("https://example.org/fhir").questionnaire(mine).json().isEmpty());
    assertEquals(4, RedcapDictionary.of(mine, "en").rows());
    assertEquals(3, XlsForm.of(mine, "en").size());
    String text = Json.write(Responses.builder(mine).value("alone", 1).build());
    assertEquals(mine, Json.read(text, Responses.class, List.of(mine)).instrument());
  }
}
