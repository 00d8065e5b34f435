package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Progress.Stage;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * The permutation test of an indirect effect: the largest p-value of its steps, each step by
 * Freedman and Lane's permutation of residuals.
 */
final class PermutationTest {
  private final Design design;
  private final List<FittedEquation> equations;
  private final Estimates estimates;
  private final Work work;

  PermutationTest(Design design, List<FittedEquation> equations, Estimates estimates, Work work) {
    this.design = design;
    this.equations = equations;
    this.estimates = estimates;
    this.work = work;
  }

  Inference of(EffectSpec spec, Permutations permutations) {
    List<PermutationStep> steps = steps(spec);
    int rows = design.sample().rows();
    AtomicIntegerArray extreme = new AtomicIntegerArray(steps.size());
    Parallel.run(
        Stage.PERMUTATIONS,
        permutations.count(),
        work,
        () -> {
          int[] order = new int[rows];
          return replicate -> {
            ReplicateRandom random = new ReplicateRandom(permutations.seed(), replicate);
            for (int s = 0; s < steps.size(); s++) {
              shuffle(order, random);
              if (steps.get(s).atLeastAsExtreme(order)) {
                extreme.incrementAndGet(s);
              }
            }
          };
        });
    double p =
        IntStream.range(0, steps.size())
            .mapToDouble(s -> (extreme.get(s) + 1.0) / (permutations.count() + 1.0))
            .max()
            .orElseThrow();
    return Inference.ofP(
        new InferenceMethod.Permutation(permutations.count(), permutations.seed()), p);
  }

  /** A uniform permutation of the rows, by Fisher and Yates. */
  static void shuffle(int[] order, ReplicateRandom random) {
    for (int i = 0; i < order.length; i++) {
      int j = random.index(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  private List<PermutationStep> steps(EffectSpec spec) {
    List<Problem> problems = new ArrayList<>();
    String where = "permutation test of " + spec.name();
    Settings settings = design.settings();
    if (design.sample().columns().isEmpty()) {
      problems.add(new Problem(where, "needs rows to permute, not moments"));
    }
    if (settings.data().weights().isPresent() || settings.data().cluster().isPresent()) {
      problems.add(
          new Problem(
              where,
              "rows that are weighted or clustered cannot be exchanged; use the bootstrap, by"
                  + " clusters where there are clusters"));
    }
    List<PermutationStep> steps = new ArrayList<>();
    List<Expression> expressions = design.along(spec.key().path()).steps();
    for (int i = 0; i < expressions.size(); i++) {
      String name = spec.key().path().get(i) + " → " + spec.key().path().get(i + 1);
      step(spec.key().path().get(i + 1), expressions.get(i))
          .ifPresentOrElse(
              steps::add,
              () ->
                  problems.add(
                      new Problem(
                          where,
                          "the step "
                              + name
                              + " is not the coefficient of one predictor in a linear equation;"
                              + " use the bootstrap")));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return steps;
  }

  /** The step as a predictor of its equation, if it is one. */
  private Optional<PermutationStep> step(String outcome, Expression step) {
    FittedEquation equation = Equations.of(equations, outcome);
    RegressionFit fit = equation.fit();
    if (fit.family() != Family.GAUSSIAN
        || fit.cases().isEmpty()
        || !(step instanceof Expression.Coefficient coefficient)) {
      return Optional.empty();
    }
    String term = fit.terms().get(estimates.position(coefficient.name()) - equation.start());
    return term.equals(Regression.INTERCEPT)
        ? Optional.empty()
        : Optional.of(PermutationStep.of(fit.equation(), term));
  }
}
