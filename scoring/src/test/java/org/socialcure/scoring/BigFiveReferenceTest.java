package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.Shared;

/**
 * 2,800 persons on 25 items with missing answers, scored by R 4.2.2 and psych 2.2.9; see the golden
 * files for the calls.
 */
class BigFiveReferenceTest {
  /** In psych's notation: a minus marks a reversed item. */
  private static final Map<String, List<String>> KEYS = keys();

  private static Map<String, List<String>> keys() {
    Reference keys = Golden.values("scoreitems_bfi_none").get("keys");
    return List.of("agree", "conscientious", "extraversion", "neuroticism", "openness").stream()
        .collect(Collectors.toMap(scale -> scale, keys::texts));
  }

  private static Instrument instrument(ScoringRule rule, MissingRule missing) {
    List<Item> items = new ArrayList<>();
    List<Scale> scales = new ArrayList<>();
    KEYS.forEach(
        (scale, keys) -> {
          List<String> own = new ArrayList<>();
          for (String key : keys) {
            String id = key.replace("-", "").toLowerCase(Locale.ROOT);
            Item model = TestInstruments.items(1, Set.of(), 1, 2, 3, 4, 5, 6).get(0);
            items.add(
                new Item(
                    id,
                    items.size() + 1,
                    id,
                    Optional.empty(),
                    model.options(),
                    key.startsWith("-") ? Keying.REVERSED : Keying.DIRECT,
                    List.of()));
            own.add(id);
          }
          scales.add(TestInstruments.scale(scale, own, rule, missing));
        });
    return TestInstruments.instrument("bfi", Targeting.NONE, items, scales, Optional.empty());
  }

  private static BatchScores score(ScoringRule rule, MissingRule missing) {
    Dataset raw = Dataset.readCsv(Shared.file("reference/data/bfi.csv"));
    Instrument instrument = instrument(rule, missing);
    List<String> columns =
        instrument.items().stream().map(item -> item.id().toUpperCase(Locale.ROOT)).toList();
    return Scorer.batch().instrument(instrument, columns).scoreAll(raw);
  }

  private static void agrees(String file, BatchScores actual, double tolerance) {
    Shared.columns("reference/golden/" + file)
        .forEach(
            (scale, expected) -> {
              double[] scores = actual.scores().numbers("bfi." + scale);
              assertEquals(2800, scores.length);
              assertArrayEquals(expected, scores, tolerance, scale);
              assertEquals(
                  Arrays.stream(expected).filter(Double::isNaN).count(),
                  2800 - actual.summary().scale("bfi." + scale).scored());
            });
  }

  @Test
  void meansOfTheAnsweredItemsAgreeWithPsych() {
    agrees(
        "scoreitems_bfi_none_scores.csv",
        score(new ScoringRule.Mean(), new MissingRule.Prorate(1)),
        1e-14);
  }

  @Test
  void proratedSumsAgreeWithR() {
    BatchScores actual = score(new ScoringRule.Sum(), new MissingRule.Prorate(4));
    agrees("prorated_bfi_sum_min4.csv", actual, 1e-13);
    assertClose(
        Golden.values("prorated_bfi").number("prorated", "mean", "agree"),
        Arrays.stream(actual.scores().numbers("bfi.agree"))
            .filter(x -> !Double.isNaN(x))
            .average()
            .orElseThrow(),
        1e-12);
  }

  @Test
  void sumsOfCompleteFormsAgreeWithR() {
    agrees("strict_bfi_sum.csv", score(new ScoringRule.Sum(), new MissingRule.AllRequired()), 0);
  }
}
