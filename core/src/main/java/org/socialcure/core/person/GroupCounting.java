package org.socialcure.core.person;

import java.util.List;
import org.socialcure.core.InvalidInputException;

/** Counts the groups of a person by a rule. */
final class GroupCounting {
  private GroupCounting() {}

  static GroupTally count(GroupMemberships memberships, GroupCount rule) {
    GroupQuestion question = memberships.question();
    if (rule instanceof GroupCount.Important important
        && important.threshold() > question.importanceMaximum()) {
      throw new InvalidInputException(
          "threshold", "must be from 1 to " + question.importanceMaximum());
    }
    if (memberships.answer() == GroupMemberships.Answer.NOT_ANSWERED) {
      return new GroupTally.NotCounted(rule, GroupTally.Reason.NOT_ANSWERED);
    }
    int count = 0;
    for (GroupMembership group : memberships.distinct()) {
      List<GroupMembership> entries =
          memberships.groups().stream()
              .filter(other -> other.equals(group) || other.sameGroup(group))
              .toList();
      if (entries.stream().anyMatch(entry -> meets(entry, rule))) {
        count++;
      } else if (entries.stream().noneMatch(entry -> rated(entry, rule))) {
        return new GroupTally.NotCounted(rule, GroupTally.Reason.RATING_MISSING);
      }
    }
    return new GroupTally.Counted(rule, count, memberships.groups().size(), question.slots());
  }

  private static boolean meets(GroupMembership group, GroupCount rule) {
    if (rule instanceof GroupCount.Important important) {
      return group.importance().orElse(0) >= important.threshold();
    }
    if (rule instanceof GroupCount.IdentifiedWith identified) {
      return group.identification().orElse(0) >= identified.threshold();
    }
    if (rule instanceof GroupCount.OfType typed) {
      return group.type() == typed.type();
    }
    return true;
  }

  private static boolean rated(GroupMembership group, GroupCount rule) {
    if (rule instanceof GroupCount.Important) {
      return group.importance().isPresent();
    }
    if (rule instanceof GroupCount.IdentifiedWith) {
      return group.identification().isPresent();
    }
    return true;
  }
}
