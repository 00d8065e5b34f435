package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The event that brings a person to social prescribing. Service use is counted before or after it.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the source only.
 *
 * @param date the day of the referral; not null
 * @param source who referred the person; not null
 * @param reasons why; may be empty; not null
 * @since 0.1
 */
@MapperForm
public record Referral(LocalDate date, ReferralSource source, Set<ReferralReason> reasons) {
  /** Copies the reasons, in the order of the enum. */
  public Referral {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(source, "source");
    Set<ReferralReason> ordered = EnumSet.noneOf(ReferralReason.class);
    ordered.addAll(reasons);
    reasons = Collections.unmodifiableSet(ordered);
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
