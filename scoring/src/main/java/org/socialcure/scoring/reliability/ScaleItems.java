package org.socialcure.scoring.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.CorrelationMatrix;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.MeanSd;
import org.socialcure.scoring.change.ReliabilityKind;

/**
 * The answers of people to the items of a scale, keyed, and what can be asked about its
 * reliability.
 *
 * <pre>{@code
 * ScaleItems items = ScaleItems.of(raw, "ucla3_1", "ucla3_2", "ucla3_3").reversing(1, 3, "ucla3_2");
 * items.alpha();
 * items.keying();      // is the second one reversed, indeed?
 * items.reliability(); // all of it
 * }</pre>
 *
 * <p>People without an answer to some item are left out unless {@link MissingItems#PAIRWISE} is
 * asked for. The coefficients take rows for different people: of a file with several waves, give
 * them the rows of one.
 *
 * <p>Immutable and thread-safe. {@code toString} shows no answer.
 *
 * @since 0.1
 */
public final class ScaleItems {
  private static final double DEFAULT_LEVEL = 0.95;

  /** Squares of larger values may overflow. */
  private static final double LARGEST = 1e150;

  private final String label;
  private final List<String> names;
  private final List<String> labels;
  private final double[][] columns;
  private final MissingItems missing;
  private final PersonBootstrap bootstrap;
  private final double level;

  private ScaleItems(
      String label,
      List<String> names,
      List<String> labels,
      double[][] columns,
      MissingItems missing,
      PersonBootstrap bootstrap,
      double level) {
    this.label = label;
    this.names = names;
    this.labels = labels;
    this.columns = columns;
    this.missing = missing;
    this.bootstrap = bootstrap;
    this.level = level;
  }

  /**
   * Items in columns of numbers that point the same way already, or are {@linkplain #reversing
   * reversed} next.
   *
   * @param data the data, one row a person
   * @param columns the column of each item, in their order
   * @return the items
   * @throws InvalidInputException if none is named, one does not exist, holds text that is no
   *     number or is named twice, or a value is above 1e150 in size
   */
  public static ScaleItems of(Dataset data, String... columns) {
    return of(data, List.of(columns));
  }

  /**
   * Items in columns of numbers that point the same way already, or are {@linkplain #reversing
   * reversed} next.
   *
   * @param data the data, one row a person
   * @param columns the column of each item, in their order
   * @return the items
   * @throws InvalidInputException if none is named, one does not exist, holds text that is no
   *     number or is named twice, or a value is above 1e150 in size
   */
  public static ScaleItems of(Dataset data, List<String> columns) {
    if (columns.isEmpty()) {
      throw new InvalidInputException("items", "name the column of at least one item");
    }
    return keyed(data.select(columns), "Scale of " + columns.size() + " items");
  }

