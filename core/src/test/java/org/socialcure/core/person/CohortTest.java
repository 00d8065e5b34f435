package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.DeJongGierveld6;
import org.socialcure.core.answer.DeJongGierveldAnswer;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;

/** People over waves: who stays, and the table that their answers make. */
class CohortTest {
  private static final double NA = Double.NaN;
  private static final GroupQuestion SIX = GroupQuestion.withSlots(6);

  private static Participant seen(String key, String... waves) {
    Participant participant = Participant.of(key);
    for (String wave : waves) {
      participant = participant.with(Assessment.at(wave));
    }
    return participant;
  }

  @Test
  void flowCountsWhoStaysIsLostReturnsAndJoins() {
    Cohort cohort =
        new Cohort(
            List.of("T0", "T1", "T2"),
            List.of(
                seen("a", "T0", "T1", "T2"),
                seen("b", "T0"),
                seen("c", "T0", "T2"),
                seen("d", "T1"),
                seen("e", "T1", "T2"),
                seen("f")));
    assertEquals(
        List.of(
            new CohortFlow.Wave("T0", 3, 3, 0, 0, 3),
            new CohortFlow.Wave("T1", 3, 1, 2, 0, 2),
            new CohortFlow.Wave("T2", 3, 2, 1, 1, 0)),
        cohort.flow().waves());
    assertEquals(
        """
        Who stayed
        Wave  assessed  retained  retention  lost  returned  joined
        -----------------------------------------------------------
        T0           3         3     100.0%     0         0       3
        T1           3         1      33.3%     2         0       2
        T2           3         2      66.7%     1         1       0""",
        cohort.flow().toString());
    assertEquals("Cohort[6 participants: T0 3, T1 3, T2 3]", cohort.toString());
  }

