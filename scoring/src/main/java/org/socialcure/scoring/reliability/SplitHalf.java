package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * Reliability from two halves of a scale: the first, third, fifth … items against the others, and
 * all splits into halves whose sizes differ by at most one.
 *
 * <p>With r the correlation of the halves: Spearman and Brown's 2r/(1 + r), for halves of equal
 * length and variance; Guttman's (or Flanagan and Rulon's) 4 cov(A, B)/V, for any; Horst's (1951),
 * (√(r⁴ + 4 r² (1 − r²) pq) − r²)/(2 pq (1 − r²)), for halves with the shares p and q of the items.
 * Over all splits the coefficient is Guttman's; where the number of items is even, their mean is
 * alpha.
 *
 * <p>Immutable and thread-safe.
 *
 * @param metric of covariances or of correlations
 * @param correlation r of the odd and the even items; empty if one half does not vary
 * @param spearmanBrown 2r/(1 + r)
 * @param guttman 4 cov(A, B)/V of the odd and the even items
 * @param horst Horst's coefficient
 * @param highest the highest over all splits, Guttman's λ4
 * @param mean the mean over all splits
 * @param lowest the lowest over all splits
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record SplitHalf(
    ItemMetric metric,
    OptionalDouble correlation,
    ReliabilityEstimate spearmanBrown,
    ReliabilityEstimate guttman,
    ReliabilityEstimate horst,
    ReliabilityEstimate highest,
    ReliabilityEstimate mean,
    ReliabilityEstimate lowest) {
  /** 22 items have 352,716 splits. */
  private static final int MOST_ITEMS = 22;

  /** Refuses nulls. */
  public SplitHalf {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(correlation, "correlation");
    Objects.requireNonNull(spearmanBrown, "spearmanBrown");
    Objects.requireNonNull(guttman, "guttman");
    Objects.requireNonNull(horst, "horst");
    Objects.requireNonNull(highest, "highest");
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(lowest, "lowest");
  }

  static SplitHalf of(ItemMatrix matrix, ItemMetric metric) {
    return matrix
        .obstacle(2)
        .map(because -> without(metric, because))
        .orElseGet(() -> with(matrix, metric));
  }

  private static SplitHalf without(ItemMetric metric, NotEstimable because) {
    ReliabilityEstimate none = ReliabilityEstimate.not(because);
    return new SplitHalf(metric, OptionalDouble.empty(), none, none, none, none, none, none);
  }

  private static SplitHalf with(ItemMatrix matrix, ItemMetric metric) {
    int k = matrix.items();
    double first = 0;
    double second = 0;
    double between = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i % 2 != j % 2) {
          between += matrix.get(i, j) / 2;
        } else if (i % 2 == 0) {
          first += matrix.get(i, j);
        } else {
          second += matrix.get(i, j);
        }
      }
    }
    double total = matrix.total();
    Splits splits = k > MOST_ITEMS ? null : Splits.of(matrix);
    ReliabilityEstimate tooMany = ReliabilityEstimate.not(NotEstimable.TOO_MANY_ITEMS);
    double scale = Math.sqrt(Math.max(0, first) * Math.max(0, second));
    OptionalDouble r =
        scale > 1e-12 * total
            ? OptionalDouble.of(Math.max(-1, Math.min(1, between / scale)))
            : OptionalDouble.empty();
    return new SplitHalf(
        metric,
        r,
        ofCorrelation(r, 0.5),
        ReliabilityEstimate.of(4 * between / total),
        ofCorrelation(r, Math.floor(k / 2.0) / k),
        splits == null ? tooMany : ReliabilityEstimate.of(splits.highest / total),
        splits == null ? tooMany : ReliabilityEstimate.of(splits.sum / splits.count / total),
        splits == null ? tooMany : ReliabilityEstimate.of(splits.lowest / total));
  }

  /** Horst's coefficient, which is Spearman and Brown's for equal halves. */
  private static ReliabilityEstimate ofCorrelation(OptionalDouble correlation, double share) {
    if (correlation.isEmpty()) {
      return ReliabilityEstimate.not(NotEstimable.NO_VARIATION);
    }
    double r = correlation.getAsDouble();
    if (share == 0.5) {
      return r > -1
          ? ReliabilityEstimate.of(2 * r / (1 + r))
          : ReliabilityEstimate.not(NotEstimable.NO_SOLUTION);
    }
    double pq = share * (1 - share);
    double left = 1 - r * r;
    return left < 1e-12
        ? r > 0 ? ReliabilityEstimate.of(1) : ReliabilityEstimate.not(NotEstimable.NO_SOLUTION)
        : ReliabilityEstimate.of(r * (Math.sqrt(r * r + 4 * pq * left) - r) / (2 * pq * left));
  }

  /** Four times the covariance of the halves, over all splits. */
  private static final class Splits {
    private final ItemMatrix matrix;
    private final int half;
    private final boolean[] inFirst;
    private double highest = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private double sum;
    private long count;

    private Splits(ItemMatrix matrix) {
      this.matrix = matrix;
      this.half = matrix.items() / 2;
      this.inFirst = new boolean[matrix.items()];
    }

    static Splits of(ItemMatrix matrix) {
      Splits splits = new Splits(matrix);
      if (matrix.items() % 2 == 0) {
        // A split and its mirror image are one: the first item is in the first half.
        splits.inFirst[0] = true;
        splits.choose(1, 1, firstAlone(matrix));
      } else {
        splits.choose(0, 0, 0);
      }
      return splits;
    }

    private static double firstAlone(ItemMatrix matrix) {
      return matrix.row(0) - matrix.get(0, 0);
    }

    /** {@code between}: the covariances of the items chosen so far with all those not chosen. */
    private void choose(int item, int chosen, double between) {
      if (chosen == half) {
        highest = Math.max(highest, 4 * between);
        lowest = Math.min(lowest, 4 * between);
        sum += 4 * between;
        count++;
        return;
      }
      if (matrix.items() - item < half - chosen) {
        return;
      }
      double with = between + matrix.row(item) - matrix.get(item, item);
      for (int other = 0; other < item; other++) {
        if (inFirst[other]) {
          with -= 2 * matrix.get(item, other);
        }
      }
      inFirst[item] = true;
      choose(item + 1, chosen + 1, with);
      inFirst[item] = false;
      choose(item + 1, chosen, between);
    }
  }

  /**
   * The coefficients in a line.
   *
   * @return those of the odd and the even items, and the range over all splits
   */
  @Override
  public String toString() {
    return "split-half ("
        + metric
        + "): odd and even items "
        + (correlation.isPresent()
            ? "r " + Numbers.fixed(correlation.getAsDouble(), ReliabilityEstimate.DECIMALS) + ", "
            : "")
        + "Spearman-Brown "
        + spearmanBrown
        + ", Guttman "
        + guttman
        + "; all splits "
        + lowest
        + " to "
        + highest
        + ", mean "
        + mean;
  }
}
