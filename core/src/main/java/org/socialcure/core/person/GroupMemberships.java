package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A person's answer to the question for groups: a list, an explicit "none", or no answer. An empty
 * list alone would not tell the last two apart.
 *
 * <p>Immutable and thread-safe. {@code toString} shows how many groups were listed, not which.
 *
 * @param question how the person was asked; not null
 * @param answer what kind of answer it is; not null
 * @param groups the groups as listed, duplicates included; empty unless the answer is {@link
 *     Answer#LISTED}; at most as many as the question has slots; not null
 * @since 0.1
 */
@MapperForm
public record GroupMemberships(
    GroupQuestion question, Answer answer, List<GroupMembership> groups) {
  /** What kind of answer was given to the question for groups. */
  @MapperForm
  public enum Answer {
    /** At least one group was listed. */
    LISTED,
    /** The person said that there is none. */
    NONE,
    /** The person did not answer. */
    NOT_ANSWERED
  }

  /**
   * Copies the list and checks it against the question and the kind of answer.
   *
   * @throws org.socialcure.core.InvalidInputException if groups are listed though the answer is not
   *     {@link Answer#LISTED} or the reverse, there are more than there are slots, or a rating of
   *     importance is above the question's highest
   */
  public GroupMemberships {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
    groups = List.copyOf(groups);
    Problems problems = new Problems();
    if (answer == Answer.LISTED) {
      problems.require(
          !groups.isEmpty(),
          Problem.coded(
              "groups",
              ProblemCode.NOTHING_LISTED,
              Map.of(),
              "must hold a group; or say that there is none, or no answer"));
    } else {
      problems.require(
          groups.isEmpty(),
          PersonText.contradicts("groups", "answer", "must be empty unless groups were listed"));
    }
    problems.require(
        groups.size() <= question.slots(),
        Problem.coded(
            "groups",
            ProblemCode.TOO_MANY,
            Map.of("most", Integer.toString(question.slots())),
            "must hold at most as many groups as the question has slots: " + question.slots()));
    for (int i = 0; i < groups.size(); i++) {
      problems.require(
          groups.get(i).importance().orElse(1) <= question.importanceMaximum(),
          PersonText.outOfRange(
              "groups[" + i + "].importance",
              1,
              question.importanceMaximum(),
              "must be from 1 to " + question.importanceMaximum()));
    }
    problems.throwIfAny();
  }

  /**
   * Groups that were listed.
   *
   * @param question how the person was asked
   * @param groups at least one group
   * @return the answer
   * @throws org.socialcure.core.InvalidInputException as the constructor does
   */
  public static GroupMemberships listed(GroupQuestion question, List<GroupMembership> groups) {
    return new GroupMemberships(question, Answer.LISTED, groups);
  }

  /**
   * Groups that were listed.
   *
   * @param question how the person was asked
   * @param groups at least one group
   * @return the answer
   * @throws org.socialcure.core.InvalidInputException as the constructor does
   */
  public static GroupMemberships listed(GroupQuestion question, GroupMembership... groups) {
    return listed(question, List.of(groups));
  }

  /**
   * The person said that there is no group.
   *
   * @param question how the person was asked
   * @return the answer
   */
  public static GroupMemberships none(GroupQuestion question) {
    return new GroupMemberships(question, Answer.NONE, List.of());
  }

  /**
   * The person did not answer.
   *
   * @param question how the person was asked
   * @return the answer
   */
  public static GroupMemberships notAnswered(GroupQuestion question) {
    return new GroupMemberships(question, Answer.NOT_ANSWERED, List.of());
  }

  /**
   * The groups without repeats.
   *
   * @return the first entry of each {@linkplain GroupMembership#sameGroup same group}, in order
   */
  public List<GroupMembership> distinct() {
    List<GroupMembership> distinct = new ArrayList<>();
    for (GroupMembership group : groups) {
      if (distinct.stream().noneMatch(group::sameGroup)) {
        distinct.add(group);
      }
    }
    return List.copyOf(distinct);
  }

  /**
   * Counts the groups by a rule. Entries that mean the {@linkplain GroupMembership#sameGroup same
   * group} count once, and do so if any of them meets the rule.
   *
   * @param rule which groups count
   * @return the count, or why there is none
   * @throws org.socialcure.core.InvalidInputException if the rule's threshold is above the highest
   *     rating of the question
   */
  public GroupTally count(GroupCount rule) {
    return GroupCounting.count(this, rule);
  }

  /**
   * How many groups were listed, and none of them.
   *
   * @return for example {@code GroupMemberships[LISTED, 3 of 6 slots]}
   */
  @Override
  public String toString() {
    return "GroupMemberships["
        + answer
        + ", "
        + groups.size()
        + " of "
        + question.slots()
        + " slots]";
  }
}
