package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;

/**
 * What holds for every instrument and every form, over instruments and answers drawn from a seed.
 */
class ScoringPropertyTest {
  private static final double[][] VALUES = {
    {0, 1}, {1, 2, 3}, {5, 4, 3, 2, 1}, {-2, 0, 3}, {.1, .2, .7}, {0, 100}, {1, 2, 3, 4, 5, 6, 7}
  };

  static Instrument instrument(Random random) {
    int n = 1 + random.nextInt(9);
    Set<Integer> reversed = new HashSet<>();
    for (int item = 1; item <= n; item++) {
      if (random.nextInt(3) == 0) {
        reversed.add(item);
      }
    }
    double[] values = VALUES[random.nextInt(VALUES.length)];
    boolean alike = random.nextInt(3) > 0;
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] own = alike ? values : VALUES[random.nextInt(VALUES.length)];
      items.add(TestInstruments.items(n, reversed, own).get(i));
    }
    List<Scale> scales = new ArrayList<>();
    for (String id : List.of("a", "b", "c").subList(0, 1 + random.nextInt(3))) {
      List<String> own = new ArrayList<>(items.stream().map(Item::id).toList());
      Collections.shuffle(own, random);
      own = own.subList(0, 1 + random.nextInt(own.size()));
      scales.add(scale(id, own, alike, random));
    }
    return TestInstruments.instrument("made-up", Targeting.NONE, items, scales, Optional.empty());
  }

  private static Scale scale(String id, List<String> own, boolean alike, Random random) {
    ScoringRule base =
        switch (random.nextInt(own.size() == 1 ? 4 : 3)) {
          case 0 -> new ScoringRule.Sum();
          case 1 -> new ScoringRule.Mean();
          case 2 -> new ScoringRule.Count();
          default -> new ScoringRule.Single();
        };
    ScoringRule rule =
        switch (random.nextInt(4)) {
          case 0 -> new ScoringRule.Linear(base, random.nextBoolean() ? 4 : -.5, random.nextInt(3));
          case 1 -> base instanceof ScoringRule.Count ? table(base, own.size(), random) : base;
          default -> base;
        };
    MissingRule missing = new MissingRule.AllRequired();
    boolean complete =
        rule instanceof ScoringRule.Table || (!alike && !(base instanceof ScoringRule.Count));
    if (!complete && random.nextBoolean()) {
      missing = new MissingRule.Prorate(1 + random.nextInt(own.size()));
    } else if (!complete
        && own.size() > 1
        && (base instanceof ScoringRule.Count || base instanceof ScoringRule.Mean)) {
      missing = new MissingRule.AtMost(1 + random.nextInt(own.size() - 1));
    }
    return TestInstruments.scale(id, own, rule, missing);
  }

  private static ScoringRule table(ScoringRule base, int items, Random random) {
    TreeMap<Integer, Double> table = new TreeMap<>();
    for (int key = 0; key <= items; key++) {
      table.put(key, random.nextInt(1000) / 100.0);
    }
    return new ScoringRule.Table(base, table);
  }

  /** Columns of values, each cell missing with a probability drawn once. */
  private static Dataset answers(Instrument instrument, int rows, Random random) {
    double holes = random.nextInt(3) * .2;
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      double[] column = new double[rows];
      for (int row = 0; row < rows; row++) {
        AnswerOption option = item.options().get(random.nextInt(item.options().size()));
        column[row] = random.nextDouble() < holes ? Double.NaN : option.value().orElseThrow();
      }
      columns.put("q_" + item.id(), column);
    }
    return Dataset.of(columns);
  }

  private static Responses form(Instrument instrument, Dataset raw, int row) {
    Responses.Builder builder = Responses.builder(instrument);
    for (Item item : instrument.items()) {
      double value = raw.numbers("q_" + item.id())[row];
      if (Double.isNaN(value)) {
        builder.missing(item.id(), Answer.Missing.SKIPPED);
      } else {
        builder.value(item.id(), value);
      }
    }
    return builder.build();
  }

  @Property(tries = 150)
  void aFileGivesExactlyWhatItsFormsGive(@ForAll long seed) {
    Random random = new Random(seed);
    Instrument instrument = instrument(random);
    Dataset raw = answers(instrument, 7, random);
    BatchScores batch = Scorer.batch().instrument(instrument, "q_{item}").scoreAll(raw);
    for (Scale scale : instrument.scales()) {
      String name = "made-up." + scale.id();
      double[] scored = batch.scores().numbers(name);
      Map<NotScoredReason, Integer> reasons = new EnumMap<>(NotScoredReason.class);
      int incomplete = 0;
      for (int row = 0; row < raw.rows(); row++) {
        ScaleResult one = Scorer.score(form(instrument, raw, row)).result(scale.id());
        if (one instanceof Score score) {
          assertEquals(score.value(), scored[row], 0, name);
          incomplete += score.completeness() == Completeness.COMPLETE ? 0 : 1;
        } else {
          assertTrue(Double.isNaN(scored[row]), name);
          reasons.merge(((NotScored) one).reason(), 1, Integer::sum);
        }
      }
      assertEquals(reasons, batch.summary().scale(name).notScored());
      assertEquals(incomplete, batch.summary().scale(name).incomplete());
    }
  }

  @Property(tries = 150)
  void aScoreLiesInItsRange(@ForAll long seed) {
    Random random = new Random(seed);
    Instrument instrument = instrument(random);
    Dataset raw = answers(instrument, 20, random);
    Dataset scored = Scorer.batch().instrument(instrument, "q_{item}").score(raw);
    for (Scale scale : instrument.scales()) {
      for (double score : scored.numbers("made-up." + scale.id())) {
        assertTrue(Double.isNaN(score) || instrument.range(scale).contains(score));
      }
    }
  }

  @Property(tries = 100)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    Instrument instrument = instrument(random);
    Dataset raw = answers(instrument, 30, random);
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < raw.rows(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, random);
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    BatchScorer scorer = Scorer.batch().instrument(instrument, "q_{item}");
    assertEquals(scorer.score(raw).take(rows), scorer.score(raw.take(rows)));
  }

  /**
   * Turning the key of every item around and answering every item the other way gives the same
   * scores.
   */
  @Property(tries = 100)
  void reversingKeysAndAnswersCancelOut(@ForAll long seed) {
    Random random = new Random(seed);
    Instrument instrument = instrument(random);
    List<Item> turnedItems = instrument.items().stream().map(ScoringPropertyTest::turned).toList();
    List<Scale> scales =
        instrument.scales().stream()
            .map(
                s ->
                    TestInstruments.scale(
                        s.id(), s.items(), new ScoringRule.Mean(), new MissingRule.AllRequired()))
            .toList();
    Instrument plain =
        TestInstruments.instrument(
            "made-up", Targeting.NONE, instrument.items(), scales, Optional.empty());
    Instrument turned =
        TestInstruments.instrument(
            "made-up", Targeting.NONE, turnedItems, scales, Optional.empty());
    Map<String, double[]> answers = new LinkedHashMap<>();
    Map<String, double[]> opposite = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      // Reversing maps the lowest on the highest value, so only these two are sure to be options.
      double low = item.lowest();
      double high = item.highest();
      double[] column =
          random.doubles(20).map(u -> u < .05 ? Double.NaN : u < .6 ? low : high).toArray();
      answers.put("q_" + item.id(), column);
      opposite.put(
          "q_" + item.id(),
          Arrays.stream(column).map(v -> v == low ? high : v == high ? low : v).toArray());
    }
    Dataset expected = Scorer.batch().instrument(plain, "q_{item}").score(Dataset.of(answers));
    Dataset actual = Scorer.batch().instrument(turned, "q_{item}").score(Dataset.of(opposite));
    for (Scale scale : scales) {
      double[] x = expected.numbers("made-up." + scale.id());
      double[] y = actual.numbers("made-up." + scale.id());
      for (int row = 0; row < x.length; row++) {
        assertEquals(x[row], y[row], 1e-12);
      }
    }
  }

  private static Item turned(Item item) {
    return item.withKeying(item.keying() == Keying.DIRECT ? Keying.REVERSED : Keying.DIRECT);
  }

  @Property(tries = 100)
  void reverseKeyingTwiceIsIdentity(@ForAll long seed) {
    Item item = TestInstruments.items(1, Set.of(1), VALUES[new Random(seed).nextInt(5)]).get(0);
    for (AnswerOption option : item.options()) {
      double value = option.value().orElseThrow();
      assertEquals(value, item.keyed(item.keyed(value)), 1e-15);
    }
  }
}
