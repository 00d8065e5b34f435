package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The part of the health and care system that a {@link Service} belongs to.
 *
 * @since 0.1
 */
@MapperForm
public enum CareLevel {
  /** General practice and other care of first contact. */
  PRIMARY,
  /** Hospitals. */
  HOSPITAL,
  /** Allied health, mental health and social care outside hospitals. */
  COMMUNITY
}
