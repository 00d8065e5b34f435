package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A fact about an instrument or a scale for which {@link Evidence} is given. Citations, licences,
 * bands, norms and reliabilities carry their evidence themselves.
 *
 * @since 0.1
 */
@MapperForm
public enum Fact {
  /** What the instrument measures. */
  CONSTRUCT(false),
  /** The period that the answers are about. */
  RECALL(false),
  /** Which items there are. */
  ITEMS(false),
  /** The numbers of the items in the printed form. */
  ITEM_ORDER(false),
  /** The answer options and their values. */
  OPTIONS(false),
  /** Which items are reverse-keyed. */
  REVERSE_KEYS(false),
  /** The wording of the items. */
  WORDING(false),
  /** How answers become the score, and the direction of the score. */
  SCORING(true),
  /** What becomes of forms with missing answers. */
  MISSING_RULE(true);

  private final boolean ofScale;

  Fact(boolean ofScale) {
    this.ofScale = ofScale;
  }

  /**
   * Whether the fact belongs to a scale rather than to the instrument as a whole.
   *
   * @return {@code true} for {@link #SCORING} and {@link #MISSING_RULE}
   */
  public boolean isOfScale() {
    return ofScale;
  }
}
