package org.socialcure.examples.study.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Range;
import org.socialcure.mediation.model.Family;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ImportantDifference;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;
import org.socialcure.scoring.contact.UnitCost;
import org.socialcure.scoring.outcome.CaseRule;
import org.socialcure.scoring.outcome.Measure;
import org.socialcure.scoring.outcome.RegressionToTheMean;

/**
 * What is to be told of the outcomes of a cohort: the part {@code outcomes} of the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scales the scored scales and numeric columns; all scored scales if not said
 * @param services the services; all declared ones if not said
 * @param groups the columns by whose levels outcomes are told apart
 * @param reference the level that each other is compared with, by column of groups; the one that
 *     occurs first if not said
 * @param pairs the waves to compare; each later one with the first if not said
 * @param adjust the columns that comparisons of groups are adjusted for, beside the baseline
 * @param per the unit of time of rates of contacts
 * @param percent what percentages are of; those that apply if not said
 * @param intervals the kinds of intervals of changes in contacts; the one that goes with each
 *     definition if not said
 * @param family of the model behind a model-based ratio: Poisson or negative binomial
 * @param costs what a contact costs, by service
 * @param rose the count of groups by whose rise a subgroup is told
 * @param referral the days of referral, around which contacts are compared; empty for none
 * @param areas single items with ordered answers; empty for none
 * @param profiles the dimensions of profiles that are classified; empty for none
 * @param utilities the column of the utilities behind QALYs, without a wave; empty for none
 * @param times when each wave was, in months; empty if not said
 * @param directions which end of a numeric column is better
 * @param references what reliable change is held against, by scale
 * @param important the smallest change that matters, by scale
 * @param cases who is a case, by scale
 * @param comparison the column of a comparison group; empty if there is none
 * @param entry who was let in and the population they come from, by scale
 */
public record OutcomesSection(
    Optional<List<String>> scales,
    Optional<List<String>> services,
    List<String> groups,
    Map<String, String> reference,
    List<Pair> pairs,
    List<String> adjust,
    RateUnit per,
    Optional<List<PercentDefinition>> percent,
    List<ContactInterval> intervals,
    Family family,
    Map<String, UnitCost> costs,
    Optional<String> rose,
    Optional<ReferralSection> referral,
    Optional<Items> areas,
    Optional<Items> profiles,
    Optional<String> utilities,
    Map<String, Double> times,
    Map<String, Direction> directions,
    Map<String, ReferenceSource> references,
    Map<String, ImportantDifference> important,
    Map<String, CaseSource> cases,
    Optional<Comparison> comparison,
    Map<String, RegressionToTheMean> entry) {
  /** Copies the collections and keeps their order. */
  public OutcomesSection {
    scales = scales.map(List::copyOf);
    services = services.map(List::copyOf);
    groups = List.copyOf(groups);
    reference = Immutable.copyOf(reference);
    pairs = List.copyOf(pairs);
    adjust = List.copyOf(adjust);
    percent = percent.map(List::copyOf);
    intervals = List.copyOf(intervals);
    costs = Immutable.copyOf(costs);
    times = Immutable.copyOf(times);
    directions = Immutable.copyOf(directions);
    references = Immutable.copyOf(references);
    important = Immutable.copyOf(important);
    cases = Immutable.copyOf(cases);
    entry = Immutable.copyOf(entry);
  }

  /**
   * The scales that something is said of, beside their being named.
   *
   * @return their names as the plan has them
   */
  public Set<String> spokenOf() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(directions, references, important, cases, entry)
        .map(Map::keySet)
        .forEach(names::addAll);
    return names;
  }

  /**
   * The scales of which one thing is said twice, by the instrument and by its total.
   *
   * @return their names by the instrument
   */
  public Set<String> saidTwice() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(directions, references, important, cases, entry)
        .map(Map::keySet)
        .forEach(
            said -> said.stream().filter(it -> said.contains(it + ".total")).forEach(names::add));
    return names;
  }

  /**
   * The columns that have values at several waves, beside those of contacts.
   *
   * @return their names without a wave
   */
  public Set<String> measured() {
    Set<String> names = new LinkedHashSet<>(scales.orElse(List.of()));
    names.addAll(single());
    return names;
  }

  /**
   * The columns of single items, dimensions of profiles and utilities.
   *
   * @return their names without a wave
   */
  public Set<String> single() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(areas, profiles).flatMap(Optional::stream).forEach(it -> names.addAll(it.columns()));
    utilities.ifPresent(names::add);
    return names;
  }

  /**
   * When people were referred and assessed.
   *
   * @param column the column with the day of the referral
   * @param assessed the column with the day of the assessment, by wave
   * @param toleranceDays how many days of a window may lie on the other side of the referral
   */
  public record ReferralSection(String column, Map<String, String> assessed, int toleranceDays) {
    /** Copies the map. */
    public ReferralSection {
      assessed = Immutable.copyOf(assessed);
    }
  }

  /**
   * Columns with ordered answers that have one better end.
   *
   * @param columns their names without a wave
   * @param direction the better end
   * @param range the lowest and the highest answer, if they are told
   * @param cut the answer up to which, from the worse end, people count as starting there; empty
   *     for profiles
   */
  public record Items(
      List<String> columns, Direction direction, Optional<Range> range, OptionalDouble cut) {
    /** Copies the list. */
    public Items {
      columns = List.copyOf(columns);
    }

    /**
     * What is measured by the columns.
     *
     * @param labels what people call columns, by their name without a wave
     * @return a measure a column
     */
    public List<Measure> measures(Map<String, String> labels) {
      return columns.stream()
          .map(name -> Measure.of(name, direction).withLabel(labels.getOrDefault(name, name)))
          .map(it -> range.map(r -> it.withRange(r.minimum(), r.maximum())).orElse(it))
          .toList();
    }
  }

  /**
   * Two waves to compare.
   *
   * @param first the earlier wave
   * @param last the later wave
   */
  public record Pair(String first, String last) {}

  /** Where the rule for cases comes from. */
  public sealed interface CaseSource {
    /**
     * A scheme of bands of the instrument, whose worst band are the cases.
     *
     * @param scheme its id
     */
    record Bands(String scheme) implements CaseSource {}

    /**
     * A cut of the plan's own.
     *
     * @param rule the cut
     */
    record Cut(CaseRule rule) implements CaseSource {}
  }

  /** What reliable change is held against. */
  public sealed interface ReferenceSource {
    /** What was published for the scale, where the better of several is taken. */
    record Cited() implements ReferenceSource {}

    /**
     * A reference of the plan's own.
     *
     * @param reference the reference
     */
    record Given(ChangeReference reference) implements ReferenceSource {}
  }

  /**
   * A comparison group.
   *
   * @param column the column of the groups
   * @param control the level of the comparison group
   */
  public record Comparison(String column, String control) {}
}
