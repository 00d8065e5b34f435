package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The end of a person's pathway.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the reason only.
 *
 * @param date the day; not null
 * @param reason why; not null
 * @param notes what was noted; empty if nothing was; not null
 * @param snomed the identifier of a SNOMED CT concept, such as {@code 1362721000000106} (social
 *     prescribing case closed) or {@code 871711000000103} (social prescribing declined); empty if
 *     not coded; not null
 * @since 0.1
 */
@MapperForm
public record Exit(
    LocalDate date, Reason reason, Optional<OwnWords> notes, Optional<String> snomed) {
  /** Why a pathway ends. */
  @MapperForm
  public enum Reason {
    /** Person and worker ended it as planned. */
    COMPLETED,
    /** The person did not want it. */
    DECLINED,
    /** The person began and stopped coming. */
    DISENGAGED,
    /** The person could not be reached. */
    NOT_REACHED,
    /** The service is not for the person. */
    NOT_SUITABLE,
    /** Another service took over. */
    REFERRED_ON,
    /** The person became too ill. */
    ILLNESS,
    /** The person moved away. */
    MOVED_AWAY,
    /** The person died. */
    DIED,
    /** Anything else. */
    OTHER
  }

  /**
   * Checks the code.
   *
   * @throws org.socialcure.core.InvalidInputException if it is none of a SNOMED CT concept
   */
  public Exit {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(notes, "notes");
    Problems problems = new Problems();
    SnomedCode.check(problems, snomed);
    problems.throwIfAny();
  }

  /**
   * An exit of which no more is known than its reason.
   *
   * @param date the day
   * @param reason why
   * @return the exit
   */
  public static Exit of(LocalDate date, Reason reason) {
    return new Exit(date, reason, Optional.empty(), Optional.empty());
  }

  /**
   * The reason and nothing else.
   *
   * @return for example {@code Exit[COMPLETED]}
   */
  @Override
  public String toString() {
    return "Exit[" + reason + "]";
  }
}
