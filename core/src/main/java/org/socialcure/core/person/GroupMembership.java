package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One group that a person belongs to, as the person described it.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the type only.
 *
 * @param type what kind of group it is; not null
 * @param name what the person calls it; empty if not given; not null, not blank, at most {@value
 *     #LONGEST_NAME} characters, without line breaks
 * @param since when the person joined; the first day of the month or year where no more is known;
 *     empty if not given; not null
 * @param frequency how often the person takes part; empty if not given; not null
 * @param importance how important the group is to the person, 1 to the {@linkplain
 *     GroupQuestion#importanceMaximum() highest rating of the question}; empty if not given; not
 *     null
 * @param identification how strongly the person identifies with the group, 1 to 7, a mean of items
 *     where several were asked; empty if not given; not null
 * @since 0.1
 */
@MapperForm
public record GroupMembership(
    GroupType type,
    Optional<String> name,
    Optional<LocalDate> since,
    Optional<MeetingFrequency> frequency,
    OptionalInt importance,
    OptionalDouble identification) {
  /** How long a name may be. */
  public static final int LONGEST_NAME = 200;

  /** The highest rating of identification; the lowest is 1. */
  public static final int HIGHEST_IDENTIFICATION = 7;

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long, or a rating
   *     is out of its range
   */
  public GroupMembership {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(frequency, "frequency");
    Objects.requireNonNull(importance, "importance");
    Objects.requireNonNull(identification, "identification");
    Problems problems = new Problems();
    name.ifPresent(text -> PersonText.check(problems, "name", text, LONGEST_NAME));
    problems.require(
        importance.isEmpty() || importance.getAsInt() >= 1,
        Problem.coded(
            "importance", ProblemCode.TOO_SMALL, Map.of("least", "1"), "must be at least 1"));
    problems.require(
        identification.isEmpty()
            || (identification.getAsDouble() >= 1
                && identification.getAsDouble() <= HIGHEST_IDENTIFICATION),
        PersonText.outOfRange(
            "identification",
            1,
            HIGHEST_IDENTIFICATION,
            "must be from 1 to " + HIGHEST_IDENTIFICATION));
    problems.throwIfAny();
  }

  /**
   * A group of which only the type is known.
   *
   * @param type what kind of group it is
   * @return the membership
   */
  public static GroupMembership of(GroupType type) {
    return new GroupMembership(
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty());
  }

  /**
   * A group with a name.
   *
   * @param type what kind of group it is
   * @param name what the person calls it
   * @return the membership
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long
   */
  public static GroupMembership of(GroupType type, String name) {
    return of(type).withName(name);
  }

  /**
   * This membership with a name.
   *
   * @param newName what the person calls the group
   * @return the changed membership
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long
   */
  public GroupMembership withName(String newName) {
    return new GroupMembership(
        type, Optional.of(newName), since, frequency, importance, identification);
  }

  /**
   * This membership with the day of joining.
   *
   * @param date when the person joined
   * @return the changed membership
   */
  public GroupMembership withSince(LocalDate date) {
    return new GroupMembership(
        type, name, Optional.of(date), frequency, importance, identification);
  }

  /**
   * This membership with how often the person takes part.
   *
   * @param often how often
   * @return the changed membership
   */
  public GroupMembership withFrequency(MeetingFrequency often) {
    return new GroupMembership(type, name, since, Optional.of(often), importance, identification);
  }

  /**
   * This membership with a rating of importance.
   *
   * @param rating 1 to the highest rating of the question
   * @return the changed membership
   * @throws org.socialcure.core.InvalidInputException if the rating is below 1
   */
  public GroupMembership withImportance(int rating) {
    return new GroupMembership(
        type, name, since, frequency, OptionalInt.of(rating), identification);
  }

  /**
   * This membership with a rating of identification.
   *
   * @param rating 1 to 7
   * @return the changed membership
   * @throws org.socialcure.core.InvalidInputException if the rating is out of its range
   */
  public GroupMembership withIdentification(double rating) {
    return new GroupMembership(type, name, since, frequency, importance, OptionalDouble.of(rating));
  }

  /**
   * Whether two entries mean one group: they have the same type and, letter case and blanks aside,
   * the same name. Without a name nothing says that two entries are the same.
   *
   * @param other another entry
   * @return whether both are the same group
   */
  public boolean sameGroup(GroupMembership other) {
    return type == other.type
        && name.isPresent()
        && other.name.isPresent()
        && plain(name.get()).equals(plain(other.name.get()));
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * The type of the group and nothing about the person.
   *
   * @return for example {@code GroupMembership[SPORT]}
   */
  @Override
  public String toString() {
    return "GroupMembership[" + type + "]";
  }
}
