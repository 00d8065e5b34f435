package org.socialcure.mediation.internal.fit;

import java.util.List;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** Normal-theory tests of an indirect effect as a product of its steps. */
final class NormalTheoryTests {
  private final Design design;
  private final Estimates estimates;
  private final Inferences inferences;

  NormalTheoryTests(Design design, Estimates estimates, Inferences inferences) {
    this.design = design;
    this.estimates = estimates;
    this.inferences = inferences;
  }

  List<Inference> of(EffectSpec spec) {
    return List.of();
  }
}
