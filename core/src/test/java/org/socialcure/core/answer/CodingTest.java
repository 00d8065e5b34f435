package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.json.Json;

class CodingTest {
  private static final Item WORDS = Instruments.DE_JONG_GIERVELD_11.item("trust");
  private static final Item NUMBERS = Instruments.ONS4.item("happy");

  private static Optional<String> id(Optional<AnswerOption> option) {
    return option.map(AnswerOption::id);
  }

  @Test
  void codesStandForOptions() {
    Coding coding = Coding.of("1=yes", " 2 = more-or-less", "3=no");
    assertEquals(Optional.of("yes"), id(coding.option(WORDS, "1")));
    assertEquals(Optional.of("more-or-less"), id(coding.option(WORDS, "2.0")));
    assertEquals(Optional.of("no"), id(coding.option(WORDS, 3.0)));
    assertEquals(Optional.empty(), coding.option(WORDS, 4));
    assertEquals(Optional.empty(), coding.option(WORDS, 1.5));
    assertEquals(Optional.empty(), coding.option(WORDS, Double.NaN));
    assertEquals(Optional.empty(), coding.option(WORDS, "yes"));
    assertEquals(List.of("1", "2", "3"), List.copyOf(coding.codes(WORDS).keySet()));
    assertEquals("1=yes, 2=more-or-less, 3=no", coding.toString());
  }

  @Test
  void codesStandForValues() {
    Coding coding = Coding.of(Map.of("1", "0", "2", "1"));
    assertEquals(0, coding.option(NUMBERS, "1").orElseThrow().value().orElseThrow());
    assertEquals(1, coding.option(NUMBERS, 2).orElseThrow().value().orElseThrow());
    assertEquals(Optional.empty(), coding.option(NUMBERS, 0));
  }

  @Test
  void withoutACodingANumberIsAValueAndAWordIsAnId() {
    assertEquals(7, Coding.none().option(NUMBERS, 7).orElseThrow().value().orElseThrow());
    assertEquals(Optional.of("point-7"), id(Coding.none().option(NUMBERS, "7")));
    assertEquals(Optional.empty(), Coding.none().option(NUMBERS, 11));
    assertEquals(Optional.of("no"), id(Coding.none().option(WORDS, "no")));
    assertEquals(Optional.empty(), Coding.none().option(WORDS, 1));
    assertEquals(11, Coding.none().codes(NUMBERS).size());
  }

  @Test
  void mustFitTheInstrument() {
    Coding.of("1=yes", "2=more-or-less", "3=no").requireFits(Instruments.DE_JONG_GIERVELD_11);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Coding.of("1=yes", "2=maybe").requireFits(Instruments.DE_JONG_GIERVELD_11));
    assertEquals("coding.2", refused.problems().get(0).where());
    assertTrue(refused.getMessage().contains("yes, more-or-less or no"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1=", "=yes", "1=yes;1=no", "1=yes;1.0=no", "1=yes;01=no"})
  void refusesWhatIsNoCoding(String pairs) {
    assertThrows(InvalidInputException.class, () -> Coding.of(pairs.split(";")));
  }

  @Test
  void refusesNoPairsAtAll() {
    assertThrows(InvalidInputException.class, () -> Coding.of());
    assertThrows(InvalidInputException.class, () -> Coding.of(Map.of()));
  }

  @Test
  void readsAndWritesJson() {
    Coding words = Json.read("{\"1\": \"yes\", \"2\": \"no\"}", Coding.class);
    assertEquals(Coding.of("1=yes", "2=no"), words);
    assertEquals(words, Json.read(Json.write(words), Coding.class));
    Coding values = Json.read("{\"1\": 0, \"2\": 1}", Coding.class);
    assertEquals(Coding.of("1=0", "2=1"), values);
    assertEquals("{\"1\": 0, \"2\": 1}\n", Json.write(values));
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Json.read("{\"1\": true, \"2\": null}", Coding.class));
    assertEquals(2, refused.problems().size());
  }
}
