package org.socialcure.core.person;

import java.util.Objects;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How people were asked for their groups, without which a count of groups means little.
 *
 * <p>Immutable and thread-safe.
 *
 * @param slots how many groups the form had room for, the ceiling of any count; 1 to 100
 * @param familyAndFriends whether family and friends were to be listed; not null
 * @param importanceMaximum the highest rating of importance, the lowest being 1; 2 to 100, usually
 *     7 or 10
 * @since 0.1
 */
@MapperForm
public record GroupQuestion(int slots, FamilyAndFriends familyAndFriends, int importanceMaximum) {
  private static final int MOST = 100;

  /**
   * Checks the numbers.
   *
   * @throws org.socialcure.core.InvalidInputException if one is out of its range
   */
  public GroupQuestion {
    Objects.requireNonNull(familyAndFriends, "familyAndFriends");
    Problems problems = new Problems();
    problems.require(
        slots >= 1 && slots <= MOST,
        PersonText.outOfRange("slots", 1, MOST, "must be from 1 to " + MOST));
    problems.require(
        importanceMaximum >= 2 && importanceMaximum <= MOST,
        PersonText.outOfRange("importanceMaximum", 2, MOST, "must be from 2 to " + MOST));
    problems.throwIfAny();
  }

  /**
   * A question with importance rated from 1 to 7 that does not speak of family and friends.
   *
   * @param slots how many groups the form has room for
   * @return the question
   * @throws org.socialcure.core.InvalidInputException if the number is out of its range
   */
  public static GroupQuestion withSlots(int slots) {
    return new GroupQuestion(slots, FamilyAndFriends.NOT_SAID, 7);
  }

  /**
   * How people were asked.
   *
   * @return {@code "up to 6 groups, family and friends not said, importance from 1 to 7"}
   */
  @Override
  public String toString() {
    return "up to "
        + slots
        + " groups, family and friends "
        + Words.of(familyAndFriends).replace('-', ' ')
        + ", importance from 1 to "
        + importanceMaximum;
  }
}
