package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/** Fits the equations of a model. */
final class Equations {
  private Equations() {}

  /** Fits every equation; what is wrong with any is told of all. */
  static List<FittedEquation> fit(List<Equation> equations, List<Regression> regressions) {
    List<Problem> problems = new ArrayList<>();
    List<FittedEquation> fitted = new ArrayList<>();
    int start = 0;
    for (int e = 0; e < equations.size(); e++) {
      try {
        RegressionFit fit = regressions.get(e).fit();
        FittedEquation equation = new FittedEquation(equations.get(e), fit, start);
        fitted.add(equation);
        start += equation.size();
      } catch (InvalidInputException refused) {
        problems.addAll(refused.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return List.copyOf(fitted);
  }

  /** The equation of an outcome that has one. */
  static FittedEquation of(List<FittedEquation> equations, String outcome) {
    return equations.stream()
        .filter(e -> e.outcome().equals(outcome))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The model has no equation for " + outcome + "."));
  }
}
