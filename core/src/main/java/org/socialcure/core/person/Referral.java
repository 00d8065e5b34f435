package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The event that brings a person to social prescribing. Service use is counted before or after it.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the source only.
 *
 * @param date the day of the referral; not null
 * @param source who referred the person; not null
 * @param reasons why; may be empty; not null
 * @param snomed the identifier of a SNOMED CT concept, such as {@code 871731000000106} (referral to
 *     social prescribing service); empty if not coded; not null
 * @since 0.1
 */
@MapperForm
public record Referral(
    LocalDate date, ReferralSource source, Set<ReferralReason> reasons, Optional<String> snomed) {
  /**
   * Copies the reasons, in the order of the enum, and checks the code.
   *
   * @throws org.socialcure.core.InvalidInputException if it is none of a SNOMED CT concept
   */
  public Referral {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(source, "source");
    Set<ReferralReason> ordered = EnumSet.noneOf(ReferralReason.class);
    ordered.addAll(reasons);
    reasons = Collections.unmodifiableSet(ordered);
    Problems problems = new Problems();
    SnomedCode.check(problems, snomed);
    problems.throwIfAny();
  }

  /**
   * A referral without a code.
   *
   * @param date the day of the referral
   * @param source who referred the person
   * @param reasons why
   */
  public Referral(LocalDate date, ReferralSource source, Set<ReferralReason> reasons) {
    this(date, source, reasons, Optional.empty());
  }

  /**
   * Who referred the person and nothing else.
   *
   * @return for example {@code Referral[GP]}
   */
  @Override
  public String toString() {
    return "Referral[" + source + "]";
  }
}
