package org.socialcure.mediation.internal.effect;

import java.util.OptionalDouble;
import org.socialcure.mediation.model.Expression;

/**
 * What the p-values of an effect test.
 *
 * @param value the value of the effect under the null hypothesis
 * @param onLogScale whether the effect is an exponential that is tested on the scale of its
 *     argument
 */
public record NullHypothesis(double value, boolean onLogScale) {
  /** The effect is zero. */
  public static final NullHypothesis ZERO = new NullHypothesis(0, false);

  /**
   * The hypothesis for an expression.
   *
   * @param effect the effect
   * @param given the value that its author gave
   * @return the value given; else 1 if its outermost function is {@code exp}, 0 otherwise
   */
  public static NullHypothesis of(Expression effect, OptionalDouble given) {
    boolean ratio =
        effect instanceof Expression.Call call && call.function() == Expression.Function.EXP;
    double value = given.orElse(ratio ? 1 : 0);
    return new NullHypothesis(value, ratio && value > 0);
  }
}
