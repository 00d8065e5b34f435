package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.ForestPlot;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Who of a cohort stayed: retention by wave, how those who stayed differed at the start from those
 * who left, and what is missing of those who were there.
 *
 * <pre>{@code
 * WhoStayed.of(cohort, List.of("ucla-3.total", "mood", "age", "sex"), List.of("t0", "t1", "t2"));
 * }</pre>
 *
 * <p>A person is there at a wave who has a value in any column of that wave. All shares are of the
 * people of the first wave.
 *
 * <p>Immutable and thread-safe.
 *
 * @param waves how many were there at each wave, from the first to the last
 * @param departures those who stayed against those who left, for each later wave
 * @param missing what is missing of those who were there
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record WhoStayed(List<Wave> waves, List<Departure> departures, List<MissingValues> missing) {
  /** Beyond such a share of people lost, a caution is told. */
  public static final double MANY_LOST = 0.2;

  /**
   * A wave.
   *
   * @param wave its name
   * @param there how many people were there
   * @param retained those of the first wave who were there; empty if nobody was at the first
   * @since 0.1
   */
  @MapperForm
  public record Wave(String wave, int there, Optional<Share> retained) {
    /** Refuses nulls. */
    public Wave {
      Objects.requireNonNull(wave, "wave");
      Objects.requireNonNull(retained, "retained");
    }

    /**
     * The wave in a line.
     *
     * @return {@code "t1: 178 there, 178 of 630 (28.3%, 95% CI …) of the first wave"}
     */
    @Override
    public String toString() {
      return wave
          + ": "
          + there
          + " there"
          + retained.map(share -> ", " + share + " of the first wave").orElse("");
    }
  }

  /**
   * Those who stayed until a wave against those who left before.
   *
   * @param wave the wave
   * @param stayed how many of the first wave were there
   * @param left how many were not
   * @param differences how they differed at the start, the largest first and what cannot be
   *     estimated last
   * @since 0.1
   */
  @MapperForm
  public record Departure(String wave, int stayed, int left, List<BaselineDifference> differences) {
    /** Copies the list. */
    public Departure {
      Objects.requireNonNull(wave, "wave");
      differences = List.copyOf(differences);
    }

    /**
     * One of the differences.
     *
     * @param label its label
     * @return the difference; empty if there is none of this label
     */
    public Optional<BaselineDifference> difference(String label) {
      return differences.stream().filter(it -> it.label().equals(label)).findFirst();
    }

    /**
     * The differences as a picture.
     *
     * @return the picture; empty if none can be estimated
     */
    public Optional<ForestPlot> plot() {
      return new StayedTables(List.of(), List.of(this), List.of()).plot(this);
    }

    /**
     * The differences in lines.
     *
     * @return how many stayed and left, and a line a difference
     */
    @Override
    public String toString() {
      return wave
          + ": "
          + stayed
          + " stayed, "
          + left
          + " left"
          + differences.stream().map(it -> "\n    " + it).collect(Collectors.joining());
    }
  }

  /**
   * What is missing of one column at one wave.
   *
   * @param column the column, without a wave
   * @param label what people call it
   * @param wave the wave
   * @param missing those without a value, of those who were there; empty if nobody was
   * @since 0.1
   */
  @MapperForm
  public record MissingValues(String column, String label, String wave, Optional<Share> missing) {
    /** Refuses nulls. */
    public MissingValues {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(wave, "wave");
      Objects.requireNonNull(missing, "missing");
    }

    /**
     * The share in a line.
     *
     * @return {@code "Loneliness at t0: 7 of 240 (2.9%, …) missing"}
     */
    @Override
    public String toString() {
      return label
          + " at "
          + wave
          + ": "
          + missing.map(share -> share + " missing").orElse("nobody was there");
    }
  }

  /** Copies the lists. */
  public WhoStayed {
    waves = List.copyOf(waves);
    departures = List.copyOf(departures);
    missing = List.copyOf(missing);
  }

  /**
   * Who stayed, with 95 % intervals.
   *
   * @param data one row a person, as widening makes it
   * @param columns what people are compared by and what may be missing, without a wave
   * @param waves two or more waves from the first to the last
   * @return who stayed
   * @throws InvalidInputException as the method with a level
   */
  public static WhoStayed of(Dataset data, List<String> columns, List<String> waves) {
    return of(data, columns, waves, OutcomeSettings.DEFAULT.level());
  }

  /**
   * Who stayed.
   *
   * @param data one row a person, as widening makes it
   * @param columns what people are compared by and what may be missing: columns of the person, such
   *     as age, and columns by wave, whose values at the first wave are compared
   * @param waves two or more waves from the first to the last
   * @param level the nominal coverage of the intervals
   * @return who stayed
   * @throws InvalidInputException if a wave is named twice or has no column, a column does not
   *     exist at the first wave or without a wave or holds more than 50 words, or the level is
   *     none; all problems at once
   */
  public static WhoStayed of(Dataset data, List<String> columns, List<String> waves, double level) {
    return new Attrition(
            data,
            List.copyOf(columns),
            Waves.require(waves),
            OutcomeSettings.DEFAULT.withLevel(level).level())
        .whoStayed();
  }

  /**
   * What has to be known beside every outcome.
   *
   * @return a sentence or two for each wave until which more than a fifth were lost
   */
  public List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    for (Wave wave : waves) {
      wave.retained()
          .filter(share -> 1 - share.value() > MANY_LOST)
          .ifPresent(
              share ->
                  cautions.add(
                      "Of the "
                          + share.of()
                          + " people of the first wave "
                          + (share.of() - share.count())
                          + " ("
                          + Numbers.percent(1 - share.value(), 1)
                          + ") were not there at "
                          + wave.wave()
                          + ". What is told of "
                          + wave.wave()
                          + " holds for those who stayed; those who left may have fared otherwise,"
                          + " and no statistic of those who stayed can say how."));
    }
    return cautions;
  }

  /**
   * The waves as a table.
   *
   * @return a row a wave
   */
  public Table table() {
    return tables().waves();
  }

  private StayedTables tables() {
    return new StayedTables(waves, departures, missing);
  }

  /**
   * The same account to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the account for people
   */
  public WhoStayed callingWaves(Map<String, String> names) {
    return new WhoStayed(
        waves.stream()
            .map(
                it -> new Wave(names.getOrDefault(it.wave(), it.wave()), it.there(), it.retained()))
            .toList(),
        departures.stream()
            .map(
                it ->
                    new Departure(
                        names.getOrDefault(it.wave(), it.wave()),
                        it.stayed(),
                        it.left(),
                        it.differences()))
            .toList(),
        missing.stream()
            .map(
                it ->
                    new MissingValues(
                        it.column(),
                        it.label(),
                        names.getOrDefault(it.wave(), it.wave()),
                        it.missing()))
            .toList());
  }

  /**
   * Who stayed as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return retention, cautions, differences with their pictures, and missing values
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    return tables().section(id, cautions());
  }

  /**
   * Who stayed in lines.
   *
   * @return a line a wave, and the differences
   */
  @Override
  public String toString() {
    return "Who stayed\n  "
        + waves.stream().map(Wave::toString).collect(Collectors.joining("\n  "))
        + departures.stream().map(it -> "\n  " + it).collect(Collectors.joining());
  }
}
