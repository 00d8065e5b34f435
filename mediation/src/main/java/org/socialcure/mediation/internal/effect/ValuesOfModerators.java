package org.socialcure.mediation.internal.effect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.socialcure.mediation.model.Expression;

/**
 * Values of moderators on their own scales, at which effects of coefficients of centred predictors
 * are evaluated.
 *
 * @param centres what was taken from variables before products were formed
 */
public record ValuesOfModerators(Map<String, Double> centres) {
  /** Keeps the order of the variables. */
  public ValuesOfModerators {
    centres = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(centres));
  }

  /** What is zero as a predictor: the variable's mean where it is centred. */
  double origin(String variable) {
    return centres.getOrDefault(variable, 0.0);
  }

  /** The effect where moderators have these values. */
  Expression at(Expression effect, Map<String, Double> values) {
    Map<String, Double> predictors = new LinkedHashMap<>();
    values.forEach((variable, value) -> predictors.put(variable, value - origin(variable)));
    return effect.at(predictors);
  }
}
