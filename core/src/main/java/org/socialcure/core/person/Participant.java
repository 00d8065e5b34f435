package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * @since 0.1
 */
@MapperForm
public record Participant(
    String key,
    Optional<Referral> referral,
    List<Prescription> prescriptions,
    List<Assessment> assessments) {
  /** How long a key may be. */
  public static final int LONGEST_KEY = 200;

  /**
   * Copies the lists and checks the parts against each other.
   *
   * @throws org.socialcure.core.InvalidInputException if the key is blank or too long, a wave comes
   *     twice, or a prescription is dated before the referral
   */
  public Participant {
    Objects.requireNonNull(referral, "referral");
    prescriptions = List.copyOf(prescriptions);
    assessments = List.copyOf(assessments);
    Problems problems = new Problems();
    PersonText.check(problems, "key", key, LONGEST_KEY);
    Set<String> waves = new HashSet<>();
    for (int i = 0; i < assessments.size(); i++) {
      problems.require(
          waves.add(assessments.get(i).wave()),
          "assessments[" + i + "].wave",
          "must not repeat a wave of the same participant");
    }
    if (referral.isPresent()) {
      checkAgainstReferral(referral.get().date(), prescriptions, problems);
    }
    problems.throwIfAny();
  }

  private static void checkAgainstReferral(
      LocalDate referred, List<Prescription> prescriptions, Problems problems) {
    for (int i = 0; i < prescriptions.size(); i++) {
      problems.require(
          !prescriptions.get(i).date().isBefore(referred),
          "prescriptions[" + i + "].date",
          "must not be before the referral");
    }
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
   * @throws org.socialcure.core.InvalidInputException if a prescription is before it
   */
  public Participant with(Referral how) {
    return new Participant(key, Optional.of(how), prescriptions, assessments);
  }

  /**
   * This person with one more suggested group.
   *
   * @param more the prescription
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if it is dated before the referral
   */
  public Participant with(Prescription more) {
    List<Prescription> longer = new ArrayList<>(prescriptions);
    longer.add(more);
    return new Participant(key, referral, longer, assessments);
  }

  /**
   * This person with one more wave.
   *
   * @param more the assessment
   * @return the changed participant
   * @throws org.socialcure.core.InvalidInputException if there is one of that wave
   */
  public Participant with(Assessment more) {
    List<Assessment> longer = new ArrayList<>(assessments);
    longer.add(more);
    return new Participant(key, referral, prescriptions, longer);
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
