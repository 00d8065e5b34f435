package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Who sends a person to social prescribing.
 *
 * @since 0.1
 */
@MapperForm
public enum ReferralSource {
  /** A general practitioner. */
  GP,
  /** Another professional of the practice. */
  PRACTICE_STAFF,
  /** A hospital. */
  HOSPITAL,
  /** Mental health care. */
  MENTAL_HEALTH_CARE,
  /** Social care. */
  SOCIAL_CARE,
  /** A charity or community organisation. */
  VOLUNTARY_SECTOR,
  /** The person. */
  SELF,
  /** Anyone else. */
  OTHER
}
