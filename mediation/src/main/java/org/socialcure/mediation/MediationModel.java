package org.socialcure.mediation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.internal.fit.Analysis;
import org.socialcure.mediation.internal.fit.Permutations;
import org.socialcure.mediation.internal.fit.Settings;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.ProcessTemplate;
import org.socialcure.mediation.model.Roles;
import org.socialcure.mediation.regression.CriticalValue;
import org.socialcure.mediation.regression.Family;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * A path model together with what is asked of it: whose effect on what, in which metric, with which
 * standard errors.
 *
 * <p>Made by {@link Mediation}. Every method that changes something returns a new model. Immutable
 * and thread-safe.
 */
public final class MediationModel {
  private final PathModel path;
  private final Settings settings;

  private MediationModel(PathModel path, Settings settings) {
    this.path = path;
    this.settings = settings;
  }

  static MediationModel of(PathModel path, Settings settings) {
    return new MediationModel(path, settings);
  }

  static MediationModel of(PathModel path) {
    return new MediationModel(Objects.requireNonNull(path, "path"), Settings.defaults());
  }

  static MediationModel of(ProcessTemplate template, Roles roles) {
    PathModel path = template.model(roles);
    Settings settings =
        Settings.defaults()
            .with(
                s -> {
                  s.template = OptionalInt.of(template.number());
                  s.x = Optional.of(roles.x());
                  s.mediators = roles.mediators();
                  s.y = Optional.of(roles.y());
                  s.covariates = roles.covariates();
                });
    return new MediationModel(path, settings);
  }

  MediationModel withoutTemplate() {
    return with(s -> s.template = OptionalInt.empty());
  }

  /**
   * The path model.
   *
   * @return the path model as it was asked, before categorical variables are coded
   */
  public PathModel path() {
    return path;
  }

  /**
   * The same model, with the total, direct and indirect effects of one variable on another.
   *
   * @param x the exposure
   * @param y the outcome
   * @return the model
   * @throws InvalidInputException if no path leads from x to y
   */
  public MediationModel between(String x, String y) {
    List<List<String>> paths = path.paths(x, y);
    if (paths.isEmpty()) {
      throw new InvalidInputException(
          "effect of " + x + " on " + y, "no path leads from the one to the other in the model");
    }
    List<String> mediators = new ArrayList<>();
    path.equations().stream()
        .map(e -> e.outcome())
        .filter(v -> paths.stream().anyMatch(p -> p.subList(1, p.size() - 1).contains(v)))
        .forEach(mediators::add);
    return with(
        s -> {
          // Other ends make another question of the model than that of a pre/post design.
          s.prePost = Optional.empty();
          s.x = Optional.of(x);
          s.mediators = List.copyOf(mediators);
          s.y = Optional.of(y);
        });
  }

  /**
   * The same model with a name, under which it is reported.
   *
   * @param name the name
   * @return the model
   */
  public MediationModel named(String name) {
    return with(s -> s.name = name);
  }

  /**
   * The same model with one more effect.
   *
   * @param name its name
   * @param expression the effect in path syntax, such as {@code a1*b1 - a2*b2}
   * @return the model
   * @throws InvalidInputException if the expression cannot be read or the name is taken
   */
  public MediationModel effect(String name, String expression) {
    return new MediationModel(path.withEffect(name, expression), settings);
  }

  /**
   * The same model with another family for one outcome.
   *
   * @param outcome an outcome of the model
   * @param family its family
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel family(String outcome, Family family) {
    return new MediationModel(path.withFamily(outcome, family), settings);
  }

  /**
   * The same model with an offset in the equation of one outcome.
   *
   * @param outcome an outcome of the model
   * @param column a column added to its linear predictor
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel offset(String outcome, String column) {
    return new MediationModel(path.withOffset(outcome, column), settings);
  }

  /**
   * The same model with an exposure time in the equation of one outcome; its logarithm is the
   * offset.
   *
   * @param outcome an outcome of the model
   * @param column a column of positive times, such as the months of the recall window
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel exposure(String outcome, String column) {
    Derivation log = new Derivation.Logarithm(column);
    return new MediationModel(path.withOffset(outcome, log.name()), settings).deriving(log);
  }

  /**
   * The same model with columns that are made from columns of the data before it is fitted, for
   * equations that use them by name.
   *
   * @param derivations how they are made
   * @return the model
   */
  public MediationModel deriving(Derivation... derivations) {
    Set<Derivation> all = new LinkedHashSet<>(settings.derivations());
    all.addAll(List.of(derivations));
    return with(s -> s.derivations = List.copyOf(all));
  }

