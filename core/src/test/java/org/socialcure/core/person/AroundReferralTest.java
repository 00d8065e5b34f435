package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;

/** Windows that cross the referral are used by wave and told, and left out around the referral. */
class AroundReferralTest {
  private static final double NA = Double.NaN;
  private static final LocalDate REFERRED = LocalDate.of(2019, 1, 10);
  private static final RecallWindow THREE = RecallWindow.months(3);

  private static Participant referred(String key) {
    return Participant.of(key)
        .with(new Referral(REFERRED, ReferralSource.GP, Set.of(ReferralReason.LONELINESS)));
  }

  private static Assessment visits(String wave, LocalDate day, int count, RecallWindow window) {
    return Assessment.at(wave).on(day).with(ServiceUse.reported(Service.GP_VISIT, count, window));
  }

  /** First session five days after the referral; six months asked about after four. */
  private static final Participant LATE =
      referred("p-late")
          .with(visits("T0", REFERRED.plusDays(5), 31, THREE))
          .with(visits("T1", REFERRED.plusMonths(4), 41, RecallWindow.months(6)));

  private static final Participant PROMPT =
      referred("p-prompt")
          .with(visits("T0", REFERRED, 6, THREE))
          .with(visits("T1", REFERRED.plusMonths(4), 2, THREE));

  private static final Participant UNREFERRED =
      Participant.of("p-none").with(visits("T0", REFERRED.plusDays(5), 9, THREE));

  private static final Cohort COHORT =
      new Cohort(List.of("T0", "T1"), List.of(LATE, PROMPT, UNREFERRED));

  @Test
  void windowsAcrossTheReferralAreUsedByWaveAndTold() {
    assertArrayEquals(new double[] {31, 41, 6, 2, 9}, COHORT.toDataset().numbers("gp-visit"));
    CohortWindows windows = COHORT.windows();
    assertEquals(
        List.of(
            new CohortWindows.Across(
                Service.GP_VISIT, UseSource.SELF_REPORT, "T0", 1, 86, 86, 5, 5),
            new CohortWindows.Across(
                Service.GP_VISIT, UseSource.SELF_REPORT, "T1", 1, 60, 60, 120, 120)),
        windows.across());
    assertEquals(
        List.of(
            new CohortWindows.Overlap(
                Service.GP_VISIT, UseSource.SELF_REPORT, "T0", "T1", 1, 66, 66)),
        windows.overlaps());
    assertEquals(
        """
        Windows across the referral
        Service    Wave  people  days before  days after
        ------------------------------------------------
        GP visits  T0         1  86           5
        GP visits  T1         1  60           120
        Windows of two waves that overlap
        Service    Earlier  Later  people  days shared
        ----------------------------------------------
        GP visits  T0       T1          1  66
        GP visits at T0: the window of 1 person crosses the referral (86 days before it, 5 days \
        after); such a count is neither of before the referral nor of after it.
        GP visits at T1: the window of 1 person crosses the referral (60 days before it, 120 days \
        after); such a count is neither of before the referral nor of after it.
        GP visits at T0 and T1: the windows of 1 person overlap by 66 days; a contact on such a day \
        counts at both waves.""",
        windows.toString());
    assertEquals(windows, Json.read(Json.write(windows), CohortWindows.class));
    assertEquals(
        "No window crosses the referral, and none of two waves overlap.",
        new Cohort(List.of("T0", "T1"), List.of(PROMPT)).windows().toString());
  }

  @Test
  void windowsAcrossTheReferralAreLeftOutAroundItAndCounted() {
    AroundReferral around = COHORT.aroundReferral();
    Dataset data = around.data();
    assertEquals(
        List.of(
            "id",
            "gp-visit@before-referral",
            "gp-visit_months@before-referral",
            "gp-visit@after-referral",
            "gp-visit_months@after-referral"),
        data.names());
    assertArrayEquals(new double[] {NA, 6, NA}, data.numbers("gp-visit@before-referral"));
    assertArrayEquals(new double[] {NA, 3, NA}, data.numbers("gp-visit_months@before-referral"));
    assertArrayEquals(new double[] {NA, 2, NA}, data.numbers("gp-visit@after-referral"));
    assertEquals("GP visits before referral", data.label("gp-visit@before-referral"));
    assertEquals(
        new AroundReferral.Counts("gp-visit", "GP visits", 1, 1, 1, 0, 2, 0, 0, 0),
        around.services().get(0));
    assertEquals(1, around.withoutReferral());
    assertTrue(around.toString().contains("GP visits"), around.toString());
    assertFalse(around.toString().contains("p-"), around.toString());
  }

