package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/**
 * Answers to scales with reversed items and gaps, scored by R and its package psych; see the golden
 * files for the calls.
 */
class ScaleReferenceTest {
  /** The cases of a kind, each with its keys in psych's notation: a minus marks a reversed item. */
  private record Answers(
      ReferenceCase reference, Reference values, Map<String, List<String>> keys) {
    static List<Answers> all(String pattern) {
      return ReferenceCase.all(pattern).stream().map(Answers::of).toList();
    }

    private static Answers of(ReferenceCase reference) {
      Reference values = reference.golden().get("values");
      Map<String, List<String>> keys = new LinkedHashMap<>();
      Reference own = values.has("keys") ? values.get("keys") : keysOfTheSameData(reference);
      own.names().forEach(scale -> keys.put(scale, own.texts(scale)));
      return new Answers(reference, values, keys);
    }

    private static Reference keysOfTheSameData(ReferenceCase reference) {
      String data = reference.golden().text("data");
      return ReferenceCase.all("scoreitems_.*_none").stream()
          .map(ReferenceCase::golden)
          .filter(other -> other.text("data").startsWith(data))
          .findFirst()
          .orElseThrow()
          .get("values", "keys");
    }

    @Override
    public String toString() {
      return reference.id();
    }
  }

  static List<Answers> means() {
    return Answers.all("scoreitems_.*_none");
  }

  static List<Answers> sums() {
    return Answers.all("prorated_.*");
  }

  private static Instrument instrument(
      Map<String, List<String>> keysByScale, ScoringRule rule, MissingRule missing) {
    List<Item> items = new ArrayList<>();
    List<Scale> scales = new ArrayList<>();
    keysByScale.forEach(
        (scale, keys) -> {
          List<String> own = new ArrayList<>();
          for (String key : keys) {
            String id = key.replace("-", "").toLowerCase(Locale.ROOT);
            Item model = TestInstruments.items(1, Set.of(), 1, 2, 3, 4, 5, 6).get(0);
            items.add(
                Item.of(id, items.size() + 1, id, model.options())
                    .withKeying(key.startsWith("-") ? Keying.REVERSED : Keying.DIRECT));
            own.add(id);
          }
          scales.add(TestInstruments.scale(scale, own, rule, missing));
        });
    return TestInstruments.instrument("reference", Targeting.NONE, items, scales, Optional.empty());
  }

  private static BatchScores score(Answers answers, ScoringRule rule, MissingRule missing) {
    Dataset raw = Dataset.readCsv(answers.reference().data(), CsvOptions.defaults());
    Instrument instrument = instrument(answers.keys(), rule, missing);
    List<String> columns =
        instrument.items().stream().map(item -> item.id().toUpperCase(Locale.ROOT)).toList();
    return Scorer.batch().instrument(instrument, columns).scoreAll(raw);
  }

  private static void agrees(Answers answers, String file, BatchScores actual, double tolerance) {
    Map<String, double[]> columns = answers.reference().columns(file);
    assertEquals(answers.keys().keySet(), columns.keySet());
    columns.forEach(
        (scale, expected) -> {
          double[] scores = actual.scores().numbers("reference." + scale);
          assertArrayEquals(expected, scores, tolerance, scale);
          assertEquals(
              Arrays.stream(expected).filter(Double::isNaN).count(),
              expected.length - actual.summary().scale("reference." + scale).scored());
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("means")
  void meansOfTheAnsweredItemsAgreeWithPsych(Answers answers) {
    agrees(
        answers,
        answers.values().text("scores_file"),
        score(answers, new ScoringRule.Mean(), new MissingRule.Prorate(1)),
        1e-14);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void proratedSumsAgreeWithR(Answers answers) {
    BatchScores actual = score(answers, new ScoringRule.Sum(), new MissingRule.Prorate(4));
    Reference expected = answers.values().get("prorated");
    agrees(answers, expected.text("file"), actual, 1e-13);
    for (String scale : answers.keys().keySet()) {
      double mean =
          Arrays.stream(actual.scores().numbers("reference." + scale))
              .filter(x -> !Double.isNaN(x))
              .average()
              .orElseThrow();
      assertClose(expected.number("mean", scale), mean, 1e-12);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void sumsOfCompleteFormsAgreeWithR(Answers answers) {
    agrees(
        answers,
        answers.values().text("strict", "file"),
        score(answers, new ScoringRule.Sum(), new MissingRule.AllRequired()),
        0);
  }
}
