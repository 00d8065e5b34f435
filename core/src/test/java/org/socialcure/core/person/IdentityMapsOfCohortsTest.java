package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;

/** Social identity maps of people at waves, as columns that are counted by hand. */
class IdentityMapsOfCohortsTest {
  private static final SocialIdentityMap MAP =
      SocialIdentityMap.of(
          List.of(
              MappedGroup.of("family").withImportance(MapImportance.LARGE).withPositivity(9),
              MappedGroup.of("choir").withImportance(MapImportance.SMALL).withPositivity(6)),
          List.of(new GroupTie("family", "choir", GroupCompatibility.EASY)));

  private static final SocialIdentityMap NONE = SocialIdentityMap.of(List.of(), List.of());

  private static final Cohort COHORT =
      new Cohort(
          List.of("T0", "T1"),
          List.of(
              Participant.of("a")
                  .with(Assessment.at("T0").with(NONE))
                  .with(Assessment.at("T1").with(MAP)),
              Participant.of("b").with(Assessment.at("T0"))));

  @Test
  void indicesWithoutAThresholdStandInTheTableOfThemselves() {
    Dataset table = COHORT.toDataset();
    assertArrayEquals(new double[] {0, 2, Double.NaN}, table.numbers("social-identity-map.groups"));
    double[] mean = table.numbers("social-identity-map.mean-positivity");
    assertArrayEquals(new double[] {Double.NaN, 7.5, Double.NaN}, mean);
    assertArrayEquals(
        new double[] {0, 1, Double.NaN}, table.numbers("social-identity-map.compatible-ties"));
    assertArrayEquals(
        new double[] {Double.NaN, 1, Double.NaN},
        table.numbers("social-identity-map.compatible-share"));
    assertEquals("Groups on the map, unverified", table.label("social-identity-map.groups"));
    Dataset wide = table.widen("id", "wave", COHORT.waves());
    assertArrayEquals(
        new double[] {2, Double.NaN}, wide.numbers("social-identity-map.groups@change"));
  }

  @Test
  void othersAreAskedForAndHaveNamesOfTheirOwn() {
    List<SocialIdentityIndex> indices =
        List.of(
            SocialIdentityIndex.positiveGroups(7),
            SocialIdentityIndex.positiveGroups(5),
            SocialIdentityIndex.importantGroups(MapImportance.LARGE),
            SocialIdentityIndex.supportiveGroups(7));
    Dataset table = COHORT.toDataset(List.of(), indices);
    assertArrayEquals(
        new double[] {0, 1, Double.NaN}, table.numbers("social-identity-map.positivity-7"));
    assertArrayEquals(
        new double[] {0, 2, Double.NaN}, table.numbers("social-identity-map.positivity-5"));
    assertArrayEquals(
        new double[] {0, 1, Double.NaN}, table.numbers("social-identity-map.important-large"));
    assertArrayEquals(
        new double[] {0, Double.NaN, Double.NaN}, table.numbers("social-identity-map.support-7"));
    assertFalse(table.has("social-identity-map.groups"));
    assertThrows(
        InvalidInputException.class,
        () ->
            COHORT.toDataset(
                List.of(), List.of(SocialIdentityIndex.groups(), SocialIdentityIndex.groups())));
  }

  @Test
  void aCohortWithoutMapsHasNoColumnsOfThem() {
    Cohort plain =
        new Cohort(List.of("T0"), List.of(Participant.of("b").with(Assessment.at("T0"))));
    assertTrue(
        plain.toDataset().names().stream().noneMatch(it -> it.startsWith("social-identity-map")));
  }

  @Test
  void aMapGoesToJsonWithItsAssessmentAndIsNotPrinted() {
    Assessment assessment = Assessment.at("T1").with(MAP);
    String json = Json.write(assessment);
    assertEquals(assessment, Json.read(json, Assessment.class));
    assertTrue(json.contains("\"identityMap\""), json);
    assertFalse(Json.write(Assessment.at("T1")).contains("identityMap"));
    assertEquals(
        "Assessment[T1: 0 instruments, 0 services, social identity map]", assessment.toString());
  }
}
