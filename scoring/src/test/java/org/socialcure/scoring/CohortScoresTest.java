package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.Participant;

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

  private final Dataset scored =
      Scorer.batch()
          .instrument(Instruments.UCLA_3, "ucla-3_{item}")
          .instrument(
              InstrumentColumns.of(
                      Instruments.GROUP_IDENTIFICATION, "group-identification[community]_{item}")
                  .about("community"))
          .keep("id", "wave", "groups")
          .score(cohort.toDataset());

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
