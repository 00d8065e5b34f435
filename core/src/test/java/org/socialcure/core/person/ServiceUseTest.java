package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;

/** Counts of service use, their windows, and on which side of a referral they are. */
class ServiceUseTest {
  private static final LocalDate REFERRED = LocalDate.of(2018, 6, 15);
  private static final Referral REFERRAL =
      new Referral(REFERRED, ReferralSource.GP, Set.of(ReferralReason.LONELINESS));

  @ParameterizedTest
  @CsvSource({
    "3, MONTHS, 2019-06-01, 2019-03-02",
    "1, MONTHS, 2019-06-30, 2019-05-31",
    "1, MONTHS, 2019-03-31, 2019-03-01",
    "90, DAYS, 2019-06-01, 2019-03-04",
    "1, DAYS, 2019-06-01, 2019-06-01",
    "2, WEEKS, 2019-06-14, 2019-06-01"
  })
  void windowsReachBackFromTheirLastDay(
      int length, RecallWindow.Unit unit, LocalDate end, LocalDate start) {
    RecallWindow window = new RecallWindow(length, unit, Optional.of(end));
    assertEquals(Optional.of(start), window.start());
  }

  @Test
  void lengthsCompareInMonths() {
    assertEquals(3, RecallWindow.months(3).inMonths());
    assertEquals(12, RecallWindow.days(365).inMonths(), 0.01);
    assertEquals(90 / 30.436875, RecallWindow.days(90).inMonths(), 1e-12);
    assertEquals(RecallWindow.days(14).inMonths(), RecallWindow.weeks(2).inMonths());
  }

  @Test
  void theDayOfAnEventBelongsToEitherSide() {
    assertFalse(RecallWindow.months(3).endingOn(REFERRED).straddles(REFERRED));
    assertTrue(RecallWindow.months(3).endingOn(REFERRED.plusDays(1)).straddles(REFERRED));
    assertFalse(RecallWindow.days(10).endingOn(REFERRED.plusDays(9)).straddles(REFERRED));
    assertTrue(RecallWindow.days(11).endingOn(REFERRED.plusDays(9)).straddles(REFERRED));
    assertFalse(RecallWindow.months(3).straddles(REFERRED));
  }

  @Test
  void ratesAreContactsPerMonth() {
    assertEquals(
        OptionalDouble.of(1.5),
        ServiceUse.reported(Service.GP_VISIT, 6, RecallWindow.months(4)).perMonth());
    assertEquals(
        OptionalDouble.of(0),
        ServiceUse.reported(Service.GP_VISIT, 0, RecallWindow.months(4)).perMonth());
    assertEquals(
        OptionalDouble.empty(),
        ServiceUse.notAnswered(Service.GP_VISIT, RecallWindow.months(4)).perMonth());
  }

  @Test
  void contactsAddUpWhereAllWereAnswered() {
    RecallWindow months = RecallWindow.months(3);
    Assessment assessment =
        Assessment.at("T0")
            .with(
                new ServiceUse(
                    Service.GP_VISIT,
                    CareSetting.ON_SITE,
                    OptionalInt.of(4),
                    months,
                    UseSource.SELF_REPORT))
            .with(
                new ServiceUse(
                    Service.GP_VISIT,
                    CareSetting.TELEPHONE,
                    OptionalInt.of(2),
                    months,
                    UseSource.SELF_REPORT))
            .with(ServiceUse.reported(Service.PRACTICE_NURSE_VISIT, 0, months))
            .with(ServiceUse.recorded(Service.GP_VISIT, 9, RecallWindow.months(6)))
            .with(ServiceUse.notAnswered(Service.ALLIED_HEALTH, months));
    assertEquals(OptionalInt.of(6), assessment.contacts(UseSource.SELF_REPORT, Service.GP_VISIT));
    assertEquals(
        OptionalInt.of(6),
        assessment.contacts(UseSource.SELF_REPORT, Service.GP_VISIT, Service.PRACTICE_NURSE_VISIT));
    assertEquals(OptionalInt.of(9), assessment.contacts(UseSource.RECORD, Service.GP_VISIT));
    assertEquals(
        OptionalInt.empty(),
        assessment.contacts(UseSource.SELF_REPORT, Service.GP_VISIT, Service.ALLIED_HEALTH));
    assertEquals(
        OptionalInt.empty(),
        assessment.contacts(UseSource.SELF_REPORT, Service.GP_VISIT, Service.SOCIAL_CARE));
    Assessment mixed =
        assessment.with(ServiceUse.reported(Service.SOCIAL_CARE, 1, RecallWindow.months(6)));
    assertThrows(
        InvalidInputException.class,
        () -> mixed.contacts(UseSource.SELF_REPORT, Service.GP_VISIT, Service.SOCIAL_CARE));
    assertThrows(InvalidInputException.class, () -> mixed.contacts(UseSource.SELF_REPORT));
  }

  @Test
  void daysOnEachSideOfAnEventAndSharedDaysAreCounted() {
    RecallWindow crossing = RecallWindow.months(3).endingOn(LocalDate.of(2019, 1, 15));
    LocalDate event = LocalDate.of(2019, 1, 10);
    // 16 October to 15 January: 16 + 30 + 31 + 9 days before the tenth, 5 after.
    assertEquals(OptionalInt.of(86), crossing.daysBefore(event));
    assertEquals(OptionalInt.of(5), crossing.daysAfter(event));
    assertEquals(OptionalInt.of(0), crossing.daysAfter(event.plusDays(5)));
    assertEquals(OptionalInt.empty(), RecallWindow.months(3).daysBefore(event));
    RecallWindow later = RecallWindow.days(10).endingOn(LocalDate.of(2019, 1, 20));
    assertEquals(OptionalInt.of(5), crossing.overlap(later));
    assertEquals(crossing.overlap(later), later.overlap(crossing));
    assertEquals(OptionalInt.of(0), crossing.overlap(later.endingOn(LocalDate.of(2019, 1, 25))));
    assertEquals(OptionalInt.empty(), crossing.overlap(RecallWindow.days(10)));
  }