  /**
   * The columns of numbers that the data must have: variables, offsets and weights, and what
   * derived columns are made from.
   *
   * @return the names in order of appearance
   */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(path.variables());
    path.equations().forEach(e -> e.offset().ifPresent(columns::add));
    for (Derivation derivation : settings.derivations()) {
      if (columns.remove(derivation.name())) {
        columns.addAll(derivation.sources());
      }
    }
    settings.weights().ifPresent(columns::add);
    return Collections.unmodifiableSet(columns);
  }

  /**
   * The same model with prior weights of the rows in every equation.
   *
   * @param column a column of non-negative weights
   * @return the model
   */
  public MediationModel weights(String column) {
    return with(s -> s.weights = Optional.of(column));
  }

  /**
   * The same model with other standard errors.
   *
   * <p>Robust kinds (HC0 to HC4) apply to linear and count equations: a binary outcome has no
   * variance but that of its mean, so logit and probit equations keep classical errors unless
   * {@link #standardErrors(String, StandardErrors)} names them. Clusters concern every equation.
   *
   * @param standardErrors their kind
   * @return the model
   */
  public MediationModel standardErrors(StandardErrors standardErrors) {
    return with(s -> s.standardErrors = standardErrors);
  }

  /**
   * The same model with other standard errors in the equation of one outcome.
   *
   * @param outcome an outcome of the model
   * @param standardErrors their kind
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel standardErrors(String outcome, StandardErrors standardErrors) {
    if (path.equation(outcome).isEmpty()) {
      throw new InvalidInputException(
          "standard errors of " + outcome, "the model has no equation for this outcome");
    }
    Map<String, StandardErrors> kinds = new LinkedHashMap<>(settings.standardErrorsOf());
    kinds.put(outcome, standardErrors);
    return with(s -> s.standardErrorsOf = kinds);
  }

  /**
   * The same model with standard errors that allow for clusters, which a cluster bootstrap draws as
   * wholes.
   *
   * @param column the column that holds the cluster of each row
   * @return the model
   */
  public MediationModel clusteredBy(String column) {
    return with(
        s -> {
          s.cluster = Optional.of(column);
          s.standardErrors = StandardErrors.CLUSTER;
        });
  }

  /**
   * The same model with a coding for a categorical exposure or moderator.
   *
   * @param variable the variable
   * @param coding its coding
   * @return the model
   */
  public MediationModel coding(String variable, CategoricalCoding coding) {
    Map<String, CategoricalCoding> codings = new LinkedHashMap<>(settings.codings());
    codings.put(variable, coding);
    return with(s -> s.codings = codings);
  }

  /**
   * The same model with variables centred before products are formed.
   *
   * @param centring which variables
   * @return the model
   */
  public MediationModel centring(Centring centring) {
    return with(s -> s.centring = centring);
  }

  /**
   * The same model with another rule for the values at which continuous moderators are probed.
   *
   * @param rule the rule
   * @return the model
   */
  public MediationModel probing(ProbeRule rule) {
    return with(s -> s.probe = rule);
  }

  /**
   * The same model with a rule of its own for one moderator.
   *
   * @param moderator the moderator
   * @param rule its rule
   * @return the model
   */
  public MediationModel probing(String moderator, ProbeRule rule) {
    Map<String, ProbeRule> probes = new LinkedHashMap<>(settings.probes());
    probes.put(moderator, rule);
    return with(s -> s.probes = probes);
  }

  /**
   * The same model with another confidence level for all intervals.
   *
   * @param level strictly between 0 and 1, 0.95 by default
   * @return the model
   * @throws InvalidInputException if the level is out of range
   */
  public MediationModel level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new InvalidInputException(
          "level", "a confidence level lies strictly between 0 and 1, such as 0.95");
    }
    return with(s -> s.level = level);
  }

  /**
   * The same model with another critical value for intervals of coefficients.
   *
   * @param criticalValue the exact one by default
   * @return the model
   */
  public MediationModel criticalValue(CriticalValue criticalValue) {
    return with(s -> s.criticalValue = criticalValue);
  }

  /**
   * Fits the model without bootstrap: effects get standard errors by the delta method.
   *
   * @param data the data; rows with a missing value in any variable of the model are left out
   * @return the result
   * @throws InvalidInputException if the data do not permit the model: unknown columns, too few
   *     rows, constant or collinear columns, an outcome that does not suit its family, separation
   */
  public MediationResult fit(Dataset data) {
    return MediationResult.of(Analysis.of(path, settings, data, Optional.empty()));
  }

  /**
   * Fits the model with a bootstrap.
   *
   * @param data the data; rows with a missing value in any variable of the model are left out
   * @param bootstrap how replicates are drawn
   * @return the result
   * @throws InvalidInputException if the data do not permit the model: unknown columns, too few
   *     rows, constant or collinear columns, an outcome that does not suit its family, separation,
   *     indices beyond the rows
   */
  public MediationResult fit(Dataset data, Bootstrap bootstrap) {
    return MediationResult.of(Analysis.of(path, settings, data, Optional.of(bootstrap)));
  }

  /**
   * Fits a linear model from sufficient statistics, such as a printed table of means, SDs and
   * correlations.
   *
   * @param moments the moments of all variables of the model
   * @return the result, with standard errors by the delta method
   * @throws InvalidInputException if the model needs more than moments: products that are not among
   *     the variables, other families than the linear one, robust standard errors, weights, codings
   */
  public MediationResult fit(Moments moments) {
    return MediationResult.of(Analysis.of(path, settings, moments));
  }

  /**
   * The same model with a permutation test of every indirect effect that depends on no moderator.
   *
   * <p>The test is that of {@link MediationResult#permutationTest} and stands with the other tests
   * of the effect.
   *
   * @param permutations how many permutations, such as 5000
   * @param seed their seed
   * @return the model
   * @throws InvalidInputException if there is no permutation
   */
  public MediationModel permutationTests(int permutations, long seed) {
    return with(s -> s.permutations = Optional.of(new Permutations(permutations, seed)));
  }

  private MediationModel with(Consumer<Settings.Draft> change) {
    return new MediationModel(path, settings.with(change));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
