package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Instrument;

/** Texts that are meant to cost more than they are worth. */
class JsonLimitsTest {
  /** A record of the caller's own. */
  public record Named(String name) {}

  private static InvalidInputException refused(String text) {
    return assertThrows(InvalidInputException.class, () -> Json.tree(text));
  }

  @Test
  void pathsOfDeepValuesAreNotBuiltBeforeTheyAreTold() {
    String key = "k".repeat(60);
    int depth = 900;
    String open = ("{\"" + key + "\":").repeat(depth);
    String wrong = "{\"a\":1,\"a\":2},".repeat(3000);
    String text = open + "[" + wrong + "0]" + "}".repeat(depth);
    InvalidInputException many = assertTimeout(Duration.ofSeconds(20), () -> refused(text));
    assertEquals(3000, many.problems().size());
    // What may be anything has no name yet, but a position.
    assertEquals("$", many.problems().get(7).where());
    assertTrue(many.problems().get(7).position().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2147483648",
        "-1e2147483648",
        "1e-2147483649",
        "1e99999999999",
        "0e99999999999",
        "1e1001"
      })
  void exponentsBeyondAllUseAreRefused(String number) {
    assertTrue(refused(number).getMessage().contains("number of usual size"));
    assertThrows(
        InvalidInputException.class, () -> Json.read("{\"name\": " + number + "}", Named.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"a\\udc00b\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "{\"\\ud800\": 1}",
        "[[\"\\udfff\"]]",
        "{\"a\": {\"\\udc00x\": null}}"
      })
  void halvesOfCharactersAreRefused(String text) {
    assertTrue(refused(text).getMessage().contains("half of a character"));
    assertEquals("😀", Json.tree("\"\\ud83d\\ude00\""));
  }

  @Test
  void halvesOfCharactersAreNotWritten() {
    assertThrows(InvalidInputException.class, () -> Json.write(new Named("a\ud800")));
    assertThrows(InvalidInputException.class, () -> Json.write(Map.of("\udc00", 1)));
    assertEquals("{\"name\": \"😀\"}", Json.writeLine(new Named("😀")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t", "\\u0000", "\\u00a0", "\\u2028", "\\n", "\\u200b"})
  void namesOfNothingToBeSeenAreToldInQuotes(String name) {
    String twice = "{\"" + name + "\": 1, \"" + name + "\": 2}";
    assertTrue(refused(twice).getMessage().contains("stands twice"));
    assertTrue(refused("{\"a\": [" + twice + "]}").problems().get(0).position().isPresent(), twice);
    assertThrows(
        InvalidInputException.class, () -> Json.read("{\"" + name + "\": 1}", Named.class));
    String key =
        (String) ((Map<?, ?>) Json.tree("{\"" + name + "\": 1}")).keySet().iterator().next();
    assertThrows(InvalidInputException.class, () -> Json.write(Map.of(key, Double.NaN)));
    assertThrows(InvalidInputException.class, () -> Instrument.fromMap(Map.of(key, new Object())));
    assertThrows(
        InvalidInputException.class,
        () -> Instrument.fromMap(Map.of(key, Map.of(key, new Object()))));
  }

  @Test
  void maplessDepthIsRefused() {
    Map<String, Object> itself = new HashMap<>();
    itself.put("id", itself);
    assertThrows(InvalidInputException.class, () -> Instrument.fromMap(itself));
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThrows(InvalidInputException.class, () -> Instrument.fromMap(Map.of("items", list)));
    assertTrue(refused("[".repeat(100_000)).getMessage().contains("too deep"));
    assertTrue(refused("{\"a\":".repeat(100_000)).getMessage().contains("too deep"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void devicesAndPipesAreNotRead(@TempDir Path folder) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (Path endless : List.of(Path.of("/dev/zero"), pipe)) {
      InvalidInputException refused =
          assertTimeout(
              Duration.ofSeconds(10),
              () ->
                  assertThrows(InvalidInputException.class, () -> Json.read(endless, Named.class)));
      assertTrue(refused.getMessage().contains("need not end"), refused.getMessage());
    }
    assertThrows(InvalidInputException.class, () -> Json.read(folder, Named.class));
    assertThrows(
        InvalidInputException.class, () -> Json.read(folder.resolve("none.json"), Named.class));
    Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE9, '"'});
    assertTrue(
        assertThrows(InvalidInputException.class, () -> Json.read(latin, Named.class))
            .getMessage()
            .contains("UTF-8"));
  }
}
