package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How easy it is to belong to two groups at once, as a person draws it in a {@link
 * SocialIdentityMap}.
 *
 * @since 0.1
 */
@MapperForm
public enum GroupCompatibility {
  /** Easy, also drawn as a plus. */
  EASY,
  /** Neither easy nor hard. */
  MODERATE,
  /** Hard, also drawn as a minus. */
  HARD
}
