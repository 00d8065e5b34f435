package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * Quality-adjusted life years (QALYs) from utilities at several waves, by the trapezoid: the sum of
 * (u<sub>t</sub> + u<sub>t+1</sub>)/2 times the years between, of people with a utility at every
 * wave.
 *
 * <p>Utilities are 1 for full health, 0 for death, and may be below. Between groups the difference
 * of the means is adjusted for the utility at the first wave (and covariates) by least squares,
 * because groups that start apart differ in QALYs without any difference made (Manca, Hawkins and
 * Sculpher 2005, doi 10.1002/hec.944).
 *
 * <p>Immutable and thread-safe.
 *
 * @param column the column of the utilities, without a wave
 * @param waves the waves from the first to the last
 * @param years when each wave was, in years, ascending
 * @param mean the mean of the QALYs of everybody, with its t interval
 * @param leftOut how many people have a utility at some wave, but not at all
 * @param groups the means of the groups, the reference first; empty without a grouping
 * @param differences each other group against the reference
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record QualityAdjustedYears(
    String column,
    List<String> waves,
    List<Double> years,
    SampleMean mean,
    int leftOut,
    List<Group> groups,
    List<Difference> differences) {
  /**
   * The QALYs of a group.
   *
   * @param name the group, as it stands in its column
   * @param mean their mean
   * @since 0.1
   */
  @MapperForm
  public record Group(String name, SampleMean mean) {
    /** Refuses nulls. */
    public Group {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(mean, "mean");
    }

    /**
     * The group in a line.
     *
     * @return its name and mean
     */
    @Override
    public String toString() {
      return name + " " + mean;
    }
  }

  /**
   * A group against the reference.
   *
   * @param group the group
   * @param unadjusted the difference of the means, by Welch's method
   * @param adjusted the difference adjusted for the utility at the first wave and the covariates
   * @param adjustedHolm its p-value adjusted for the number of groups
   * @param gaps what could not be estimated, and why
   * @since 0.1
   */
  @MapperForm
  public record Difference(
      String group,
      Optional<MeanDifference> unadjusted,
      Optional<MeanDifference> adjusted,
      OptionalDouble adjustedHolm,
      List<Gap> gaps) {
    /** Copies the list. */
    public Difference {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(unadjusted, "unadjusted");
      Objects.requireNonNull(adjusted, "adjusted");
      Objects.requireNonNull(adjustedHolm, "adjustedHolm");
      gaps = List.copyOf(gaps);
    }

    /**
     * Why something is not there.
     *
     * @param part what is asked about
     * @return the reason; empty if it is there
     */
    public Optional<NotEstimable> whyNot(OutcomePart part) {
      return Gap.find(gaps, part);
    }

    /**
     * The adjusted difference.
     *
     * @return the group with it, or why it is not there
     */
    @Override
    public String toString() {
      return group
          + ": "
          + adjusted
              .map(MeanDifference::toString)
              .orElseGet(() -> gaps.stream().map(Gap::toString).collect(Collectors.joining("; ")));
    }
  }

  /** Copies the lists. */
  public QualityAdjustedYears {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(mean, "mean");
    waves = List.copyOf(waves);
    years = List.copyOf(years);
    groups = List.copyOf(groups);
    differences = List.copyOf(differences);
  }

  /**
   * The QALYs of everybody.
   *
   * @param data one row a person, with the columns {@code column@wave}
   * @param column the column of the utilities, without a wave
   * @param waves two or more waves from the first to the last
   * @param years when each wave was, in years, such as {@code List.of(0.0, 0.5, 1.0)}
   * @param level the nominal coverage of the intervals
   * @return the QALYs
   * @throws InvalidInputException if there is not one time a wave, times do not ascend, a column
   *     does not exist or is not numeric, or a utility is above 1
   */
  public static QualityAdjustedYears of(
      Dataset data, String column, List<String> waves, List<Double> years, double level) {
    return of(data, column, waves, years, Optional.empty(), level);
  }

  /**
   * The QALYs of everybody and by group.
   *
   * @param data one row a person, with the columns {@code column@wave} and that of the groups
   * @param column the column of the utilities, without a wave
   * @param waves two or more waves from the first to the last
   * @param years when each wave was, in years
   * @param grouping the groups; empty for none
   * @param level the nominal coverage of the intervals
   * @return the QALYs
   * @throws InvalidInputException if there is not one time a wave, times do not ascend, a column
   *     does not exist or is of another kind, a utility is above 1, or the groups cannot be
   *     compared
   */
  public static QualityAdjustedYears of(
      Dataset data,
      String column,
      List<String> waves,
      List<Double> years,
      Optional<Grouping> grouping,
      double level) {
    List<String> named = Waves.require(waves);
    List<Double> times = List.copyOf(years);
    double checked = OutcomeSettings.DEFAULT.withLevel(level).level();
    Problems problems = new Problems();
    problems.require(times.size() == named.size(), "years", "need one a wave");
    problems.attempt(() -> Waves.requireForward("years", times));
    problems.throwIfAny();
    Measure utility = Measure.of(column, Direction.HIGHER_IS_BETTER);
    List<double[]> utilities = named.stream().map(wave -> utilities(data, utility, wave)).toList();
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(row -> utilities.stream().noneMatch(u -> Double.isNaN(u[row])))
            .toArray();
    int some =
        (int)
            IntStream.range(0, data.rows())
                .filter(row -> utilities.stream().anyMatch(u -> !Double.isNaN(u[row])))
                .count();
    double[] gained = new double[data.rows()];
    for (int row : rows) {
      for (int t = 1; t < times.size(); t++) {
        gained[row] +=
            (utilities.get(t - 1)[row] + utilities.get(t)[row])
                / 2
                * (times.get(t) - times.get(t - 1));
      }
    }
    List<Group> groups = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    grouping.ifPresent(
        by -> {
          GroupRows in = new GroupRows(data, by);
          in.names()
              .forEach(
                  name ->
                      groups.add(
                          new Group(
                              name,
                              SampleMean.of(GroupRows.take(gained, in.of(rows, name)), checked))));
          differences.addAll(differences(in, by, utilities.get(0), gained, rows, checked));
        });
    return new QualityAdjustedYears(
        column,
        named,
        times,
        SampleMean.of(GroupRows.take(gained, rows), checked),
        some - rows.length,
        groups,
        differences);
  }

  private static double[] utilities(Dataset data, Measure utility, String wave) {
    double[] values = utility.values(data, wave);
    if (Arrays.stream(values).anyMatch(value -> value > 1 || Double.isInfinite(value))) {
      throw new InvalidInputException(
          "column \"" + utility.at(wave) + "\"",
          "holds a value above 1, which no utility is; full health is 1, death 0");
    }
    return values;
  }

  private static List<Difference> differences(
      GroupRows in, Grouping by, double[] first, double[] gained, int[] rows, double level) {
    GroupRows.Adjusted adjusted = in.adjusted(first, gained, rows, level);
    double[] others = GroupRows.take(gained, in.of(rows, by.reference()));
    List<Difference> found = new ArrayList<>();
    for (String name : in.names().subList(1, in.names().size())) {
      double[] own = GroupRows.take(gained, in.of(rows, name));
      boolean few = own.length < 2 || others.length < 2;
      Optional<MeanDifference> unadjusted =
          few ? Optional.empty() : MeanDifference.welch(own, others, level);
      Optional<MeanDifference> difference = Optional.ofNullable(adjusted.differences().get(name));
      List<Gap> gaps = new ArrayList<>();
      if (unadjusted.isEmpty()) {
        gaps.add(
            new Gap(
                OutcomePart.DIFFERENCE,
                few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION));
      }
      if (difference.isEmpty()) {
        gaps.add(
            new Gap(
                OutcomePart.ADJUSTED_DIFFERENCE,
                few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_SOLUTION));
      }
      found.add(new Difference(name, unadjusted, difference, OptionalDouble.empty(), gaps));
    }
    List<OptionalDouble> holm = GroupRows.holm(found, Difference::adjusted);
    return IntStream.range(0, found.size())
        .mapToObj(
            i ->
                new Difference(
                    found.get(i).group(),
                    found.get(i).unadjusted(),
                    found.get(i).adjusted(),
                    holm.get(i),
                    found.get(i).gaps()))
        .toList();
  }

  /**
   * The same QALYs to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the QALYs for people
   */
  public QualityAdjustedYears callingWaves(Map<String, String> names) {
    return new QualityAdjustedYears(
        column,
        waves.stream().map(wave -> names.getOrDefault(wave, wave)).toList(),
        years,
        mean,
        leftOut,
        groups,
        differences);
  }

  /**
   * The QALYs as a table.
   *
   * @return everybody, the groups, and their differences
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Quality-adjusted life years")
            .text("Who")
            .numbers("n", "Mean", "SD")
            .interval(mean.interval().map(i -> i.level()).orElse(OutcomeSettings.DEFAULT.level()))
            .numbers("p", "p (Holm)");
    table.row(row("everybody", mean));
    groups.forEach(group -> table.row(row(group.name(), group.mean())));
    for (Difference difference : differences) {
      difference
          .unadjusted()
          .ifPresent(
              it ->
                  table.row(row(difference.group() + ", difference", it, OptionalDouble.empty())));
      difference
          .adjusted()
          .ifPresent(
              it ->
                  table.row(
                      row(
                          difference.group() + ", adjusted difference",
                          it,
                          differences.size() > 1
                              ? difference.adjustedHolm()
                              : OptionalDouble.empty())));
      difference.gaps().forEach(gap -> table.note(difference.group() + ": " + gap + "."));
    }
    if (!differences.isEmpty()) {
      table.note(
          "Differences from "
              + groups.get(0).name()
              + "; adjusted for the utility at "
              + waves.get(0)
              + ", because groups that start apart differ without any difference made (Manca 2005).");
    }
    return table
        .note(
            "By the trapezoid from "
                + waves.get(0)
                + " to "
                + waves.get(waves.size() - 1)
                + ", of people with a utility at every wave. Left out: "
                + leftOut
                + " without a utility at some wave.")
        .build();
  }

  private static List<Cell> row(String who, SampleMean mean) {
    return List.of(
        Cell.text(who),
        Cell.count(mean.n()),
        Cell.of(mean.mean(), v -> Cell.number(v, 3)),
        Cell.of(mean.sd(), v -> Cell.number(v, 3)),
        Cell.interval(mean.interval(), 3),
        Cell.empty(),
        Cell.empty());
  }

  private static List<Cell> row(String who, MeanDifference difference, OptionalDouble holm) {
    return List.of(
        Cell.text(who),
        Cell.empty(),
        Cell.number(difference.estimate(), 3),
        Cell.empty(),
        Cell.interval(difference.interval(), 3),
        Cell.p(difference.p()),
        Cell.of(holm, Cell::p));
  }

  /**
   * The QALYs in a few lines.
   *
   * @return {@link #table()} as text
   */
  @Override
  public String toString() {
    return table().toString();
  }
}
