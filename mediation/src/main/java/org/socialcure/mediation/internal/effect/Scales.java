package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;

/** The scales of effects along paths, and which of them can be added up. */
final class Scales {
  private Scales() {}

  /**
   * The scale of the effect along a path: that of the last equation where all steps before it are
   * linear.
   */
  static Scale of(PathModel model, List<String> path) {
    List<Scale.Step> steps = new ArrayList<>();
    for (String variable : path.subList(1, path.size() - 1)) {
      Equation equation = model.equation(variable).orElseThrow();
      if (equation.family() != Family.GAUSSIAN) {
        steps.add(Scale.step(equation));
      }
    }
    Scale.Form form = steps.isEmpty() ? Scale.Form.PLAIN : Scale.Form.PRODUCT_OF_SCALES;
    steps.add(Scale.step(model.equation(path.get(path.size() - 1)).orElseThrow()));
    return new Scale(form, steps);
  }

  /**
   * Whether products along paths are on one scale, so that they may be added up: linear mediators.
   */
  static boolean same(PathModel model, Set<String> mediators) {
    return mediators.stream()
        .allMatch(m -> model.equation(m).orElseThrow().family() == Family.GAUSSIAN);
  }

  /**
   * Whether the direct and all indirect effects add up to a total effect: linear mediators, and a
   * linear or log-linear outcome. Log odds and probits do not add up, because their scale changes
   * with what is adjusted for.
   */
  static boolean additive(PathModel model, Set<String> mediators, String y) {
    Family family = model.equation(y).orElseThrow().family();
    return same(model, mediators) && (family == Family.GAUSSIAN || family.isCount());
  }
}