  /**
   * The items of an instrument's scale, as they enter its score: codes turned into values, reversed
   * items turned round, counted items as 1 or 0.
   *
   * @param raw the raw answers, one form a row
   * @param columns the instrument and where its answers stand
   * @return the items of the scale that stands for the whole instrument, or of its only one
   * @throws InvalidInputException as {@link InstrumentColumns#keyed}, or if no scale stands for the
   *     instrument
   */
  public static ScaleItems of(Dataset raw, InstrumentColumns columns) {
    List<Scale> scales = columns.instrument().scales();
    Scale scale =
        columns
            .instrument()
            .mainScale()
            .or(() -> scales.size() == 1 ? Optional.of(scales.get(0)) : Optional.empty())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        columns.instrument().id(),
                        "no scale stands for the whole instrument; name one of "
                            + String.join(", ", scales.stream().map(Scale::id).toList())));
    return of(raw, columns, scale.id());
  }

  /**
   * The items of an instrument whose columns are named by a pattern and hold its codes as they are,
   * as they enter the score of the scale that stands for it.
   *
   * @param raw the raw answers, one form a row
   * @param instrument the instrument
   * @param pattern a column name in which <code>{n}</code> stands for the number of the item in the
   *     form and <code>{item}
   *     </code> for its id
   * @return the items
   * @throws InvalidInputException as {@link #of(Dataset, InstrumentColumns)}, or if the pattern
   *     gives two items the same column
   */
  public static ScaleItems of(Dataset raw, Instrument instrument, String pattern) {
    return of(raw, InstrumentColumns.of(instrument, pattern));
  }

  /**
   * The items of an instrument's scale, as they enter its score.
   *
   * @param raw the raw answers, one form a row
   * @param columns the instrument and where its answers stand
   * @param scale the id of the scale
   * @return the items
   * @throws InvalidInputException as {@link InstrumentColumns#keyed}
   */
  public static ScaleItems of(Dataset raw, InstrumentColumns columns, String scale) {
    return keyed(
        columns.keyed(raw, scale),
        columns.instrument().label(columns.instrument().scale(scale), columns.target()));
  }

  private static ScaleItems keyed(Dataset data, String label) {
    Problems problems = new Problems();
    List<double[]> columns = new ArrayList<>();
    for (String name : data.names()) {
      problems.attempt("", () -> data.numbers(name)).ifPresent(columns::add);
    }
    problems.throwIfAny();
    for (int i = 0; i < columns.size(); i++) {
      problems.require(
          Arrays.stream(columns.get(i)).noneMatch(value -> Math.abs(value) > LARGEST),
          "column " + data.names().get(i),
          "a value is too large to be squared; leave it missing");
    }
    problems.throwIfAny();
    return new ScaleItems(
        label,
        data.names(),
        data.names().stream().map(data::label).toList(),
        columns.toArray(double[][]::new),
        MissingItems.COMPLETE_ROWS,
        PersonBootstrap.DEFAULT,
        DEFAULT_LEVEL);
  }

  /**
   * The same items, some of them turned round: {@code lowest + highest − value}.
   *
   * @param lowest the lowest value that can be answered
   * @param highest the highest value that can be answered, above it
   * @param reversed the columns to be turned round
   * @return the changed items
   * @throws InvalidInputException if there is no such item, one is named twice, or a value is
   *     outside the two
   */
  public ScaleItems reversing(double lowest, double highest, String... reversed) {
    Problems problems = new Problems();
    problems.require(
        lowest < highest && Double.isFinite(highest - lowest),
        "values",
        "the lowest must be below the highest, both finite");
    problems.require(
        new HashSet<>(List.of(reversed)).size() == reversed.length,
        "reversed",
        "names an item twice");
    double[][] turned = columns.clone();
    for (String name : reversed) {
      int at = names.indexOf(name);
      if (at < 0) {
        problems.add("reversed", "names a column that is no item of the scale; items are " + names);
        continue;
      }
      problems.require(
          Arrays.stream(columns[at]).noneMatch(value -> value < lowest || value > highest),
          "column " + name,
          "has a value outside the lowest and the highest that can be answered");
      turned[at] = Arrays.stream(columns[at]).map(value -> lowest + highest - value).toArray();
    }
    problems.throwIfAny();
    return new ScaleItems(label, names, labels, turned, missing, bootstrap, level);
  }

  /**
   * The same items under another name.
   *
   * @param changed what the scale measures, {@code "Loneliness"}
   * @return the changed items
   */
  public ScaleItems withLabel(String changed) {
    return new ScaleItems(
        Objects.requireNonNull(changed, "changed"),
        names,
        labels,
        columns,
        missing,
        bootstrap,
        level);
  }

  /**
   * The same items with another use of people with missing answers.
   *
   * @param changed complete rows (the default) or pairwise
   * @return the changed items
   */
  public ScaleItems withMissing(MissingItems changed) {
    return new ScaleItems(
        label,
        names,
        labels,
        columns,
        Objects.requireNonNull(changed, "changed"),
        bootstrap,
        level);
  }

  /**
   * The same items with other resamples where an interval is bootstrapped.
   *
   * @param changed number and seed of the resamples; 10,000 and 1 otherwise
   * @return the changed items
   */
  public ScaleItems withBootstrap(PersonBootstrap changed) {
    return new ScaleItems(
        label, names, labels, columns, missing, Objects.requireNonNull(changed, "changed"), level);
  }

  /**
   * The same items with intervals of another level.
   *
   * @param changed the nominal coverage, strictly between 0 and 1; 0.95 otherwise
   * @return the changed items
   * @throws InvalidInputException if it is not strictly between 0 and 1
   */
  public ScaleItems withLevel(double changed) {
    return new ScaleItems(
        label, names, labels, columns, missing, bootstrap, Interval.requireLevel(changed));
  }

  /**
   * What the scale measures.
   *
   * @return the label
   */
  public String label() {
    return label;
  }

  /**
   * The columns of the items.
   *
   * @return their names in order
   */
  public List<String> names() {
    return names;
  }

  /**
   * How many people count: those with all items answered, or, pairwise, with any.
   *
   * @return the number of people
   */
  public int people() {
    return rows().length;
  }

  /**
   * How many people are left out because an answer is missing: with complete rows those who
   * answered some but not all items or none, pairwise those who answered none.
   *
   * @return the number of people
   */
  public int leftOut() {
    return columns[0].length - people();
  }

  /** The rows that count. */
  private int[] rows() {
    Predicate<Integer> answered =
        missing == MissingItems.COMPLETE_ROWS
            ? row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row]))
            : row -> Arrays.stream(columns).anyMatch(column -> !Double.isNaN(column[row]));
    return IntStream.range(0, columns[0].length).filter(answered::test).toArray();
  }

  /** The values by item of the people that count. */
  private double[][] counting() {
    int[] rows = rows();
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
        .toArray(double[][]::new);
  }

  private ItemMatrix matrix(ItemMetric metric) {
    return ItemMatrix.of(counting(), metric);
  }

  /**
   * Cronbach's alpha with Feldt's interval.
   *
   * @return raw and standardised alpha
   */
  public Alpha alpha() {
    return alpha(AlphaInterval.FELDT);
  }

  /**
   * Cronbach's alpha with an interval of one's choice.
   *
   * @param interval how the interval of raw alpha is formed
   * @return raw and standardised alpha
   */
  public Alpha alpha(AlphaInterval interval) {
    ItemMatrix covariances = matrix(ItemMetric.RAW);
    ItemMatrix correlations = matrix(ItemMetric.STANDARDIZED);
    int people = covariances.fewest();
    double k = names.size();
    double mean = (correlations.total() - correlations.trace()) / (k * (k - 1));
    return new Alpha(
        people,
        names.size(),
        missing,
        interval,
        new AlphaLimits(counting(), bootstrap, level)
            .with(Coefficients.alpha(covariances), people, interval),
        Coefficients.alpha(correlations),
        Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty());
  }

  /**
   * What each item adds: mean, deviation, item-total correlations, alpha without it.
   *
   * @return the items in their order
   */
  public List<ItemStatistics> items() {
    double[][] counting = counting();
    ItemMatrix covariances = ItemMatrix.of(counting, ItemMetric.RAW);
    ItemMatrix correlations = ItemMatrix.of(counting, ItemMetric.STANDARDIZED);
    List<ItemStatistics> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double[] answered =
          Arrays.stream(counting[i]).filter(value -> !Double.isNaN(value)).toArray();
      double total = Math.sqrt(Math.max(0, covariances.get(i, i) * covariances.total()));
      items.add(
          new ItemStatistics(
              names.get(i),
              labels.get(i),
              answered.length,
              answered.length > 0
                  ? OptionalDouble.of(SampleStatistics.mean(answered))
                  : OptionalDouble.empty(),
              answered.length > 1
                  ? OptionalDouble.of(Math.sqrt(covariances.get(i, i)))
                  : OptionalDouble.empty(),
              total > 0
                  ? OptionalDouble.of(Math.max(-1, Math.min(1, covariances.row(i) / total)))
                  : OptionalDouble.empty(),
              KeyingReport.rest(covariances, i),
              Coefficients.alpha(covariances.without(i)),
              Coefficients.alpha(correlations.without(i))));
    }
    return List.copyOf(items);
  }

  /**
   * The correlations of the items, keyed, with the n of each.
   *
   * @return the matrix
   */
  public CorrelationMatrix correlations() {
    return CorrelationMatrix.of(names, counting());
  }

  /**
   * Guttman's six lower bounds.
   *
   * @param metric of the items as they are or of standardised ones
   * @return λ1 to λ6
   */
  public GuttmanLambdas lambdas(ItemMetric metric) {
    ItemMatrix matrix = matrix(metric);
    return GuttmanLambdas.of(matrix, metric, SplitHalf.of(matrix, metric));
  }

  /**
   * The reliability of halves.
   *
   * @param metric of the items as they are or of standardised ones
   * @return odd against even items, and all splits
   */
  public SplitHalf splitHalf(ItemMetric metric) {
    return SplitHalf.of(matrix(metric), metric);
  }

  /**
   * Omega with one factor.
   *
   * @return raw and standardised omega
   */
  public Omega omega() {
    return Omega.of(matrix(ItemMetric.RAW), matrix(ItemMetric.STANDARDIZED));
  }

  /**
   * Omega with a general factor above three.
   *
   * @return hierarchical and total omega
   */
  public HierarchicalOmega hierarchicalOmega() {
    return HierarchicalOmega.of(matrix(ItemMetric.STANDARDIZED));
  }

  /**
   * Whether items are keyed the wrong way.
   *
   * @return what the answers say about each key
   */
  public KeyingReport keying() {
    return KeyingReport.of(names, matrix(ItemMetric.RAW), matrix(ItemMetric.STANDARDIZED));
  }

  /**
   * Mean and standard deviation of the sum of the items, over people who answered all of them.
   *
   * @return both; empty for fewer than two people
   */
  public Optional<MeanSd> sum() {
    double[][] complete = withMissing(MissingItems.COMPLETE_ROWS).counting();
    double[] sums = new double[complete[0].length];
    for (double[] column : complete) {
      for (int row = 0; row < sums.length; row++) {
        sums[row] += column[row];
      }
    }
    return sums.length < 2
        ? Optional.empty()
        : Optional.of(
            new MeanSd(
                SampleStatistics.mean(sums),
                ItemMatrix.varies(sums) ? SampleStatistics.standardDeviation(sums) : 0));
  }

  /**
   * What a person's change of the sum can be held against: the standard deviation of the sum and
   * raw alpha in this sample. For a score that is a mean of the items, or otherwise transformed,
   * the standard deviation has to be transformed as well.
   *
   * @param source who these people are, as it is to be printed beside the result
   * @return the reference, of the kind internal consistency
   * @throws InvalidInputException if alpha is not estimable or not between 0 and 1, the sum does
   *     not vary, or the source is blank
   */
  public ChangeReference changeReference(String source) {
    ReliabilityEstimate alpha = alpha().raw();
    MeanSd sum =
        sum()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "sum", "has no standard deviation: too few people answered all items"));
    return new ChangeReference(
        sum.sd(),
        alpha.value().orElseThrow(() -> new InvalidInputException("alpha", "is " + alpha)),
        ReliabilityKind.INTERNAL_CONSISTENCY,
        source);
  }

  /**
   * All that can be said about the reliability of the scale.
   *
   * @return the coefficients, the items, and questions about their keys
   */
  public ScaleReliability reliability() {
    ItemMatrix covariances = matrix(ItemMetric.RAW);
    SplitHalf halves = SplitHalf.of(covariances, ItemMetric.RAW);
    return new ScaleReliability(
        label,
        people(),
        leftOut(),
        missing,
        sum(),
        alpha(),
        alpha(AlphaInterval.PERCENTILE).raw(),
        bootstrap,
        omega(),
        hierarchicalOmega(),
        GuttmanLambdas.of(covariances, ItemMetric.RAW, halves),
        halves,
        items(),
        correlations(),
        keying());
  }

  /**
   * The scale and who answered it.
   *
   * @return its label, the items and how many people count
   */
  @Override
  public String toString() {
    return label
        + ": items "
        + String.join(", ", names)
        + "; "
        + people()
        + " people ("
        + missing
        + ", "
        + leftOut()
        + " left out)";
  }
}
