package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How important a group is to a person in a {@link SocialIdentityMap}, which is the size of the
 * sheet that the person wrote it on.
 *
 * @since 0.1
 */
@MapperForm
public enum MapImportance {
  /** The smallest sheet, 1. */
  SMALL,
  /** The sheet of middle size, 2. */
  MEDIUM,
  /** The largest sheet, 3. */
  LARGE
}