  @Test
  void aToleranceLetsFewDaysPass() {
    AroundReferral week = COHORT.aroundReferral(7);
    assertArrayEquals(new double[] {31, 6, NA}, week.data().numbers("gp-visit@before-referral"));
    assertArrayEquals(new double[] {NA, 2, NA}, week.data().numbers("gp-visit@after-referral"));
    assertEquals(1, week.services().get(0).tolerated());
    assertEquals(1, week.services().get(0).across());
    assertEquals(1, COHORT.aroundReferral(5).services().get(0).tolerated());
    assertEquals(0, COHORT.aroundReferral(4).services().get(0).tolerated());
    AroundReferral months = COHORT.aroundReferral(60);
    assertArrayEquals(
        new double[] {NA, 2, NA},
        COHORT.aroundReferral(59).data().numbers("gp-visit@after-referral"));
    assertArrayEquals(new double[] {41, 2, NA}, months.data().numbers("gp-visit@after-referral"));
    for (int days : new int[] {-1, AroundReferral.MOST_TOLERANCE + 1}) {
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> COHORT.aroundReferral(days));
      assertEquals("toleranceDays", e.problems().get(0).where());
    }
  }

  @Test
  void windowsOnOneSideAddUpAndOfTwoThatOverlapTheNearerCounts() {
    Participant known =
        referred("a")
            .with(
                visits("T0", REFERRED, 3, RecallWindow.months(6))
                    .with(
                        ServiceUse.reported(
                            Service.GP_VISIT,
                            5,
                            RecallWindow.months(6).endingOn(REFERRED.minusMonths(6)))))
            .with(visits("T1", REFERRED.plusMonths(4), 2, THREE))
            .with(visits("T2", REFERRED.plusMonths(6), 7, THREE))
            .with(visits("T3", REFERRED.plusMonths(9), 1, THREE));
    Cohort cohort = new Cohort(List.of("T0", "T1", "T2", "T3"), List.of(known));
    AroundReferral around = cohort.aroundReferral();
    assertArrayEquals(new double[] {8}, around.data().numbers("gp-visit@before-referral"));
    assertArrayEquals(new double[] {12}, around.data().numbers("gp-visit_months@before-referral"));
    assertArrayEquals(new double[] {3}, around.data().numbers("gp-visit@after-referral"));
    assertArrayEquals(new double[] {6}, around.data().numbers("gp-visit_months@after-referral"));
    assertEquals(1, around.services().get(0).overlapping());
    Dataset waves = cohort.toDataset();
    assertArrayEquals(new double[] {8, 2, 7, 1}, waves.numbers("gp-visit"));
    assertArrayEquals(new double[] {12, 3, 3, 3}, waves.numbers("gp-visit_months"));
  }

  @Test
  void whatWasNotAnsweredOrHasNoDaysIsCounted() {
    Participant quiet =
        referred("a")
            .with(
                Assessment.at("T0")
                    .on(REFERRED)
                    .with(ServiceUse.notAnswered(Service.GP_VISIT, THREE)))
            .with(Assessment.at("T1").with(ServiceUse.reported(Service.GP_VISIT, 2, THREE)));
    Cohort cohort = new Cohort(List.of("T0", "T1"), List.of(quiet));
    assertEquals(
        new AroundReferral.Counts("gp-visit", "GP visits", 0, 0, 0, 0, 0, 0, 1, 1),
        cohort.aroundReferral().services().get(0));
    assertEquals(1, cohort.windows().undated());
    assertTrue(cohort.windows().cautions().get(0).contains("its last day"));
  }

  @Test
  void countsThatCannotBeAddedUpAreNamedByPlaceNotKey() {
    Participant twice =
        referred("secret")
            .with(
                visits("T0", REFERRED, 3971, RecallWindow.months(6))
                    .with(ServiceUse.reported(Service.GP_VISIT, 3973, THREE)));
    Cohort cohort = new Cohort(List.of("T0"), List.of(twice));
    for (Runnable asked :
        List.<Runnable>of(cohort::toDataset, cohort::windows, cohort::aroundReferral)) {
      InvalidInputException e = assertThrows(InvalidInputException.class, asked::run);
      assertEquals(
          List.of("participants[0], wave T0.serviceUse"),
          e.problems().stream().map(Problem::where).toList());
      assertFalse(e.getMessage().contains("secret"), e.getMessage());
      assertFalse(e.getMessage().contains("397"), e.getMessage());
    }
  }

  /** Before + after + the day itself is the window, and splitting it keeps contacts and months. */
  @Property
  void daysAndContactsAreNeitherLostNorDoubled(
      @ForAll @IntRange(min = 1, max = 200) int length,
      @ForAll @IntRange(min = -250, max = 250) int offset,
      @ForAll @IntRange(min = 0, max = 100) int tolerance) {
    RecallWindow window = RecallWindow.days(length).endingOn(REFERRED.plusDays(offset));
    int before = window.daysBefore(REFERRED).orElseThrow();
    int after = window.daysAfter(REFERRED).orElseThrow();
    boolean holdsTheDay = offset >= 0 && offset < length;
    assertEquals(length, before + after + (holdsTheDay ? 1 : 0));
    assertEquals(before > 0 && after > 0, window.straddles(REFERRED));
    Participant one = referred("a").with(visits("T0", REFERRED.plusDays(offset), 4, window));
    AroundReferral.Counts counts =
        new Cohort(List.of("T0"), List.of(one)).aroundReferral(tolerance).services().get(0);
    assertEquals(1, counts.before() + counts.after() + counts.across());
    boolean placed = Math.min(before, after) <= tolerance && before != after;
    assertEquals(placed, counts.across() == 0);
    assertEquals(placed && before > after, counts.before() == 1);
  }
}
