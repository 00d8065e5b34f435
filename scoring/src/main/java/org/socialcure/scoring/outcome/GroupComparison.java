package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * Whether a measure changed more in one group of people than in another, such as in men than in
 * women.
 *
 * <pre>{@code
 * Measure mood = Measure.of("mood", Direction.HIGHER_IS_BETTER);
 * GroupComparison.of(cohort, mood, "t0", "t1", Grouping.by("sex", "woman").adjustingFor("age"));
 * }</pre>
 *
 * <p>Two differences stand beside each other. That of the groups' mean changes, with Welch's
 * interval, asks whether the one group changed more than the other. The adjusted one is the
 * coefficient of the group in a linear regression of the value after on the value before, the
 * groups and the covariates (analysis of covariance, least squares, one slope for all groups); it
 * asks whether people of the two groups who started from the same value ended apart. Where groups
 * start apart the two may disagree, and neither is wrong (Lord 1967, doi 10.1037/h0025105). Groups
 * that people belong to were not assigned to them; a difference is no effect of the group.
 *
 * <p>With more than two groups each is compared with the reference, and the p-values of each kind
 * are adjusted by Holm's method. A group of one person takes no part in the comparisons.
 *
 * <p>Immutable and thread-safe.
 *
 * @param grouping the column of the groups, the reference and the covariates
 * @param groups the outcome of each group, the reference first
 * @param withoutGroup how many people have both values but no group
 * @param differences each other group against the reference
 * @param adjustedPeople how many people the adjusted differences are of; empty without a model
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record GroupComparison(
    Grouping grouping,
    List<Group> groups,
    int withoutGroup,
    List<Difference> differences,
    Optional<Integer> adjustedPeople) {
  /**
   * A group and what became of it.
   *
   * @param name the group, as it stands in the column
   * @param outcome its outcome
   * @since 0.1
   */
  @MapperForm
  public record Group(String name, ScaleOutcome outcome) {
    /** Refuses nulls. */
    public Group {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * The group in a line.
     *
     * @return its name, people and mean change
     */
    @Override
    public String toString() {
      return name
          + ": n = "
          + outcome.n()
          + outcome
              .change()
              .map(change -> ", mean change " + Numbers.fixed(change.difference().mean(), 2))
              .orElse("");
    }
  }

  /**
   * A group against the reference.
   *
   * @param group the group
   * @param change the difference of the mean changes, group minus reference, by Welch's method
   * @param changeHolm its p-value adjusted for the number of groups
   * @param adjusted the difference after, adjusted for the value before and the covariates
   * @param adjustedHolm its p-value adjusted for the number of groups
   * @param gaps what could not be estimated, and why
   * @since 0.1
   */
  @MapperForm
  public record Difference(
      String group,
      Optional<MeanDifference> change,
      OptionalDouble changeHolm,
      Optional<MeanDifference> adjusted,
      OptionalDouble adjustedHolm,
      List<Gap> gaps) {
    /** Copies the list. */
    public Difference {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(change, "change");
      Objects.requireNonNull(changeHolm, "changeHolm");
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
     * Both differences.
     *
     * @return a line each
     */
    @Override
    public String toString() {
      return group
          + Stream.concat(
                  Stream.of(
                          change.map(d -> "difference of changes " + d),
                          adjusted.map(d -> "adjusted difference " + d))
                      .flatMap(Optional::stream),
                  gaps.stream().map(Gap::toString))
              .map(line -> "\n    " + line)
              .collect(Collectors.joining());
    }
  }

  /** What the two differences ask. */
  static final String TWO_QUESTIONS =
      "The two differences answer different questions: that of the changes asks whether one group"
          + " changed more than the other, the adjusted one whether people of the two groups who"
          + " started from the same value ended apart. Where groups start apart they may disagree,"
          + " and neither is wrong (Lord 1967).";

  /** Why a difference between groups that people belong to is not what the group does. */
  static final String NOT_ASSIGNED =
      "People were not assigned to these groups; a difference is no effect of the group.";

  /** Copies the lists. */
  public GroupComparison {
    Objects.requireNonNull(grouping, "grouping");
    groups = List.copyOf(groups);
    differences = List.copyOf(differences);
    Objects.requireNonNull(adjustedPeople, "adjustedPeople");
    if (groups.size() < 2 || differences.size() != groups.size() - 1 || withoutGroup < 0) {
      throw new InvalidInputException("groups", "need two or more, each but one with a difference");
    }
  }

  /**
   * The comparison with the default settings.
   *
   * @param data one row a person, with the columns {@code measure@wave} and that of the groups
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @param grouping the groups
   * @return the comparison
   * @throws InvalidInputException as the method with settings
   */
  public static GroupComparison of(
      Dataset data, Measure measure, String before, String after, Grouping grouping) {
    return of(data, measure, before, after, grouping, OutcomeSettings.DEFAULT);
  }

  /**
   * The comparison.
   *
   * @param data one row a person, with the columns {@code measure@wave} and that of the groups
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @param grouping the groups
   * @param settings how intervals are formed
   * @return the comparison
   * @throws InvalidInputException if both waves are the same, a column does not exist or is of
   *     another kind, nobody is in the reference group or everybody is, there are more than 50
   *     groups, or a value is outside of the measure's range
   */
  public static GroupComparison of(
      Dataset data,
      Measure measure,
      String before,
      String after,
      Grouping grouping,
      OutcomeSettings settings) {
    Waves.requireTwo(before, after);
    measure.requireNoWindows(data, before, after);
    return new GroupDifferences(data, measure, before, after, grouping, settings).compare();
  }

  /**
   * What was measured.
   *
   * @return the measure
   */
  public Measure measure() {
    return groups.get(0).outcome().measure();
  }

  /**
   * A group.
   *
   * @param name the group, as it stands in the column
   * @return its outcome; empty if there is no such group
   */
  public Optional<ScaleOutcome> group(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .map(Group::outcome)
        .findFirst();
  }

  /**
   * A group against the reference.
   *
   * @param name the group, as it stands in the column
   * @return the differences; empty if there is no such group or it is the reference
   */
  public Optional<Difference> difference(String name) {
    return differences.stream().filter(it -> it.group().equals(name)).findFirst();
  }

  /**
   * The adjusted model in words.
   *
   * @return {@code "Loneliness at t1 on Loneliness at t0, sex and age; least squares, n = 126"};
   *     empty if it could not be fitted
   */
  public Optional<String> model() {
    ScaleOutcome outcome = groups.get(0).outcome();
    return adjustedPeople.map(
        n ->
            outcome.measure().label()
                + " at "
                + outcome.after().wave()
                + " on "
                + outcome.measure().label()
                + " at "
                + outcome.before().wave()
                + Stream.concat(Stream.of(grouping.column()), grouping.covariates().stream())
                    .map(name -> ", " + name)
                    .collect(Collectors.joining())
                + "; least squares with one slope for all groups, n = "
                + n);
  }

  /**
   * The same comparison to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the comparison for people
   */
  public GroupComparison callingWaves(Map<String, String> names) {
    return new GroupComparison(
        grouping,
        groups.stream()
            .map(group -> new Group(group.name(), group.outcome().callingWaves(names)))
            .toList(),
        withoutGroup,
        differences,
        adjustedPeople);
  }

  /**
   * The groups as a table.
   *
   * @return a row a group
   */
  public Table table() {
    return new GroupTables(this).groups();
  }

  /**
   * The comparison as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return the groups, their differences, the shares in cited bands, and what the differences ask
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    return new GroupTables(this).section(id, NOT_ASSIGNED);
  }

  /**
   * The groups and their differences.
   *
   * @return a few lines
   */
  @Override
  public String toString() {
    return measure().label()
        + " "
        + grouping
        + groups.stream().map(group -> "\n  " + group).collect(Collectors.joining())
        + differences.stream()
            .map(difference -> "\n  " + difference + "\n    (minus " + grouping.reference() + ")")
            .collect(Collectors.joining());
  }
}
