package org.socialcure.mediation.internal.fit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * What is asked of a path model, and by which rules it is answered.
 *
 * @param question whose effect on what
 * @param data how columns become variables
 * @param errors how sure coefficients are
 * @param probing where conditional effects are shown
 * @param requests what is computed only because it was asked for
 * @param threads the most threads that anything may use; empty for as many as there are processors
 */
public record Settings(
    Question question,
    DataRules data,
    Errors errors,
    Probing probing,
    Requests requests,
    OptionalInt threads) {

  /**
   * How columns become variables.
   *
   * @param codings codings by categorical variable
   * @param events for outcomes of two values the one that counts as 1
   * @param centring what is centred
   * @param weights weight column
   * @param cluster cluster column
   * @param derivations columns that are made from columns of the data
   * @param exposures the offsets that are logarithms of an exposure, by outcome
   */
  public record DataRules(
      Map<String, CategoricalCoding> codings,
      Map<String, String> events,
      Centring centring,
      Optional<String> weights,
      Optional<String> cluster,
      List<Derivation> derivations,
      Map<String, String> exposures) {
    /** Refuses null and copies the collections in order. */
    public DataRules {
      codings = inOrder(codings);
      events = inOrder(events);
      Objects.requireNonNull(centring, "centring");
      derivations = List.copyOf(derivations);
      exposures = inOrder(exposures);
    }

    /** With one more coding. */
    public DataRules withCoding(String variable, CategoricalCoding coding) {
      return new DataRules(
          with(codings, variable, coding),
          events,
          centring,
          weights,
          cluster,
          derivations,
          exposures);
    }

    /** With one more outcome of two values. */
    public DataRules withEvent(String outcome, String value) {
      return new DataRules(
          codings,
          with(events, outcome, value),
          centring,
          weights,
          cluster,
          derivations,
          exposures);
    }

    /** With another centring. */
    public DataRules withCentring(Centring other) {
      return new DataRules(codings, events, other, weights, cluster, derivations, exposures);
    }

    /** With a weight column. */
    public DataRules withWeights(String column) {
      return new DataRules(
          codings, events, centring, Optional.of(column), cluster, derivations, exposures);
    }

    /** With a cluster column. */
    public DataRules withCluster(String column) {
      return new DataRules(
          codings, events, centring, weights, Optional.of(column), derivations, exposures);
    }

    /** With more derived columns. */
    public DataRules withDerived(List<Derivation> more) {
      Set<Derivation> all = new LinkedHashSet<>(derivations);
      all.addAll(more);
      return new DataRules(
          codings, events, centring, weights, cluster, List.copyOf(all), exposures);
    }

    /** With an offset that is the logarithm of an exposure. */
    public DataRules withExposure(String outcome, String offset) {
      return new DataRules(
          codings,
          events,
          centring,
          weights,
          cluster,
          derivations,
          with(exposures, outcome, offset));
    }
  }

  /**
   * How sure coefficients are.
   *
   * @param standardErrors kind of standard errors
   * @param standardErrorsOf kinds by outcome, where they differ
   * @param compatibility the program whose critical values and rules are followed
   * @param level confidence level
   */
  public record Errors(
      StandardErrors standardErrors,
      Map<String, StandardErrors> standardErrorsOf,
      Compatibility compatibility,
      double level) {
    /** Refuses null and levels that are no proportion; copies the map in order. */
    public Errors {
      Objects.requireNonNull(standardErrors, "standardErrors");
      standardErrorsOf = inOrder(standardErrorsOf);
      Objects.requireNonNull(compatibility, "compatibility");
      if (!(level > 0 && level < 1)) {
        throw new InvalidInputException(
            "level", "a confidence level lies strictly between 0 and 1, such as 0.95");
      }
    }

    /** With other standard errors. */
    public Errors withStandardErrors(StandardErrors other) {
      return new Errors(other, standardErrorsOf, compatibility, level);
    }

    /** With other standard errors in one equation. */
    public Errors withStandardErrors(String outcome, StandardErrors other) {
      return new Errors(
          standardErrors, with(standardErrorsOf, outcome, other), compatibility, level);
    }

    /** With another program's rules. */
    public Errors withCompatibility(Compatibility other) {
      return new Errors(standardErrors, standardErrorsOf, other, level);
    }

    /** With another level. */
    public Errors withLevel(double other) {
      return new Errors(standardErrors, standardErrorsOf, compatibility, other);
    }
  }

  /**
   * Where conditional effects are shown.
   *
   * @param rule rule for continuous moderators
   * @param byModerator rules by moderator, where they differ
   */
  public record Probing(ProbeRule rule, Map<String, ProbeRule> byModerator) {
    /** Refuses null and copies the map in order. */
    public Probing {
      Objects.requireNonNull(rule, "rule");
      byModerator = inOrder(byModerator);
    }

    /** With another rule. */
    public Probing withRule(ProbeRule other) {
      return new Probing(other, byModerator);
    }

    /** With a rule for one moderator. */
    public Probing withRule(String moderator, ProbeRule other) {
      return new Probing(rule, with(byModerator, moderator, other));
    }
  }

  /**
   * What is computed only because it was asked for.
   *
   * @param permutations the permutation test of indirect effects
   * @param monteCarlo the Monte Carlo intervals of indirect effects
   * @param wildCluster the wild cluster tests of coefficients
   * @param indirectEffects how many indirect effects are listed at most
   */
  public record Requests(
      Optional<Permutations> permutations,
      Optional<Draws> monteCarlo,
      Optional<WildResamples> wildCluster,
      int indirectEffects) {
    /** Refuses lists that nobody could read. */
    public Requests {
      PathModel.requireListable("indirect effects", indirectEffects);
    }

    /** With permutation tests. */
    public Requests with(Permutations asked) {
      return new Requests(Optional.of(asked), monteCarlo, wildCluster, indirectEffects);
    }

    /** With Monte Carlo intervals. */
    public Requests with(Draws asked) {
      return new Requests(permutations, Optional.of(asked), wildCluster, indirectEffects);
    }

    /** With wild cluster tests. */
    public Requests with(WildResamples asked) {
      return new Requests(permutations, monteCarlo, Optional.of(asked), indirectEffects);
    }

    /** With another length of the list. */
    public Requests withIndirectEffects(int most) {
      return new Requests(permutations, monteCarlo, wildCluster, most);
    }
  }

  /** How many indirect effects are listed where nothing is said. */
  public static final int INDIRECT_EFFECTS = 1000;

  /** What is asked when nothing is said. */
  public static final Settings DEFAULTS =
      new Settings(
          Question.NAMED_EFFECTS_ONLY,
          new DataRules(
              Map.of(),
              Map.of(),
              Centring.NONE,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Map.of()),
          new Errors(StandardErrors.CLASSICAL, Map.of(), Compatibility.NONE, 0.95),
          new Probing(ProbeRule.percentiles(), Map.of()),
          new Requests(Optional.empty(), Optional.empty(), Optional.empty(), INDIRECT_EFFECTS),
          OptionalInt.empty());

  /** The same rules for another question. */
  public Settings with(Question other) {
    return new Settings(other, data, errors, probing, requests, threads);
  }

  /** The same with other data rules. */
  public Settings with(DataRules other) {
    return new Settings(question, other, errors, probing, requests, threads);
  }

  /** The same with other errors. */
  public Settings with(Errors other) {
    return new Settings(question, data, other, probing, requests, threads);
  }

  /** The same with other probing. */
  public Settings with(Probing other) {
    return new Settings(question, data, errors, other, requests, threads);
  }

  /** The same with other requests. */
  public Settings with(Requests other) {
    return new Settings(question, data, errors, probing, other, threads);
  }

  /** The same on at most so many threads. */
  public Settings with(OptionalInt most) {
    return new Settings(question, data, errors, probing, requests, most);
  }

  Optional<String> x() {
    return question.x();
  }

  List<String> mediators() {
    return question.mediators();
  }

  Optional<String> y() {
    return question.y();
  }

  List<String> covariates() {
    return question.covariates();
  }

  Pathways pathways() {
    return question.pathways();
  }

  double level() {
    return errors.level();
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(Objects.requireNonNull(key), Objects.requireNonNull(value));
    return more;
  }

  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
