package org.socialcure.core.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Wording;

/** Exports of survey tools hold labels, or a number and a label, in the place of codes. */
class OptionWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Often, often",
    "OFTEN, often",
    " some of  the time , some-of-the-time",
    "Some-of-the-time, some-of-the-time",
    "hardly ever or never, hardly-ever",
    "hardly ever, hardly-ever",
    "1 - Hardly ever or never, hardly-ever",
    "1 – Hardly ever, hardly-ever",
    "3 = Often, often",
    "3. Often, often",
    "(3) Often, often",
    "3) often, often",
    "3 Often, often",
    "[2] Some of the time, some-of-the-time",
    // The number of one option and the label of another are neither.
    "1 - Often, ",
    "2 Often, ",
    "4 - Often, ",
    "Sometimes, ",
    "Oft, ",
    "-, ",
    "1 -, "
  })
  void labelsAreUnderstoodWithoutACoding(String cell, String option) {
    Optional<String> found =
        Coding.none().option(Instruments.UCLA_3.item("left-out"), cell).map(AnswerOption::id);
    assertEquals(Optional.ofNullable(option), found);
  }

  @Test
  void aCodingThatIsGivenStandsAlone() {
    Coding own = Coding.of("a=often");
    assertEquals(Optional.empty(), own.option(Instruments.UCLA_3.item("left-out"), "Often"));
  }

  @Test
  void wordsOfALanguageAreACoding() {
    Instrument welsh =
        Instruments.UCLA_3.withWording(
            new Wording(
                "cy",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(
                    "hardly-ever", "Bron byth", "some-of-the-time", "Weithiau", "often", "Yn aml"),
                Optional.empty()));
    Coding coding = Coding.ofWords(welsh, "cy");
    assertEquals(
        "some-of-the-time", coding.option(welsh.item("isolated"), "Weithiau").orElseThrow().id());
    assertThrows(InvalidInputException.class, () -> Coding.ofWords(Instruments.UCLA_3, "cy"));
  }

  @Test
  void wordsOfACodingAreReadAsLabelsAre() {
    Item item = Instruments.UCLA_3.item("isolated");
    Coding german = Coding.of("Fast nie=1", "Manchmal=2", "Oft=3");
    for (String often : new String[] {"Oft", " oft", "OFT\u00a0", "3 - Oft", "(3) oft"}) {
      assertEquals("often", german.option(item, often).orElseThrow().id(), often);
    }
    assertEquals("hardly-ever", german.option(item, "fast-nie").orElseThrow().id());
    for (String wrong : new String[] {"2 - Oft", "often", "3", "Of"}) {
      assertTrue(german.option(item, wrong).isEmpty(), wrong);
    }
    Coding capitals = Coding.of("a=1", "A=3");
    assertEquals("often", capitals.option(item, "A").orElseThrow().id(), "as it is written");
    assertTrue(Coding.of("a b=1", "A B=3").option(item, "a  B").isEmpty(), "either of them");
  }
}
