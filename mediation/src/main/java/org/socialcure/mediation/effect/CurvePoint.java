package org.socialcure.mediation.effect;

import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;

/**
 * A point of an effect's curve over a moderator.
 *
 * @param at the moderator value
 * @param estimate the effect there
 * @param se its standard error
 * @param p two-sided p-value
 * @param interval pointwise interval
 * @since 0.1
 */
public record CurvePoint(
    double at, double estimate, OptionalDouble se, OptionalDouble p, Interval interval) {
  /** For example {@code at 2.5: 0.3145, SE 0.1094, 95% CI [0.0983, 0.5308], p = .0046}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder("at ").append(Numbers.value(at));
    line.append(": ").append(Numbers.value(estimate));
    se.ifPresent(value -> line.append(", SE ").append(Numbers.value(value)));
    line.append(", ").append(interval);
    p.ifPresent(value -> line.append(", ").append(Numbers.pPhrase(value)));
    return line.toString();
  }
}
