package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * How many people were cases before and after, and the difference of the two shares in the same
 * people.
 *
 * <p>McNemar's test asks whether as many became cases as ceased to be; exact is twice the smaller
 * tail of the binomial distribution, mid-p counts the split itself by half. Newcombe's interval is
 * his method 10 (1998, doi
 * 10.1002/(SICI)1097-0258(19981130)17:22&lt;2635::AID-SIM954&gt;3.0.CO;2-C), Tango's the score
 * interval (1998, doi 10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B).
 * People who enter because they are cases can hardly do anything but cease to be.
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure what was measured
 * @param before the earlier wave
 * @param after the later wave
 * @param rule who is a case
 * @param both cases before and after
 * @param onlyBefore cases before alone
 * @param onlyAfter cases after alone
 * @param neither cases at neither
 * @param leftOut how many people have a value at one of the waves alone
 * @param exact McNemar's exact p-value; empty if nobody's being a case changed
 * @param mid McNemar's mid-p value; empty likewise
 * @param newcombe Newcombe's interval of the difference, after minus before; empty without people
 * @param tango Tango's interval of the difference; empty without people
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseChange(
    Measure measure,
    String before,
    String after,
    CaseRule rule,
    int both,
    int onlyBefore,
    int onlyAfter,
    int neither,
    int leftOut,
    OptionalDouble exact,
    OptionalDouble mid,
    Optional<Interval> newcombe,
    Optional<Interval> tango) {
  /**
   * Checks the counts.
   *
   * @throws InvalidInputException if one is negative
   */
  public CaseChange {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(exact, "exact");
    Objects.requireNonNull(mid, "mid");
    Objects.requireNonNull(newcombe, "newcombe");
    Objects.requireNonNull(tango, "tango");
    if (both < 0 || onlyBefore < 0 || onlyAfter < 0 || neither < 0 || leftOut < 0) {
      throw new InvalidInputException("cases", "counts must not be negative");
    }
  }

  /**
   * The cases before and after.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measure what was measured
   * @param before the earlier wave
   * @param after the later wave
   * @param rule who is a case
   * @param level the nominal coverage of the intervals
   * @return the change
   * @throws InvalidInputException if both waves are the same, a column does not exist or is not
   *     numeric, a value is outside of the measure's range, or the level is none
   */
  public static CaseChange of(
      Dataset data, Measure measure, String before, String after, CaseRule rule, double level) {
    Waves.requireTwo(before, after);
    measure.requireNoWindows(data, before, after);
    double checked = OutcomeSettings.DEFAULT.withLevel(level).level();
    Pairs pairs = Pairs.of(measure.values(data, before), measure.values(data, after));
    int[] counts = new int[4];
    for (int i = 0; i < pairs.n(); i++) {
      counts[(rule.isCase(pairs.before()[i]) ? 0 : 2) + (rule.isCase(pairs.after()[i]) ? 0 : 1)]++;
    }
    PairedProportions table = new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
    boolean changed = counts[1] + counts[2] > 0;
    boolean people = pairs.n() > 0;
    return new CaseChange(
        measure,
        before,
        after,
        rule,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        pairs.sample().onlyBefore() + pairs.sample().onlyAfter(),
        changed ? OptionalDouble.of(Coins.twoSided(counts[1], counts[2])) : OptionalDouble.empty(),
        changed
            ? OptionalDouble.of(Coins.midTwoSided(counts[1], counts[2]))
            : OptionalDouble.empty(),
        people ? Optional.of(table.newcombe(checked)) : Optional.empty(),
        people ? Optional.of(table.tango(checked)) : Optional.empty());
  }

  /**
   * The number of people with both values.
   *
   * @return the pairs
   */
  public int n() {
    return both + onlyBefore + onlyAfter + neither;
  }

  /**
   * The share of cases before.
   *
   * @return the share with Wilson's interval; empty without people
   */
  public Optional<Share> shareBefore() {
    return tango.map(i -> Share.of(both + onlyBefore, n(), i.level()));
  }

  /**
   * The share of cases after.
   *
   * @return the share with Wilson's interval; empty without people
   */
  public Optional<Share> shareAfter() {
    return tango.map(i -> Share.of(both + onlyAfter, n(), i.level()));
  }

  /**
   * The difference of the shares.
   *
   * @return after minus before; empty without people
   */
  public OptionalDouble difference() {
    return n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((onlyAfter - onlyBefore) / (double) n());
  }

  /**
   * Why there is no p-value.
   *
   * @return the reason; empty if there is one
   */
  public Optional<NotEstimable> whyNoTest() {
    return exact.isPresent()
        ? Optional.empty()
        : Optional.of(n() == 0 ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION);
  }

  /**
   * The same change to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the change for people
   */
  public CaseChange callingWaves(Map<String, String> names) {
    return new CaseChange(
        measure,
        names.getOrDefault(before, before),
        names.getOrDefault(after, after),
        rule,
        both,
        onlyBefore,
        onlyAfter,
        neither,
        leftOut,
        exact,
        mid,
        newcombe,
        tango);
  }

  /**
   * The change as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return the table of people, the difference with its intervals and tests
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    Table.Builder people =
        Table.titled("Cases")
            .text(before)
            .numbers("Case " + after, "No case " + after)
            .row(Cell.text("case"), Cell.count(both), Cell.count(onlyBefore))
            .row(Cell.text("no case"), Cell.count(onlyAfter), Cell.count(neither))
            .note(
                "A case is "
                    + rule
                    + ". Left out: "
                    + leftOut
                    + " with a value at one of the waves alone.");
    Table.Builder change =
        Table.titled("Difference, after minus before, in percentage points")
            .text("Method")
            .numbers("Estimate")
            .interval(tango.map(Interval::level).orElse(OutcomeSettings.DEFAULT.level()));
    newcombe.ifPresent(i -> change.row(row("Newcombe (method 10)", i)));
    tango.ifPresent(i -> change.row(row("Tango", i)));
    exact.ifPresent(p -> change.note("McNemar, exact: " + Numbers.pPhrase(p) + "."));
    mid.ifPresent(p -> change.note("McNemar, mid-p: " + Numbers.pPhrase(p) + "."));
    whyNoTest().ifPresent(because -> change.note("McNemar's test is " + because + "."));
    return Section.of(
        id,
        "Cases by " + measure.label() + ", " + before + " to " + after,
        people.build(),
        change.build(),
        new Block.Paragraph(OutcomeTables.UNCONTROLLED));
  }

  private List<Cell> row(String method, Interval interval) {
    return List.of(
        Cell.text(method),
        Cell.number(100 * difference().orElseThrow(), 1),
        Cell.interval(interval.times(100), 1));
  }

  /**
   * The change in a line.
   *
   * @return {@code "cases 48.4% before, 31.0% after of 126; difference -17.5 points, 95% CI …"}
   */
  @Override
  public String toString() {
    return n() == 0
        ? "cases " + NotEstimable.TOO_FEW_PEOPLE
        : "cases ("
            + rule
            + ") "
            + Numbers.percent(shareBefore().orElseThrow().value(), 1)
            + " before, "
            + Numbers.percent(shareAfter().orElseThrow().value(), 1)
            + " after of "
            + n()
            + "; difference "
            + Numbers.fixed(100 * difference().orElseThrow(), 1)
            + " points, "
            + Numbers.percent(tango.orElseThrow().level())
            + " CI "
            + Numbers.interval(tango.orElseThrow().times(100), 1)
            + (mid.isPresent() ? ", mid-p " + Numbers.p(mid.getAsDouble()) : "");
  }
}
