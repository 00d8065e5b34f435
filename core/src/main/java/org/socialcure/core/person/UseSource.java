package org.socialcure.core.person;

/**
 * Where a count of service use comes from.
 *
 * @since 0.1
 */
public enum UseSource {
  /** The person reported it. */
  SELF_REPORT,
  /** It was taken from a record of the service. */
  RECORD
}
