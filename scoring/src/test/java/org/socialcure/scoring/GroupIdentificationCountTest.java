package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Sisi;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.Widening;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.Participant;

class GroupIdentificationCountTest {
  private static final Instrument GIS = Instruments.GROUP_IDENTIFICATION;

  private static GroupIdentificationCount atLeast(double threshold) {
    return GroupIdentificationCount.of(GIS, threshold, "family", "community", "own-group");
  }

  private static ScoreSheet sheet(String target, Integer a, Integer b, Integer c, Integer d) {
    return Scorer.score(new GroupIdentification(target, a, b, c, d));
  }

  /** Means of 5.5, 5 and 4.75; a group at the threshold counts. */
  private static final ScoreSheet[] THREE = {
    sheet("family", 7, 6, 5, 4), sheet("community", 5, 5, 5, 5), sheet("own-group", 5, 5, 5, 4)
  };

  @ParameterizedTest
  @CsvSource({"1, 3", "4.75, 3", "4.8, 2", "5, 2", "5.01, 1", "5.5, 1", "6, 0"})
  void groupsAtOrAboveTheThresholdCount(double threshold, int expected) {
    GroupIdentificationTally tally = atLeast(threshold).count(THREE);
    assertEquals(OptionalInt.of(expected), tally.count());
    assertEquals(3, tally.groups());
    assertEquals(tally, Json.read(Json.write(tally), GroupIdentificationTally.class));
  }

  @Test
  void saysWhatWasCountedAndThatItIsUnverified() {
    assertEquals(
        "Group identifications (GIS, 5 or more): 2 of 3 groups, unverified",
        atLeast(5).count(THREE).toString());
    assertEquals(
        "Group identifications (GIS, 5 or more) of family, community, own-group",
        atLeast(5).toString());
    GroupIdentificationCount single =
        GroupIdentificationCount.of(Instruments.SISI, 6, "family", "community");
    GroupIdentificationTally seen =
        single.count(Scorer.score(new Sisi("family", 6)), Scorer.score(new Sisi("community", 5)));
    assertEquals("Group identifications (SISI, 6 or more): 1 of 2 groups", seen.toString());
  }

  /** Counting the others alone would be a count that is too low. */
  @Test
  void aGroupWithoutAScoreLeavesNoCount() {
    GroupIdentificationTally skipped =
        atLeast(5).count(THREE[0], THREE[1], sheet("own-group", 5, 5, null, 4));
    assertEquals(OptionalInt.empty(), skipped.count());
    assertEquals(List.of("own-group"), skipped.notScored());
    GroupIdentificationTally absent = atLeast(5).count(THREE[1]);
    assertEquals(List.of("family", "own-group"), absent.notScored());
    assertTrue(absent.toString().contains("not counted, without a score for family, own-group"));
  }

