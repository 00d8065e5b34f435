package org.socialcure.scoring.fhir;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a bundle is for.
 *
 * @since 0.1
 */
@MapperForm
public enum BundleType {
  /** Resources that go together, to be handed on or stored as they are. */
  COLLECTION,
  /** Resources that a server creates all together or not at all. */
  TRANSACTION
}
