package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Sisi;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;

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
  void wavesSideBySideAreCountedEachAndChangesAreNot() {
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
    assertFalse(counted.has("group-identification.identified-5@change"));
  }
}
