package org.socialcure.mediation;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Progress;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Nearest;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.internal.fit.Analysis;
import org.socialcure.mediation.internal.fit.Draws;
import org.socialcure.mediation.internal.fit.Permutations;
import org.socialcure.mediation.internal.fit.Settings;
import org.socialcure.mediation.internal.fit.WildResamples;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.regression.WildClusterTest;

/**
 * A path model together with what is asked of it: whose effect on what, in which metric, with which
 * standard errors.
 *
 * <p>Made by {@link Mediation}. Every method that changes something returns a new model. Immutable
 * and thread-safe.
 *
 * @since 0.1
 */
public final class MediationModel {
  private final PathModel path;
  private final Settings settings;

  private MediationModel(PathModel path, Settings settings) {
    this.path = path;
    this.settings = settings;
  }

  static MediationModel of(PathModel path) {
    return new MediationModel(Objects.requireNonNull(path, "path"), Settings.DEFAULTS);
  }

  static MediationModel of(ProcessTemplate template, Roles roles) {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(roles, "roles");
    Question question =
        Question.of(roles.x(), roles.mediators(), roles.y(), roles.covariates())
            .withTemplate(
                Optional.of(new Question.Template(template.number(), template.verified())));
    return of(template.model(roles)).asking(question);
  }

  /**
   * The same path model with another question: whose effect on what, through which mediators.
   *
   * @param question the question
   * @return the model
   */
  public MediationModel asking(Question question) {
    return with(settings.with(Objects.requireNonNull(question, "question")));
  }

  /**
   * What is asked of the path model.
   *
   * @return the question
   */
  public Question question() {
    return settings.question();
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
    if (path.pathCount(x, y).signum() == 0) {
      throw new InvalidInputException(
          "effect of " + x + " on " + y, "no path leads from the one to the other in the model");
    }
    List<String> mediators = List.copyOf(path.between(x, y));
    // Other ends make another question of the model than that of a pre/post design.
    return asking(settings.question().between(x, mediators, y));
  }

  /**
   * The same model with a name, under which it is reported.
   *
   * @param name the name
   * @return the model
   */
  public MediationModel withName(String name) {
    return asking(settings.question().withName(Objects.requireNonNull(name, "name")));
  }

  /**
   * The same model with one more effect.
   *
   * @param name its name
   * @param expression the effect in path syntax, such as {@code a1*b1 - a2*b2}
   * @return the model
   * @throws InvalidInputException if the expression cannot be read or the name is taken
   */
  public MediationModel withEffect(String name, String expression) {
    return new MediationModel(path.withEffect(name, expression), settings);
  }

  /**
   * The same model with one more effect and the value that its p-value tests.
   *
   * @param name its name
   * @param expression the effect in path syntax, such as {@code b1/b2}
   * @param nullValue the value under the null hypothesis; without it 0, and 1 for an effect whose
   *     outermost function is {@code exp}
   * @return the model
   * @throws InvalidInputException if the expression cannot be read, the name is taken or the value
   *     is not finite
   */
  public MediationModel withEffect(String name, String expression, double nullValue) {
    return new MediationModel(path.withEffect(name, expression, nullValue), settings);
  }

  /**
   * The same model with another family for one outcome.
   *
   * @param outcome an outcome of the model
   * @param family its family
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel withFamily(String outcome, Family family) {
    Objects.requireNonNull(family, "family");
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
  public MediationModel withOffset(String outcome, String column) {
    return new MediationModel(path.withOffset(outcome, column), settings);
  }

  /**
   * The same model with an exposure time in the equation of one outcome; its logarithm is the
   * offset, so that the equation is one of rates.
   *
   * <p>It needs a family with log link, Poisson, quasi-Poisson or negative binomial: a linear
   * predictor on another scale is no logarithm of a rate, and {@code fit} refuses it there. {@link
   * #withOffset} is for every family.
   *
   * @param outcome an outcome of the model
   * @param column a column of positive times, such as the months of the recall window
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel withExposure(String outcome, String column) {
    Derivation log = new Derivation.Logarithm(column);
    return new MediationModel(path.withOffset(outcome, log.name()), settings)
        .withDerived(log)
        .withData(rules -> rules.withExposure(outcome, log.name()));
  }

  /**
   * The same model with columns that are made from columns of the data before it is fitted, for
   * equations that use them by name.
   *
   * @param derivations how they are made
   * @return the model
   */
  public MediationModel withDerived(Derivation... derivations) {
    return with(settings.with(settings.data().withDerived(List.of(derivations))));
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
    for (Derivation derivation : settings.data().derivations()) {
      if (columns.remove(derivation.name())) {
        columns.addAll(derivation.sources());
      }
    }
    settings.data().weights().ifPresent(columns::add);
    return Collections.unmodifiableSet(columns);
  }

