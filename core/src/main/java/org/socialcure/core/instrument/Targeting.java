package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether an instrument asks about a group that has to be named, such as the family or the local
 * community.
 *
 * @since 0.1
 */
@MapperForm
public enum Targeting {
  /** The instrument asks about no group in particular; its responses name none. */
  NONE,
  /** The instrument is asked about one group at a time; its responses must name that group. */
  GROUP
}
