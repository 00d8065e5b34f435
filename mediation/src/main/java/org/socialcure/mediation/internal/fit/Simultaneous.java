package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.mediation.inference.SimultaneousIntervals;
import org.socialcure.mediation.internal.effect.EffectKind;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** Intervals that hold for all indirect effects of a model at once. */
final class Simultaneous {
  private Simultaneous() {}

  /** The same effects, the indirect ones with their simultaneous intervals if there are several. */
  static List<ModelDocument.Effect> added(
      List<EffectSpec> specs,
      List<ModelDocument.Effect> effects,
      Optional<Resamples> resamples,
      double level) {
    List<Integer> indirect = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      if (specs.get(i).kind() == EffectKind.INDIRECT) {
        indirect.add(i);
      }
    }
    if (resamples.isEmpty() || indirect.size() < 2) {
      return effects;
    }
    double[] estimates = new double[indirect.size()];
    double[][] replicates = new double[indirect.size()][];
    for (int j = 0; j < estimates.length; j++) {
      estimates[j] = effects.get(indirect.get(j)).estimate();
      replicates[j] = resamples.get().of(specs.get(indirect.get(j)).expression());
      if (!Arrays.stream(replicates[j]).allMatch(Double::isFinite)) {
        return effects;
      }
    }
    SimultaneousIntervals joint = SimultaneousIntervals.maxT(estimates, replicates, level);
    List<ModelDocument.Effect> added = new ArrayList<>(effects);
    for (int j = 0; j < estimates.length; j++) {
      int at = indirect.get(j);
      added.set(
          at,
          effects
              .get(at)
              .withSimultaneous(
                  new Inference(
                      "max-t",
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      joint.adjustedP().get(j),
                      joint.intervals().get(j).interval().map(Inferences::limits))));
    }
    return added;
  }
}
