package org.socialcure.core.person;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;

/**
 * Contacts with services before and after each person's referral, a person as their own control,
 * and what could not be put on either side.
 *
 * <p>The data set has one row a person: {@code id}, and for each service the contacts and the
 * months that they were counted over on each side, {@code gp-visit@before-referral}, {@code
 * gp-visit_months@before-referral}, {@code gp-visit@after-referral} and {@code
 * gp-visit_months@after-referral}. Counts of several windows on one side are added up, and so are
 * their months, over all waves. Where windows of two waves overlap on one side, the one nearer to
 * the referral counts and the other is left out. A window that crosses the referral is left out
 * too, unless it does so by no more days than {@code toleranceDays}: then the whole of it counts
 * for the side with more of its days. A side without any count is missing.
 *
 * <p>A window without a last day is taken to end on the day of its assessment. The day of the
 * referral belongs to either side.
 *
 * <p>Immutable and thread-safe. {@code toString} is a table of how many people have which, and
 * shows no contacts.
 *
 * @param data the data set
 * @param toleranceDays how many days of a window may lie on the other side of the referral
 * @param withoutReferral how many people have no referral, and nothing but missing values
 * @param services what was used and what was left out, by service
 * @since 0.1
 */
public record AroundReferral(
    Dataset data, int toleranceDays, int withoutReferral, List<Counts> services) {
  /** The greatest tolerance in days. */
  public static final int MOST_TOLERANCE = 366;

  /** What stands after the {@code @} of the columns of before the referral. */
  public static final String BEFORE = "before-referral";

  /** What stands after the {@code @} of the columns of after the referral. */
  public static final String AFTER = "after-referral";

  /**
   * Copies the list.
   *
   * @throws InvalidInputException if the tolerance is out of its range
   */
  public AroundReferral {
    Objects.requireNonNull(data, "data");
    services = List.copyOf(services);
    requireTolerance(toleranceDays);
  }

  private static void requireTolerance(int days) {
    if (days < 0 || days > MOST_TOLERANCE) {
      throw new InvalidInputException(
          "toleranceDays",
          "must be from 0 to " + MOST_TOLERANCE + "; 0 leaves out every such window");
    }
  }

  /**
   * How many people have contacts counted on which side of the referral, and how many windows were
   * left out.
   *
   * @param column the column of the contacts without its side, {@code gp-visit}
   * @param label what was counted, for people
   * @param before how many people have a count before
   * @param after how many have one after
   * @param both how many have both, of whom a change can be told
   * @param tolerated how many windows cross the referral within the tolerance and count
   * @param across how many windows were left out because they cross the referral
   * @param overlapping how many were left out because they overlap one that counts
   * @param notAnswered how many have no answer
   * @param undated how many have neither a last day nor an assessment with a date
   */
  public record Counts(
      String column,
      String label,
      int before,
      int after,
      int both,
      int tolerated,
      int across,
      int overlapping,
      int notAnswered,
      int undated) {
    /**
     * The counts in a line.
     *
     * @return {@code "GP visits: 610 people before, 178 after, 170 both; 12 windows across left
     *     out"}
     */
    @Override
    public String toString() {
      return label
          + ": "
          + before
          + " people before, "
          + after
          + " after, "
          + both
          + " both; "
          + across
          + " windows across left out";
    }
  }

  static AroundReferral of(Cohort cohort, int toleranceDays) {
    requireTolerance(toleranceDays);
    return new ReferralSides(cohort, toleranceDays).result();
  }

  /**
   * Who has which, and what was left out, as a table.
   *
   * @return a row a service
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Contacts around the referral")
            .text("Service")
            .numbers("before", "after", "both")
            .numbers("tolerated", "across", "overlapping", "not answered", "undated");
    for (Counts each : services) {
      table.row(
          Cell.text(each.label()),
          Cell.count(each.before()),
          Cell.count(each.after()),
          Cell.count(each.both()),
          Cell.count(each.tolerated()),
          Cell.count(each.across()),
          Cell.count(each.overlapping()),
          Cell.count(each.notAnswered()),
          Cell.count(each.undated()));
    }
    table.note(
        "Before, after, both: people with a count there. Tolerated: windows that cross the referral by"
            + " at most "
            + (toleranceDays == 1 ? "1 day" : toleranceDays + " days")
            + " and count for the side with more of their days. Across, overlapping, not answered,"
            + " undated: windows that were left out.");
    if (withoutReferral > 0) {
      table.note("People without a referral, who have no sides: " + withoutReferral + ".");
    }
    return table.build();
  }

  /**
   * The table.
   *
   * @return {@link #table()} as text
   */
  @Override
  public String toString() {
    return table().toString();
  }
}
