package org.socialcure.mediation.process;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The letters by which numbered templates name moderators.
 *
 * @since 0.1
 */
@MapperForm
public enum ModeratorLetter {
  /** First moderator. */
  W,
  /** Second moderator. */
  Z,
  /** Moderator of the second stage in older templates. */
  V,
  /** Second moderator of the second stage in older templates. */
  Q
}
