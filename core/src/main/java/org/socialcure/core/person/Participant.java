package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A person in a study or a service, known by a key that means nothing to this library.
 *
 * <p>A window of service use may hold days before and after the referral; {@link Cohort#windows}
 * tells where, and {@link Cohort#aroundReferral} keeps the two sides apart.
 *
 * <p>Immutable and thread-safe. {@code toString} hides the key, and so does every message.
 *
 * @param key what tells the person from others; not null, not blank, at most {@value #LONGEST_KEY}
 *     characters, without line breaks
 * @param referral how the person came; empty if not known; not null
 * @param prescriptions the groups that were suggested, in order; not null
 * @param assessments the waves, at most one each, in order; not null
 * @param demographics what an evaluation needs to know of the person; empty if nothing is known;
 *     not null
 * @param pathway what happened between referral and exit; empty if not known; not null
 * @since 0.1
 */
@MapperForm
public record Participant(
    String key,
    Optional<Referral> referral,
    List<Prescription> prescriptions,
    List<Assessment> assessments,
    Optional<Demographics> demographics,
    Optional<Pathway> pathway) {
  /** How long a key may be. */
  public static final int LONGEST_KEY = 200;

  private static final String NOT_BEFORE =
      "must not be before the referral; correct one of the two dates";

  /**
   * Copies the lists and checks the parts against each other.
   *
   * @throws org.socialcure.core.InvalidInputException if the key is blank or too long, a wave comes
   *     twice, or a part is dated before the referral
   */
  public Participant {
    Objects.requireNonNull(referral, "referral");
    Objects.requireNonNull(demographics, "demographics");
    Objects.requireNonNull(pathway, "pathway");
    prescriptions = List.copyOf(prescriptions);
    assessments = List.copyOf(assessments);
    Problems problems = new Problems();
    PersonText.check(problems, "key", key, LONGEST_KEY);
    Set<String> waves = new HashSet<>();
    for (int i = 0; i < assessments.size(); i++) {
      problems.require(
          waves.add(assessments.get(i).wave()),
          PersonText.repeated(
              "assessments[" + i + "].wave", "must not repeat a wave of the same participant"));
    }
    if (referral.isPresent()) {
      LocalDate referred = referral.get().date();
      checkAgainstReferral(referred, prescriptions, problems);
      pathway.ifPresent(way -> way.checkAgainst(referred, problems));
      int born = demographics.map(Demographics::birthYear).orElse(OptionalInt.empty()).orElse(0);
      problems.require(
          born <= referred.getYear(),
          Problem.coded(
              "demographics.birthYear",
              ProblemCode.OUT_OF_RANGE,
              Map.of(
                  "least",
                  Integer.toString(Demographics.EARLIEST),
                  "most",
                  Integer.toString(referred.getYear())),
              "must not be after the referral"));
    }
    problems.throwIfAny();
  }

  static Problem beforeReferral(String where) {
    return Problem.coded(where, ProblemCode.BEFORE_REFERRAL, Map.of(), NOT_BEFORE);
  }

  private static void checkAgainstReferral(
      LocalDate referred, List<Prescription> prescriptions, Problems problems) {
    for (int i = 0; i < prescriptions.size(); i++) {
      problems.require(
          !prescriptions.get(i).date().isBefore(referred),
          beforeReferral("prescriptions[" + i + "].date"));
    }
  }

  /**
   * A person of whose demographics and pathway nothing is known.
   *
   * @param key what tells the person from others
   * @param referral how the person came; empty if not known
   * @param prescriptions the groups that were suggested, in order
   * @param assessments the waves, at most one each, in order
   * @throws org.socialcure.core.InvalidInputException as the other constructor does
   */
  public Participant(
      String key,
      Optional<Referral> referral,
      List<Prescription> prescriptions,
      List<Assessment> assessments) {
    this(key, referral, prescriptions, assessments, Optional.empty(), Optional.empty());
  }

  /**
   * A person of whom nothing is known yet.
   *
   * @param key what tells the person from others
   * @return the participant
   * @throws org.socialcure.core.InvalidInputException if the key is blank or too long
   */
  public static Participant of(String key) {
    return new Participant(key, Optional.empty(), List.of(), List.of());
  }

  /**
   * This person with a referral.
   *
   * @param how the referral
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if something is dated before it
   */
  public Participant with(Referral how) {
    return new Participant(
        key, Optional.of(how), prescriptions, assessments, demographics, pathway);
  }

  /**
   * This person with one more suggested group.
   *
   * @param more the prescription
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if it is dated before the referral
   */
  public Participant with(Prescription more) {
    return new Participant(
        key, referral, PersonText.append(prescriptions, more), assessments, demographics, pathway);
  }

  /**
   * This person with one more wave.
   *
   * @param more the assessment
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if there is one of that wave
   */
  public Participant with(Assessment more) {
    return new Participant(
        key, referral, prescriptions, PersonText.append(assessments, more), demographics, pathway);
  }

  /**
   * This person with what an evaluation needs to know of them.
   *
   * @param known the demographics
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if the year of birth is after the referral
   */
  public Participant with(Demographics known) {
    return new Participant(key, referral, prescriptions, assessments, Optional.of(known), pathway);
  }

  /**
   * This person with what happened between referral and exit.
   *
   * @param way the pathway
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if a part of it is dated before the referral
   */
  public Participant with(Pathway way) {
    return new Participant(
        key, referral, prescriptions, assessments, demographics, Optional.of(way));
  }

  /**
   * The assessment of a wave.
   *
   * @param wave its label
   * @return the assessment, or empty if the person has none
   */
  public Optional<Assessment> at(String wave) {
    return assessments.stream().filter(each -> each.wave().equals(wave)).findFirst();
  }

  /**
   * How many waves there are, and nothing about the person.
   *
   * @return for example {@code Participant[2 assessments]}
   */
  @Override
  public String toString() {
    return "Participant["
        + assessments.size()
        + (assessments.size() == 1 ? " assessment]" : " assessments]");
  }
}
