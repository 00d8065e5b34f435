package org.socialcure.mediation.internal.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withName(String value) {
    return new Settings(
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withTemplate(OptionalInt value) {
    return new Settings(
        name,
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withCovariates(List<String> value) {
    return new Settings(
        name,
        template,
        x,
        mediators,
        y,
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withCodings(Map<String, CategoricalCoding> value) {
    return new Settings(
        name,
        template,
        x,
        mediators,
        y,
        covariates,
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withCentring(Centring value) {
    return new Settings(
        name,
        template,
        x,
        mediators,
        y,
        covariates,
        codings,
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withStandardErrors(StandardErrors value) {
    return new Settings(
        name,
        template,
        x,
        mediators,
        y,
        covariates,
        codings,
        centring,
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withStandardErrorsOf(Map<String, StandardErrors> value) {
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
        value,
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

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withCriticalValue(CriticalValue value) {
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
        value,
        weights,
        cluster,
        derivations,
        probe,
        probes,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withWeights(Optional<String> value) {
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
        value,
        cluster,
        derivations,
        probe,
        probes,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withCluster(Optional<String> value) {
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
        value,
        derivations,
        probe,
        probes,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withDerivations(List<Derivation> value) {
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
        value,
        probe,
        probes,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withProbe(ProbeRule value) {
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
        value,
        probes,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withProbes(Map<String, ProbeRule> value) {
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
        value,
        level,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withLevel(double value) {
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
        value,
        prePost,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withPrePost(Optional<PrePostSettings> value) {
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
        value,
        permutations);
  }

  /**
   * The same with another value.
   *
   * @param value the value
   * @return the settings
   */
  public Settings withPermutations(Optional<Permutations> value) {
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
        value);
  }

  /**
   * How effects run from the exposure to the outcome.
   *
   * @return the ways of a pre/post design, else along the arrows of the model
   */
  public Pathways pathways() {
    return prePost.map(PrePostSettings::pathways).orElse(Pathways.DIRECTED);
  }

  /**
   * The same with another value.
   *
   * @param newX the value
   * @param newMediators the value
   * @param newY the value
   * @return the settings
   */
  public Settings withRoles(
      Optional<String> newX, List<String> newMediators, Optional<String> newY) {
    return new Settings(
        name,
        template,
        newX,
        List.copyOf(newMediators),
        newY,
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
