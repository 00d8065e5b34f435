package org.socialcure.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** Lists of groups, "none", no answer, and the rules by which groups are counted. */
class GroupMembershipsTest {
  private static final GroupQuestion SIX = GroupQuestion.withSlots(6);

  private static GroupMembership group(GroupType type, int importance, double identification) {
    return GroupMembership.of(type).withImportance(importance).withIdentification(identification);
  }

  private final GroupMemberships three =
      GroupMemberships.listed(
          SIX,
          group(GroupType.SPORT, 7, 6.25).withName("Striders"),
          group(GroupType.FAITH, 4, 5).withName("St Anne"),
          group(GroupType.FAMILY, 2, 3.5));

  @Test
  void eachRuleCountsItsGroups() {
    assertEquals(OptionalInt.of(3), three.count(GroupCount.all()).value());
    assertEquals(OptionalInt.of(2), three.count(GroupCount.important(4)).value());
    assertEquals(OptionalInt.of(1), three.count(GroupCount.important(5)).value());
    assertEquals(OptionalInt.of(2), three.count(GroupCount.identifiedWith(5)).value());
    assertEquals(OptionalInt.of(1), three.count(GroupCount.identifiedWith(5.01)).value());
  }

  @Test
  void noneIsZeroAndNoAnswerIsNot() {
    assertEquals(OptionalInt.of(0), GroupMemberships.none(SIX).count(GroupCount.all()).value());
    GroupTally.NotCounted tally =
        assertInstanceOf(
            GroupTally.NotCounted.class, GroupMemberships.notAnswered(SIX).count(GroupCount.all()));
    assertEquals(GroupTally.Reason.NOT_ANSWERED, tally.reason());
    assertEquals(OptionalInt.empty(), tally.value());
  }

  @Test
  void aMissingRatingLeavesTheCountOpen() {
    GroupMemberships groups =
        GroupMemberships.listed(
            SIX, group(GroupType.SPORT, 7, 7), GroupMembership.of(GroupType.FAITH));
    assertEquals(OptionalInt.of(2), groups.count(GroupCount.all()).value());
    for (GroupCount rule : List.of(GroupCount.important(4), GroupCount.identifiedWith(5))) {
      GroupTally.NotCounted tally =
          assertInstanceOf(GroupTally.NotCounted.class, groups.count(rule));
      assertEquals(GroupTally.Reason.RATING_MISSING, tally.reason());
      assertEquals(rule, tally.rule());
    }
  }

  @Test
  void repeatsCountOnceIfAnyOfThemCounts() {
    GroupMemberships groups =
        GroupMemberships.listed(
            SIX,
            GroupMembership.of(GroupType.MUSIC_AND_ARTS, "Town Choir"),
            GroupMembership.of(GroupType.MUSIC_AND_ARTS, " town  CHOIR ").withImportance(6),
            GroupMembership.of(GroupType.MUSIC_AND_ARTS, "Town choir").withImportance(2),
            GroupMembership.of(GroupType.FAITH, "Town Choir").withImportance(1));
    assertEquals(OptionalInt.of(2), groups.count(GroupCount.all()).value());
    assertEquals(OptionalInt.of(1), groups.count(GroupCount.important(5)).value());
    assertEquals(2, groups.distinct().size());
    GroupMemberships unnamed =
        GroupMemberships.listed(
            SIX, GroupMembership.of(GroupType.SPORT), GroupMembership.of(GroupType.SPORT));
    assertEquals(OptionalInt.of(2), unnamed.count(GroupCount.all()).value());
  }

  @Test
  void aFullFormIsAtItsCeilingWhateverCounts() {
    GroupMemberships full =
        GroupMemberships.listed(
            GroupQuestion.withSlots(2), group(GroupType.SPORT, 7, 7), group(GroupType.FAITH, 1, 1));
    for (GroupCount rule : List.of(GroupCount.all(), GroupCount.important(5))) {
      assertTrue(assertInstanceOf(GroupTally.Counted.class, full.count(rule)).atCeiling());
    }
    assertFalse(
        assertInstanceOf(GroupTally.Counted.class, three.count(GroupCount.all())).atCeiling());
  }

