package org.socialcure.mediation.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a path model: whose effect on what, through which mediators.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name under which the model is reported
 * @param template the numbered template, if the model was written as one
 * @param x the exposure, if effects of one are asked for
 * @param mediators the mediators in causal order
 * @param y the outcome, if effects on one are asked for
 * @param covariates the variables that are adjusted for
 * @param occasions how a model of measures taken before and after is to be read
 * @since 0.1
 */
public record Question(
    String name,
    Optional<Template> template,
    Optional<String> x,
    List<String> mediators,
    Optional<String> y,
    List<String> covariates,
    Optional<Occasions> occasions) {
  /** Nothing but the effects that the model names. */
  public static final Question NAMED_EFFECTS_ONLY =
      new Question(
          "model",
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** Refuses null and copies the lists. */
  public Question {
    Objects.requireNonNull(name, "name");
    mediators = List.copyOf(mediators);
    covariates = List.copyOf(covariates);
  }

  /**
   * The effects of one variable on another.
   *
   * @param x the exposure
   * @param mediators the mediators in causal order
   * @param y the outcome
   * @param covariates the variables that are adjusted for
   * @return the question
   */
  public static Question of(String x, List<String> mediators, String y, List<String> covariates) {
    return new Question(
        NAMED_EFFECTS_ONLY.name,
        Optional.empty(),
        Optional.of(x),
        mediators,
        Optional.of(y),
        covariates,
        Optional.empty());
  }

  /**
   * The same question under another name.
   *
   * @param newName the name
   * @return the question
   */
  public Question withName(String newName) {
    return new Question(newName, template, x, mediators, y, covariates, occasions);
  }

  /**
   * The same question of a numbered template, or of none.
   *
   * @param newTemplate the template
   * @return the question
   */
  public Question withTemplate(Optional<Template> newTemplate) {
    Objects.requireNonNull(newTemplate, "newTemplate");
    return new Question(name, newTemplate, x, mediators, y, covariates, occasions);
  }

  /**
   * The same question of measures taken before and after.
   *
   * @param newOccasions how the model is to be read
   * @return the question
   */
  public Question withOccasions(Occasions newOccasions) {
    return new Question(name, template, x, mediators, y, covariates, Optional.of(newOccasions));
  }

  /**
   * The same question between other variables, along the arrows of the model.
   *
   * @param newX the exposure
   * @param newMediators the mediators in causal order
   * @param newY the outcome
   * @return the question, of no pre/post design any more
   */
  public Question between(String newX, List<String> newMediators, String newY) {
    return new Question(
        name,
        template,
        Optional.of(newX),
        newMediators,
        Optional.of(newY),
        covariates,
        Optional.empty());
  }

  @Override
  public String toString() {
    String effect =
        x.isPresent() && y.isPresent()
            ? "effect of " + x.get() + " on " + y.get()
            : "the effects that the model names";
    String through = mediators.isEmpty() ? "" : " through " + String.join(", ", mediators);
    String adjusted = covariates.isEmpty() ? "" : ", adjusted for " + String.join(", ", covariates);
    return name + ": " + effect + through + adjusted;
  }

  /**
   * How effects run from the exposure to the outcome.
   *
   * @return the ways of a pre/post design, else along the arrows of the model
   */
  public Pathways pathways() {
    return occasions.map(Occasions::pathways).orElse(Pathways.DIRECTED);
  }

  /**
   * A numbered template.
   *
   * @param number its number
   * @param verified whether its equations were held against a printout
   * @since 0.1
   */
  public record Template(int number, boolean verified) {}

  /**
   * How a model of measures taken before and after is to be read.
   *
   * @param design the design
   * @param pathways how effects run in it
   * @param estimand what its effects are effects of
   * @since 0.1
   */
  public record Occasions(PrePostDesign design, Pathways pathways, Estimand estimand) {
    /** Refuses null. */
    public Occasions {
      Objects.requireNonNull(design, "design");
      Objects.requireNonNull(pathways, "pathways");
      Objects.requireNonNull(estimand, "estimand");
    }
  }
}