  /**
   * The same model with prior weights of the rows in every equation.
   *
   * <p>Means and standard deviations that effects, coefficients and moderators are told in are
   * weighted too, and so is what is made of them. A row of weight zero is left out and counted in
   * the sample's account, as R's {@code lm} and {@code glm} leave it out.
   *
   * @param column a column of non-negative weights
   * @return the model
   */
  public MediationModel withWeights(String column) {
    return with(settings.with(settings.data().withWeights(column)));
  }

  /**
   * The same model with other standard errors.
   *
   * <p>Robust kinds (HC0 to HC4) apply to linear and count equations: a binary outcome has no
   * variance but that of its mean, so logit and probit equations keep classical errors unless
   * {@link #withStandardErrors(String, StandardErrors)} names them. Clusters concern every
   * equation.
   *
   * @param standardErrors their kind
   * @return the model
   */
  public MediationModel withStandardErrors(StandardErrors standardErrors) {
    return with(settings.with(settings.errors().withStandardErrors(standardErrors)));
  }

  /**
   * The same model with other standard errors in the equation of one outcome.
   *
   * @param outcome an outcome of the model
   * @param standardErrors their kind
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public MediationModel withStandardErrors(String outcome, StandardErrors standardErrors) {
    if (path.equation(outcome).isEmpty()) {
      throw new InvalidInputException(
          "standard errors of " + outcome,
          "the model has no equation for this outcome"
              + Nearest.listed(
                  outcome, path.equations().stream().map(Equation::outcome).toList(), "outcomes"));
    }
    return with(settings.with(settings.errors().withStandardErrors(outcome, standardErrors)));
  }

  /**
   * The same model with standard errors that allow for clusters, which a cluster bootstrap draws as
   * wholes.
   *
   * @param column the column that holds the cluster of each row
   * @return the model
   */
  public MediationModel withClusters(String column) {
    return with(
        settings
            .with(settings.data().withCluster(column))
            .with(settings.errors().withStandardErrors(StandardErrors.CLUSTER)));
  }

  /**
   * The same model with a coding for a categorical exposure, moderator or covariate.
   *
   * <p>A predictor in words that has no coding gets indicator coding by itself, with a caution that
   * tells it, if it has at most ten levels of two rows or more each and no cell is a number or a
   * date; otherwise it is refused.
   *
   * @param variable the variable
   * @param coding its coding
   * @return the model
   */
  public MediationModel withCoding(String variable, CategoricalCoding coding) {
    return with(settings.with(settings.data().withCoding(variable, coding)));
  }

  /**
   * The same model with an outcome that has two values, in words or numbers, and is 1 where it has
   * one of them and 0 where it has the other: {@code withEvent("lonely", "Yes")}.
   *
   * <p>The outcome is 0 and 1 wherever the model uses it, as a mediator too, and its label says the
   * value: {@code "lonely = Yes"}. It does not choose the family: a logit or probit equation tells
   * of the probability of the event, a linear one of differences of that probability.
   *
   * @param outcome an outcome of the model, whose column has two values
   * @param value the value that counts as 1, as it stands in the data
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome; that the column has
   *     these two values is checked when the model is fitted
   */
  public MediationModel withEvent(String outcome, String value) {
    Objects.requireNonNull(value, "value");
    if (path.equation(outcome).isEmpty()) {
      throw new InvalidInputException(
          "event of " + outcome,
          "the model has no equation for this outcome"
              + Nearest.listed(
                  outcome, path.equations().stream().map(Equation::outcome).toList(), "outcomes"));
    }
    return with(settings.with(settings.data().withEvent(outcome, value)));
  }

