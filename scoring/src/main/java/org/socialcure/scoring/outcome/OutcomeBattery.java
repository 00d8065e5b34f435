package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.LinePlot;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.PairedTTest;

/**
 * What became of several measures in a cohort: every later wave against the first, and the means by
 * wave.
 *
 * <pre>{@code
 * List<Measure> measures =
 *     List.of(Measure.of(Instruments.UCLA_3, "total"), Measure.of("mood", Direction.HIGHER_IS_BETTER));
 * OutcomeBattery battery = OutcomeBattery.of(cohort, measures, List.of("t0", "t1", "t2"));
 * battery.table();                             // a row a measure and later wave
 * battery.outcome("mood", "t2").orElseThrow(); // one of them, with all there is
 * }</pre>
 *
 * <p>The p-values of all t tests of the battery together, of every measure at every later wave, are
 * adjusted by Holm's method (1979), which keeps the chance of any false finding among them below
 * the level whatever their dependence. Each comparison is of the people with values at its two
 * waves, so that different rows may be of different people.
 *
 * <p>Immutable and thread-safe.
 *
 * @param waves the waves from the first to the last
 * @param entries the comparisons, by measure and then by wave
 * @param trajectories the means by wave of each measure that was asked at two waves or more
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record OutcomeBattery(
    List<String> waves, List<Entry> entries, List<CohortTrajectory> trajectories) {
  /**
   * A comparison of the battery.
   *
   * @param outcome the outcome of a measure between the first wave and a later one
   * @param holm the p-value of its t test, adjusted for all t tests of the battery; empty without a
   *     test
   * @since 0.1
   */
  @MapperForm
  public record Entry(ScaleOutcome outcome, OptionalDouble holm) {
    /**
     * Checks that there is an adjusted p-value where there is a test.
     *
     * @throws InvalidInputException if there is one without the other
     */
    public Entry {
      if (outcome.test().isPresent() != holm.isPresent()) {
        throw new InvalidInputException("holm", "belongs to a t test");
      }
    }

    /**
     * The outcome.
     *
     * @return its lines
     */
    @Override
    public String toString() {
      return outcome.toString();
    }
  }

  /** Copies the lists. */
  public OutcomeBattery {
    waves = List.copyOf(waves);
    entries = List.copyOf(entries);
    trajectories = List.copyOf(trajectories);
  }

  /**
   * The outcomes of some measures with the default settings.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measures what was measured
   * @param waves two or more waves from the first to the last
   * @return the outcomes
   * @throws InvalidInputException as the method with settings
   */
  public static OutcomeBattery of(Dataset data, List<Measure> measures, List<String> waves) {
    return of(data, measures, waves, OutcomeSettings.DEFAULT);
  }

  /**
   * The outcomes of some measures. A measure that has no column at a later wave was not asked then
   * and is not compared.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measures what was measured
   * @param waves two or more waves from the first to the last
   * @param settings how intervals are formed
   * @return the outcomes
   * @throws InvalidInputException if a measure or wave is named twice, a measure has no column at
   *     the first wave or at none of the later ones, no measure has a column at a wave, a column is
   *     not numeric or a value is outside of its range; all problems at once
   */
  public static OutcomeBattery of(
      Dataset data, List<Measure> measures, List<String> waves, OutcomeSettings settings) {
    List<String> named = Waves.require(waves);
    List<Measure> asked = List.copyOf(measures);
    Problems problems = new Problems();
    problems.require(!asked.isEmpty(), "measures", "name one or more");
    problems.requireDistinct("measures", "column", asked, Measure::column);
    for (String wave : named) {
      problems.require(
          asked.stream().anyMatch(measure -> data.has(measure.at(wave))),
          "wave " + wave,
          "no measure has a column of this wave; check its name and widen the data set by wave");
    }
    List<ScaleOutcome> outcomes = new ArrayList<>();
    List<CohortTrajectory> trajectories = new ArrayList<>();
    String first = named.get(0);
    for (Measure measure : asked) {
      List<String> later =
          named.subList(1, named.size()).stream().filter(w -> data.has(measure.at(w))).toList();
      problems.require(
          !later.isEmpty(),
          "measure " + measure.column(),
          "has no column of a later wave, such as " + measure.at(named.get(1)));
      problems.attempt(
          () -> {
            measure.values(data, first);
            for (String wave : later) {
              outcomes.add(ScaleOutcome.of(data, measure, first, wave, settings));
            }
          });
      if (problems.isEmpty()) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(later);
        trajectories.add(CohortTrajectory.of(data, measure, all, settings.level()));
      }
    }
    problems.throwIfAny();
    return new OutcomeBattery(named, adjusted(outcomes), trajectories);
  }

  private static List<Entry> adjusted(List<ScaleOutcome> outcomes) {
    double[] holm =
        Holm.adjust(
            outcomes.stream()
                .flatMap(outcome -> outcome.test().stream())
                .mapToDouble(PairedTTest::p)
                .toArray());
    List<Entry> entries = new ArrayList<>();
    int next = 0;
    for (ScaleOutcome outcome : outcomes) {
      entries.add(
          new Entry(
              outcome,
              outcome.test().isPresent()
                  ? OptionalDouble.of(holm[next++])
                  : OptionalDouble.empty()));
    }
    return entries;
  }

  /**
   * The number of t tests that the p-values are adjusted for.
   *
   * @return how many there are
   */
  public int tests() {
    return (int) entries.stream().filter(entry -> entry.holm().isPresent()).count();
  }

  /**
   * One of the outcomes.
   *
   * @param column the column of the measure, without a wave
   * @param wave the later wave
   * @return the outcome; empty if there is none of that measure and wave
   */
  public Optional<ScaleOutcome> outcome(String column, String wave) {
    Objects.requireNonNull(wave, "wave");
    return entries.stream()
        .map(Entry::outcome)
        .filter(it -> it.measure().column().equals(column) && it.after().wave().equals(wave))
        .findFirst();
  }

  /**
   * The outcomes as a table.
   *
   * @return a row a measure and later wave
   */
  public Table table() {
    double level =
        entries.stream()
            .flatMap(entry -> entry.outcome().test().stream())
            .findFirst()
            .map(test -> test.interval().level())
            .orElse(OutcomeSettings.DEFAULT.level());
    Table.Builder table =
        Table.titled("Change from " + waves.get(0))
            .text("Measure", "From", "To")
            .numbers("n", "Before", "After", "Change")
            .interval(level)
            .numbers("d_z", "p", "p (Holm)", "Better", "Worse");
    for (Entry entry : entries) {
      ScaleOutcome outcome = entry.outcome();
      Optional<PairedChange> change = outcome.change();
      table.row(
          Cell.text(outcome.measure().label()),
          Cell.text(outcome.before().wave()),
          Cell.text(outcome.after().wave()),
          Cell.count(outcome.n()),
          number(change.map(c -> c.before().mean())),
          number(change.map(c -> c.after().mean())),
          number(change.map(c -> c.difference().mean())),
          Cell.interval(outcome.test().map(PairedTTest::interval), 2),
          number(outcome.effect(ChangeEffectSize.D_Z).map(ChangeEffect::estimate)),
          outcome.test().map(test -> Cell.p(test.p())).orElseGet(Cell::empty),
          Cell.of(entry.holm(), Cell::p),
          percent(outcome.shares().flatMap(ChangeShares::better)),
          percent(outcome.shares().flatMap(ChangeShares::worse)));
    }
    table.note(
        "Each row is of the people with values at its two waves. p (Holm): adjusted for the "
            + tests()
            + " t tests of this table.");
    String directions =
        entries.stream()
            .map(entry -> entry.outcome().measure())
            .distinct()
            .map(
                measure ->
                    measure.label()
                        + (measure.sign() > 0
                            ? ": higher is better"
                            : measure.sign() < 0 ? ": higher is worse" : ": neither end is better"))
            .collect(Collectors.joining("; "));
    if (!directions.isEmpty()) {
      table.note(directions + ".");
    }
    entries.stream()
        .map(Entry::outcome)
        .filter(outcome -> outcome.test().isEmpty())
        .forEach(
            outcome ->
                table.note(
                    outcome.measure().label()
                        + " at "
                        + outcome.after().wave()
                        + ": the t test is "
                        + outcome.whyNot(OutcomePart.T_TEST).orElseThrow()
                        + "."));
    return table.build();
  }

  private static Cell number(Optional<Double> value) {
    return value.map(v -> Cell.number(v, 2)).orElseGet(Cell::empty);
  }

  private static Cell percent(Optional<Share> share) {
    return share.map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty);
  }

  /**
   * The same battery to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the battery for people
   */
  public OutcomeBattery callingWaves(Map<String, String> names) {
    return new OutcomeBattery(
        waves.stream().map(wave -> names.getOrDefault(wave, wave)).toList(),
        entries.stream()
            .map(entry -> new Entry(entry.outcome().callingWaves(names), entry.holm()))
            .toList(),
        trajectories.stream().map(it -> it.callingWaves(names)).toList());
  }

  /**
   * The outcomes as a section of a document, with a section of each within it.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return the table, the pictures of the means by wave, and all that there is of each outcome
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    return section(id, Map.of());
  }

  /**
   * The outcomes as a section of a document, with the waves of its pictures at their place in time.
   *
   * @param id a word for links, see {@link Section#id()}
   * @param months when each wave was, in months, ascending with the waves; waves of a measure that
   *     has a wave without a time stand at equal distances
   * @return as {@link #section(String)}
   * @throws IllegalArgumentException if the id is no such word
   * @throws InvalidInputException if times do not ascend
   */
  public Section section(String id, Map<String, Double> months) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(table());
    trajectories.forEach(
        trajectory ->
            blocks.add(
                picture(trajectory, months)
                    .map(plot -> (Block) plot)
                    .orElseGet(trajectory::table)));
    blocks.add(new Block.Paragraph(OutcomeTables.UNCONTROLLED));
    List<Section> sections = new ArrayList<>();
    for (Entry entry : entries) {
      ScaleOutcome outcome = entry.outcome();
      Section section = outcome.section(id + "-" + (sections.size() + 1));
      sections.add(
          section.withHeading(
              section.heading()
                  + ", "
                  + outcome.before().wave()
                  + " to "
                  + outcome.after().wave()));
    }
    return Section.of(id, "What became of the cohort", blocks).withSections(sections);
  }

  private static Optional<LinePlot> picture(
      CohortTrajectory trajectory, Map<String, Double> months) {
    List<Double> times =
        trajectory.points().stream()
            .flatMap(point -> Optional.ofNullable(months.get(point.wave())).stream())
            .toList();
    return times.size() == trajectory.points().size()
        ? trajectory.plot(times, "Months")
        : trajectory.plot();
  }

  /**
   * The outcomes as text.
   *
   * @return {@link #table()} as text
   */
  @Override
  public String toString() {
    return table().toString();
  }
}
