package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;

class ResponsesTest {

  @Test
  void collectsEveryKindOfAnswer() {
    Responses responses =
        Responses.builder(Instruments.ULS_8)
            .value("companionship", 2)
            .option("turn-to", "often")
            .missing("outgoing", Answer.Missing.DECLINED)
            .missing("left-out", Answer.Missing.NOT_APPLICABLE)
            .missing("isolated", Answer.Missing.SKIPPED)
            .build();
    assertEquals("rarely", responses.given("companionship").map(AnswerOption::id).orElseThrow());
    assertEquals(4, responses.given("turn-to").orElseThrow().value().orElseThrow());
    assertEquals(Answer.Missing.DECLINED, responses.answer("outgoing"));
    assertEquals(Answer.Missing.NOT_ASKED, responses.answer("withdrawn"));
    assertEquals(Optional.empty(), responses.given("isolated"));
    assertEquals(2, responses.answered());
    assertEquals(
        List.of("companionship", "turn-to", "outgoing"),
        responses.answers().keySet().stream().limit(3).toList());
    assertEquals("uls-8: 2 of 8 items answered", responses.toString());
  }

  @Test
  void namesAllProblemsAndNoAnswers() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                Responses.builder(Instruments.UCLA_3)
                    .value("companionship", 0)
                    .value("left-out", 1)
                    .value("left-out", 2)
                    .option("isolated", "always")
                    .value("alone", 1)
                    .target("family")
                    .build());
    assertEquals(
        List.of(
            "ucla-3, item companionship",
            "ucla-3, item left-out",
            "ucla-3, item isolated",
            "ucla-3, target",
            "ucla-3, answer 4"),
        refused.problems().stream().map(Problem::where).toList());
    assertFalse(refused.getMessage().contains("always"));
    assertFalse(refused.getMessage().contains("alone"), "an item that nobody knows is not quoted");
  }

  @Test
  void refusesAnOptionOfAnotherInstrument() {
    AnswerOption often = Instruments.ULS_8.item("isolated").option("often").orElseThrow();
    assertThrows(
        InvalidInputException.class,
        () -> Responses.of(Instruments.UCLA_3, Map.of("isolated", new Answer.Given(often))));
  }

  @Test
  void theGroupBelongsToTheResponses() {
    Responses community = new GroupIdentification("community", 7, 6, 5, 4).toResponses();
    Responses family = new GroupIdentification("family", 7, 6, 5, 4).toResponses();
    assertEquals(Optional.of("community"), community.target());
    assertNotEquals(community, family);
    assertEquals("group-identification (community): 4 of 4 items answered", community.toString());
    assertThrows(
        InvalidInputException.class,
        () -> Responses.builder(Instruments.GROUP_IDENTIFICATION).build());
  }

  @Test
  void equalAnswersAreEqualResponses() {
    assertEquals(new Ucla3(1, null, 3).toResponses(), new Ucla3(1, null, 3).toResponses());
    assertEquals(
        new Ucla3(1, null, 3).toResponses().hashCode(),
        new Ucla3(1, null, 3).toResponses().hashCode());
    assertNotEquals(new Ucla3(1, null, 3).toResponses(), new Ucla3(1, 2, 3).toResponses());
  }

  @Test
  void doesNotPrintAnswers() {
    Responses responses =
        new DeJongGierveld6(DeJongGierveldAnswer.YES, null, null, null, null, null).toResponses();
    assertFalse(responses.toString().contains("yes"));
    assertFalse(responses.answers().toString().contains("yes"));
    assertTrue(responses.answers().toString().contains("given"));
  }

  @Test
  void cannotBeChanged() {
    Map<String, Answer> answers = new Ucla3(1, 1, 1).toResponses().answers();
    assertThrows(
        UnsupportedOperationException.class, () -> answers.put("isolated", Answer.Missing.SKIPPED));
  }

  /** A number that another numbering has names it; one that none has names nothing. */
  @ParameterizedTest
  @CsvSource({
    "uls-8, companionship, 0, from 0 (never) to 3",
    "ucla-20, in-tune, 0, from 0 (never) to 3",
    "ucla-20-original, alone, 4, from 1 (never) to 4",
    "lsns-6, family-help, 6, from 1 (none) to 6",
    "uls-8, companionship, 9,",
    "ucla-3, isolated, 4,"
  })
  void aRefusedNumberNamesTheNumberingThatItPointsTo(
      String id, String item, int value, String numbering) {
    Instrument instrument = Instruments.get(id);
    String permitted = instrument.item(item).permitted();
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Responses.builder(instrument).value(item, value).build());
    String message = refused.problems().get(0).message();
    assertTrue(message.startsWith("the answer must be " + permitted), message);
    assertEquals(numbering != null, message.contains(";"), message);
    String json = "{\"instrument\": \"%s\", \"answers\": {\"%s\": %d}}".formatted(id, item, value);
    InvalidInputException notRead =
        assertThrows(InvalidInputException.class, () -> Json.read(json, Responses.class));
    String told = notRead.problems().get(0).message();
    assertEquals(numbering != null, told.contains(";"), told);
    if (numbering != null) {
      assertTrue(message.contains(numbering) && message.contains("give the coding"), message);
      assertTrue(told.contains(numbering) && told.contains("give the coding"), told);
    }
  }
}
