package org.socialcure.mediation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProcessTemplate;
import org.socialcure.mediation.model.Roles;

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
 * {@code through} adds mediators that all earlier ones predict. The builder is not thread-safe; the
 * model it builds is.
 */
public final class Mediation {
  private final String x;
  private final List<List<String>> stages = new ArrayList<>();
  private final List<String> covariates = new ArrayList<>();
  private String y = "";

  private Mediation(String x) {
    this.x = Objects.requireNonNull(x, "x");
  }

  /**
   * Starts a model with its exposure.
   *
   * @param x the exposure
   * @return the builder
   */
  public static Mediation from(String x) {
    return new Mediation(x);
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
   * @return this builder
   */
  public Mediation through(String... mediators) {
    stages.add(List.of(mediators));
    return this;
  }

  /**
   * Puts the mediators named last in series: each predicts all later ones.
   *
   * @return this builder
   */
  public Mediation inSeries() {
    if (!stages.isEmpty()) {
      List<String> last = stages.remove(stages.size() - 1);
      last.forEach(m -> stages.add(List.of(m)));
    }
    return this;
  }

  /**
   * Names the outcome.
   *
   * @param outcome the outcome
   * @return this builder
   */
  public Mediation to(String outcome) {
    this.y = Objects.requireNonNull(outcome, "outcome");
    return this;
  }

  /**
   * Adds covariates to every equation.
   *
   * @param names the covariates
   * @return this builder
   */
  public Mediation adjustingFor(String... names) {
    covariates.addAll(List.of(names));
    return this;
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
    Roles roles = new Roles(x, stages, y, Map.of(), covariates);
    return MediationModel.of(ProcessTemplate.of(4), roles).withoutTemplate();
  }
}
