package org.socialcure.core.person;

import java.util.Map;
import java.util.Objects;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a person said or a worker noted about them, kept for the people who work with the person. It
 * stands in no message and no data set for evaluation; JSON holds it, as a text.
 *
 * <p>Immutable and thread-safe. {@code toString} shows nothing of it, so that neither does that of
 * anything it is a part of.
 *
 * @param text the words; not null, not blank, at most {@value #LONGEST} characters, line breaks
 *     allowed
 * @since 0.1
 */
@MapperForm
public record OwnWords(String text) {
  /** How long the words may be. */
  public static final int LONGEST = 10_000;

  /**
   * Checks the words.
   *
   * @throws org.socialcure.core.InvalidInputException if they are blank, too long or hold control
   *     characters other than tabs and line breaks
   */
  public OwnWords {
    Objects.requireNonNull(text, "text");
    Problems problems = new Problems();
    problems.require(
        !text.isBlank(),
        Problem.coded(
            "text",
            ProblemCode.BLANK,
            Map.of(),
            "must not be blank; leave it out if there is none"));
    problems.require(
        text.length() <= LONGEST,
        Problem.coded(
            "text",
            ProblemCode.TOO_LONG,
            Map.of("most", Integer.toString(LONGEST)),
            "must have at most " + LONGEST + " characters"));
    problems.require(
        text.chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0),
        Problem.coded(
            "text",
            ProblemCode.CONTROL_CHARACTERS,
            Map.of(),
            "must not hold control characters other than tabs and line breaks"));
    problems.throwIfAny();
  }

  /**
   * That there are words, and none of them.
   *
   * @return {@code "OwnWords"}
   */
  @Override
  public String toString() {
    return "OwnWords";
  }
}
