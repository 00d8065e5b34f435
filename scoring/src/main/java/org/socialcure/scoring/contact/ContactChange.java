package org.socialcure.scoring.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.PairedSample;

/**
 * The contacts of people with one service in a window before and a window after, such as the six
 * months before and after referral.
 *
 * <pre>{@code
 * ContactChange visits =
 *     ContactChange.of(cohort, CountColumn.over("gp@t0", "months@t0"), CountColumn.over("gp@t1", "months@t1"));
 * visits.change(PercentDefinition.TOTALS);      // the ratio of totals with its delta interval
 * visits.change(PercentDefinition.INDIVIDUAL);  // the mean of people's own changes
 * }</pre>
 *
 * <p>Counts are never compared, only rates: contacts by month of observation. A person's window may
 * be shorter than that of others. Without a comparison group the change includes everything that
 * happened in between; people are often referred when they use services much, and a fall is then to
 * be expected without any help.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ContactChange {
  private static final double DEFAULT_LEVEL = 0.95;

  private final String label;
  private final String whose;
  private final List<String> cautions;
  private final PersonCounts everybody;
  private final PersonBootstrap bootstrap;
  private final double level;

  private ContactChange(
      String label,
      String whose,
      List<String> cautions,
      PersonCounts everybody,
      PersonBootstrap bootstrap,
      double level) {
    this.label = label;
    this.whose = whose;
    this.cautions = cautions;
    this.everybody = everybody;
    this.bootstrap = bootstrap;
    this.level = level;
  }

  /**
   * The contacts in two columns of a data set with one row a person.
   *
   * @param data the data
   * @param before the counts before and their windows
   * @param after the counts after and their windows
   * @return the contacts, called after the label of the earlier column
   * @throws InvalidInputException if a column does not exist or is not numeric, a count is negative
   *     or no whole number, or a count has no window; all problems at once
   */
  public static ContactChange of(Dataset data, CountColumn before, CountColumn after) {
    return new ContactChange(
        data.label(before.count()),
        "",
        List.of(),
        PersonCounts.of(data, before, after),
        PersonBootstrap.DEFAULT,
        DEFAULT_LEVEL);
  }

  /**
   * The same contacts under another name.
   *
   * @param changed what was counted, {@code "GP visits"}
   * @return the changed contacts
   */
  public ContactChange withLabel(String changed) {
    return new ContactChange(
        Objects.requireNonNull(changed), whose, cautions, everybody, bootstrap, level);
  }

  /**
   * The same contacts with other resamples where an interval is bootstrapped.
   *
   * @param changed number and seed of the resamples; 10,000 and 1 otherwise
   * @return the changed contacts
   */
  public ContactChange withBootstrap(PersonBootstrap changed) {
    return new ContactChange(
        label, whose, cautions, everybody, Objects.requireNonNull(changed), level);
  }

  /**
   * The same contacts with intervals of another level.
   *
   * @param changed the nominal coverage, strictly between 0 and 1; 0.95 otherwise
   * @return the changed contacts
   * @throws InvalidInputException if it is not strictly between 0 and 1
   */
  public ContactChange withLevel(double changed) {
    return new ContactChange(
        label, whose, cautions, everybody, bootstrap, Interval.requireLevel(changed));
  }

  /**
   * The contacts of some of the people.
   *
   * @param who whether each row of the data set is among them
   * @param description who they are, {@code "men"}
   * @return the contacts of those people
   * @throws InvalidInputException if there is not one entry a row
   */
  public ContactChange among(boolean[] who, String description) {
    if (who.length != everybody.persons()) {
      throw new InvalidInputException(
          "people",
          "need one entry a row of the data; there are "
              + who.length
              + " for "
              + everybody.persons()
              + " rows");
    }
    int[] kept = IntStream.range(0, who.length).filter(i -> who[i]).toArray();
    return new ContactChange(
        label,
        whose.isEmpty() ? description : whose + ", " + description,
        cautions,
        everybody.take(kept),
        bootstrap,
        level);
  }

  /**
   * The contacts of people whose number of groups rose, which is what the figure of "25 % fewer
   * appointments" seems to be about.
   *
   * @param groupsBefore the number of groups before, one entry a row, NaN where not known
   * @param groupsAfter the number of groups after
   * @return the contacts of those people, with the caution that they were selected by something
   *     that happened after the start
   * @throws InvalidInputException if there is not one entry a row
   */
  public ContactChange whereGroupsRose(double[] groupsBefore, double[] groupsAfter) {
    boolean[] rose = new boolean[Math.min(groupsBefore.length, groupsAfter.length)];
    for (int i = 0; i < rose.length; i++) {
      rose[i] = groupsAfter[i] > groupsBefore[i];
    }
    ContactChange among = among(rose, "people whose group memberships rose");
    List<String> told = new ArrayList<>(cautions);
    told.add(
        "These people were selected by something that happened after the start: whoever gets better"
            + " may join groups because of it. The change in them is no effect of groups.");
    return new ContactChange(
        label, among.whose, List.copyOf(told), among.everybody, bootstrap, level);
  }

  /**
   * Who the people are, if they are not all.
   *
   * @return their description; empty for everybody
   */
  public Optional<String> whose() {
    return whose.isEmpty() ? Optional.empty() : Optional.of(whose);
  }

  /**
   * What has to be known beside the numbers.
   *
   * @return cautions, a sentence or two each
   */
  public List<String> cautions() {
    return cautions;
  }

  /**
   * What was counted.
   *
   * @return the label, {@code "GP visits"}
   */
  public String label() {
    return label;
  }

  /**
   * How many people have a count at both waves, or at one of them.
   *
   * @return the people
   */
  public PairedSample people() {
    int[] of = new int[4];
    for (int i = 0; i < everybody.persons(); i++) {
      of[(everybody.hasBefore(i) ? 0 : 2) + (everybody.hasAfter(i) ? 0 : 1)]++;
    }
    return new PairedSample(of[0], of[1], of[2], of[3]);
  }

  /**
   * The contacts before of people with both counts.
   *
   * @return their rate; empty if nobody has both
   */
  public Optional<ContactRate> before() {
    return everybody.paired().rateOfAllBefore();
  }

  /**
   * The contacts after of people with both counts.
   *
   * @return their rate; empty if nobody has both
   */
  public Optional<ContactRate> after() {
    return everybody.paired().rateOfAllAfter();
  }

  /**
   * The change with the interval that goes with its definition.
   *
   * @param definition what the percentage is of
   * @return the change, or why it cannot be had
   * @throws InvalidInputException for a model-based ratio, which comes from elsewhere
   */
  public ContactEstimate change(PercentDefinition definition) {
    return change(definition, ContactInterval.of(definition));
  }

  /**
   * The change with an interval of one's choice.
   *
   * @param definition what the percentage is of
   * @param interval how its interval is formed
   * @return the change; without an interval where the two do not go together or it cannot be had,
   *     with the reason
   * @throws InvalidInputException for a model-based ratio, which comes from elsewhere
   */
  public ContactEstimate change(PercentDefinition definition, ContactInterval interval) {
    Objects.requireNonNull(interval, "interval");
    if (definition == PercentDefinition.MODEL) {
      throw new InvalidInputException(
          "definition",
          "a model-based ratio is fitted elsewhere; give it to ContactEstimate.ofModel");
    }
    return new ContactEstimation(everybody, bootstrap, level).estimate(definition, interval);
  }

  /**
   * Rates, and the changes that are asked for, as one value to print, to keep and to write.
   *
   * @param unit the unit of time that rates are told for
   * @param changes the changes in the order in which they are to be told, {@link
   *     ContactEstimate#ofModel model-based} ones among them
   * @return the summary
   */
  public ContactSummary summary(RateUnit unit, List<ContactEstimate> changes) {
    return new ContactSummary(label, whose(), people(), before(), after(), unit, changes, cautions);
  }

  /**
   * Whether contacts of these people changed more than those of others.
   *
   * @param reference the people to compare with, none of whom is among these
   * @param interval how the interval is formed: delta, percentile or BCa
   * @return the quotient of the two ratios of totals, with the level and the resamples of these
   *     contacts
   * @throws InvalidInputException if both are of one data set and somebody is in both
   */
  public ContactComparison comparedWith(ContactChange reference, ContactInterval interval) {
    return ContactComparison.of(this, reference, Objects.requireNonNull(interval, "interval"));
  }

  /**
   * The contacts with what one of them costs.
   *
   * @param cost the unit cost
   * @return both
   */
  public CostedContacts at(UnitCost cost) {
    return new CostedContacts(this, cost);
  }

  String heading() {
    return whose.isEmpty() ? label : label + ", " + whose;
  }

  PersonCounts counts() {
    return everybody;
  }

  PersonBootstrap bootstrap() {
    return bootstrap;
  }

  double level() {
    return level;
  }

  /**
   * The rates and the ratio of totals.
   *
   * @return a few lines
   */
  @Override
  public String toString() {
    return summary(RateUnit.MONTH, List.of(change(PercentDefinition.TOTALS))).toString();
  }
}
