package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.change.StandardizedChange;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/**
 * A measure before and after in people who got something and in a comparison group.
 *
 * <pre>{@code
 * Measure mood = Measure.of("mood", Direction.HIGHER_IS_BETTER);
 * ControlledOutcome.of(cohort, mood, "t0", "t1", Grouping.by("arm", "usual"), OutcomeSettings.DEFAULT);
 * }</pre>
 *
 * <p>Where people were assigned at random, the difference adjusted for the value before (analysis
 * of covariance) is the answer and the more precise one (Vickers and Altman 2001, doi
 * 10.1136/bmj.323.7321.1123); where they were not, it and the difference of the changes rest on
 * different assumptions, and both stand here. The standardised effect is that of {@link
 * PrePostControl}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param comparison the groups, the control group first, and their differences
 * @param effects the standardised effect of each other group
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ControlledOutcome(GroupComparison comparison, List<PrePostControl> effects) {
  private static final String UNLESS_ASSIGNED =
      "Unless chance assigned people to these groups, a difference may come from whatever else sets"
          + " them apart.";

  /** Copies the list. */
  public ControlledOutcome {
    Objects.requireNonNull(comparison, "comparison");
    effects = List.copyOf(effects);
  }

  /**
   * The outcome of groups against a control group.
   *
   * @param data one row a person, with the columns {@code measure@wave} and that of the groups
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @param arms the groups; the reference is the control group
   * @param settings how intervals are formed
   * @return the outcome
   * @throws InvalidInputException as {@link GroupComparison#of(Dataset, Measure, String, String,
   *     Grouping, OutcomeSettings)}
   */
  public static ControlledOutcome of(
      Dataset data,
      Measure measure,
      String before,
      String after,
      Grouping arms,
      OutcomeSettings settings) {
    GroupComparison comparison = GroupComparison.of(data, measure, before, after, arms, settings);
    Pairs pairs = Pairs.of(measure.values(data, before), measure.values(data, after));
    GroupRows groups = new GroupRows(data, arms);
    return new ControlledOutcome(
        comparison,
        groups.names().stream()
            .skip(1)
            .map(name -> effect(name, arms.reference(), groups, pairs, settings))
            .toList());
  }

  private static PrePostControl effect(
      String name, String control, GroupRows groups, Pairs pairs, OutcomeSettings settings) {
    double[] differences = pairs.differences();
    int[] treated = among(groups, pairs, name);
    int[] untreated = among(groups, pairs, control);
    int[] all = IntStream.concat(Arrays.stream(treated), Arrays.stream(untreated)).toArray();
    int df = all.length - 2;
    if (treated.length < 2 || untreated.length < 2) {
      return without(name, OptionalDouble.empty(), df, settings, NotEstimable.TOO_FEW_PEOPLE);
    }
    double[] x = GroupRows.take(pairs.before(), all);
    double[] d = GroupRows.take(differences, all);
    ToDoubleFunction<double[]> statistic = weights -> statistic(x, d, treated.length, weights);
    double[] once = new double[all.length];
    Arrays.fill(once, 1);
    double sd = pooled(x, treated.length, once);
    if (!(sd > 0)) {
      return without(name, OptionalDouble.of(0), df, settings, NotEstimable.NO_VARIATION);
    }
    double estimate = statistic.applyAsDouble(once);
    double factor = StandardizedChange.smallSampleFactor(df);
    Optional<Interval> interval =
        settings
            .interval(
                PersonReplicates.within(
                    new int[][] {
                      IntStream.range(0, treated.length).toArray(),
                      IntStream.range(treated.length, all.length).toArray()
                    },
                    settings.bootstrap().replicates(),
                    settings.bootstrap().seed(),
                    statistic))
            .map(i -> i.times(factor));
    return new PrePostControl(
        name,
        OptionalDouble.of(sd),
        OptionalDouble.of(estimate),
        OptionalDouble.of(estimate * factor),
        df,
        interval,
        settings.limits(),
        interval.isPresent() ? Optional.empty() : Optional.of(NotEstimable.BEYOND_REPLICATES));
  }

  private static PrePostControl without(
      String name, OptionalDouble sd, int df, OutcomeSettings settings, NotEstimable because) {
    return new PrePostControl(
        name,
        sd,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        df,
        Optional.empty(),
        settings.limits(),
        Optional.of(because));
  }

  private static int[] among(GroupRows groups, Pairs pairs, String name) {
    return IntStream.range(0, pairs.n()).filter(i -> groups.isIn(pairs.rows()[i], name)).toArray();
  }

  /** The difference of the mean changes by the pooled deviation before; the treated come first. */
  private static double statistic(double[] x, double[] d, int treated, double[] weights) {
    double sd = pooled(x, treated, weights);
    double change = mean(d, weights, 0, treated) - mean(d, weights, treated, d.length);
    return sd > 0 ? change / sd : Double.NaN;
  }

  private static double mean(double[] d, double[] weights, int from, int to) {
    return WeightedStatistics.mean(
        Arrays.copyOfRange(d, from, to), Arrays.copyOfRange(weights, from, to));
  }

  private static double pooled(double[] x, int treated, double[] weights) {
    double squares = 0;
    double df = -2;
    int[] bounds = {0, treated, x.length};
    for (int g = 0; g < 2; g++) {
      double[] values = Arrays.copyOfRange(x, bounds[g], bounds[g + 1]);
      double[] counts = Arrays.copyOfRange(weights, bounds[g], bounds[g + 1]);
      double n = Arrays.stream(counts).sum();
      double sd = SampleStatistics.standardDeviation(values, counts);
      squares += (n - 1) * sd * sd;
      df += n;
    }
    return Math.sqrt(squares / df);
  }

  /**
   * The standardised effects as a table.
   *
   * @return a row a group
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Standardised effect against " + comparison.grouping().reference())
            .text("Group")
            .numbers("SD before", "Estimate", "g")
            .interval(
                effects.stream()
                    .flatMap(effect -> effect.interval().stream())
                    .findFirst()
                    .map(Interval::level)
                    .orElse(OutcomeSettings.DEFAULT.level()))
            .numbers("df");
    for (PrePostControl effect : effects) {
      table.row(
          Cell.text(effect.group()),
          Cell.of(effect.pooledSd(), v -> Cell.number(v, 2)),
          Cell.of(effect.estimate(), v -> Cell.number(v, 2)),
          Cell.of(effect.corrected(), v -> Cell.number(v, 2)),
          Cell.interval(effect.interval(), 2),
          Cell.count(effect.df()));
      effect.because().ifPresent(because -> table.note(effect.group() + ": " + because + "."));
      effect
          .interval()
          .flatMap(
              limits ->
                  OutcomeCoverage.ofPrePostControl(
                      effect.limits(), limits.level(), effect.df() + 2))
          .ifPresent(caution -> table.note(effect.group() + ": " + caution));
    }
    return table
        .note(
            "g of pre-post-control (Morris 2008): the difference of the mean changes by the standard"
                + " deviation before, pooled over both groups, with Hedges' correction. Interval of"
                + " g: "
                + effects.get(0).limits()
                + ", within groups.")
        .build();
  }

  /**
   * The same outcome to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the outcome for people
   */
  public ControlledOutcome callingWaves(Map<String, String> names) {
    return new ControlledOutcome(comparison.callingWaves(names), effects);
  }

  /**
   * The outcome as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return the groups, their differences, and the standardised effects
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    Section groups = new GroupTables(comparison).section(id, UNLESS_ASSIGNED);
    List<Block> blocks = new ArrayList<>(groups.blocks());
    blocks.add(table());
    return Section.of(id, groups.heading(), blocks);
  }

  /**
   * The comparison and the effects.
   *
   * @return a few lines
   */
  @Override
  public String toString() {
    return comparison
        + effects.stream().map(effect -> "\n  " + effect).collect(Collectors.joining());
  }
}
