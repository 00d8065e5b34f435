package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Decimals;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * The change of a cohort that was measured twice: the mean difference with its t interval, and
 * standardised changes.
 *
 * <p>Differences are after minus before, over pairwise complete rows only; {@link #sample()} says
 * how many rows were left out and why. Standard deviations have the divisor n − 1. Without a
 * comparison group the change includes everything that happened in between, regression to the mean
 * among it: the numbers describe it, they do not explain it.
 *
 * <p>What does not exist is empty: the correlation when one of the two columns is constant, the t
 * test when all differences are equal, an effect size whose denominator is zero.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sample the rows used and left out
 * @param before mean and standard deviation before
 * @param after mean and standard deviation after
 * @param difference mean and standard deviation of the differences
 * @param correlation Pearson's correlation of before and after
 * @param test the t test of no mean change with the t interval of the mean difference
 * @param effects the standardised changes that exist, in the order of {@link ChangeEffectSize}
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record PairedChange(
    PairedSample sample,
    MeanSd before,
    MeanSd after,
    MeanSd difference,
    OptionalDouble correlation,
    Optional<PairedTTest> test,
    List<StandardizedChange> effects) {
  private static final double DEFAULT_LEVEL = 0.95;

  /** Beyond it the tails are too small for the noncentral t limits to be found in doubles. */
  private static final double HIGHEST_LEVEL = 0.999999;

  /** Squares of larger values may overflow. */
  private static final double LARGEST = 1e150;

  /** Copies the list and refuses nulls. */
  public PairedChange {
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(correlation, "correlation");
    Objects.requireNonNull(test, "test");
    effects = List.copyOf(effects);
  }

  /**
   * The change of two columns of a data set, with 95 % intervals.
   *
   * @param data the data, one row a person
   * @param before the column of the earlier values, for example {@code "ucla-3.total@before"}
   * @param after the column of the later values
   * @return the change
   * @throws InvalidInputException if a column does not exist or is not numeric, or fewer than two
   *     rows have both values
   */
  public static PairedChange of(Dataset data, String before, String after) {
    return of(data.numbers(before), data.numbers(after), DEFAULT_LEVEL);
  }

  /**
   * The change of two columns of values, with 95 % intervals.
   *
   * @param before the earlier values, {@code NaN} where missing
   * @param after the later values of the same persons in the same order, {@code NaN} where missing
   * @return the change
   * @throws InvalidInputException if the arrays differ in length
   * @throws InvalidInputException if fewer than two rows have both values, or a value is above
   *     1e150 in size
   */
  public static PairedChange of(double[] before, double[] after) {
    return of(before, after, DEFAULT_LEVEL);
  }

  /**
   * The change of two columns of values.
   *
   * @param before the earlier values, {@code NaN} where missing
   * @param after the later values of the same persons in the same order, {@code NaN} where missing
   * @param level the coverage of the intervals, between 0 and 0.999999
   * @return the change
   * @throws InvalidInputException if the arrays differ in length or the level is not between 0 and
   *     1
   * @throws InvalidInputException if fewer than two rows have both values, or a value is above
   *     1e150 in size
   */
  public static PairedChange of(double[] before, double[] after, double level) {
    if (before.length != after.length) {
      throw new InvalidInputException(
          "pairs",
          "need two arrays of equal length; they have " + before.length + " and " + after.length);
    }
    Interval.requireLevel(level);
    if (level > HIGHEST_LEVEL) {
      throw new InvalidInputException("level", "must be at most " + HIGHEST_LEVEL);
    }
    double[] x = new double[before.length];
    double[] y = new double[before.length];
    int[] counts = new int[4];
    for (int i = 0; i < before.length; i++) {
      if (Math.abs(before[i]) > LARGEST || Math.abs(after[i]) > LARGEST) {
        throw new InvalidInputException(
            "row " + (i + 1) + " of the pairs",
            "a value is infinite or too large to be squared; give a finite number or leave it missing");
      }
      int kind = (Double.isNaN(before[i]) ? 2 : 0) + (Double.isNaN(after[i]) ? 1 : 0);
      if (kind == 0) {
        x[counts[0]] = before[i];
        y[counts[0]] = after[i];
      }
      counts[kind]++;
    }
    PairedSample sample = new PairedSample(counts[0], counts[1], counts[2], counts[3]);
    if (sample.pairs() < 2) {
      throw new InvalidInputException(
          "paired change", "needs at least 2 rows with both values; there are " + sample);
    }
    return complete(
        sample, Arrays.copyOf(x, sample.pairs()), Arrays.copyOf(y, sample.pairs()), level);
  }

  private static PairedChange complete(PairedSample sample, double[] x, double[] y, double level) {
    int n = sample.pairs();
    double[] d = new double[n];
    for (int i = 0; i < n; i++) {
      d[i] = Decimals.difference(y[i], x[i]);
    }
    MeanSd before = MeanSd.of(x);
    MeanSd after = MeanSd.of(y);
    MeanSd difference = withoutRounding(MeanSd.of(d), before, after);
    OptionalDouble r = SampleStatistics.correlation(x, y);
    return new PairedChange(
        sample,
        before,
        after,
        difference,
        r,
        difference.sd() > 0 ? Optional.of(PairedTTest.of(difference, n, level)) : Optional.empty(),
        new StandardizedChanges(n, before, after, difference, r, level).all());
  }

  /** Equal differences of decimal fractions differ in their last bits; that is not variation. */
  private static MeanSd withoutRounding(MeanSd difference, MeanSd before, MeanSd after) {
    double size = Math.abs(before.mean()) + Math.abs(after.mean()) + before.sd() + after.sd();
    return difference.sd() <= 4 * Math.ulp(size) ? new MeanSd(difference.mean(), 0) : difference;
  }

  /**
   * The number of pairs.
   *
   * @return the rows with both values
   */
  public int n() {
    return sample.pairs();
  }

  /**
   * The standardised change with one denominator.
   *
   * @param kind which one
   * @return the standardised change, or empty if its denominator is zero
   */
  public Optional<StandardizedChange> effect(ChangeEffectSize kind) {
    Objects.requireNonNull(kind, "kind");
    return effects.stream().filter(effect -> effect.kind() == kind).findFirst();
  }

  /**
   * The change as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @param measure what was measured, {@code "Loneliness (ULS-8)"}
   * @return means, difference with its t test, standardised changes, the rows they rest on, and
   *     what they cannot say
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id, String measure) {
    Table.Builder means =
        Table.titled("Means")
            .text("When")
            .numbers("Mean", "SD")
            .interval(level())
            .numbers("t", "df", "p")
            .row(row("before", before, Optional.empty()))
            .row(row("after", after, Optional.empty()))
            .row(row("change", difference, test));
    means.note(sample + "; the change is after minus before.");
    correlation.ifPresent(r -> means.note("Correlation " + Numbers.fixed(r, 2) + "."));
    Table.Builder sizes =
        Table.titled("Standardised change")
            .text("Size")
            .numbers("Estimate", "Corrected", "df")
            .interval(level());
    for (StandardizedChange effect : effects) {
      sizes.row(
          Cell.text(effect.kind().symbol()),
          Cell.number(effect.estimate(), 2),
          Cell.of(effect.corrected(), v -> Cell.number(v, 2)),
          Cell.count(effect.df()),
          Cell.interval(effect.interval(), 2));
    }
    sizes.note("Corrected: Hedges' g. The interval belongs to the estimate.");
    List<Block> blocks = new ArrayList<>(List.of(means.build()));
    if (!effects.isEmpty()) {
      blocks.add(sizes.build());
    }
    blocks.add(
        new Block.Paragraph(
            "Without a comparison group the change includes everything that happened in between,"
                + " regression to the mean among it."));
    return Section.of(id, measure, blocks);
  }

  private double level() {
    return Stream.concat(
            test.stream().map(PairedTTest::interval),
            effects.stream().flatMap(effect -> effect.interval().stream()))
        .mapToDouble(Interval::level)
        .findFirst()
        .orElse(DEFAULT_LEVEL);
  }

  private static List<Cell> row(String when, MeanSd values, Optional<PairedTTest> test) {
    return List.of(
        Cell.text(when),
        Cell.number(values.mean(), 2),
        Cell.number(values.sd(), 2),
        Cell.interval(test.map(PairedTTest::interval), 2),
        test.map(t -> Cell.number(t.statistic(), 2)).orElseGet(Cell::empty),
        test.map(t -> Cell.count(t.df())).orElseGet(Cell::empty),
        test.map(t -> Cell.p(t.p())).orElseGet(Cell::empty));
  }

  @Override
  public String toString() {
    return "Paired change: "
        + sample
        + "\n  before "
        + before
        + ", after "
        + after
        + (correlation.isPresent() ? ", r " + Numbers.fixed(correlation.getAsDouble(), 2) : "")
        + "\n  mean change "
        + Numbers.fixed(difference.mean(), 2)
        + test.map(t -> ", " + t).orElse(" (all differences are equal: no t test)")
        + effect(ChangeEffectSize.D_Z).map(e -> "\n  " + e).orElse("");
  }
}
