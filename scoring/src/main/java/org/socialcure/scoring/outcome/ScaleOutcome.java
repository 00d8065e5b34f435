package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.PairedSample;
import org.socialcure.scoring.change.PairedTTest;

/**
 * What became of one measure in a cohort between two waves.
 *
 * <pre>{@code
 * Measure loneliness = Measure.of(Instruments.UCLA_3, "total");
 * ScaleOutcome outcome = ScaleOutcome.of(cohort, loneliness, "t0", "t1");
 * outcome.sentence();                      // "On average loneliness fell by …"
 * outcome.shares();                        // better, the same, worse
 * outcome.whyNot(OutcomePart.RELIABLE_CHANGE);
 * }</pre>
 *
 * <p>All statistics but the numbers of people and the shares at floor and ceiling are of the people
 * with a value at both waves. Differences are after minus before; decimal fractions are taken as
 * such, so that equal differences count as equal. What cannot be estimated is empty and has its
 * reason among the gaps. Without a comparison group the change includes everything that happened in
 * between, regression to the mean among it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure what was measured
 * @param sample the rows used and left out
 * @param before the earlier wave
 * @param after the later wave
 * @param change means, standard deviations, mean difference with its t interval; from two people on
 * @param effects the standardised changes with their intervals, in the order of {@link
 *     ChangeEffectSize}
 * @param signedRank Wilcoxon's signed rank test, with the rank-biserial correlation
 * @param sign the sign test
 * @param shares the shares of people who rose, stayed and fell, with the probability of superiority
 * @param reliable the shares of people with reliable change
 * @param important the shares of people with important change
 * @param bands the shares in cited bands, from the lowest band; empty where there are none
 * @param gaps what could not be estimated, and why
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScaleOutcome(
    Measure measure,
    PairedSample sample,
    Occasion before,
    Occasion after,
    Optional<PairedChange> change,
    List<ChangeEffect> effects,
    Optional<SignedRankTest> signedRank,
    Optional<SignTest> sign,
    Optional<ChangeShares> shares,
    Optional<ReliableShares> reliable,
    Optional<ImportantShares> important,
    List<BandShare> bands,
    List<Gap> gaps) {
  /** Copies the lists and refuses nulls. */
  public ScaleOutcome {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(signedRank, "signedRank");
    Objects.requireNonNull(sign, "sign");
    Objects.requireNonNull(shares, "shares");
    Objects.requireNonNull(reliable, "reliable");
    Objects.requireNonNull(important, "important");
    effects = List.copyOf(effects);
    bands = List.copyOf(bands);
    gaps = List.copyOf(gaps);
  }

  /**
   * The outcome with the default settings.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @return the outcome
   * @throws InvalidInputException if both waves are the same, a column does not exist or is not
   *     numeric, a value is outside of the measure's range, or the values are counts over windows
   *     that differ
   */
  public static ScaleOutcome of(Dataset data, Measure measure, String before, String after) {
    return of(data, measure, before, after, OutcomeSettings.DEFAULT);
  }

  /**
   * The outcome.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @param settings how intervals are formed
   * @return the outcome
   * @throws InvalidInputException if both waves are the same, a column does not exist or is not
   *     numeric, a value is outside of the measure's range, or the values are counts over windows
   *     that differ
   */
  public static ScaleOutcome of(
      Dataset data, Measure measure, String before, String after, OutcomeSettings settings) {
    Waves.requireTwo(before, after);
    measure.requireNoWindows(data, before, after);
    return new OutcomeOfPairs(measure, before, after, settings)
        .of(measure.values(data, before), measure.values(data, after));
  }

  /**
   * The outcome of values that stand in no data set.
   *
   * @param measure what was measured
   * @param before the earlier values, NaN where missing
   * @param after the later values of the same people in the same order, NaN where missing
   * @param settings how intervals are formed
   * @return the outcome between two waves called before and after
   * @throws InvalidInputException if the arrays differ in length or a value is outside of the
   *     measure's range
   */
  public static ScaleOutcome of(
      Measure measure, double[] before, double[] after, OutcomeSettings settings) {
    return new OutcomeOfPairs(measure, "before", "after", settings)
        .of(
            measure.checked(before.clone(), "values before"),
            measure.checked(after.clone(), "values after"));
  }

  /**
   * The number of people with both values.
   *
   * @return the pairs
   */
  public int n() {
    return sample.pairs();
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
   * A standardised change.
   *
   * @param size which denominator
   * @return the change; empty if its denominator is zero
   */
  public Optional<ChangeEffect> effect(ChangeEffectSize size) {
    Objects.requireNonNull(size, "size");
    return effects.stream().filter(effect -> effect.size() == size).findFirst();
  }

  /**
   * The t test of the mean difference with its interval.
   *
   * @return the test; empty with fewer than two people or where all differences are equal
   */
  public Optional<PairedTTest> test() {
    return change.flatMap(PairedChange::test);
  }

  /**
   * The answer in a sentence.
   *
   * @return what rose or fell on average by how much, whether that is better, and of how many
   *     people
   */
  public String sentence() {
    String people = n() + " of " + sample.rows() + " people have a value at both waves.";
    if (change.isEmpty()) {
      return "The mean change of "
          + measure.label()
          + " from "
          + before.wave()
          + " to "
          + after.wave()
          + " is "
          + NotEstimable.TOO_FEW_PEOPLE
          + "; "
          + people;
    }
    double mean = change.get().difference().mean();
    if (mean == 0) {
      return "On average " + measure.label() + " was the same at " + after.wave() + "; " + people;
    }
    return "On average "
        + measure.label()
        + (mean > 0 ? " rose by " : " fell by ")
        + Numbers.fixed(Math.abs(mean), 2)
        + " points from "
        + before.wave()
        + " to "
        + after.wave()
        + test()
            .map(
                t ->
                    " ("
                        + Numbers.percent(t.interval().level())
                        + " CI of the change "
                        + Numbers.interval(t.interval(), 2)
                        + ")")
            .orElse("")
        + (measure.direction() == Direction.NEUTRAL
            ? ""
            : mean * measure.sign() > 0 ? ", which is better" : ", which is worse")
        + test()
            .filter(t -> t.interval().contains(0))
            .map(t -> ", but zero lies within the interval")
            .orElse("")
        + "; "
        + people;
  }

  /**
   * The same outcome to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the outcome for people
   */
  public ScaleOutcome callingWaves(Map<String, String> names) {
    return new ScaleOutcome(
        measure,
        sample,
        before.callingWaves(names),
        after.callingWaves(names),
        change,
        effects,
        signedRank,
        sign,
        shares,
        reliable,
        important,
        bands,
        gaps);
  }

  /**
   * The outcome as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return the sentence, the tables, and what they cannot say
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    return new OutcomeTables(this).section(id);
  }

  /**
   * Means, change and shares as a table.
   *
   * @return a row a wave and a row for the change
   */
  public Table table() {
    return new OutcomeTables(this).means();
  }

  /**
   * The outcome in a few lines.
   *
   * @return measure, people, means, change, standardised change, tests and shares
   */
  @Override
  public String toString() {
    return measure.label()
        + ", "
        + before.wave()
        + " to "
        + after.wave()
        + ": "
        + Stream.of(
                Stream.of(sample.toString()),
                change.stream()
                    .map(
                        c ->
                            before.wave()
                                + " "
                                + c.before()
                                + ", "
                                + after.wave()
                                + " "
                                + c.after()),
                change.stream()
                    .map(
                        c ->
                            "mean change "
                                + Numbers.fixed(c.difference().mean(), 2)
                                + test().map(t -> ", " + t).orElse("")),
                effect(ChangeEffectSize.D_Z).stream().map(ChangeEffect::toString),
                signedRank.stream().map(SignedRankTest::toString),
                shares.stream().map(ChangeShares::toString),
                reliable.stream().map(ReliableShares::toString),
                important.stream().map(ImportantShares::toString))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n  "));
  }
}
