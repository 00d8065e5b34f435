package org.socialcure.mediation.internal.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.socialcure.mediation.internal.effect.Pathways;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.CriticalValue;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * What is asked of a path model.
 *
 * @param name the name of the model
 * @param template its template
 * @param x the exposure
 * @param mediators the mediators
 * @param y the outcome
 * @param covariates the covariates
 * @param codings codings by variable
 * @param centring what is centred
 * @param standardErrors kind of standard errors
 * @param standardErrorsOf kinds by outcome, where they differ
 * @param criticalValue critical value
 * @param weights weight column
 * @param cluster cluster column
 * @param derivations columns that are made from columns of the data
 * @param probe rule for continuous moderators
 * @param probes rules by moderator
 * @param level confidence level
 * @param prePost how a model of measures taken twice is to be read
 * @param permutations the permutation test of indirect effects
 */
public record Settings(
    String name,
    OptionalInt template,
    Optional<String> x,
    List<String> mediators,
    Optional<String> y,
    List<String> covariates,
    Map<String, CategoricalCoding> codings,
    Centring centring,
    StandardErrors standardErrors,
    Map<String, StandardErrors> standardErrorsOf,
    CriticalValue criticalValue,
    Optional<String> weights,
    Optional<String> cluster,
    List<Derivation> derivations,
    ProbeRule probe,
    Map<String, ProbeRule> probes,
    double level,
    Optional<PrePostSettings> prePost,
    Optional<Permutations> permutations) {

  /**
   * What is asked when nothing is said.
   *
   * @return the defaults
   */
  public static Settings defaults() {
    return new Settings(
        "model",
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Centring.NONE,
        StandardErrors.CLASSICAL,
        Map.of(),
        CriticalValue.EXACT,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ProbeRule.percentiles(),
        Map.of(),
        0.95,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same but for what is changed.
   *
   * @param change sets the values that differ
   * @return the settings
   */
  public Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /**
   * How effects run from the exposure to the outcome.
   *
   * @return the ways of a pre/post design, else along the arrows of the model
   */
  public Pathways pathways() {
    return prePost.map(PrePostSettings::pathways).orElse(Pathways.DIRECTED);
  }

  /** Settings while they are being changed: the same components, to be set. */
  public static final class Draft {
    public String name;
    public OptionalInt template;
    public Optional<String> x;
    public List<String> mediators;
    public Optional<String> y;
    public List<String> covariates;
    public Map<String, CategoricalCoding> codings;
    public Centring centring;
    public StandardErrors standardErrors;
    public Map<String, StandardErrors> standardErrorsOf;
    public CriticalValue criticalValue;
    public Optional<String> weights;
    public Optional<String> cluster;
    public List<Derivation> derivations;
    public ProbeRule probe;
    public Map<String, ProbeRule> probes;
    public double level;
    public Optional<PrePostSettings> prePost;
    public Optional<Permutations> permutations;

    private Draft(Settings from) {
      name = from.name;
      template = from.template;
      x = from.x;
      mediators = from.mediators;
      y = from.y;
      covariates = from.covariates;
      codings = from.codings;
      centring = from.centring;
      standardErrors = from.standardErrors;
      standardErrorsOf = from.standardErrorsOf;
      criticalValue = from.criticalValue;
      weights = from.weights;
      cluster = from.cluster;
      derivations = from.derivations;
      probe = from.probe;
      probes = from.probes;
      level = from.level;
      prePost = from.prePost;
      permutations = from.permutations;
    }

    private Settings settings() {
      return new Settings(
          name,
          template,
          x,
          mediators,
          y,
          covariates,
          codings,
          centring,
          standardErrors,
          standardErrorsOf,
          criticalValue,
          weights,
          cluster,
          derivations,
          probe,
          probes,
          level,
          prePost,
          permutations);
    }
  }
}
