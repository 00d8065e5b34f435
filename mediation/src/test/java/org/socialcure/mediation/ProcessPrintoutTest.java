package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.testsupport.Shared;

/** Every number of every genuine printout of the PROCESS macro, to the printed digit. */
@Tag("ci")
class ProcessPrintoutTest {
  private static final Map<String, Printout> PRINTOUTS = new LinkedHashMap<>();
  private static final Map<String, PrintoutComparison> COMPARISONS = new LinkedHashMap<>();

  @BeforeAll
  static void compare() throws IOException {
    for (String name : names().toList()) {
      Printout printout = Printout.read(text("Results_" + name + ".txt"));
      Dataset data =
          Dataset.readCsv(Shared.file("process-outputs/Data_Model" + printout.model() + ".csv"));
      PRINTOUTS.put(name, printout);
      COMPARISONS.put(name, PrintoutComparison.of(printout, data));
    }
  }

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Shared.file("process-outputs"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.startsWith("Results_"))
          .map(f -> f.substring("Results_".length(), f.length() - ".txt".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(Shared.file("process-outputs/" + file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNumberIsThePrintedOne(String name) {
    PrintoutComparison comparison = COMPARISONS.get(name);
    assertEquals(List.of(), comparison.differences());
    assertEquals(
        PRINTOUTS.get(name).numbers(),
        comparison.compared(),
        "the printout holds numbers that were not compared");
  }

  /** What the reader does not know cannot be passed over, so it cannot go uncompared. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A remark that stands alone\n\n",
        "Model\n   coeff   se\nx  1.0000\n\n",
        "Model\n   coeff   se\nx  1.0000  many\n\n",
        "Product terms key:\n\n int_1  x  Y  m\n\n",
        "Model = 4\n    Y is y\n\n"
      })
  void whatIsNotUnderstoodIsAnError(String text) {
    assertThrows(AssertionError.class, () -> Printout.read(text + "------ END MATRIX -----\n"));
  }

  @Test
  void allPrintoutsAreThere() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    COMPARISONS.forEach((name, comparison) -> numbers.put(name, comparison.compared()));
    int total = numbers.values().stream().mapToInt(Integer::intValue).sum();
    String message = "compared " + total + " numbers: " + numbers;
    assertTrue(numbers.size() >= 22 && total >= 2974, message);
  }

  /**
   * The differences of bootstrapped numbers are as large as chance makes them: neither off centre,
   * as a wrong rule for limits would make them, nor wider.
   */
  @Test
  void bootstrappedNumbersDifferByChanceOnly() {
    List<MonteCarloBand> bands =
        COMPARISONS.values().stream().flatMap(c -> c.bands().stream()).toList();
    double[] scores = bands.stream().mapToDouble(MonteCarloBand::score).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double square = Arrays.stream(scores).map(z -> z * z).average().orElseThrow();
    String message = scores.length + " numbers, mean " + mean + ", mean square " + square;
    assertTrue(Math.abs(mean) < 0.25, message);
    assertTrue(square > 0.7 && square < 1.35, message);
  }
}
