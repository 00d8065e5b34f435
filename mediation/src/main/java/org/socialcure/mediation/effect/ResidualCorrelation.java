package org.socialcure.mediation.effect;

import org.socialcure.core.Numbers;

/**
 * A correlation of the residuals of two equations, neither of which explains the other's outcome.
 *
 * @param first outcome of the first equation
 * @param second outcome of the second equation
 * @param correlation the correlation
 * @since 0.1
 */
public record ResidualCorrelation(String first, String second, double correlation) {
  @Override
  public String toString() {
    return "residuals of " + first + " and " + second + ": r = " + Numbers.value(correlation);
  }
}
