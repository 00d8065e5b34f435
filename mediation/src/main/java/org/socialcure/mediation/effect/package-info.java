/**
 * What a fitted model answers: effects with an identity, how sure they are and by which method, and
 * the fitted equations they are made of.
 *
 * <p>An effect is identified by its {@link org.socialcure.mediation.effect.EffectKey}; names and
 * labels are rendered from keys and never parsed. Everything beyond an estimate is computed when it
 * is first asked for, and kept.
 */
@NullMarked
package org.socialcure.mediation.effect;

import org.jspecify.annotations.NullMarked;
