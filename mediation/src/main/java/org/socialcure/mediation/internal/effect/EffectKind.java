package org.socialcure.mediation.internal.effect;

/** The kinds of effects, in the order of a report. */
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
  /** An effect that the author of the model named. */
  NAMED;
}
