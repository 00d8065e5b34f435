package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.socialcure.testsupport.Reference.assertClose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.PairedSample;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.Waves;

/** Answers at two waves, scored from the file to the change of a cohort. */
class WavesTest {
  /** An instrument of a user's own, as a definition without labels worth reading. */
  private static Instrument dass21() {
    String items =
        IntStream.rangeClosed(1, 21)
            .mapToObj(n -> "{\"id\": \"item-%d\", \"label\": \"item %d\"}".formatted(n, n))
            .collect(Collectors.joining(", "));
    String scale =
        """
        {"id": "%s", "label": "%s", "items": [%s], "scoring": {"kind": "linear", "of": "sum", "times": 2},
         "missing": "all-required", "direction": "higher-is-worse", "higherMeans": "worse"}""";
    return Json.read(
        """
        {"id": "dass-21", "version": "1995", "name": "DASS-21", "construct": "distress",
         "licence": {"status": "labels", "terms": "see the manual", "evidence": "not-stated"},
         "options": [{"id": "o0", "value": 0, "label": "0"}, {"id": "o1", "value": 1, "label": "1"},
                     {"id": "o2", "value": 2, "label": "2"}, {"id": "o3", "value": 3, "label": "3"}],
         "items": [%s],
         "scales": [%s, %s, %s]}"""
            .formatted(
                items,
                scale.formatted("depression", "Depression", "3, 5, 10, 13, 16, 17, 21"),
                scale.formatted("anxiety", "Anxiety", "2, 4, 7, 9, 15, 19, 20"),
                scale.formatted("stress", "Stress", "1, 6, 8, 11, 12, 14, 18")),
        Instrument.class);
  }

  static List<Waves> waves() {
    return Waves.all();
  }

  private static Dataset scored(Waves waves) {
    Dataset raw = Dataset.readCsv(waves.open(), CsvOptions.defaults());
    return Scorer.batch()
        .instrument(Instruments.UCLA_3, "ucla3_{n}")
        .instrument(
            Instruments.DE_JONG_GIERVELD_11,
            "djg11_{n}",
            Coding.of("1=yes", "2=more-or-less", "3=no"))
        .instrument(dass21(), "dass21_{n}", Coding.of("1=0", "2=1", "3=2", "4=3"))
        .keep("id", "wave", "age")
        .score(raw);
  }

  /** Python's csv and statistics modules; the script stands beside its output. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void everyScaleAtEveryWaveAgreesWithAnotherProgram(Waves waves) throws IOException {
    Dataset scored = scored(waves);
    List<String> lines;
    try (InputStream in = WavesTest.class.getResourceAsStream(waves.name() + "/aggregates.csv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    assertEquals(14, lines.size());
    for (String line : lines) {
      String[] expected = line.split(",");
      Dataset wave = scored.filterText("wave", expected[1]::equals);
      assertEquals(Integer.parseInt(expected[2]), wave.rows());
      double[] scores = wave.complete(expected[0]).numbers(expected[0]);
      assertEquals(Integer.parseInt(expected[3]), scores.length, line);
      double mean = Arrays.stream(scores).average().orElseThrow();
      double squares = Arrays.stream(scores).map(x -> (x - mean) * (x - mean)).sum();
      assertClose(Double.parseDouble(expected[4]), mean, 1e-12);
      assertClose(Double.parseDouble(expected[5]), Math.sqrt(squares / (scores.length - 1)), 1e-12);
    }
  }

  /**
   * R 4.2.2: t.test(paired = TRUE) on the sums of complete forms; lockdown/change.R stands beside
   * its output.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void theChangeOfLonelinessAgreesWithR(Waves waves) {
    Dataset wide = scored(waves).widen("id", "wave");
    PairedChange change = PairedChange.of(wide, "ucla-3.total@before", "ucla-3.total@during");
    Reference r =
        Reference.read(WavesTest.class.getResourceAsStream(waves.name() + "/change.json"))
            .get("values");
    assertEquals(r.integer("rows"), wide.rows());
    assertEquals(
        new PairedSample(
            r.integer("n"),
            r.integer("only_before"),
            r.integer("only_during"),
            r.integer("neither")),
        change.sample());
    assertClose(r.number("mean_pre"), change.before().mean(), 1e-12);
    assertClose(r.number("mean_post"), change.after().mean(), 1e-12);
    assertClose(r.number("sd_pre"), change.before().sd(), 1e-12);
    assertClose(r.number("sd_post"), change.after().sd(), 1e-12);
    assertClose(r.number("mean_change"), change.difference().mean(), 1e-12);
    assertClose(r.number("t"), change.test().orElseThrow().statistic(), 1e-11);
    assertClose(r.number("p"), change.test().orElseThrow().p(), 1e-9);
    assertClose(r.numbers("ci95")[0], change.test().orElseThrow().interval().lower(), 1e-11);
    assertClose(r.numbers("ci95")[1], change.test().orElseThrow().interval().upper(), 1e-11);
    assertClose(
        r.number("d_z"), change.effect(ChangeEffectSize.D_Z).orElseThrow().estimate(), 1e-11);
  }
}
