package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A group that a link worker suggested to a person, and what became of it.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the type and the outcome only.
 *
 * @param date when it was suggested; not null
 * @param type what kind of group it is; not null
 * @param name what the group is called; empty if not known; not null, not blank, at most {@value
 *     GroupMembership#LONGEST_NAME} characters
 * @param outcome what became of it; not null
 * @since 0.1
 */
@MapperForm
public record Prescription(LocalDate date, GroupType type, Optional<String> name, Outcome outcome) {
  /** What became of a suggested group. */
  @MapperForm
  public enum Outcome {
    /** Suggested; nothing more is known. */
    SUGGESTED,
    /** The person did not want to go. */
    DECLINED,
    /** The person wanted to go and never went. */
    NOT_TAKEN_UP,
    /** The person goes. */
    ATTENDING,
    /** The person went and stopped before the end. */
    LEFT,
    /** The person went until the end. */
    COMPLETED
  }

  /**
   * Checks the name.
   *
   * @throws org.socialcure.core.InvalidInputException if it is blank or too long
   */
  public Prescription {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Problems problems = new Problems();
    name.ifPresent(text -> PersonText.check(problems, "name", text, GroupMembership.LONGEST_NAME));
    problems.throwIfAny();
  }

  /**
   * Whether a membership is of the suggested group: same type and, letter case and blanks aside,
   * same name. Without both names nothing says so.
   *
   * @param membership a group that the person belongs to
   * @return whether it is the suggested group
   */
  public boolean ledTo(GroupMembership membership) {
    return name.map(text -> GroupMembership.of(type, text).sameGroup(membership)).orElse(false);
  }

  /**
   * The type and the outcome and nothing else.
   *
   * @return for example {@code Prescription[SPORT, ATTENDING]}
   */
  @Override
  public String toString() {
    return "Prescription[" + type + ", " + outcome + "]";
  }
}
