package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Where along its only, continuous moderator a conditional effect differs from zero.
 *
 * <p>Immutable and thread-safe.
 *
 * @param path the path of the effect, or one step of it
 * @param moderator the moderator
 * @param method how the bounds were found
 * @param bounds the moderator values at which significance changes, ascending
 * @param percentBelow the share of cases below each bound, in percent
 * @param curve the effect with its interval over the observed range
 * @since 0.1
 */
public record SignificanceRegions(
    List<String> path,
    String moderator,
    Method method,
    List<Double> bounds,
    List<Double> percentBelow,
    List<CurvePoint> curve) {
  /** Refuses null and copies the lists. */
  public SignificanceRegions {
    path = List.copyOf(path);
    Objects.requireNonNull(moderator, "moderator");
    Objects.requireNonNull(method, "method");
    bounds = List.copyOf(bounds);
    percentBelow = List.copyOf(percentBelow);
    curve = List.copyOf(curve);
  }

  /** For example {@code x → m by w: changes at 0.62 (71.3% of cases below)}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(String.join(" → ", path)).append(" by ");
    line.append(moderator).append(": ");
    if (bounds.isEmpty()) {
      return line.append("no change of significance over the observed range").toString();
    }
    line.append("significance changes at ");
    for (int i = 0; i < bounds.size(); i++) {
      line.append(i == 0 ? "" : " and ")
          .append(Numbers.value(bounds.get(i)))
          .append(" (")
          .append(Numbers.percent(percentBelow.get(i) / 100, 1))
          .append(" of cases below)");
    }
    return line.toString();
  }

  /**
   * How the bounds were found.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Method {
    /** Johnson and Neyman's, for one step of a path, which is linear in the moderator. */
    CLOSED_FORM,
    /**
     * Where the tests of one step change their verdict, each with degrees of freedom of its own
     * (Satterthwaite's, as CR2 errors have them), which the closed form does not allow for.
     */
    POINTWISE_TESTS,
    /** Read off the pointwise bootstrap limits over a grid, for a product of steps. */
    BOOTSTRAP_BANDS
  }
}
