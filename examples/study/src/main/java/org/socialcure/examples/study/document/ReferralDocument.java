package org.socialcure.examples.study.document;

import java.util.List;
import org.socialcure.core.person.AroundReferral;
import org.socialcure.scoring.contact.ContactSummary;

/**
 * The contacts with a service before and after each person's referral.
 *
 * <p>Immutable and thread-safe.
 *
 * @param service the name of the service in the plan
 * @param toleranceDays how many days of a window may lie on the other side of the referral
 * @param withoutReferral how many people have no referral
 * @param counts who has contacts on which side, and what was left out
 * @param summary rates, windows, people and changes
 * @param cautions where windows cross the referral or those of two waves overlap, in sentences
 */
public record ReferralDocument(
    String service,
    int toleranceDays,
    int withoutReferral,
    AroundReferral.Counts counts,
    ContactSummary summary,
    List<String> cautions) {
  /** Copies the list. */
  public ReferralDocument {
    cautions = List.copyOf(cautions);
  }
}
