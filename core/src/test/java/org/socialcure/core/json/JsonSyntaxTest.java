package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;

/** A text that is not JSON is refused with the place and what was expected there. */
class JsonSyntaxTest {
  private static final String SOUND =
      """
      { "a": [1, -0.5e3, true, null, "x\\u00e9\\n"],
        "b": { "c": {}, "d": [] } }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1¶ \"b\": 2}          | line 1, column 8  | expected a comma here, before what follows at line 2, column 2",
        "[1 2]                        | line 1, column 3  | expected a comma here",
        "[\"a\" true]                 | line 1, column 5  | expected a comma here",
        "{\"a\": {} \"b\": 1}         | line 1, column 9  | expected a comma here",
        "{\"a\": 1,¶}                 | line 1, column 8  | this comma has nothing after it",
        "[1,]                         | line 1, column 3  | this comma has nothing after it",
        "[,1]                         | line 1, column 2  | expected a value",
        "{\"a\": 1,, \"b\": 2}        | line 1, column 9  | expected the name of a field in double quotes",
        "{\"a\": [1, 2}               | line 1, column 12 | expected ] to end the list that begins at line 1, column 7",
        "[{\"a\": 1]                  | line 1, column 9  | expected } to end the object that begins at line 1, column 2",
        "{\"a\": 1                    | line 1, column 8  | the text ends within the object that begins at line 1, column 1",
        "{\"a\": 1,                   | line 1, column 9  | the text ends within the object",
        "[1,                          | line 1, column 4  | the text ends where there should be a value",
        "{\"a\": ¶                    | line 2, column 1  | the text ends where there should be a value",
        "{\"a\" 1}                    | line 1, column 5  | expected a colon",
        "{a: 1}                       | line 1, column 2  | expected the name of a field in double quotes",
        "{'a': 1}                     | line 1, column 2  | expected the name of a field in double quotes",
        "{\"a\": 'x'}                 | line 1, column 7  | expected a value: a text in double quotes",
        "{\"a\": x}                   | line 1, column 7  | expected a value",
        "{\"a\": True}                | line 1, column 7  | expected a value",
        "{\"a\": “x”}                 | line 1, column 7  | expected a value",
        "{\"a\": \"x}                 | line 1, column 7  | does not end on its line",
        "{\"a\": \"x,¶\"b\": 2}       | line 1, column 7  | does not end on its line",
        "{¶ // note¶ \"a\": 1}        | line 2, column 2  | JSON has no comments",
        "[1, # note¶ 2]               | line 1, column 5  | JSON has no comments",
        "[\"\\d\"]                    | line 1, column 3  | after a \\",
        "[\"a\tb\"]                   | line 1, column 4  | write a tab as \\t",
        "[01]                         | line 1, column 2  | not a number",
        "[.5]                         | line 1, column 2  | not a number",
        "[+5]                         | line 1, column 2  | not a number",
        "[5.]                         | line 1, column 2  | not a number",
        "[0,5, 1.2.3]                 | line 1, column 7  | not a number",
        "[-Infinity]                  | line 1, column 2  | not a number",
        "[1;2]                        | line 1, column 3  | expected a comma or ]",
        "{} {}                        | line 1, column 4  | text follows after the end",
        "1 2                          | line 1, column 3  | text follows after the end",
      })
  void theMessageSaysWhereAndWhatWasExpected(String text, String place, String expected) {
    String message = refused(text.replace('¶', '\n'));

    assertTrue(message.startsWith(place + ": "), message);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void linesOfWindowsAreCountedAsOne() {
    assertTrue(refused("{\r\n\"a\": 1\r\n\"b\": 2}").startsWith("line 2, column 7: "));
  }

  @Test
  void aTextThatIsTooDeepSaysSo() {
    String message = refused("[".repeat(100_000));

    assertTrue(message.contains("too deep"), message);
  }

  /** One character taken out, put in or changed at a time, the message never quotes the text. */
  @Test
  void everyBrokenTextGetsAPlaceAndAnExpectation() {
    SplittableRandom random = new SplittableRandom(1);
    String signs = "{}[],:\"\\ \n0a.-";
    int broken = 0;
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder(SOUND);
      int at = random.nextInt(text.length());
      char sign = signs.charAt(random.nextInt(signs.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, sign);
        default -> text.setCharAt(at, sign);
      }
      try {
        Json.tree(text.toString());
      } catch (InvalidInputException e) {
        broken++;
        String message = e.getMessage();
        assertFalse(message.toLowerCase(Locale.ROOT).contains("from here on"), text + message);
      }
    }
    assertTrue(broken > 1000, () -> "few were broken");
    assertEquals("the text is empty; JSON is expected", refused("").substring(3));
  }

  private static String refused(String text) {
    return assertThrows(InvalidInputException.class, () -> Json.tree(text), text).getMessage();
  }
}
