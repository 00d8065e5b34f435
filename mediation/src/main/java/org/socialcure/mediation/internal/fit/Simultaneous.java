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
    List<ModelDocument.Effect> chosen = indirect.stream().map(effects::get).toList();
    double[][] replicates =
        indirect.stream()
            .map(i -> resamples.get().of(specs.get(i).expression()))
            .toArray(double[][]::new);
    List<ModelDocument.Effect> joint = of(chosen, replicates, level);
    List<ModelDocument.Effect> all = new ArrayList<>(effects);
    for (int j = 0; j < joint.size(); j++) {
      all.set(indirect.get(j), joint.get(j));
    }
    return all;
  }

  /** Effects with their simultaneous intervals; as they are where a replicate is not finite. */
  static List<ModelDocument.Effect> of(
      List<ModelDocument.Effect> effects, double[][] replicates, double level) {
    boolean finite =
        Arrays.stream(replicates).allMatch(r -> Arrays.stream(r).allMatch(Double::isFinite));
    if (!finite || effects.isEmpty()) {
      return effects;
    }
    double[] estimates = effects.stream().mapToDouble(ModelDocument.Effect::estimate).toArray();
    SimultaneousIntervals joint = SimultaneousIntervals.maxT(estimates, replicates, level);
    List<ModelDocument.Effect> added = new ArrayList<>();
    for (int j = 0; j < estimates.length; j++) {
      added.add(
          effects
              .get(j)
              .withSimultaneous(
                  new Inference(
                      "max-t",
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      joint.adjustedP().get(j),
                      joint.intervals().get(j).interval())));
    }
    return added;
  }
}
