package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.json.Json;

/** People to JSON and back. */
class PersonJsonTest {
  private static final LocalDate REFERRED = LocalDate.of(2018, 6, 15);

  private final Participant participant =
      Participant.of("p-1")
          .with(
              new Referral(
                  REFERRED,
                  ReferralSource.GP,
                  Set.of(ReferralReason.LOW_MOOD, ReferralReason.LONELINESS)))
          .with(
              new Prescription(
                  REFERRED.plusDays(9),
                  GroupType.MUSIC_AND_ARTS,
                  Optional.of("Town Choir"),
                  Prescription.Outcome.ATTENDING))
          .with(
              Assessment.at("T0")
                  .on(REFERRED)
                  .with(new Ucla3(3, 2, null).toResponses())
                  .with(new GroupIdentification("community", 5, 6, 7, 4).toResponses())
                  .with(
                      GroupMemberships.listed(
                          new GroupQuestion(10, FamilyAndFriends.EXCLUDED, 10),
                          GroupMembership.of(GroupType.FAITH, "St Anne")
                              .withSince(LocalDate.of(1999, 1, 1))
                              .withFrequency(MeetingFrequency.WEEKLY)
                              .withImportance(9)
                              .withIdentification(5.25),
                          GroupMembership.of(GroupType.FAMILY)))
                  .with(ServiceUse.reported(Service.GP_VISIT, 0, RecallWindow.months(3)))
                  .with(
                      ServiceUse.notAnswered(
                          Service.EMERGENCY_DEPARTMENT, RecallWindow.days(90).endingOn(REFERRED))))
          .with(Assessment.at("T1"));

  @Test
  void everythingComesBackFromJson() {
    String json = Json.write(participant);
    assertEquals(participant, Json.read(json, Participant.class), json);
    Cohort cohort = new Cohort(List.of("T0", "T1"), List.of(participant, Participant.of("p-2")));
    assertEquals(cohort, Json.read(Json.write(cohort), Cohort.class));
    assertEquals(cohort.flow(), Json.read(Json.write(cohort.flow()), CohortFlow.class));
  }

  @Test
  void blankAndZeroStayApartInJson() {
    ServiceUse blank = ServiceUse.notAnswered(Service.GP_VISIT, RecallWindow.months(3));
    ServiceUse zero = ServiceUse.reported(Service.GP_VISIT, 0, RecallWindow.months(3));
    assertFalse(Json.write(blank).contains("count"));
    assertEquals(blank, Json.read(Json.write(blank), ServiceUse.class));
    assertEquals(zero, Json.read(Json.write(zero), ServiceUse.class));
  }

  @Test
  void everyRuleAndTallyComesBackFromJson() {
    GroupMemberships groups = participant.at("T0").orElseThrow().groups().orElseThrow();
    for (GroupCount rule :
        List.of(GroupCount.all(), GroupCount.important(8), GroupCount.identifiedWith(4.5))) {
      assertEquals(rule, Json.read(Json.write(rule), GroupCount.class));
      GroupTally tally = groups.count(rule);
      assertEquals(tally, Json.read(Json.write(tally), GroupTally.class));
    }
  }

  @Test
  void whatCannotBeIsRefusedByPath() {
    String json =
        """
        {"question": {"slots": 0, "familyAndFriends": "included", "importanceMaximum": 7},
         "answer": "listed",
         "groups": [{"type": "sport", "identification": 8}, {"type": "chess"}]}
        """;
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Json.read(json, GroupMemberships.class));
    List<String> places = e.problems().stream().map(Problem::where).toList();
    assertEquals(3, places.size(), places.toString());
    assertTrue(places.get(0).startsWith("question.slots"), places.toString());
    assertTrue(places.get(1).startsWith("groups[0].identification"), places.toString());
    assertTrue(places.get(2).startsWith("groups[1].type"), places.toString());
  }
}
