package org.socialcure.core.person;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;

/**
 * The number of a person's groups by a rule, or why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface GroupTally {
  /** Why there is no count. */
  enum Reason {
    /** The question for groups was not answered. */
    NOT_ANSWERED,
    /** A listed group lacks the rating that the rule asks for. */
    RATING_MISSING
  }

  /**
   * The rule by which was counted.
   *
   * @return the rule
   */
  GroupCount rule();

  /**
   * The count.
   *
   * @return the count, or empty if there is none
   */
  OptionalInt value();

  /**
   * A count.
   *
   * @param rule which groups count; not null
   * @param count how many do; not negative
   * @param listed how many entries the person made, whether or not they count
   * @param slots how many entries the form had room for
   */
  record Counted(GroupCount rule, int count, int listed, int slots) implements GroupTally {
    /**
     * Checks the parts.
     *
     * @throws InvalidInputException unless 0 ≤ count ≤ listed ≤ slots
     */
    public Counted {
      Objects.requireNonNull(rule, "rule");
      if (count < 0 || count > listed || listed > slots) {
        throw new InvalidInputException("count", "must be from 0 to listed, and listed to slots");
      }
    }

    @Override
    public OptionalInt value() {
      return OptionalInt.of(count);
    }

    /**
     * Whether the form had no room for more, so that the true number may be higher.
     *
     * @return whether every slot was used
     */
    public boolean atCeiling() {
      return listed == slots;
    }
  }

  /**
   * No count.
   *
   * @param rule which groups would have counted; not null
   * @param reason why there is none; not null
   */
  record NotCounted(GroupCount rule, Reason reason) implements GroupTally {
    /** Refuses null. */
    public NotCounted {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public OptionalInt value() {
      return OptionalInt.empty();
    }
  }

  /**
   * Counts. Entries that mean the {@linkplain GroupMembership#sameGroup same group} count once, and
   * do so if any of them meets the rule.
   *
   * @param memberships the groups
   * @param rule which of them count
   * @return the count, or why there is none
   * @throws InvalidInputException if the rule's threshold is above the highest rating of the
   *     question
   */
  static GroupTally of(GroupMemberships memberships, GroupCount rule) {
    GroupQuestion question = memberships.question();
    if (rule instanceof GroupCount.Important important
        && important.threshold() > question.importanceMaximum()) {
      throw new InvalidInputException(
          "threshold", "must be from 1 to " + question.importanceMaximum());
    }
    if (memberships.answer() == GroupMemberships.Answer.NOT_ANSWERED) {
      return new NotCounted(rule, Reason.NOT_ANSWERED);
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
        return new NotCounted(rule, Reason.RATING_MISSING);
      }
    }
    return new Counted(rule, count, memberships.groups().size(), question.slots());
  }

  private static boolean meets(GroupMembership group, GroupCount rule) {
    if (rule instanceof GroupCount.Important important) {
      return group.importance().orElse(0) >= important.threshold();
    }
    if (rule instanceof GroupCount.IdentifiedWith identified) {
      return group.identification().orElse(0) >= identified.threshold();
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
