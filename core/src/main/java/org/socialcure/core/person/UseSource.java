package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Where a count of service use comes from.
 *
 * @since 0.1
 */
@MapperForm
public enum UseSource {
  /** The person reported it. */
  SELF_REPORT,
  /** It was taken from a record of the service. */
  RECORD
}
