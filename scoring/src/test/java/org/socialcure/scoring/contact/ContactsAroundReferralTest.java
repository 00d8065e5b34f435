package org.socialcure.scoring.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.core.person.AroundReferral;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Referral;
import org.socialcure.core.person.ReferralReason;
import org.socialcure.core.person.ReferralSource;
import org.socialcure.core.person.Service;
import org.socialcure.core.person.ServiceUse;

/** From dated windows of people to the change around their referral. */
class ContactsAroundReferralTest {
  private static final LocalDate REFERRED = LocalDate.of(2019, 1, 10);

  private static Participant person(String key, int daysLate, int before, int after) {
    return Participant.of(key)
        .with(new Referral(REFERRED, ReferralSource.GP, Set.of(ReferralReason.LONELINESS)))
        .with(visits("T0", REFERRED.plusDays(daysLate), before, 6))
        .with(visits("T1", REFERRED.plusMonths(4), after, 3));
  }

  private static Assessment visits(String wave, LocalDate day, int count, int months) {
    return Assessment.at(wave)
        .on(day)
        .with(ServiceUse.reported(Service.GP_VISIT, count, RecallWindow.months(months)));
  }

  private static ContactChange change(AroundReferral around) {
    return ContactChange.of(
        around.data(),
        CountColumn.over("gp-visit@before-referral", "gp-visit_months@before-referral"),
        CountColumn.over("gp-visit@after-referral", "gp-visit_months@after-referral"));
  }

  @Test
  void ratesAroundTheReferralKnowTheirWindows() {
    Cohort cohort =
        new Cohort(
            List.of("T0", "T1"),
            List.of(person("a", 0, 12, 3), person("b", 0, 6, 3), person("c", 5, 60, 1)));
    ContactChange strict = change(cohort.aroundReferral());
    assertEquals(2, strict.people().pairs());
    // 18 contacts in 12 months and 6 in 6: 1.5 and 1 a month.
    assertEquals(1.5, strict.before().orElseThrow().per(RateUnit.MONTH), 1e-12);
    assertEquals(1.0, strict.after().orElseThrow().per(RateUnit.MONTH), 1e-12);
    ContactChange tolerant = change(cohort.aroundReferral(7));
    assertEquals(3, tolerant.people().pairs());
    assertEquals(78 / 18.0, tolerant.before().orElseThrow().per(RateUnit.MONTH), 1e-12);
  }
}
