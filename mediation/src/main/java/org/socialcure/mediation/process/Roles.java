package org.socialcure.mediation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/**
 * Which variable plays which part in a mediation model.
 *
 * <p>Immutable and thread-safe.
 *
 * @param x the exposure
 * @param stages the mediators; every mediator predicts those of later stages, mediators of one
 *     stage are parallel
 * @param y the outcome
 * @param moderators moderator variables by letter
 * @param covariates variables in every equation
 * @since 0.1
 */
public record Roles(
    String x,
    List<List<String>> stages,
    String y,
    Map<ModeratorLetter, String> moderators,
    List<String> covariates) {

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if a variable plays two parts that exclude each other
   */
  public Roles {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    stages = stages.stream().map(List::copyOf).filter(s -> !s.isEmpty()).toList();
    moderators = Map.copyOf(moderators);
    covariates = List.copyOf(covariates);
    Problems problems = new Problems();
    Map<String, String> parts = new LinkedHashMap<>();
    claim(parts, problems, x, "x");
    stages.forEach(s -> s.forEach(m -> claim(parts, problems, m, "a mediator")));
    claim(parts, problems, y, "y");
    // A covariate may also be a moderator: its main effect then enters once.
    covariates.forEach(c -> claim(parts, problems, c, "a covariate"));
    for (Map.Entry<ModeratorLetter, String> moderator : moderators.entrySet()) {
      String part = parts.get(moderator.getValue());
      if (part != null && !part.equals("a covariate") && !part.equals("x")) {
        problems.add(
            "variable " + moderator.getValue(),
            "cannot be " + part + " and moderator " + moderator.getKey() + " at once");
      }
    }
    problems.throwIfAny();
  }

  private static void claim(
      Map<String, String> parts, Problems problems, String variable, String part) {
    String before = parts.putIfAbsent(variable, part);
    if (before != null) {
      problems.add(
          "variable " + variable,
          before.equals(part)
              ? "stands twice as " + part + "; name it once"
              : "cannot be " + before + " and " + part + " at once");
    }
  }

  /**
   * All mediators in causal order.
   *
   * @return the mediators
   */
  public List<String> mediators() {
    return stages.stream().flatMap(List::stream).toList();
  }
}
