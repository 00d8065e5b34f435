package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many people of a cohort were there at each wave, stayed, were lost and came back.
 *
 * <p>Immutable and thread-safe. {@code toString} is a table.
 *
 * @param waves the counts of each wave, from the first to the last
 * @since 0.1
 */
@MapperForm
public record CohortFlow(List<Wave> waves) {
  /** Copies the list. */
  public CohortFlow {
    waves = List.copyOf(waves);
  }

  /**
   * The counts of one wave.
   *
   * @param label the label of the wave; not null
   * @param assessed how many people have an assessment of this wave
   * @param retained how many of them have one of the first wave too
   * @param lost how many have one of the first wave and none of this
   * @param returned how many of the assessed have none of the wave before, but one of an earlier
   *     one
   * @param joined how many of the assessed have none of any earlier wave
   */
  @MapperForm
  public record Wave(String label, int assessed, int retained, int lost, int returned, int joined) {
    /**
     * The share of the first wave's people who are there at this wave.
     *
     * @return retained / (retained + lost), or empty if nobody was there at the first wave
     */
    public OptionalDouble retention() {
      int baseline = retained + lost;
      return baseline == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) retained / baseline);
    }

    /**
     * The counts in a line.
     *
     * @return {@code "T1: 178 assessed, 178 retained, 452 lost, 0 returned, 0 joined"}
     */
    @Override
    public String toString() {
      return label
          + ": "
          + assessed
          + " assessed, "
          + retained
          + " retained, "
          + lost
          + " lost, "
          + returned
          + " returned, "
          + joined
          + " joined";
    }
  }

  static CohortFlow of(Cohort cohort) {
    List<Wave> waves = new ArrayList<>();
    Set<String> baseline = Set.of();
    Set<String> previous = Set.of();
    Set<String> earlier = new HashSet<>();
    for (int i = 0; i < cohort.waves().size(); i++) {
      String label = cohort.waves().get(i);
      Set<String> here =
          cohort.participants().stream()
              .filter(participant -> participant.at(label).isPresent())
              .map(Participant::key)
              .collect(Collectors.toSet());
      if (i == 0) {
        baseline = here;
      }
      int retained = common(here, baseline);
      int known = common(here, earlier);
      waves.add(
          new Wave(
              label,
              here.size(),
              retained,
              baseline.size() - retained,
              known - common(here, previous),
              here.size() - known));
      earlier.addAll(here);
      previous = here;
    }
    return new CohortFlow(waves);
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  /**
   * The counts as a table for people.
   *
   * @return a row per wave
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Who stayed")
            .text("Wave")
            .numbers("assessed", "retained", "retention", "lost", "returned", "joined");
    for (Wave wave : waves) {
      table.row(
          Cell.text(wave.label()),
          Cell.count(wave.assessed()),
          Cell.count(wave.retained()),
          Cell.of(wave.retention(), share -> Cell.percent(share, 1)),
          Cell.count(wave.lost()),
          Cell.count(wave.returned()),
          Cell.count(wave.joined()));
    }
    return table.build();
  }

  /**
   * The counts as a table.
   *
   * @return {@link #table()} as text
   */
  @Override
  public String toString() {
    return table().toString();
  }
}
