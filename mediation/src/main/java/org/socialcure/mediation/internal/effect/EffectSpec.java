package org.socialcure.mediation.internal.effect;

import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.model.Expression;

/**
 * An effect to be estimated.
 *
 * @param key what identifies it
 * @param name what it is called in files
 * @param written the effect as one would write it, moderators by name
 * @param expression the effect at the values of its key: coefficients only
 * @param scale the scale it is on
 * @param test what p-values test
 */
public record EffectSpec(
    EffectKey key,
    String name,
    Expression written,
    Expression expression,
    Scale scale,
    NullHypothesis test) {

  /**
   * An effect of the model's own, tested against zero.
   *
   * @param key what identifies it
   * @param name what it is called in files
   * @param written the effect as one would write it
   * @param scale the scale it is on
   * @param values how values of moderators become those of predictors
   */
  EffectSpec(
      EffectKey key, String name, Expression written, Scale scale, ValuesOfModerators values) {
    this(key, name, written, values.at(written, key.at()), scale, NullHypothesis.ZERO);
  }

  /**
   * The kind of effect.
   *
   * @return the kind of its key
   */
  public EffectKind kind() {
    return key.kind();
  }
}
