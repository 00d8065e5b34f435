package org.socialcure.mediation.report;

import java.util.List;
import java.util.function.UnaryOperator;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.Question;

/** What the effects of a model are effects of, in words. */
final class Estimands {
  private Estimands() {}

  static String of(Findings findings, UnaryOperator<String> label) {
    Question question = findings.question();
    if (question.occasions().isPresent()) {
      return question.occasions().get().estimand().told(label);
    }
    if (question.x().isEmpty() || question.y().isEmpty()) {
      return "The effects that the model names, as combinations of its coefficients.";
    }
    String x = label.apply(question.x().get());
    String y = label.apply(question.y().get());
    List<String> mediators = question.mediators().stream().map(label).toList();
    if (mediators.isEmpty()) {
      return "How the association of " + x + " with " + y + " depends on the moderators.";
    }
    boolean coded =
        findings.codings().stream().anyMatch(c -> c.variable().equals(question.x().get()));
    return "Which part of the association of "
        + x
        + " with "
        + y
        + " the model assigns to paths through "
        + Wording.list(mediators)
        + (question.covariates().isEmpty() ? "" : ", at equal values of the covariates")
        + ": differences in "
        + outcome(findings, question.y().get(), label)
        + (coded
            ? " between persons of different levels of " + x
            : " that go with a difference of one unit in " + x + " between persons")
        + ". They are effects of "
        + x
        + " only if nothing else confounds it, the mediators and the outcome.";
  }

  /** An outcome on the scale of its linear predictor. */
  private static String outcome(Findings findings, String y, UnaryOperator<String> label) {
    return findings
        .fitted()
        .equation(y)
        .filter(e -> e.family() != Family.GAUSSIAN)
        .map((Equation e) -> "the " + Scale.of(e).told(label))
        .orElseGet(() -> label.apply(y));
  }
}