  @Test
  void statesThatCannotBeAreRefused() {
    assertThrows(InvalidInputException.class, () -> GroupMemberships.listed(SIX, List.of()));
    assertThrows(
        InvalidInputException.class,
        () ->
            new GroupMemberships(
                SIX, GroupMemberships.Answer.NONE, List.of(GroupMembership.of(GroupType.HOBBY))));
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                GroupMemberships.listed(
                    GroupQuestion.withSlots(1),
                    group(GroupType.SPORT, 7, 7),
                    group(GroupType.SPORT, 8, 7)));
    assertEquals(
        List.of("groups", "groups[1].importance"),
        e.problems().stream().map(Problem::where).toList());
    assertThrows(InvalidInputException.class, () -> GroupMembership.of(GroupType.SPORT, " "));
    assertThrows(InvalidInputException.class, () -> GroupMembership.of(GroupType.SPORT, "a\nb"));
    assertThrows(
        InvalidInputException.class,
        () -> GroupMembership.of(GroupType.SPORT, "x".repeat(GroupMembership.LONGEST_NAME + 1)));
    assertThrows(
        InvalidInputException.class,
        () -> GroupMembership.of(GroupType.SPORT).withIdentification(7.5));
    assertThrows(
        InvalidInputException.class,
        () -> GroupMembership.of(GroupType.SPORT).withIdentification(Double.NaN));
    assertThrows(
        InvalidInputException.class, () -> GroupMembership.of(GroupType.SPORT).withImportance(0));
    assertThrows(InvalidInputException.class, () -> GroupQuestion.withSlots(0));
    assertThrows(
        InvalidInputException.class, () -> new GroupQuestion(6, FamilyAndFriends.INCLUDED, 1));
  }

  @Test
  void thresholdsAreOnTheRatingScale() {
    assertThrows(InvalidInputException.class, () -> GroupCount.important(0));
    assertThrows(InvalidInputException.class, () -> GroupCount.identifiedWith(0.5));
    assertThrows(InvalidInputException.class, () -> GroupCount.identifiedWith(Double.NaN));
    assertThrows(InvalidInputException.class, () -> three.count(GroupCount.important(8)));
  }

  @Test
  void nothingPersonalIsPrinted() {
    GroupMembership group =
        GroupMembership.of(GroupType.SUPPORT_GROUP, "Grief circle")
            .withSince(LocalDate.of(2019, 3, 1))
            .withFrequency(MeetingFrequency.WEEKLY)
            .withImportance(7);
    assertEquals("GroupMembership[SUPPORT_GROUP]", group.toString());
    assertEquals("GroupMemberships[LISTED, 3 of 6 slots]", three.toString());
  }

  @Test
  void columnsAreNamedByRule() {
    assertEquals(
        List.of("groups", "groups-important-5", "groups-identified-4.5", "groups-identified-5"),
        Stream.of(
                GroupCount.all(),
                GroupCount.important(5),
                GroupCount.identifiedWith(4.5),
                GroupCount.identifiedWith(5))
            .map(GroupCount::column)
            .toList());
  }

  @Provide
  Arbitrary<GroupMemberships> lists() {
    Arbitrary<GroupMembership> groups =
        Combinators.combine(
                Arbitraries.of(GroupType.SPORT, GroupType.FAITH),
                Arbitraries.of("a", "A ", "b", "c"),
                Arbitraries.integers().between(1, 7),
                Arbitraries.doubles().between(1, 7))
            .as(
                (type, name, importance, identification) ->
                    group(type, importance, identification).withName(name));
    return groups.list().ofMinSize(1).ofMaxSize(6).map(list -> GroupMemberships.listed(SIX, list));
  }

  @Property(tries = 200)
  void higherThresholdsNeverCountMoreAndTheLowestCountsAll(
      @ForAll("lists") GroupMemberships groups) {
    int all = groups.count(GroupCount.all()).value().orElseThrow();
    assertEquals(groups.distinct().size(), all);
    int importantBefore = all;
    int identifiedBefore = all;
    assertEquals(all, groups.count(GroupCount.important(1)).value().orElseThrow());
    assertEquals(all, groups.count(GroupCount.identifiedWith(1)).value().orElseThrow());
    for (int threshold = 1; threshold <= 7; threshold++) {
      int important = groups.count(GroupCount.important(threshold)).value().orElseThrow();
      int identified = groups.count(GroupCount.identifiedWith(threshold)).value().orElseThrow();
      assertTrue(important <= importantBefore && identified <= identifiedBefore);
      importantBefore = important;
      identifiedBefore = identified;
    }
  }
}
