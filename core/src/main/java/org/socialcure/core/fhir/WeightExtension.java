package org.socialcure.core.fhir;

import org.socialcure.core.internal.fhir.Terms;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The name under which a questionnaire gives the value of an answer option. Both are read.
 *
 * @since 0.1
 */
@MapperForm
public enum WeightExtension {
  /** {@code ordinalValue}, which is a part of R4. */
  ORDINAL_VALUE(Terms.ORDINAL_VALUE),
  /** {@code itemWeight}, its name in later extension packs. */
  ITEM_WEIGHT(Terms.ITEM_WEIGHT);

  private final String url;

  WeightExtension(String url) {
    this.url = url;
  }

  /**
   * The address of the extension.
   *
   * @return the address
   */
  public String url() {
    return url;
  }
}
