package org.socialcure.mediation.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.socialcure.core.Numbers;

/**
 * An outcome predicted at values of a focal predictor and its moderators, covariates held at their
 * means, on the scale of the linear predictor.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome the outcome of the equation
 * @param focal the focal predictor
 * @param scale the scale of the predictions
 * @param points the predictions
 * @since 0.1
 */
public record SimpleSlopes(String outcome, String focal, Scale scale, List<Point> points) {
  /** Copies the points. */
  public SimpleSlopes {
    points = List.copyOf(points);
  }

  @Override
  public String toString() {
    return points.stream()
        .map(point -> "\n  " + point)
        .collect(Collectors.joining("", outcome + " by " + focal, ""));
  }

  /**
   * One prediction.
   *
   * @param focal the value of the focal predictor
   * @param at the values of the moderators
   * @param predicted the predicted outcome
   * @since 0.1
   */
  public record Point(double focal, Map<String, Double> at, double predicted) {
    /** Copies the map in order. */
    public Point {
      at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    @Override
    public String toString() {
      return at.entrySet().stream()
          .map(e -> ", " + e.getKey() + " = " + Numbers.value(e.getValue()))
          .collect(
              Collectors.joining(
                  "", "at " + Numbers.value(focal), ": " + Numbers.value(predicted)));
    }
  }
}
