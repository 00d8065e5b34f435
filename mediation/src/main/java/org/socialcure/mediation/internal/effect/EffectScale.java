package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Family;

/** The scale that an effect is on. */
public final class EffectScale {
  private EffectScale() {}

  /**
   * The scale of an equation's linear predictor.
   *
   * @param equation the equation
   * @return for example {@code log odds of y}
   */
  public static String of(Equation equation) {
    return switch (equation.family()) {
      case GAUSSIAN -> "units of " + equation.outcome();
      case LOGIT -> "log odds of " + equation.outcome();
      case PROBIT -> "probit of " + equation.outcome();
      case POISSON, QUASI_POISSON, NEGATIVE_BINOMIAL -> "log rate of " + equation.outcome();
    };
  }

  /**
   * The scale of the effect along a path: that of the last equation where all steps before it are
   * linear.
   */
  static String of(PathModel model, List<String> path) {
    List<String> mixed = new ArrayList<>();
    for (String variable : path.subList(1, path.size() - 1)) {
      Equation equation = model.equation(variable).orElseThrow();
      if (equation.family() != Family.GAUSSIAN) {
        mixed.add(of(equation));
      }
    }
    String last = of(model.equation(path.get(path.size() - 1)).orElseThrow());
    return mixed.isEmpty()
        ? last
        : "product of coefficients on different scales ("
            + String.join("; ", mixed)
            + "; "
            + last
            + "), not an effect on a mean";
  }

  /**
   * Whether products along the paths are on one scale, so that they may be added up: linear
   * mediators.
   */
  static boolean sameScale(PathModel model, List<List<String>> paths) {
    return paths.stream()
        .flatMap(path -> path.subList(1, path.size() - 1).stream())
        .allMatch(m -> model.equation(m).orElseThrow().family() == Family.GAUSSIAN);
  }

  /**
   * Whether the direct and all indirect effects add up to a total effect: linear mediators, and a
   * linear or log-linear outcome. Log odds and probits do not add up, because their scale changes
   * with what is adjusted for.
   */
  static boolean additive(PathModel model, List<List<String>> paths) {
    return sameScale(model, paths)
        && paths.stream()
            .map(path -> model.equation(path.get(path.size() - 1)).orElseThrow().family())
            .allMatch(family -> family == Family.GAUSSIAN || family.isCount());
  }
}
