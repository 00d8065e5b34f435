package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.SocialIdentityResult.Reason;

class SocialIdentityMapTest {
  private static MappedGroup group(
      String id, MapImportance importance, int positivity, int alike, int support) {
    return MappedGroup.of(id)
        .withImportance(importance)
        .withPositivity(positivity)
        .withRepresentativeness(alike)
        .withSupport(support);
  }

  /** Four groups rated 9, 6, 7 and 2; five of the six possible ties, two of them easy. */
  private static final SocialIdentityMap MAP =
      SocialIdentityMap.of(
          List.of(
              group("family", MapImportance.LARGE, 9, 10, 8).withName("The Millers"),
              group("choir", MapImportance.MEDIUM, 6, 4, 5),
              group("football", MapImportance.LARGE, 7, 7, 3),
              group("work", MapImportance.SMALL, 2, 7, 1)),
          List.of(
              new GroupTie("family", "choir", GroupCompatibility.EASY),
              new GroupTie("family", "football", GroupCompatibility.MODERATE),
              new GroupTie("family", "work", GroupCompatibility.HARD),
              new GroupTie("choir", "football", GroupCompatibility.EASY),
              new GroupTie("football", "work", GroupCompatibility.HARD)));

  static Stream<Object[]> readings() {
    return Stream.of(
        new Object[] {SocialIdentityIndex.groups(), 4.0, "Groups on the map"},
        new Object[] {
          SocialIdentityIndex.importantGroups(MapImportance.MEDIUM),
          3.0,
          "Important groups (medium or more)"
        },
        new Object[] {
          SocialIdentityIndex.importantGroups(MapImportance.LARGE),
          2.0,
          "Important groups (large or more)"
        },
        new Object[] {SocialIdentityIndex.positiveGroups(7), 2.0, "Positive groups (7 or more)"},
        new Object[] {SocialIdentityIndex.positiveGroups(1), 4.0, "Positive groups (1 or more)"},
        new Object[] {
          SocialIdentityIndex.representativeGroups(7), 3.0, "Representative groups (7 or more)"
        },
        new Object[] {
          SocialIdentityIndex.supportiveGroups(6), 1.0, "Supportive groups (6 or more)"
        },
        new Object[] {SocialIdentityIndex.meanPositivity(), 6.0, "Mean positivity"}, // 24 of 4
        new Object[] {SocialIdentityIndex.compatibleTies(), 2.0, "Compatible ties"},
        new Object[] {SocialIdentityIndex.compatibleShare(), 0.4, "Compatible share of ties"});
  }

  @ParameterizedTest
  @MethodSource("readings")
  void indicesReadOffByHand(SocialIdentityIndex index, double value, String label) {
    SocialIdentityResult result = MAP.index(index);
    assertEquals(OptionalDouble.of(value), result.value());
    assertEquals(label, index.label());
    assertEquals(Evidence.MEMORY_ONLY, result.evidence());
    assertEquals(label + ": known, unverified", result.toString());
    assertEquals(result, Json.read(Json.write(result), SocialIdentityResult.class));
  }

  @Test
  void aPersonWithoutGroupsHasNoneAndNoMean() {
    SocialIdentityMap empty = SocialIdentityMap.of(List.of(), List.of());
    assertEquals(OptionalDouble.of(0), empty.index(SocialIdentityIndex.groups()).value());
    assertEquals(OptionalDouble.of(0), empty.index(SocialIdentityIndex.positiveGroups(7)).value());
    assertEquals(OptionalDouble.of(0), empty.index(SocialIdentityIndex.compatibleTies()).value());
    assertEquals(
        Optional.of(Reason.NO_GROUPS), empty.index(SocialIdentityIndex.meanPositivity()).reason());
    assertEquals(
        Optional.of(Reason.NO_TIES), empty.index(SocialIdentityIndex.compatibleShare()).reason());
  }

  /** A rating that is not there is not a low one. */
  @Test
  void aGroupWithoutTheRatingLeavesTheIndexWithoutAValue() {
    SocialIdentityMap map =
        SocialIdentityMap.of(
            List.of(MappedGroup.of("family").withPositivity(9), MappedGroup.of("choir")),
            List.of());
    for (SocialIdentityIndex index :
        List.of(
            SocialIdentityIndex.positiveGroups(7),
            SocialIdentityIndex.meanPositivity(),
            SocialIdentityIndex.importantGroups(MapImportance.SMALL))) {
      assertEquals(Optional.of(Reason.RATING_MISSING), map.index(index).reason(), index.label());
      assertTrue(map.index(index).toString().endsWith("none, rating missing, unverified"));
    }
    assertEquals(OptionalDouble.of(2), map.index(SocialIdentityIndex.groups()).value());
  }

  @Test
  void everyFaultOfAMapIsToldAtOnce() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                SocialIdentityMap.of(
                    List.of(MappedGroup.of("a"), MappedGroup.of("b"), MappedGroup.of("a")),
                    List.of(
                        new GroupTie("a", "b", GroupCompatibility.EASY),
                        new GroupTie("b", "a", GroupCompatibility.HARD),
                        new GroupTie("a", "c", GroupCompatibility.HARD))));
    assertEquals(
        List.of("groups[2].id", "ties[1]", "ties[2]"),
        refused.problems().stream().map(Problem::where).toList());
    assertThrows(
        InvalidInputException.class, () -> new GroupTie("a", "a", GroupCompatibility.MODERATE));
    assertThrows(InvalidInputException.class, () -> MappedGroup.of("Our Choir"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void ratingsAndThresholdsGoFromOneToTen(int wrong) {
    MappedGroup group = MappedGroup.of("a");
    assertThrows(InvalidInputException.class, () -> group.withPositivity(wrong));
    assertThrows(InvalidInputException.class, () -> group.withSupport(wrong));
    assertThrows(InvalidInputException.class, () -> group.withRepresentativeness(wrong));
    assertThrows(InvalidInputException.class, () -> SocialIdentityIndex.positiveGroups(wrong));
  }

  @Test
  void goesToJsonAndBackAndPrintsNothingThatThePersonSaid() {
    assertEquals(MAP, Json.read(Json.write(MAP), SocialIdentityMap.class));
    assertEquals("SocialIdentityMap[4 groups, 5 ties]", MAP.toString());
    assertFalse(MAP.groups().get(0).toString().contains("Miller"));
    assertEquals("MappedGroup[family]", MAP.groups().get(0).toString());
    assertEquals("GroupTie[family, choir]", MAP.ties().get(0).toString());
  }
}
