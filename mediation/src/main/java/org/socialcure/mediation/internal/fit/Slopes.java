package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.internal.effect.Probe;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * Predicted outcomes at values of a focal predictor and its moderators, all other predictors at
 * their means, on the scale of the linear predictor.
 */
final class Slopes {
  /** More combinations than this do not make a readable plot. */
  private static final int MAX_POINTS = 60;

  private Slopes() {}

  static List<SimpleSlopes> of(Design design, List<FittedEquation> equations) {
    List<SimpleSlopes> slopes = new ArrayList<>();
    for (FittedEquation fitted : equations) {
      Equation equation = fitted.equation();
      Set<String> focals = new LinkedHashSet<>();
      equation.terms().stream()
          .filter(t -> t.variables().size() > 1)
          .forEach(t -> focals.add(t.variables().get(0)));
      for (String focal : focals) {
        slopes.addAll(of(design, equation, fitted.fit(), focal));
      }
    }
    return slopes;
  }

  private static List<SimpleSlopes> of(
      Design design, Equation equation, RegressionFit fit, String focal) {
    Set<String> moderators = new LinkedHashSet<>();
    for (Term term : equation.terms()) {
      if (term.variables().size() > 1 && term.variables().contains(focal)) {
        moderators.addAll(term.variables());
      }
    }
    moderators.remove(focal);
    if (moderators.isEmpty() || !design.base(focal).equals(focal)) {
      return List.of();
    }
    Set<String> bases = new LinkedHashSet<>();
    moderators.forEach(m -> bases.add(design.base(m)));
    List<List<Probe>> grids = new ArrayList<>();
    bases.forEach(b -> grids.add(design.probes(b)));
    grids.add(design.probes(focal));
    if (grids.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b) > MAX_POINTS) {
      return List.of();
    }
    List<SimpleSlopes.Point> points = new ArrayList<>();
    for (Probe probe : Probe.grid(grids)) {
      Map<String, Double> values = new HashMap<>(design.predictors(probe.values()));
      double[] estimates = fit.estimates();
      int first = equation.hasIntercept() ? 1 : 0;
      double predicted = first == 1 ? estimates[0] : 0;
      for (int t = 0; t < equation.terms().size(); t++) {
        double product = 1;
        for (String variable : equation.terms().get(t).variables()) {
          product *=
              values.computeIfAbsent(
                  variable,
                  v -> design.predictor(v, design.sample().mean(design.sample().column(v))));
        }
        predicted += estimates[t + first] * product;
      }
      Map<String, Double> at = new java.util.LinkedHashMap<>(probe.values());
      at.remove(focal);
      points.add(
          new SimpleSlopes.Point(Objects.requireNonNull(probe.values().get(focal)), at, predicted));
    }
    return List.of(new SimpleSlopes(equation.outcome(), focal, Scale.of(equation), points));
  }
}
