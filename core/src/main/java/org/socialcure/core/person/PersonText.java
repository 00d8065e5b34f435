package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
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
  /** A number that is not from the least to the most. */
  static Problem outOfRange(String where, int least, int most, String message) {
    return Problem.coded(
        where,
        ProblemCode.OUT_OF_RANGE,
        Map.of("least", Integer.toString(least), "most", Integer.toString(most)),
        message);
  }

  /** Something that may stand once. */
  static Problem repeated(String where, String message) {
    return Problem.coded(where, ProblemCode.REPEATED, Map.of(), message);
  }

  /** A field that another one rules out. */
  static Problem contradicts(String where, String other, String message) {
    return Problem.coded(where, ProblemCode.CONTRADICTS, Map.of("field", other), message);
  }

  static void check(Problems problems, String where, String text, int longest) {
    Objects.requireNonNull(text, where);
    problems.require(
        !text.isBlank(),
        Problem.coded(
            where,
            ProblemCode.BLANK,
            Map.of(),
            "must not be blank; leave it out if there is none"));
    problems.require(
        text.length() <= longest,
        Problem.coded(
            where,
            ProblemCode.TOO_LONG,
            Map.of("most", Integer.toString(longest)),
            "must have at most " + longest + " characters"));
    problems.require(
        text.chars().noneMatch(Character::isISOControl),
        Problem.coded(
            where,
            ProblemCode.CONTROL_CHARACTERS,
            Map.of(),
            "must stand on one line, without control characters"));
  }
}
