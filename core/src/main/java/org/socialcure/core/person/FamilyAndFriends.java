package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether a question about groups told people to list family and friends as groups. Counts from
 * questions that differ in this cannot be compared.
 *
 * @since 0.1
 */
@MapperForm
public enum FamilyAndFriends {
  /** They were to be listed. */
  INCLUDED,
  /** They were not to be listed. */
  EXCLUDED,
  /** The question left it open. */
  NOT_SAID
}
