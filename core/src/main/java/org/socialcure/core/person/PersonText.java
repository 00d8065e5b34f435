package org.socialcure.core.person;

import java.util.Objects;
import org.socialcure.core.Problems;

/** The rule for short texts that people write: one line, not blank, not endless. */
final class PersonText {
  private PersonText() {}

  static void check(Problems problems, String where, String text, int longest) {
    Objects.requireNonNull(text, where);
    problems.require(!text.isBlank(), where, "must not be blank; leave it out if there is none");
    problems.require(
        text.length() <= longest, where, "must have at most " + longest + " characters");
    problems.require(
        text.chars().noneMatch(Character::isISOControl),
        where,
        "must stand on one line, without control characters");
  }
}
