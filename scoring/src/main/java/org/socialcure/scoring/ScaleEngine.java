package org.socialcure.scoring;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.instrument.Rounding;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.internal.numeric.Decimals;

/**
 * A scale made ready for arithmetic: what each option of each item contributes, and how
 * contributions become the score.
 *
 * <p>Both the one-form and the whole-file path add contributions in the order of the scale's items,
 * starting from zero, and finish them here, so that they give the same doubles. An answer is an
 * {@linkplain AnswerState answer state}.
 */
final class ScaleEngine {
  final Scale scale;
  final Range range;

  /** For each item of the scale, its place among the instrument's items. */
  final int[] places;

  /**
   * For each item of the scale, the contribution of each answer state, by {@link
   * AnswerState#index}.
   */
  final double[][] contributions;

  /** How many answers a score needs. */
  final int required;

  private final boolean mean;
  private final boolean prorated;
  private final boolean rounded;
  private final DoubleUnaryOperator transform;
  private final double slack;

  ScaleEngine(Instrument instrument, Scale scale) {
    this.scale = scale;
    this.range = instrument.range(scale);
    List<Item> items = instrument.itemsOf(scale);
    ScoringRule base = base(scale.scoring());
    this.places = items.stream().mapToInt(instrument.items()::indexOf).toArray();
    this.contributions =
        items.stream().map(item -> contributions(item, base)).toArray(double[][]::new);
    MissingRule missing = scale.missing().applied();
    this.required = required(missing, places.length);
    this.mean = base instanceof ScoringRule.Mean;
    this.prorated = missing instanceof MissingRule.Prorate;
    this.rounded =
        missing instanceof MissingRule.Prorate rule && rule.rounding() == Rounding.HALF_UP;
    this.transform = transform(scale.scoring());
    this.slack = 1e-12 * (Math.abs(range.minimum()) + Math.abs(range.maximum()));
  }

  private static ScoringRule base(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      return base(linear.of());
    }
    return rule instanceof ScoringRule.Table table ? base(table.of()) : rule;
  }

  private static double[] contributions(Item item, ScoringRule base) {
    double[] contributions = new double[AnswerState.index(item.options().size())];
    for (int option = 0; option < item.options().size(); option++) {
      contributions[AnswerState.index(option)] =
          contribution(item, item.options().get(option), base);
    }
    return contributions;
  }

  private static double contribution(Item item, AnswerOption option, ScoringRule base) {
    if (base instanceof ScoringRule.Count) {
      return item.counted().contains(option.id()) ? 1 : 0;
    }
    return item.keyed(option.value().orElseThrow());
  }

  private static int required(MissingRule rule, int items) {
    if (rule instanceof MissingRule.AtMost atMost) {
      return items - atMost.missing();
    }
    return rule instanceof MissingRule.Prorate prorate ? prorate.atLeast() : items;
  }

  private static DoubleUnaryOperator transform(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      DoubleUnaryOperator inner = transform(linear.of());
      return x -> linear.times() * inner.applyAsDouble(x) + linear.plus();
    }
    if (rule instanceof ScoringRule.Table table) {
      int first = table.table().firstKey();
      double[] entries = table.table().values().stream().mapToDouble(Double::doubleValue).toArray();
      DoubleUnaryOperator inner = transform(table.of());
      return x -> entries[(int) inner.applyAsDouble(x) - first];
    }
    return DoubleUnaryOperator.identity();
  }

  int items() {
    return places.length;
  }

  /** The score; to be called only with at least {@link #required} answers. */
  double finish(double sum, int answered) {
    double result = sum;
    if (mean) {
      result = sum / answered;
    } else if (prorated && answered < places.length) {
      result = sum * places.length / answered;
      if (rounded) {
        result = wholeNumber(result);
      }
    }
    // Means of up to 100 items are farther from such a decimal than rounding is.
    return withinRange(Decimals.rounded(transform.applyAsDouble(result), Decimals.MOST));
  }

  /** The nearest whole number, a half the next higher one; a half may have lost its last bits. */
  private static double wholeNumber(double value) {
    return Math.floor(Decimals.rounded(value, Decimals.MOST) + 0.5);
  }

  /**
   * The band that a prorated score would fall into as a whole number; empty if that is the band
   * that it falls into anyway.
   */
  Optional<ScoreBand> bandIfRounded(double value, int answered) {
    if (!prorated || mean || answered == places.length || value == Math.rint(value)) {
      return Optional.empty();
    }
    return scale
        .defaultBands()
        .filter(scheme -> !scheme.band(value).equals(scheme.band(wholeNumber(value))))
        .map(scheme -> ScoreBand.of(wholeNumber(value), scheme));
  }

  /** Takes back what rounding adds beyond an end of the range when values are decimal fractions. */
  private double withinRange(double value) {
    if (value > range.maximum() && value <= range.maximum() + slack) {
      return range.maximum();
    }
    return value < range.minimum() && value >= range.minimum() - slack ? range.minimum() : value;
  }

  Completeness completeness(int answered) {
    if (answered == places.length) {
      return Completeness.COMPLETE;
    }
    return prorated ? Completeness.PRORATED : Completeness.OVER_ANSWERED_ITEMS;
  }

  /** Why there is no score, from the states of this scale's items. */
  static NotScoredReason reason(int answered, int[] states) {
    if (answered > 0) {
      return NotScoredReason.MISSING_ITEMS;
    }
    for (int state : states) {
      if (state != states[0]) {
        return NotScoredReason.NO_ANSWERS;
      }
    }
    return switch (AnswerState.missing(states[0])) {
      case SKIPPED -> NotScoredReason.NO_ANSWERS;
      case DECLINED -> NotScoredReason.DECLINED;
      case NOT_APPLICABLE -> NotScoredReason.NOT_APPLICABLE;
      case NOT_ASKED -> NotScoredReason.NOT_ASKED;
    };
  }
}
