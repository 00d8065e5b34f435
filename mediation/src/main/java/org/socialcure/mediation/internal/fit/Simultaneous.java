package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.NoInterval;
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
    double[] values = effects.stream().mapToDouble(estimates::evaluate).toArray();
    boolean[] unchanged = new boolean[values.length];
    double[][] replicates = new double[values.length][];
    for (int j = 0; j < values.length; j++) {
      replicates[j] = resamples.of(effects.get(j));
      unchanged[j] = resamples.leaveAsItIs(effects.get(j));
      if (unchanged[j]) {
        Arrays.fill(replicates[j], values[j]);
      }
    }
    boolean finite =
        Arrays.stream(replicates).allMatch(r -> Arrays.stream(r).allMatch(Double::isFinite));
    if (!finite || effects.isEmpty()) {
      return Optional.empty();
    }
    SimultaneousIntervals joint = SimultaneousIntervals.maxT(values, replicates, level);
    List<Inference> inferences = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      if (unchanged[j]) {
        inferences.add(
            Inference.missing(new InferenceMethod.Simultaneous(), NoInterval.SIGNS_CHANGE_NOTHING));
        continue;
      }
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
