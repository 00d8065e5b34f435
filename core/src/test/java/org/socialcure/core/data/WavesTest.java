package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.testsupport.Waves;

/** Answers at two waves, some lost at the second, against counts and sums made in Python. */
class WavesTest {
  static List<Waves> waves() {
    return Waves.all();
  }

  private static Dataset read(Waves waves) {
    return Dataset.readCsv(waves.open(), CsvOptions.defaults());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void theFileIsReadAsDescribed(Waves waves) {
    Dataset raw = read(waves);
    assertEquals(waves.csv().lines().count() - 1, raw.rows());
    assertEquals(40, raw.names().size());
    for (String name : raw.names()) {
      boolean text = List.of("wave", "sex").contains(name);
      assertEquals(text ? ColumnKind.TEXT : ColumnKind.NUMBER, raw.kind(name), name);
    }
    StringWriter copy = new StringWriter();
    raw.writeCsv(copy, CsvOptions.defaults());
    assertEquals(raw, Dataset.readCsv(new StringReader(copy.toString()), CsvOptions.defaults()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void wideningKeepsEveryAnswer(Waves waves) throws IOException {
    Dataset expected;
    try (InputStreamReader csv =
        new InputStreamReader(
            Objects.requireNonNull(
                WavesTest.class.getResourceAsStream(waves.name() + "/widened.csv")),
            StandardCharsets.UTF_8)) {
      expected = Dataset.readCsv(csv, CsvOptions.defaults());
    }
    Dataset wide =
        read(waves)
            .widen(
                Widening.by("id", "wave").waves("before", "during").person("study", "age", "sex"));
    assertEquals(
        expected.texts("column").stream().map(Optional::orElseThrow).toList(), wide.names());
    for (int row = 0; row < expected.rows(); row++) {
      String name = expected.text("column", row).orElseThrow();
      assertEquals(expected.numbers("present")[row], wide.rows() - wide.missingCount(name), name);
      if (!expected.missing("sum", row)) {
        double sum = Arrays.stream(wide.numbers(name)).filter(x -> !Double.isNaN(x)).sum();
        assertEquals(expected.numbers("sum")[row], sum, name);
      }
    }
  }
}
