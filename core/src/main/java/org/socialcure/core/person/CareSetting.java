package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Where or how a contact with a service took place.
 *
 * @since 0.1
 */
@MapperForm
public enum CareSetting {
  /** Not asked, or all settings together; not to be added to a single one. */
  ANY,
  /** At the practice, clinic or hospital. */
  ON_SITE,
  /** At the person's home. */
  HOME,
  /** By telephone. */
  TELEPHONE,
  /** By video, message or another online way. */
  ONLINE
}
