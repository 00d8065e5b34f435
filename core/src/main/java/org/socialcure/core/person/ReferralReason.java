package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why a person is sent to social prescribing.
 *
 * @since 0.1
 */
@MapperForm
public enum ReferralReason {
  /** Loneliness. */
  LONELINESS,
  /** Few contacts, whether or not the person feels lonely. */
  ISOLATION,
  /** A long-term condition. */
  LONG_TERM_CONDITION,
  /** Anxiety, including social anxiety. */
  ANXIETY,
  /** Low mood or depression. */
  LOW_MOOD,
  /** Frequent use of services. */
  FREQUENT_ATTENDANCE,
  /** Caring for someone. */
  CARING,
  /** Money, work or housing. */
  PRACTICAL_PROBLEMS,
  /** Anything else. */
  OTHER
}
