package org.socialcure.mediation.internal.inference;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.inference.NoProportion;

/**
 * The share of a total effect that is indirect, or the reason why there is no such share.
 *
 * <p>A share makes sense only of a total effect that is there, and of parts that add up to it in
 * one direction. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface ProportionMediated {
  /**
   * The share if there is one.
   *
   * @return the share
   */
  default OptionalDouble value() {
    return this instanceof Share share ? OptionalDouble.of(share.share()) : OptionalDouble.empty();
  }

  /**
   * A share of the total effect.
   *
   * @param share the indirect effect divided by the total effect, not negative; above one where the
   *     direct effect runs against both
   * @since 0.1
   */
  record Share(double share) implements ProportionMediated {
    @Override
    public String toString() {
      return Numbers.plain(share);
    }
  }

  /**
   * No share.
   *
   * @param reason why
   * @since 0.1
   */
  record Suppressed(NoProportion reason) implements ProportionMediated {
    /** Refuses null. */
    public Suppressed {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return "suppressed: " + reason.explanation();
    }
  }

  /**
   * The share, suppressed where the total effect is not established.
   *
   * @param indirect the indirect effect, finite
   * @param total the total effect, finite
   * @param totalInterval the interval of the total effect
   * @return the share; suppressed if the interval holds zero or the signs are opposite
   * @throws IllegalArgumentException if an effect is not finite
   */
  static ProportionMediated of(double indirect, double total, Interval totalInterval) {
    return totalInterval.contains(0)
        ? new Suppressed(NoProportion.TOTAL_NEAR_ZERO)
        : of(indirect, total);
  }

  /**
   * The share without a look at how certain the total effect is.
   *
   * @param indirect the indirect effect, finite
   * @param total the total effect, finite
   * @return the share; suppressed if the total is zero (within 1e-12 of the indirect effect) or the
   *     signs are opposite
   * @throws IllegalArgumentException if an effect is not finite
   */
  static ProportionMediated of(double indirect, double total) {
    if (!Double.isFinite(indirect) || !Double.isFinite(total)) {
      throw new IllegalArgumentException("The effects must be finite.");
    }
    if (Math.abs(total) <= 1e-12 * Math.abs(indirect) || total == 0) {
      return new Suppressed(NoProportion.TOTAL_NEAR_ZERO);
    }
    return indirect != 0 && indirect < 0 != total < 0
        ? new Suppressed(NoProportion.OPPOSITE_SIGNS)
        : new Share(Math.abs(indirect / total));
  }
}
