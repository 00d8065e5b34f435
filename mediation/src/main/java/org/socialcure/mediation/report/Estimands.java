package org.socialcure.mediation.report;

import java.util.List;
import java.util.function.UnaryOperator;
import org.socialcure.mediation.model.Question;

/** What the effects of a model are effects of, in words. */
final class Estimands {
  private Estimands() {}

  static String of(Question question, UnaryOperator<String> label) {
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
    return "Which part of the association of "
        + x
        + " with "
        + y
        + " the model assigns to paths through "
        + String.join(", ", mediators)
        + ", at equal values of the covariates: differences in "
        + y
        + " that go with a difference of one unit in "
        + x
        + " between persons. They are effects of "
        + x
        + " only if nothing else confounds it, the mediators and the outcome.";
  }
}
