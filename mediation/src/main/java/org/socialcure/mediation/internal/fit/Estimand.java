package org.socialcure.mediation.internal.fit;

/** What the effects of a model are effects of, in words. */
final class Estimand {
  private Estimand() {}

  static String of(Settings settings) {
    if (settings.prePost().isPresent()) {
      return settings.prePost().get().estimand();
    }
    if (settings.x().isEmpty() || settings.y().isEmpty()) {
      return "The effects that the model names, as combinations of its coefficients.";
    }
    String x = settings.x().get();
    String y = settings.y().get();
    if (settings.mediators().isEmpty()) {
      return "How the association of " + x + " with " + y + " depends on the moderators.";
    }
    return "Which part of the association of "
        + x
        + " with "
        + y
        + " the model assigns to paths through "
        + String.join(", ", settings.mediators())
        + ", at equal values of the covariates: differences in "
        + y
        + " that go with a difference of one unit in "
        + x
        + " between persons. They are effects of "
        + x
        + " only if nothing else confounds it, the mediators and the outcome.";
  }
}