  /**
   * The same model with variables centred before products are formed.
   *
   * @param centring which variables
   * @return the model
   */
  public MediationModel withCentring(Centring centring) {
    return with(settings.with(settings.data().withCentring(centring)));
  }

  /**
   * The same model with another rule for the values at which continuous moderators are probed.
   *
   * @param rule the rule
   * @return the model
   */
  public MediationModel withProbes(ProbeRule rule) {
    return with(settings.with(settings.probing().withRule(rule)));
  }

  /**
   * The same model with a rule of its own for one moderator.
   *
   * @param moderator the moderator
   * @param rule its rule
   * @return the model
   */
  public MediationModel withProbes(String moderator, ProbeRule rule) {
    return with(settings.with(settings.probing().withRule(moderator, rule)));
  }

  /**
   * The same model with another confidence level for all intervals.
   *
   * @param level strictly between 0 and 1, 0.95 by default
   * @return the model
   * @throws InvalidInputException if the level is out of range
   */
  public MediationModel withLevel(double level) {
    return with(settings.with(settings.errors().withLevel(level)));
  }

  /**
   * The same model by the rules of another program: its critical values, and in a bootstrap its
   * quantiles, p-values and treatment of degenerate resamples.
   *
   * @param compatibility the program; none by default
   * @return the model
   */
  public MediationModel withCompatibility(Compatibility compatibility) {
    return with(settings.with(settings.errors().withCompatibility(compatibility)));
  }

  /**
   * The same model on at most so many threads; the results do not depend on it.
   *
   * @param threads at least 1, and with 1 no other thread runs; as many as there are processors by
   *     default. No more are started than have work to do, nor than four for each processor. A
   *     bootstrap that says a number of its own overrules this one
   * @return the model
   * @throws InvalidInputException if there is no thread
   */
  public MediationModel withThreads(int threads) {
    if (threads < 1) {
      throw new InvalidInputException("threads", "at least one thread is needed");
    }
    return with(settings.with(OptionalInt.of(threads)));
  }

  /**
   * Fits the model without bootstrap: effects get standard errors by the delta method.
   *
   * @param data the data; rows with a missing value in any variable of the model are left out
   * @return the result
   * @throws InvalidInputException if the data do not permit the model: unknown columns, too few
   *     rows, constant or collinear columns, an outcome that does not suit its family, separation,
   *     more coefficients in an equation than {@link Regression#MOST_COEFFICIENTS}
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as
   */
  public MediationResult fit(Dataset data) {
    Objects.requireNonNull(data, "data");
    return MediationResult.of(Analysis.of(path, settings, data, Optional.empty()));
  }

