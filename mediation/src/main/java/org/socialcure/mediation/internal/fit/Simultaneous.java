package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.internal.inference.IntervalResult;
import org.socialcure.mediation.internal.inference.SimultaneousIntervals;
import org.socialcure.mediation.model.Expression;

/** Intervals that hold for several effects at once. */
final class Simultaneous {
  private Simultaneous() {}

  /**
   * The joint inference of effects, from the same replicates.
   *
   * @return one inference an effect, in their order; empty where a replicate is not finite
   */
  static Optional<List<Inference>> of(
      List<Expression> effects, Estimates estimates, Resamples resamples, double level) {
    double[][] replicates = effects.stream().map(e -> resamples.of(e)).toArray(double[][]::new);
    boolean finite =
        Arrays.stream(replicates).allMatch(r -> Arrays.stream(r).allMatch(Double::isFinite));
    if (!finite || effects.isEmpty()) {
      return Optional.empty();
    }
    double[] values = effects.stream().mapToDouble(estimates::evaluate).toArray();
    SimultaneousIntervals joint = SimultaneousIntervals.maxT(values, replicates, level);
    List<Inference> inferences = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      inferences.add(
          new Inference(
              new InferenceMethod.Simultaneous(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              joint.adjustedP().get(j),
              joint.intervals().get(j).interval(),
              joint.intervals().get(j) instanceof IntervalResult.Missing missing
                  ? Optional.of(missing.reason())
                  : Optional.empty()));
    }
    return Optional.of(List.copyOf(inferences));
  }
}