  @Test
  void theStudysAttritionIsTwentyEightPercentRetained() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 630; i++) {
      people.add(i < 178 ? seen("p" + i, "T0", "T1") : seen("p" + i, "T0"));
    }
    CohortFlow.Wave second = new Cohort(List.of("T0", "T1"), people).flow().waves().get(1);
    assertEquals(178, second.retained());
    assertEquals(452, second.lost());
    assertEquals(0.283, second.retention().orElseThrow(), 0.0005);
    assertEquals(
        OptionalDouble.empty(),
        new Cohort(List.of("T0"), List.of()).flow().waves().get(0).retention());
  }

  @Test
  void groupsAndServicesBecomeMeasuresOfEachWave() {
    RecallWindow three = RecallWindow.months(3);
    Participant first =
        Participant.of("x1")
            .with(
                Assessment.at("T1")
                    .with(GroupMemberships.none(SIX))
                    .with(ServiceUse.reported(Service.GP_VISIT, 0, RecallWindow.months(4)))
                    .with(ServiceUse.recorded(Service.GP_VISIT, 2, RecallWindow.months(12))))
            .with(
                Assessment.at("T0")
                    .with(
                        GroupMemberships.listed(
                            SIX,
                            GroupMembership.of(GroupType.SPORT).withImportance(6),
                            GroupMembership.of(GroupType.FAITH).withImportance(3)))
                    .with(ServiceUse.reported(Service.GP_VISIT, 5, three)));
    Participant second =
        Participant.of("x2")
            .with(
                Assessment.at("T0")
                    .with(GroupMemberships.notAnswered(SIX))
                    .with(ServiceUse.notAnswered(Service.GP_VISIT, three)));
    Dataset data =
        new Cohort(List.of("T0", "T1"), List.of(first, second))
            .toDataset(GroupCount.all(), GroupCount.important(5));
    assertEquals(
        List.of(
            "id",
            "wave",
            "groups",
            "groups-important-5",
            "gp-visit",
            "gp-visit_months",
            "gp-visit_record",
            "gp-visit_record_months"),
        data.names());
    assertEquals(
        List.of(Optional.of("T0"), Optional.of("T1"), Optional.of("T0")), data.texts("wave"));
    assertArrayEquals(new double[] {2, 0, NA}, data.numbers("groups"));
    assertArrayEquals(new double[] {1, 0, NA}, data.numbers("groups-important-5"));
    assertArrayEquals(new double[] {5, 0, NA}, data.numbers("gp-visit"));
    assertArrayEquals(new double[] {3, 4, 3}, data.numbers("gp-visit_months"));
    assertArrayEquals(new double[] {NA, 2, NA}, data.numbers("gp-visit_record"));
    assertEquals(ColumnRole.MEASURE, data.role("gp-visit"));
    Dataset wide = data.widen("id", "wave");
    assertArrayEquals(new double[] {-2, NA}, wide.numbers("groups@change"));
    assertEquals(
        List.of("groups", "groups-sport", "groups-faith"),
        namesWith(new Cohort(List.of("T0", "T1"), List.of(first)).toDataset(), "groups"));
  }

  @Test
  void answersBecomeOneColumnPerItemByValueOrByName() {
    DeJongGierveld6 lonely =
        new DeJongGierveld6(
            DeJongGierveldAnswer.YES, null, DeJongGierveldAnswer.NO, null, null, null);
    Cohort cohort =
        new Cohort(
            List.of("T0", "T1"),
            List.of(
                Participant.of("a")
                    .with(Assessment.at("T0").with(new Ucla3(3, 2, null).toResponses()))
                    .with(Assessment.at("T1").with(lonely.toResponses())),
                Participant.of("b")
                    .with(
                        Assessment.at("T0")
                            .with(new GroupIdentification("family", 1, 2, 3, 4).toResponses())
                            .with(new GroupIdentification("community", 7, 7, 7, 7).toResponses())
                            .with(new Ucla3(1, 1, 1).toResponses()))));
    Dataset data = cohort.toDataset();
    assertEquals(3, data.rows());
    List<String> forms =
        data.names().stream().map(name -> name.replaceFirst("_.*", "")).distinct().toList();
    assertEquals(
        List.of(
            "id",
            "wave",
            "ucla-3",
            "de-jong-gierveld-6",
            "group-identification[family]",
            "group-identification[community]"),
        forms);
    assertArrayEquals(new double[] {2, NA, 1}, data.numbers("ucla-3_left-out"));
    assertArrayEquals(new double[] {NA, NA, 1}, data.numbers("ucla-3_isolated"));
    assertArrayEquals(
        new double[] {NA, NA, 7}, data.numbers("group-identification[community]_bond"));
    assertEquals(
        List.of(Optional.empty(), Optional.of("yes"), Optional.empty()),
        data.texts("de-jong-gierveld-6_emptiness"));
    Assessment first = cohort.participants().get(1).at("T0").orElseThrow();
    assertTrue(first.responses("group-identification", "family").isPresent());
    assertTrue(first.responses("group-identification").isEmpty());
    assertTrue(first.responses("ucla-3").isPresent());
    assertThrows(InvalidInputException.class, () -> first.with(new Ucla3(1, 1, 1).toResponses()));
  }

  private static List<String> namesWith(Dataset data, String start) {
    return data.names().stream().filter(name -> name.startsWith(start)).toList();
  }

  @Test
  void windowsThatCannotBeAddedUpAreNamedByPlaceNotKey() {
    Participant participant =
        Participant.of("secret")
            .with(
                Assessment.at("T0")
                    .with(ServiceUse.reported(Service.GP_VISIT, 5, RecallWindow.months(3)))
                    .with(ServiceUse.reported(Service.GP_VISIT, 5, RecallWindow.months(6))));
    Cohort cohort = new Cohort(List.of("T0"), List.of(participant));
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> cohort.toDataset());
    assertEquals(1, e.problems().size());
    assertTrue(e.getMessage().startsWith("participants[0], wave T0"), e.getMessage());
    assertFalse(e.getMessage().contains("secret"));
  }

  @Test
  void statesThatCannotBeAreRefusedAllAtOnce() {
    LocalDate day = LocalDate.of(2019, 1, 1);
    Participant backwards =
        Participant.of("k3")
            .with(Assessment.at("T1").on(day))
            .with(Assessment.at("T0").on(day.plusDays(1)));
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                new Cohort(
                    List.of("T0", "T1", "T0", "change"),
                    List.of(seen("k1", "T0"), seen("k1", "T9"), backwards)));
    assertEquals(
        List.of(
            "waves[2]", "waves[3]", "participants[1].key", "participants[1].assessments[0].wave"),
        e.problems().stream().map(Problem::where).toList());
    assertFalse(e.getMessage().contains("k1"));
    InvalidInputException dates =
        assertThrows(
            InvalidInputException.class, () -> new Cohort(List.of("T0", "T1"), List.of(backwards)));
    assertEquals("participants[0].assessments[0].date", dates.problems().get(0).where());
    assertThrows(InvalidInputException.class, () -> new Cohort(List.of(), List.of()));
    assertThrows(InvalidInputException.class, () -> seen("k", "T0", "T0"));
    assertThrows(InvalidInputException.class, () -> Participant.of(" "));
    assertThrows(InvalidInputException.class, () -> Participant.of("a\u0000"));
    assertThrows(InvalidInputException.class, () -> Assessment.at(""));
    Assessment dated = Assessment.at("T0").on(day);
    GroupMemberships later =
        GroupMemberships.listed(
            SIX, GroupMembership.of(GroupType.SPORT).withSince(day.plusDays(1)));
    assertThrows(InvalidInputException.class, () -> dated.with(later));
  }

  @Test
  void keysAreNotPrinted() {
    assertEquals("Participant[1 assessment]", seen("nhs-123", "T0").toString());
    assertEquals("Assessment[T0: 0 instruments, 0 services]", Assessment.at("T0").toString());
  }
}