  /**
   * Fits the model without bootstrap and tells how far it is, as {@link #fit(Dataset, Bootstrap,
   * Progress)} does.
   *
   * @param data the data; rows with a missing value in any variable of the model are left out
   * @param progress hears how far the fit is, and may end it
   * @return the result
   * @throws InvalidInputException if the data do not permit the model, see {@link #fit(Dataset)}
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as,
   *     or {@link Progress#cancelled()} says so
   */
  public MediationResult fit(Dataset data, Progress progress) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(progress, "progress");
    return MediationResult.of(Analysis.of(path, settings, data, Optional.empty(), progress));
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
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as;
   *     no thread or task of the fit is left then
   */
  public MediationResult fit(Dataset data, Bootstrap bootstrap) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(bootstrap, "bootstrap");
    return MediationResult.of(Analysis.of(path, settings, data, Optional.of(bootstrap)));
  }

  /**
   * Fits the model with a bootstrap and tells how far it is.
   *
   * <p>The result is the same as without a listener. All that takes long is calculated before this
   * returns, also what a fit otherwise leaves to the first question (the jackknife of BCa
   * intervals, permutation tests, Monte Carlo intervals), so that the listener hears of it; what is
   * asked of the result later is told to nobody.
   *
   * @param data the data; rows with a missing value in any variable of the model are left out
   * @param bootstrap how replicates are drawn
   * @param progress hears how far the fit is, and may end it; what it throws reaches the caller
   * @return the result
   * @throws InvalidInputException if the data do not permit the model, see {@link #fit(Dataset,
   *     Bootstrap)}
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as,
   *     or {@link Progress#cancelled()} says so; no thread or task of the fit is left then
   */
  public MediationResult fit(Dataset data, Bootstrap bootstrap, Progress progress) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(bootstrap, "bootstrap");
    Objects.requireNonNull(progress, "progress");
    return MediationResult.of(Analysis.of(path, settings, data, Optional.of(bootstrap), progress));
  }

  /**
   * Fits a linear model from sufficient statistics, such as a printed table of means, SDs and
   * correlations.
   *
   * @param moments the moments of all variables of the model
   * @return the result, with standard errors by the delta method
   * @throws InvalidInputException if the model needs more than moments: products that are not among
   *     the variables, other families than the linear one, robust standard errors, weights, codings
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as
   */
  public MediationResult fit(Moments moments) {
    Objects.requireNonNull(moments, "moments");
    return MediationResult.of(Analysis.of(path, settings, moments, Progress.UNHEARD));
  }

  /**
   * Fits a linear model from sufficient statistics and tells how far it is, as {@link #fit(Dataset,
   * Bootstrap, Progress)} does.
   *
   * @param moments the moments of all variables of the model
   * @param progress hears how far the fit is, and may end it
   * @return the result, with standard errors by the delta method
   * @throws InvalidInputException if the model needs more than moments, see {@link #fit(Moments)}
   * @throws CancellationException if the calling thread is interrupted, which it stays marked as,
   *     or {@link Progress#cancelled()} says so
   */
  public MediationResult fit(Moments moments, Progress progress) {
    Objects.requireNonNull(moments, "moments");
    Objects.requireNonNull(progress, "progress");
    return MediationResult.of(Analysis.of(path, settings, moments, progress));
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
  public MediationModel withPermutationTests(int permutations, long seed) {
    Permutations asked = new Permutations(permutations, seed);
    return with(settings.with(settings.requests().with(asked)));
  }

  /**
   * The same model with a Monte Carlo interval of every indirect effect: percentiles of the effect
   * over draws from the normal distribution of the coefficients (MacKinnon, Lockwood and Williams
   * 2004, doi 10.1207/s15327906mbr3901_4).
   *
   * <p>The interval stands with the other tests of the effect. Same seed, same draws, on any number
   * of threads.
   *
   * @param draws how many draws, at least 100, such as 20000
   * @param seed their seed
   * @return the model
   * @throws InvalidInputException if there are too few draws
   */
  public MediationModel withMonteCarlo(int draws, long seed) {
    Draws asked = new Draws(draws, seed);
    return with(settings.with(settings.requests().with(asked)));
  }

  /**
   * The same model with a wild cluster bootstrap test, the null hypothesis imposed, of every
   * coefficient but intercepts: a p-value that holds with few clusters, see {@link
   * WildClusterTest}.
   *
   * <p>Same seed, same p-values, on any number of threads.
   *
   * @param replicates how many replicates, such as 9999
   * @param seed their seed
   * @return the model; its fit is refused where it has no clusters, or an equation is not linear
   * @throws InvalidInputException if there is no replicate
   */
  public MediationModel withWildClusterTests(int replicates, long seed) {
    WildResamples asked = new WildResamples(replicates, seed);
    return with(settings.with(settings.requests().with(asked)));
  }

  /**
   * The same model with a longer or shorter list of indirect effects.
   *
   * <p>Mediators that all point at the next ones double the number of paths with each: twenty have
   * more than a million. The total and the total indirect effect hold all of them, whatever is
   * listed; {@link MediationResult#indirect} answers for any path, and {@link
   * MediationResult#listedPaths} says how many there are. The list is filled from the shortest path
   * on; an effect that depends on moderators takes a place for each combination of their values.
   *
   * @param most how many indirect effects of one exposure to list at most, 1000 by default, from 1
   *     to {@value PathModel#MOST_PATHS}
   * @return the model
   * @throws InvalidInputException if the number is out of range
   */
  public MediationModel withIndirectEffectsListed(int most) {
    return with(settings.with(settings.requests().withIndirectEffects(most)));
  }

  private MediationModel withData(UnaryOperator<Settings.DataRules> change) {
    return with(settings.with(change.apply(settings.data())));
  }

  private MediationModel with(Settings other) {
    return new MediationModel(path, other);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