  @Test
  void sheetsThatDoNotBelongAreRefused() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                atLeast(5)
                    .count(
                        THREE[0],
                        THREE[0],
                        sheet("street", 1, 1, 1, 1),
                        Scorer.score(new Sisi("community", 6))));
    assertEquals(
        List.of("sheets[1]", "sheets[2]", "sheets[3]"),
        refused.problems().stream().map(Problem::where).toList());
  }

  @Test
  void rulesThatCannotBeAreRefused() {
    for (double threshold : new double[] {0.5, 7.5, Double.NaN}) {
      assertThrows(InvalidInputException.class, () -> atLeast(threshold));
    }
    assertThrows(
        InvalidInputException.class,
        () -> GroupIdentificationCount.of(Instruments.UCLA_3, 5, "family"));
    assertThrows(InvalidInputException.class, () -> GroupIdentificationCount.of(GIS, 5));
    assertThrows(InvalidInputException.class, () -> GroupIdentificationCount.of(GIS, 5, "a", "a"));
    assertThrows(
        InvalidInputException.class, () -> GroupIdentificationCount.of(GIS, 5, "Our Street"));
  }

  private static Dataset scored() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader(
                """
                id,f_1,f_2,f_3,f_4,c_1,c_2,c_3,c_4
                1,7,6,5,4,5,5,5,5
                2,1,1,1,1,5,5,5,4
                3,7,7,7,7,5,5,,5
                """),
            CsvOptions.defaults());
    return Scorer.batch()
        .instrument(InstrumentColumns.of(GIS, "f_{n}").about("family"))
        .instrument(InstrumentColumns.of(GIS, "c_{n}").about("community"))
        .keep("id")
        .score(raw);
  }

  @Test
  void aFileIsCountedAsTheFormsAre() {
    GroupIdentificationCount rule = GroupIdentificationCount.of(GIS, 5, "family", "community");
    Dataset counted = rule.addTo(scored());
    assertEquals("group-identification.identified-5", rule.name());
    assertArrayEquals(new double[] {2, 0, Double.NaN}, counted.numbers(rule.name()));
    assertEquals(rule.label(), counted.label(rule.name()));
    InvalidInputException lacking =
        assertThrows(InvalidInputException.class, () -> atLeast(5).addTo(scored()));
    assertEquals(
        List.of("column group-identification[own-group].total"),
        lacking.problems().stream().map(Problem::where).toList());
  }

  @Test
  void wavesSideBySideAreCountedEachWithTheirChange() {
    Dataset raw =
        Dataset.readCsv(
            new StringReader("id,a1,a2,a3,a4,b1,b2,b3,b4\n1,7,6,5,4,1,1,1,1\n2,1,1,1,1,6,6,6,6\n"),
            CsvOptions.defaults());
    Dataset scores =
        Scorer.batch()
            .instrument(InstrumentColumns.of(GIS, "a{n}").about("family").at("t0"))
            .instrument(InstrumentColumns.of(GIS, "b{n}").about("family").at("t1"))
            .score(raw);
    assertTrue(scores.has("group-identification[family].total@change"));
    Dataset counted = GroupIdentificationCount.of(GIS, 5, "family").addTo(scores);
    assertArrayEquals(new double[] {1, 0}, counted.numbers("group-identification.identified-5@t0"));
    assertArrayEquals(new double[] {0, 1}, counted.numbers("group-identification.identified-5@t1"));
    assertArrayEquals(
        new double[] {-1, 1}, counted.numbers("group-identification.identified-5@change"));
  }

  private static final BatchScorer BOTH_AT_BOTH =
      Scorer.batch()
          .instrument(InstrumentColumns.of(GIS, "f0{n}").about("family").at("t0"))
          .instrument(InstrumentColumns.of(GIS, "c0{n}").about("community").at("t0"))
          .instrument(InstrumentColumns.of(GIS, "f1{n}").about("family").at("t1"))
          .instrument(InstrumentColumns.of(GIS, "c1{n}").about("community").at("t1"));

  private static Dataset sideBySide() {
    StringBuilder header = new StringBuilder("id");
    for (String form : List.of("f0", "c0", "f1", "c1")) {
      for (int item = 1; item <= 4; item++) {
        header.append(',').append(form).append(item);
      }
    }
    return Dataset.readCsv(
        new StringReader(
            header
                + """

                1,7,6,5,4,5,5,5,5,1,1,1,1,1,1,1,1
                2,1,1,1,1,1,1,1,1,6,6,6,6,6,6,6,6
                3,7,7,7,7,5,5,,5,7,7,7,7,1,1,1,1
                4,,,,,,,,,7,7,7,7,7,7,7,7
                """),
        CsvOptions.defaults());
  }

  /** What {@link GroupIdentificationCount#addTo} adds to a finished file, a batch adds itself. */
  @Test
  void aBatchCountsWhileItScores() {
    GroupIdentificationCount rule = GroupIdentificationCount.of(GIS, 5, "family", "community");
    Dataset after = rule.addTo(BOTH_AT_BOTH.keep("id").score(sideBySide()));
    BatchScores batch = BOTH_AT_BOTH.keep("id").identifications(rule).scoreAll(sideBySide());
    double none = Double.NaN;
    assertArrayEquals(new double[] {2, 0, none, none}, batch.scores().numbers(rule.name() + "@t0"));
    assertArrayEquals(new double[] {0, 2, 1, 2}, batch.scores().numbers(rule.name() + "@t1"));
    assertArrayEquals(
        new double[] {-2, 2, none, none}, batch.scores().numbers(rule.name() + "@change"));
    for (String name : List.of("@t0", "@t1", "@change")) {
      String column = rule.name() + name;
      assertArrayEquals(after.numbers(column), batch.scores().numbers(column));
      assertEquals(after.label(column), batch.scores().label(column));
    }
    ScaleSummary first = batch.summary().scales().get(4);
    assertEquals(rule.name() + "@t0", first.name());
    assertEquals(2, first.scored());
    assertEquals(
        Map.of(NotScoredReason.MISSING_ITEMS, 1, NotScoredReason.NO_ANSWERS, 1), first.notScored());
  }

  @Test
  void rowsAreCountedAsTheyStand() {
    GroupIdentificationCount rule = GroupIdentificationCount.of(GIS, 5, "family", "community");
    Dataset rows =
        Scorer.batch()
            .instrument(InstrumentColumns.of(GIS, "f0{n}").about("family"))
            .instrument(InstrumentColumns.of(GIS, "c0{n}").about("community"))
            .identifications(rule)
            .score(sideBySide());
    assertArrayEquals(new double[] {2, 0, Double.NaN, Double.NaN}, rows.numbers(rule.name()));
    assertEquals(ColumnRole.MEASURE, rows.role(rule.name()));
  }

  @Test
  void aBatchRefusesWhatItCannotCount() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                BOTH_AT_BOTH
                    .identifications(GroupIdentificationCount.of(GIS, 5, "family", "own-group"))
                    .identifications(GroupIdentificationCount.of(GIS, 4, "family"))
                    .identifications(GroupIdentificationCount.of(GIS, 4, "community"))
                    .identifications(GroupIdentificationCount.of(Instruments.SISI, 4, "family"))
                    .score(sideBySide()));
    assertEquals(
        List.of(
            "group-identification.identified-5",
            "group-identification.identified-5",
            "sisi.identified-4",
            "column group-identification.identified-4@t0",
            "column group-identification.identified-4@t1"),
        refused.problems().stream().map(Problem::where).toList());
    assertTrue(
        refused.getMessage().contains("group-identification[own-group].total@t0, which is not"),
        refused.getMessage());
  }

  @Test
  void aCohortIsCountedWaveByWave() {
    Participant person =
        Participant.of("a")
            .with(
                Assessment.at("t0")
                    .with(new GroupIdentification("family", 7, 7, 7, 7).toResponses())
                    .with(new GroupIdentification("community", 1, 1, 1, 1).toResponses()))
            .with(
                Assessment.at("t1")
                    .with(new GroupIdentification("family", 7, 7, 7, 7).toResponses())
                    .with(new GroupIdentification("community", 6, 6, 6, 6).toResponses()));
    Dataset table = Scorer.score(new Cohort(List.of("t0", "t1"), List.of(person)));
    GroupIdentificationCount rule = GroupIdentificationCount.of(GIS, 5, "family", "community");
    assertArrayEquals(new double[] {1, 2}, rule.addTo(table).numbers(rule.name()));
    Dataset wide = rule.addTo(table).widen(Widening.by("id", "wave"));
    assertArrayEquals(new double[] {1}, wide.numbers(rule.name() + "@change"));
  }
}