  @Test
  void windowsOfOneServiceThatDoNotOverlapAddUpAndOthersAreRefused() {
    RecallWindow six = RecallWindow.months(6);
    Assessment year =
        Assessment.at("T0")
            .on(REFERRED)
            .with(ServiceUse.recorded(Service.GP_VISIT, 3, six))
            .with(
                ServiceUse.recorded(
                    Service.GP_VISIT,
                    4,
                    six.endingOn(six.endingOn(REFERRED).start().orElseThrow().minusDays(1))));
    assertEquals(OptionalInt.of(7), year.contacts(UseSource.RECORD, Service.GP_VISIT));
    for (RecallWindow other :
        List.of(
            RecallWindow.months(3), six.endingOn(REFERRED), six.endingOn(REFERRED.minusDays(20)))) {
      Assessment twice =
          Assessment.at("T0")
              .on(REFERRED)
              .with(ServiceUse.recorded(Service.GP_VISIT, 3, six))
              .with(ServiceUse.recorded(Service.GP_VISIT, 4, other));
      InvalidInputException e =
          assertThrows(
              InvalidInputException.class,
              () -> twice.contacts(UseSource.RECORD, Service.GP_VISIT));
      assertTrue(e.getMessage().contains("GP visits by the record"), e.getMessage());
      assertTrue(e.getMessage().contains("keep one"), e.getMessage());
    }
    Assessment undated =
        Assessment.at("T0")
            .with(ServiceUse.recorded(Service.GP_VISIT, 3, six))
            .with(ServiceUse.recorded(Service.GP_VISIT, 4, six.endingOn(REFERRED)));
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> undated.contacts(UseSource.RECORD, Service.GP_VISIT));
    assertTrue(e.getMessage().contains("give the assessment its date"), e.getMessage());
  }

  /** All settings together, beside one of them, would count the contacts of that one twice. */
  @Test
  void aCountOfAnySettingBesideOneOfASettingIsRefused() {
    RecallWindow window = RecallWindow.months(3);
    Assessment both =
        Assessment.at("T0")
            .with(ServiceUse.reported(Service.GP_VISIT, 5, window))
            .with(
                new ServiceUse(
                    Service.GP_VISIT,
                    CareSetting.TELEPHONE,
                    OptionalInt.of(2),
                    window,
                    UseSource.SELF_REPORT));
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> both.contacts(UseSource.SELF_REPORT, Service.GP_VISIT));
    assertTrue(refused.getMessage().contains("would count twice"), refused.getMessage());
  }

  @Test
  void statesThatCannotBeAreRefused() {
    RecallWindow months = RecallWindow.months(3);
    assertThrows(
        InvalidInputException.class, () -> ServiceUse.reported(Service.GP_VISIT, -1, months));
    assertThrows(
        InvalidInputException.class,
        () -> ServiceUse.reported(Service.GP_VISIT, ServiceUse.MOST + 1, months));
    assertThrows(InvalidInputException.class, () -> RecallWindow.months(0));
    assertThrows(InvalidInputException.class, () -> RecallWindow.days(RecallWindow.LONGEST + 1));
    Assessment dated = Assessment.at("T0").on(REFERRED);
    ServiceUse later =
        ServiceUse.reported(Service.GP_VISIT, 1, months.endingOn(REFERRED.plusDays(1)));
    assertThrows(InvalidInputException.class, () -> dated.with(later));
    ServiceUse once = ServiceUse.reported(Service.GP_VISIT, 1, months);
    assertThrows(
        InvalidInputException.class,
        () -> dated.with(once).with(ServiceUse.reported(Service.GP_VISIT, 2, months)));
  }

  @Test
  void countsAndDatesAreNotPrinted() {
    ServiceUse use =
        ServiceUse.reported(Service.GP_VISIT, 37, RecallWindow.weeks(1).endingOn(REFERRED));
    assertEquals("ServiceUse[GP_VISIT, past week, SELF_REPORT]", use.toString());
    assertEquals("past 3 months", RecallWindow.months(3).toString());
    assertEquals("Referral[GP]", REFERRAL.toString());
    assertEquals(CareLevel.PRIMARY, Service.GP_VISIT.level());
  }

  @Test
  void prescriptionsLeadToMembershipsByTypeAndName() {
    Prescription choir =
        new Prescription(
            REFERRED,
            GroupType.MUSIC_AND_ARTS,
            Optional.of("Town Choir"),
            Prescription.Outcome.ATTENDING);
    assertTrue(choir.ledTo(GroupMembership.of(GroupType.MUSIC_AND_ARTS, "town choir")));
    assertFalse(choir.ledTo(GroupMembership.of(GroupType.MUSIC_AND_ARTS)));
    assertFalse(choir.ledTo(GroupMembership.of(GroupType.SPORT, "Town Choir")));
    assertEquals("Prescription[MUSIC_AND_ARTS, ATTENDING]", choir.toString());
    Participant person = Participant.of("p-1").with(REFERRAL).with(choir);
    Prescription early =
        new Prescription(
            REFERRED.minusDays(1),
            GroupType.SPORT,
            Optional.empty(),
            Prescription.Outcome.SUGGESTED);
    assertThrows(InvalidInputException.class, () -> person.with(early));
    assertThrows(
        InvalidInputException.class,
        () ->
            new Prescription(
                REFERRED, GroupType.SPORT, Optional.of(""), Prescription.Outcome.LEFT));
  }
}
