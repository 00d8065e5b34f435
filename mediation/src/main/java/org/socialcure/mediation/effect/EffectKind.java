package org.socialcure.mediation.effect;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The kinds of effects, in the order of a report.
 *
 * @since 0.1
 */
@MapperForm
public enum EffectKind {
  /** The effect of the exposure by all ways. */
  TOTAL,
  /** The effect of the exposure not through the mediators. */
  DIRECT,
  /** The effect through given mediators. */
  INDIRECT,
  /** The sum of all indirect effects. */
  TOTAL_INDIRECT,
  /** The difference of two effects. */
  CONTRAST,
  /** The difference of the absolute values of two effects. */
  ABSOLUTE_CONTRAST,
  /** How much an indirect effect changes by unit of its only moderator. */
  INDEX_OF_MODERATED_MEDIATION,
  /** How much it changes by unit of one of several moderators that do not interact. */
  INDEX_OF_PARTIAL_MODERATED_MEDIATION,
  /** How much it changes by unit of one moderator at a value of another. */
  INDEX_OF_CONDITIONAL_MODERATED_MEDIATION,
  /** How much the change by unit of one moderator changes by unit of another. */
  INDEX_OF_MODERATED_MODERATED_MEDIATION,
  /** The product of the exposure with one moderator, at a value of another. */
  CONDITIONAL_INTERACTION,
  /** An effect that the author of the model, or a later question, defined. */
  NAMED;

  /**
   * Whether it is an index of moderated mediation.
   *
   * @return whether it tells how an indirect effect changes with a moderator
   */
  public boolean isIndex() {
    return switch (this) {
      case INDEX_OF_MODERATED_MEDIATION,
          INDEX_OF_PARTIAL_MODERATED_MEDIATION,
          INDEX_OF_CONDITIONAL_MODERATED_MEDIATION,
          INDEX_OF_MODERATED_MODERATED_MEDIATION ->
          true;
      default -> false;
    };
  }

  /**
   * Whether it is a difference of two effects.
   *
   * @return whether it is a contrast, of effects or of their sizes
   */
  public boolean isContrast() {
    return this == CONTRAST || this == ABSOLUTE_CONTRAST;
  }

  /**
   * Whether it sums up or leaves out all mediators: total, direct or total indirect.
   *
   * @return whether a model has at most one of it for each exposure and value of moderators
   */
  public boolean isSummary() {
    return this == TOTAL || this == DIRECT || this == TOTAL_INDIRECT;
  }
}
