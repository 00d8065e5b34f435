package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Support that was offered to a person and is no group: advice, practical help, an activity of
 * one's own. A group is a {@link Prescription}.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the kind and the outcome only.
 *
 * @param date when it was offered; not null
 * @param kind what kind of support; not null
 * @param outcome what became of it; not null
 * @param attended how many times the person was there, 0 to {@value Prescription#MOST_ATTENDED};
 *     empty if not known; not null
 * @param snomed the identifier of a SNOMED CT concept, such as {@code 1156338001} (health
 *     coaching); empty if not coded; not null
 * @since 0.1
 */
@MapperForm
public record Support(
    LocalDate date,
    Kind kind,
    Prescription.Outcome outcome,
    OptionalInt attended,
    Optional<String> snomed) {
  /** What kind of support it is. */
  @MapperForm
  public enum Kind {
    /** Help with debt and money. */
    DEBT,
    /** Help with housing. */
    HOUSING,
    /** Help with benefits that the person has a right to. */
    BENEFITS,
    /** Help with finding or keeping work. */
    EMPLOYMENT,
    /** Advice on rights and law. */
    LEGAL_ADVICE,
    /** Food and other things of daily need. */
    FOOD,
    /** Help with getting about. */
    TRANSPORT,
    /** Courses and learning. */
    LEARNING,
    /** Help for someone who cares for another. */
    CARERS_SUPPORT,
    /** Befriending by one person. */
    BEFRIENDING,
    /** Health coaching. */
    HEALTH_COACHING,
    /** Exercise or another activity outside a group. */
    ACTIVITY,
    /** Anything else. */
    OTHER
  }

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the attendance is out of its range or
   *     contradicts the outcome, or the code is none of a SNOMED CT concept
   */
  public Support {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(outcome, "outcome");
    Problems problems = new Problems();
    Prescription.checkAttended(problems, attended, outcome);
    SnomedCode.check(problems, snomed);
    problems.throwIfAny();
  }

  /**
   * Support of which no more is known than what became of it.
   *
   * @param date when it was offered
   * @param kind what kind of support
   * @param outcome what became of it
   * @return the support
   */
  public static Support of(LocalDate date, Kind kind, Prescription.Outcome outcome) {
    return new Support(date, kind, outcome, OptionalInt.empty(), Optional.empty());
  }

  /**
   * The kind and the outcome and nothing else.
   *
   * @return for example {@code Support[DEBT, COMPLETED]}
   */
  @Override
  public String toString() {
    return "Support[" + kind + ", " + outcome + "]";
  }
}
