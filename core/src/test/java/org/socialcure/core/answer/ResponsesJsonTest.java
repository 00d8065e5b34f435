package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.json.Json;

class ResponsesJsonTest {
  private static final String OWN =
      """
      { "id": "own", "version": "1", "name": "Own", "construct": "mood", "options": { "from": 0, "to": 3 },
        "items": [{ "id": "sad", "label": "sad" }],
        "scales": [{ "id": "total", "scoring": "sum", "direction": "higher-is-worse" }] }
      """;

  private static List<Problem> refused(String text) {
    return assertThrows(InvalidInputException.class, () -> Json.read(text, Responses.class))
        .problems();
  }

  private static String ucla(String answers) {
    return "{\"instrument\": \"ucla-3\", \"answers\": {" + answers + "}}";
  }

  @Test
  void readsAnswersByName() {
    Responses r =
        Json.read(
            """
            {"instrument": "de-jong-gierveld-6", "answers": {"emptiness": "yes", "rely-on": "no", "trust": "more-or-less",
                                                              "close": "yes", "miss-people": "no", "rejected": "no"}}""",
            Responses.class);
    assertEquals(Instruments.DE_JONG_GIERVELD_6, r.instrument());
    assertEquals(6, r.answered());
    assertEquals("more-or-less", r.given("trust").orElseThrow().id());
  }

  @Test
  void readsAnswersByValueAndReasonsForTheirAbsence() {
    Responses r =
        Json.read(
            "{\"instrument\": \"uls-8\", \"version\": \"1987\", \"answers\": {\"companionship\": 2, \"turn-to\": \"often\","
                + " \"outgoing\": 3.0, \"left-out\": null, \"isolated\": {\"missing\": \"declined\"},"
                + " \"find-companionship\": {\"missing\": \"not-applicable\"}, \"withdrawn\": {\"missing\": \"not-asked\"}}}",
            Responses.class);
    assertEquals("rarely", r.given("companionship").orElseThrow().id());
    assertEquals("often", r.given("turn-to").orElseThrow().id());
    assertEquals("sometimes", r.given("outgoing").orElseThrow().id());
    assertEquals(Answer.Missing.SKIPPED, r.answer("left-out"));
    assertEquals(Answer.Missing.DECLINED, r.answer("isolated"));
    assertEquals(Answer.Missing.NOT_APPLICABLE, r.answer("find-companionship"));
    assertEquals(Answer.Missing.NOT_ASKED, r.answer("withdrawn"));
    assertEquals(Answer.Missing.NOT_ASKED, r.answer("not-with-me"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2\"",
        "2.7",
        "\"\"",
        "0",
        "4",
        "true",
        "[2]",
        "{}",
        "{\"missing\": 1}",
        "{\"missing\": null}",
        "{\"missing\": \"declined\", \"why\": \"x\"}",
        "\"Often\"",
        "1e400"
      })
  void refusesWhatIsNoAnswerAndDoesNotRepeatIt(String answer) {
    List<Problem> problems = refused(ucla("\"left-out\": " + answer));
    assertTrue(problems.get(0).where().startsWith("answers.left-out"), problems.toString());
    assertTrue(problems.get(0).toString().contains("line 1"), problems.toString());
    assertFalse(problems.toString().contains("Often") || problems.toString().contains("2.7"));
  }

  @Test
  void aNumberIsNoAnswerToAnItemWithoutValues() {
    List<Problem> problems =
        refused("{\"instrument\": \"de-jong-gierveld-6\", \"answers\": {\"trust\": 1}}");
    assertEquals("answers.trust", problems.get(0).where());
    assertTrue(problems.get(0).message().contains("yes, more-or-less or no"));
  }

  @Test
  void namesAllProblemsAtOnce() {
    List<Problem> problems =
        refused(
            "{\"instrument\": \"ucla-3\", \"version\": \"1978\", \"mood\": 1, \"target\": \"Our Street\",\n"
                + " \"answers\": {\"left-out\": 7, \"alone\": 1, \"isolated\": 1, \"isolated\": 2}}");
    assertEquals(
        List.of("$", "target", "version", "answers.left-out", "answers", "$"),
        problems.stream().map(Problem::where).toList());
    assertEquals(
        "field number 2 is not an item of ucla-3; there are 3 items", problems.get(4).message());
    assertFalse(problems.toString().contains("alone") || problems.toString().contains("mood"));
    assertTrue(problems.get(3).toString().contains("(line 2, column 26)"), problems.toString());
  }

  @Test
  void refusesATargetThatTheInstrumentDoesNotTake() {
    assertEquals(
        1, refused("{\"instrument\": \"ucla-3\", \"target\": \"family\", \"answers\": {}}").size());
    assertEquals(1, refused("{\"instrument\": \"group-identification\", \"answers\": {}}").size());
  }

  @Test
  void anInstrumentOnRequestIsReadWhenItIsAskedFor() {
    Responses responses = new CampaignToEndLoneliness(4, 3, null).toResponses();
    String text = Json.write(responses);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Json.read(text, Responses.class));
    assertTrue(refused.getMessage().contains("Instruments.onRequest"), refused.getMessage());
    assertEquals(responses, Json.read(text, Responses.class, Instruments.onRequest()));
  }

  @Test
  void refusesAnUnknownInstrument() {
    assertEquals(
        List.of("instrument"),
        refused("{\"instrument\": \"ucla-4\", \"answers\": {\"x\": 1}}").stream()
            .map(Problem::where)
            .toList());
  }

  @Test
  void readsResponsesToAnInstrumentOfOnesOwn() {
    Instrument own = Json.read(OWN, Instrument.class);
    String text = "{\"instrument\": \"own\", \"answers\": {\"sad\": 2}}";
    assertEquals("instrument", refused(text).get(0).where());
    Responses responses = Json.read(text, Responses.class, List.of(own));
    assertEquals(own, responses.instrument());
    assertEquals(responses, Json.read(Json.write(responses), Responses.class, List.of(own)));
  }

  @Property(tries = 200)
  void comesBackUnchanged(@ForAll long seed) {
    Random random = new Random(seed);
    Instrument instrument = Instruments.all().get(random.nextInt(Instruments.all().size()));
    Map<String, Answer> answers = new HashMap<>();
    for (Item item : instrument.items()) {
      List<AnswerOption> options = item.options();
      int choice = random.nextInt(options.size() + 4);
      answers.put(
          item.id(),
          choice < 4 ? Answer.Missing.values()[choice] : new Answer.Given(options.get(choice - 4)));
    }
    Optional<String> target =
        instrument.targeting() == Targeting.GROUP ? Optional.of("community") : Optional.empty();
    Responses responses = Responses.of(instrument, target, answers);
    assertEquals(responses, Json.read(Json.write(responses), Responses.class));
  }
}
