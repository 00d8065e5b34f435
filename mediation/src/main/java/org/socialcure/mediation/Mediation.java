package org.socialcure.mediation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;

/**
 * The front door: says which variable acts through which on which.
 *
 * <pre>{@code
 * MediationModel model = Mediation.from("groups_change")
 *     .through("belonging_change", "loneliness_change").inSeries()
 *     .to("gp_visits_t1")
 *     .adjustingFor("gp_visits_t0", "age")
 *     .build();
 * }</pre>
 *
 * <p>Mediators of one {@code through} are parallel unless {@code inSeries} follows; a further
 * {@code through} adds mediators that all earlier ones predict. Every step returns a new builder;
 * builders and models are immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Mediation {
  private final String x;
  private final List<List<String>> stages;
  private final List<String> covariates;
  private final Optional<String> y;

  private Mediation(
      String x, List<List<String>> stages, List<String> covariates, Optional<String> y) {
    this.x = x;
    this.stages = List.copyOf(stages);
    this.covariates = List.copyOf(covariates);
    this.y = y;
  }

  /**
   * Starts a model with its exposure.
   *
   * @param x the exposure
   * @return the builder
   */
  public static Mediation from(String x) {
    return new Mediation(Objects.requireNonNull(x, "x"), List.of(), List.of(), Optional.empty());
  }

  /**
   * A model of one's own making. Its named effects are reported; {@link MediationModel#between}
   * adds the total, direct and indirect effects of one variable on another.
   *
   * @param path the path model
   * @return the model
   */
  public static MediationModel of(PathModel path) {
    return MediationModel.of(path);
  }

  /**
   * A model of a numbered template.
   *
   * @param template the template
   * @param roles which variable plays which part
   * @return the model
   * @throws InvalidInputException if mediators or moderators are missing or too many
   */
  public static MediationModel of(ProcessTemplate template, Roles roles) {
    return MediationModel.of(template, roles);
  }

  /**
   * Adds mediators, which all mediators so far predict.
   *
   * @param mediators the mediators, parallel to one another
   * @return a builder with that
   */
  public Mediation through(String... mediators) {
    return withStages(appended(stages, List.of(List.of(mediators))));
  }

  /**
   * Puts the mediators named last in series: each predicts all later ones.
   *
   * @return a builder with that
   */
  public Mediation inSeries() {
    if (stages.isEmpty()) {
      return this;
    }
    int last = stages.size() - 1;
    return withStages(
        appended(stages.subList(0, last), stages.get(last).stream().map(List::of).toList()));
  }

  /**
   * Names the outcome.
   *
   * @param outcome the outcome
   * @return a builder with that
   */
  public Mediation to(String outcome) {
    return new Mediation(
        x, stages, covariates, Optional.of(Objects.requireNonNull(outcome, "outcome")));
  }

  /**
   * Adds covariates to every equation.
   *
   * @param names the covariates
   * @return a builder with that
   */
  public Mediation adjustingFor(String... names) {
    return new Mediation(x, stages, appended(covariates, List.of(names)), y);
  }

  /**
   * Builds the model.
   *
   * @return the model
   * @throws InvalidInputException if there is no mediator or outcome, or a variable plays two parts
   */
  public MediationModel build() {
    if (y.isEmpty()) {
      throw new InvalidInputException("mediation model", "there is no outcome; name it with to(…)");
    }
    if (stages.stream().allMatch(List::isEmpty)) {
      throw new InvalidInputException(
          "mediation model", "there is no mediator; name one with through(…)");
    }
    Roles roles = new Roles(x, stages, y.get(), Map.of(), covariates);
    MediationModel model = MediationModel.of(ProcessTemplate.of(4), roles);
    return model.asking(model.question().withTemplate(Optional.empty()));
  }

  private Mediation withStages(List<List<String>> others) {
    return new Mediation(x, others, covariates, y);
  }

  private static <T> List<T> appended(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
