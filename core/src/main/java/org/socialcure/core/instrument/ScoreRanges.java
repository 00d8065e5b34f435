package org.socialcure.core.instrument;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.numeric.Decimals;

/**
 * Works out the range of a scale from its items, and refuses rules that its items do not support.
 */
final class ScoreRanges {
  private static final int LONGEST_TABLE = 10_000;

  private ScoreRanges() {}

  static Range of(ScoringRule rule, List<Item> items) {
    if (rule instanceof ScoringRule.Linear linear) {
      return transformed(linear, of(linear.of(), items));
    }
    if (rule instanceof ScoringRule.Table table) {
      return lookedUp(table, of(table.of(), items), items);
    }
    if (rule instanceof ScoringRule.Count) {
      requireAll(items, item -> item.counted().size(), "has no counted options");
      return new Range(0, items.size());
    }
    requireAll(items, item -> item.isNumeric() ? 1 : 0, "has options without values");
    double low = 0;
    double high = 0;
    for (Item item : items) {
      low += item.lowest();
      high += item.highest();
    }
    int divisor = rule instanceof ScoringRule.Sum ? 1 : items.size();
    return range(low / divisor, high / divisor);
  }

  /** Without the rounding that arithmetic with decimals left. */
  private static Range range(double low, double high) {
    return new Range(Decimals.rounded(low, Decimals.MOST), Decimals.rounded(high, Decimals.MOST));
  }

  private static void requireAll(List<Item> items, ToDoubleFunction<Item> test, String complaint) {
    Problems problems = new Problems();
    for (Item item : items) {
      problems.require(
          test.applyAsDouble(item) > 0,
          "scoring",
          "does not fit: item " + item.id() + " " + complaint);
    }
    problems.throwIfAny();
  }

  private static Range transformed(ScoringRule.Linear linear, Range of) {
    double one = linear.times() * of.minimum() + linear.plus();
    double other = linear.times() * of.maximum() + linear.plus();
    return range(Math.min(one, other), Math.max(one, other));
  }

  private static Range lookedUp(ScoringRule.Table rule, Range of, List<Item> items) {
    boolean wholeSum =
        rule.of() instanceof ScoringRule.Sum && items.stream().allMatch(ScoreRanges::isWhole);
    if (!wholeSum && !(rule.of() instanceof ScoringRule.Count)) {
      throw new InvalidInputException(
          "scoring.of", "must be a sum of whole numbers or a count to be looked up in a table");
    }
    if (of.maximum() - of.minimum() > LONGEST_TABLE) {
      throw new InvalidInputException(
          "scoring.table", "would need more than " + LONGEST_TABLE + " entries");
    }
    Problems problems = new Problems();
    for (int key = (int) of.minimum(); key <= of.maximum(); key++) {
      problems.require(rule.table().containsKey(key), "scoring.table", "has no entry for " + key);
    }
    for (int key : rule.table().keySet()) {
      problems.require(
          of.contains(key), "scoring.table." + key, "cannot occur; results lie in " + of);
    }
    problems.throwIfAny();
    return new Range(
        rule.table().values().stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        rule.table().values().stream().mapToDouble(Double::doubleValue).max().orElseThrow());
  }

  private static boolean isWhole(Item item) {
    return item.options().stream()
        .allMatch(option -> option.value().orElse(0) == Math.rint(option.value().orElse(0)));
  }
}
