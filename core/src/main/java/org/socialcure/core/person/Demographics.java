package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What an evaluation needs to know about who a person is, and nothing that names them: name, date
 * of birth, address and numbers of health services stay with the system that keeps the records.
 *
 * <p>Immutable and thread-safe. {@code toString} shows which parts are known, not what they are.
 *
 * @param birthYear the year of birth, {@value #EARLIEST} to {@value #LATEST}; empty if not known or
 *     the age band is; not null
 * @param ageBand the age as a band, {@code 65-74} or {@code 85+}; empty if not known or the year of
 *     birth is; not null
 * @param sex the sex; empty if not known; not null
 * @param practice a key for the practice that means nothing to this library; empty if not known;
 *     not null, not blank, at most {@value Participant#LONGEST_KEY} characters
 * @since 0.1
 */
@MapperForm
public record Demographics(
    OptionalInt birthYear, Optional<String> ageBand, Optional<Sex> sex, Optional<String> practice) {
  /** The earliest year of birth. */
  public static final int EARLIEST = 1850;

  /** The latest year of birth. */
  public static final int LATEST = 2150;

  private static final Pattern BAND = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the year is out of its range, the band is
   *     none, both are given, or the key of the practice is blank or too long
   */
  public Demographics {
    Objects.requireNonNull(birthYear, "birthYear");
    Objects.requireNonNull(ageBand, "ageBand");
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(practice, "practice");
    Problems problems = new Problems();
    int year = birthYear.orElse(EARLIEST);
    problems.require(
        year >= EARLIEST && year <= LATEST,
        PersonText.outOfRange(
            "birthYear",
            EARLIEST,
            LATEST,
            "must be a year from "
                + EARLIEST
                + " to "
                + LATEST
                + "; leave it out if it is not known"));
    problems.require(
        ageBand.isEmpty() || isBand(ageBand.get()),
        Problem.coded(
            "ageBand",
            ProblemCode.NOT_AN_AGE_BAND,
            Map.of(),
            "must be two ages with a hyphen, the lower first, or one with a plus, such as 65-74 or 85+"));
    problems.require(
        birthYear.isEmpty() || ageBand.isEmpty(),
        PersonText.contradicts(
            "ageBand", "birthYear", "must be left out where the year of birth is given"));
    practice.ifPresent(key -> PersonText.check(problems, "practice", key, Participant.LONGEST_KEY));
    problems.throwIfAny();
  }

  private static boolean isBand(String text) {
    var ages = BAND.matcher(text);
    return ages.matches()
        && (ages.group(2) == null
            || Integer.parseInt(ages.group(1)) <= Integer.parseInt(ages.group(2)));
  }

  /**
   * Nothing is known yet.
   *
   * @return demographics without any part
   */
  public static Demographics unknown() {
    return new Demographics(
        OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * These with the year of birth, in the place of an age band.
   *
   * @param year the year
   * @return the changed demographics
   * @throws org.socialcure.core.InvalidInputException if it is out of its range
   */
  public Demographics bornIn(int year) {
    return new Demographics(OptionalInt.of(year), Optional.empty(), sex, practice);
  }

  /**
   * These with an age band, in the place of a year of birth.
   *
   * @param band the band, {@code 65-74} or {@code 85+}
   * @return the changed demographics
   * @throws org.socialcure.core.InvalidInputException if it is none
   */
  public Demographics aged(String band) {
    return new Demographics(OptionalInt.empty(), Optional.of(band), sex, practice);
  }

  /**
   * These with the sex.
   *
   * @param known the sex
   * @return the changed demographics
   */
  public Demographics with(Sex known) {
    return new Demographics(birthYear, ageBand, Optional.of(known), practice);
  }

  /**
   * These with the practice.
   *
   * @param key a key for the practice
   * @return the changed demographics
   * @throws org.socialcure.core.InvalidInputException if it is blank or too long
   */
  public Demographics atPractice(String key) {
    return new Demographics(birthYear, ageBand, sex, Optional.of(key));
  }

  /**
   * Which parts are known.
   *
   * @return for example {@code Demographics[birth year, sex]}
   */
  @Override
  public String toString() {
    List<String> known = new ArrayList<>();
    birthYear.ifPresent(year -> known.add("birth year"));
    ageBand.ifPresent(band -> known.add("age band"));
    sex.ifPresent(one -> known.add("sex"));
    practice.ifPresent(key -> known.add("practice"));
    return "Demographics[" + String.join(", ", known) + "]";
  }
}
