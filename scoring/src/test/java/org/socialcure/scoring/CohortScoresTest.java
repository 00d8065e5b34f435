package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.Widening;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;
import org.socialcure.core.person.ServiceUse;

/** The whole way from typed answers of people to one row of scores per person. */
class CohortScoresTest {
  private static final GroupQuestion SIX = GroupQuestion.withSlots(6);

  private static Assessment assessment(String wave, int loneliness, int belonging) {
    return Assessment.at(wave)
        .with(new Ucla3(loneliness, loneliness, loneliness).toResponses())
        .with(
            new GroupIdentification("community", belonging, belonging, belonging, belonging)
                .toResponses());
  }

  private final Cohort cohort =
      new Cohort(
          List.of("T0", "T1"),
          List.of(
              Participant.of("a")
                  .with(assessment("T0", 3, 2).with(GroupMemberships.none(SIX)))
                  .with(
                      assessment("T1", 3, 6)
                          .with(
                              GroupMemberships.listed(
                                  SIX, GroupMembership.of(GroupType.MUSIC_AND_ARTS)))),
              Participant.of("b").with(assessment("T0", 2, 5))));

  private final Dataset scored = Scorer.score(cohort);

  @Test
  void aCohortIsScoredAsTheFileOfItsAnswersWouldBe() {
    Dataset byFile =
        Scorer.batch()
            .instrument(Instruments.UCLA_3, "ucla-3_{item}")
            .instrument(
                InstrumentColumns.of(
                        Instruments.GROUP_IDENTIFICATION, "group-identification[community]_{item}")
                    .about("community"))
            .keep("id", "wave", "groups", "groups-music-and-arts")
            .score(cohort.toDataset());
    assertEquals(byFile, scored);
    assertEquals(
        List.of(
            "id",
            "wave",
            "groups",
            "groups-music-and-arts",
            "ucla-3.total",
            "group-identification[community].total"),
        scored.names());
    assertEquals(3, scored.rows(), "one row per participant and wave at which there was one");
    assertEquals(
        List.of("id", "wave", "groups-important-5"),
        Scorer.score(cohort, GroupCount.important(5)).names().subList(0, 3));
  }

  @Test
  void eachScoreIsThatOfItsForm() {
    int row = 0;
    for (Participant participant : cohort.participants()) {
      for (Assessment assessment : participant.assessments()) {
        for (Responses responses : assessment.responses()) {
          Score one = Scorer.score(responses).total();
          assertEquals(one.value(), scored.number(one.name(), row).orElseThrow());
        }
        row++;
      }
    }
  }

  @Test
  void labelsSayWhatWasMeasuredAndWhen() {
    assertEquals("Loneliness (UCLA-3)", scored.label("ucla-3.total"));
    assertEquals(
        "Group identification (GIS, community)",
        scored.label("group-identification[community].total"));
    Dataset wide =
        scored.widen(
            Widening.by("id", "wave").waves("T0", "T1").waveLabels(Map.of("T1", "follow-up")));
    assertEquals("Loneliness (UCLA-3), at follow-up", wide.label("ucla-3.total@T1"));
    assertEquals("change in Groups", wide.label("groups@change"));
    assertEquals("feeling left out (UCLA-3)", cohort.toDataset().label("ucla-3_left-out"));
  }

  @Test
  void countsOfContactsSayTheirWindowWhereItIsTheSame() {
    Assessment first =
        Assessment.at("T0").with(ServiceUse.reported(Service.GP_VISIT, 2, RecallWindow.months(3)));
    Assessment later =
        Assessment.at("T1").with(ServiceUse.recorded(Service.GP_VISIT, 2, RecallWindow.weeks(4)));
    Assessment longer =
        Assessment.at("T1").with(ServiceUse.reported(Service.GP_VISIT, 2, RecallWindow.weeks(4)));
    List<String> waves = List.of("T0", "T1");
    Dataset same =
        Scorer.score(new Cohort(waves, List.of(Participant.of("a").with(first).with(later))));
    assertEquals("GP visits, past 3 months", same.label("gp-visit"));
    assertEquals("GP visits by the record, past 4 weeks", same.label("gp-visit_record"));
    Dataset other =
        Scorer.score(new Cohort(waves, List.of(Participant.of("a").with(first).with(longer))));
    assertEquals("GP visits", other.label("gp-visit"));
    assertEquals("GP visits, months asked about", other.label("gp-visit_months"));
  }

  @Test
  void twoInstrumentsOfOneIdAreRefused() {
    Instrument other =
        TestInstruments.single(
            "ucla-3",
            TestInstruments.items(3, Set.of(), 0, 1),
            new ScoringRule.Sum(),
            new MissingRule.AllRequired());
    Cohort mixed =
        new Cohort(
            List.of("T0"),
            List.of(
                Participant.of("a").with(assessment("T0", 1, 1)),
                Participant.of("b")
                    .with(Assessment.at("T0").with(Responses.builder(other).build()))));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Scorer.score(mixed));
    assertEquals("ucla-3", refused.problems().get(0).where());
  }

  @Test
  void scoresAreMeasuresAndKeptColumnsKeepWhatTheyWere() {
    assertEquals(ColumnRole.MEASURE, scored.role("ucla-3.total"));
    assertEquals(ColumnRole.MEASURE, scored.role("groups"));
    assertEquals(ColumnRole.UNSPECIFIED, scored.role("id"));
  }

  @Test
  void aScoreThatNeverChangesStillHasOneColumnPerWaveAndAChangeOfZero() {
    Dataset wide = scored.widen("id", "wave");
    assertArrayEquals(new double[] {9, 6}, wide.numbers("ucla-3.total@T0"));
    assertArrayEquals(new double[] {9, Double.NaN}, wide.numbers("ucla-3.total@T1"));
    assertArrayEquals(new double[] {0, Double.NaN}, wide.numbers("ucla-3.total@change"));
    assertArrayEquals(new double[] {1, Double.NaN}, wide.numbers("groups@change"));
    List<String> belonging =
        wide.names().stream().filter(name -> name.startsWith("group-identification")).toList();
    assertEquals(3, belonging.size(), belonging.toString());
    assertArrayEquals(new double[] {4, Double.NaN}, wide.numbers(belonging.get(2)));
  }
}
