package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param attended how many times the person was there, 0 to {@value #MOST_ATTENDED}; empty if not
 *     known; not null
 * @param snomed the identifier of a SNOMED CT concept, such as {@code 871691000000100} (social
 *     prescribing offered) or {@code 1084281000000109} (signposting to social prescribing service);
 *     empty if not coded; not null
 * @since 0.1
 */
@MapperForm
public record Prescription(
    LocalDate date,
    GroupType type,
    Optional<String> name,
    Outcome outcome,
    OptionalInt attended,
    Optional<String> snomed) {
  /** The greatest number of times that can be meant. */
  public static final int MOST_ATTENDED = 4000;

  /** What became of a group or of support that was suggested. */
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
    COMPLETED;

    /**
     * Whether the person went at least once.
     *
     * @return whether the person goes, went and stopped, or went until the end
     */
    public boolean takenUp() {
      return this == ATTENDING || this == LEFT || this == COMPLETED;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long, the
   *     attendance is out of its range or contradicts the outcome, or the code is none of a SNOMED
   *     CT concept
   */
  public Prescription {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Problems problems = new Problems();
    name.ifPresent(text -> PersonText.check(problems, "name", text, GroupMembership.LONGEST_NAME));
    checkAttended(problems, attended, outcome);
    SnomedCode.check(problems, snomed);
    problems.throwIfAny();
  }

  /**
   * A suggestion whose attendance is not known, without a code.
   *
   * @param date when it was suggested
   * @param type what kind of group it is
   * @param name what the group is called; empty if not known
   * @param outcome what became of it
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long
   */
  public Prescription(LocalDate date, GroupType type, Optional<String> name, Outcome outcome) {
    this(date, type, name, outcome, OptionalInt.empty(), Optional.empty());
  }

  static void checkAttended(Problems problems, OptionalInt attended, Outcome outcome) {
    Objects.requireNonNull(attended, "attended");
    int times = attended.orElse(0);
    problems.require(
        times >= 0 && times <= MOST_ATTENDED,
        PersonText.outOfRange(
            "attended",
            0,
            MOST_ATTENDED,
            "must be from 0 to " + MOST_ATTENDED + "; leave it out if it is not known"));
    problems.require(
        times <= 0 || outcome.takenUp(),
        PersonText.contradicts(
            "attended",
            "outcome",
            "must be 0 or left out where the outcome says that the person never went"));
  }

  /**
   * This suggestion with how many times the person was there.
   *
   * @param times how many times
   * @return the changed suggestion
   * @throws org.socialcure.core.InvalidInputException if it is out of its range or contradicts the
   *     outcome
   */
  public Prescription withAttended(int times) {
    return new Prescription(date, type, name, outcome, OptionalInt.of(times), snomed);
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
