package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.socialcure.core.Problems;

/** What the records of people share: the rule for their short texts, and lists and their counts. */
final class PersonText {
  private PersonText() {}

  /** How many there are: {@code 2 goals}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The list with one element more. */
  static <T> List<T> append(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** One line, not blank, not endless. */
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
