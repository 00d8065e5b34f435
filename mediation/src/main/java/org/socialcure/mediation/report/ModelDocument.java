package org.socialcure.mediation.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.effect.ResidualCorrelation;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.NoEffectSize;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.NoProportion;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Ratio;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.regression.WildClusterTest;

/**
 * A fitted mediation model as other programs and every renderer see it.
 *
 * <p>This is the content of one entry of {@code models} in {@code result.json}: plain values, no
 * behaviour. Every table, page and picture is made from it, so that nothing can be shown that is
 * not in the file. Numbers are finite; a quantity that does not exist is absent. New components may
 * be added in later versions; existing ones keep their name and meaning.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the model in its plan
 * @param labels what people call columns, where it is not their name
 * @param model what was asked
 * @param sample the rows it was fitted on
 * @param variables the variables of the model over the rows used, by role: exposure, mediators,
 *     outcome, moderators, covariates
 * @param equations the fitted equations, in causal order
 * @param effects all effects, those of one kind together
 * @param moderators the values at which conditional effects were probed
 * @param codings how categorical variables were coded
 * @param johnsonNeyman regions of significance of conditional effects
 * @param slopes outcomes predicted at values of a focal predictor and its moderators, for plots
 * @param tests tests of several coefficients at once, such as the omnibus test of a categorical
 *     variable
 * @param wildClusterTests wild cluster tests of coefficients, if they were asked for
 * @param effectSizes sizes of effects that are not themselves effects, such as the proportion
 *     mediated
 * @param residualCorrelations correlations of the residuals of two equations
 * @param listedPaths how many indirect effects there are, and of how many each is listed by itself
 * @param bootstrap the replicates, when there was a bootstrap
 * @param cautions what a reader should be careful about
 * @param provenance what is needed to do it again
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelDocument(
    String name,
    Map<String, String> labels,
    Model model,
    SampleAccount sample,
    List<VariableSummary> variables,
    List<Equation> equations,
    List<Effect> effects,
    List<ProbedModerator> moderators,
    List<CodedVariable> codings,
    List<JohnsonNeyman> johnsonNeyman,
    List<Slopes> slopes,
    List<CoefficientTest> tests,
    List<WildCluster> wildClusterTests,
    List<EffectSize> effectSizes,
    List<ResidualCorrelation> residualCorrelations,
    List<ListedPaths> listedPaths,
    Optional<Bootstrap> bootstrap,
    List<Caution> cautions,
    Provenance provenance) {
  /** Copies the lists. */
  public ModelDocument {
    labels = inOrder(labels);
    variables = List.copyOf(variables);
    equations = List.copyOf(equations);
    effects = List.copyOf(effects);
    moderators = List.copyOf(moderators);
    codings = List.copyOf(codings);
    johnsonNeyman = List.copyOf(johnsonNeyman);
    slopes = List.copyOf(slopes);
    tests = List.copyOf(tests);
    wildClusterTests = List.copyOf(wildClusterTests);
    effectSizes = List.copyOf(effectSizes);
    residualCorrelations = List.copyOf(residualCorrelations);
    listedPaths = List.copyOf(listedPaths);
    cautions = List.copyOf(cautions);
  }

  /** The printout. */
  @Override
  public String toString() {
    return Report.of(this).text();
  }

  /**
   * The document of a fitted model.
   *
   * @param findings the fitted model
   * @return all that it tells
   */
  public static ModelDocument of(Findings findings) {
    return new DocumentWriter(findings).document();
  }

  /**
   * The document as people read it: every column by its label, products with a sign of
   * multiplication.
   *
   * @return a document whose names are labels, for telling and not for programs
   */
  ModelDocument told() {
    return new Relabelling(this).document();
  }

  /** A copy that keeps the order of the entries, which {@code Map.copyOf} does not. */
  private static <K, V> Map<K, V> inOrder(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * The JSON Schema of the document, for programs that check what they read. Schemas of files that
   * hold such documents refer to it by its {@code $id}.
   *
   * @return the schema, draft 2020-12
   */
  public static String schema() {
    String resource = "model.schema.json";
    try (InputStream in = ModelDocument.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * What was asked.
   *
   * @param template the number of the PROCESS template, if it was written as one
   * @param syntax the model as path syntax
   * @param x the exposure, if the model has one
   * @param mediators the mediators in causal order
   * @param y the outcome, if the model has one
   * @param covariates variables that are adjusted for
   * @param centring what was centred
   * @param standardErrors the kind of standard errors, where no equation has its own
   * @param clusters the clusters of rows that errors allow for, or that a bootstrap draws
   * @param weights the column of the rows' weights; means, standard deviations and all that is made
   *     of them are weighted then
   * @param compatibility the program whose rules are followed
   * @param level the confidence level of all intervals
   * @param dot the path diagram in the DOT language
   * @param mermaid the path diagram in the Mermaid language
   * @param estimand in words, what the effects are effects of
   * @param design the design, if it is a model of measures taken before and after
   * @param permutations the permutations of indirect effects' tests, if they were asked for
   * @param monteCarlo the draws of indirect effects' Monte Carlo intervals, if they were asked for
   */
  public record Model(
      OptionalLong template,
      String syntax,
      Optional<String> x,
      List<String> mediators,
      Optional<String> y,
      List<String> covariates,
      Centring centring,
      StandardErrors standardErrors,
      Optional<Findings.Clusters> clusters,
      Optional<String> weights,
      Compatibility compatibility,
      double level,
      String dot,
      String mermaid,
      String estimand,
      Optional<PrePostDesign> design,
      Optional<Findings.Simulated> permutations,
      Optional<Findings.Simulated> monteCarlo) {
    /** Copies the collections. */
    public Model {
      mediators = List.copyOf(mediators);
      covariates = List.copyOf(covariates);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * A fitted equation.
   *
   * @param outcome the outcome
   * @param family the family
   * @param scale the scale of the coefficients: {@code units of y}, {@code log odds}, {@code
   *     probit}, {@code log rate}
   * @param standardErrors the kind of the standard errors
   * @param n rows
   * @param terms the coefficients, intercept first if there is one
   * @param r2 the coefficient of determination, for a linear equation; about zero, not about the
   *     mean, where there is no intercept
   * @param fit further measures of fit by name
   * @param noModelTest why there is no test that all coefficients but the intercept are zero
   * @param covariance the covariance matrix of the coefficients, in the order of the terms
   */
  public record Equation(
      String outcome,
      Family family,
      String scale,
      StandardErrors standardErrors,
      int n,
      List<Term> terms,
      OptionalDouble r2,
      Map<String, Double> fit,
      Optional<JointTest.Missing> noModelTest,
      List<List<Double>> covariance) {
    /** Copies the collections. */
    public Equation {
      terms = List.copyOf(terms);
      fit = inOrder(fit);
      covariance = covariance.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * A coefficient.
   *
   * @param name the term: {@code (Intercept)}, a variable, or variables joined by colons
   * @param variables the variables of the term; none for the intercept
   * @param label its label in the path syntax
   * @param estimate the estimate
   * @param se its standard error
   * @param t the t statistic, in linear and quasi-Poisson equations
   * @param z the z statistic, in the others
   * @param df residual degrees of freedom of t
   * @param p two-sided p-value
   * @param interval confidence interval
   * @param standardised the standardised coefficient, for a linear equation
   * @param vif the variance inflation factor
   * @param ratio the odds, rate or risk ratio, for a predictor of a logistic equation or one with
   *     log link
   */
  public record Term(
      String name,
      List<String> variables,
      Optional<String> label,
      double estimate,
      double se,
      OptionalDouble t,
      OptionalDouble z,
      OptionalDouble df,
      double p,
      Interval interval,
      OptionalDouble standardised,
      OptionalDouble vif,
      Optional<Ratio> ratio) {
    /** Copies the variables. */
    public Term {
      variables = List.copyOf(variables);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * An effect.
   *
   * @param kind the kind of effect
   * @param name what it is called in files and in {@code effect(name)}
   * @param label what people call it
   * @param exposure the variable whose effect it is, or one of its code columns
   * @param path the variables it passes, from exposure to outcome; empty where it has no single
   *     path
   * @param by for an index or a conditional interaction, the moderators by whose unit it is told
   * @param difference for a contrast, the effect and the one that is subtracted; else empty
   * @param at the values of the moderators it is conditional on, on their own scales; empty where
   *     it is not conditional
   * @param expression the effect as an expression of coefficients, in which a variable stands for
   *     its value as a predictor: its distance from the mean where it is centred
   * @param scale the scale it is on
   * @param scaleLabel the scale as people read it
   * @param estimate the estimate
   * @param nullValue the value that p-values test
   * @param se its standard error, of the same source as the interval
   * @param interval its confidence interval
   * @param intervalRule how the interval came about, in words; {@code reported} says which of the
   *     inferences it is
   * @param p two-sided p-value of the same source
   * @param reported which inference is reported
   * @param classical inference from the equations' standard errors
   * @param bootstrap inference from the replicates
   * @param normalTheory further tests of an indirect effect
   * @param standardised standardised versions
   * @param simultaneous the interval that holds together with those of all other indirect effects,
   *     and the p-value adjusted for their number
   */
  public record Effect(
      EffectKind kind,
      String name,
      String label,
      Optional<String> exposure,
      List<String> path,
      List<String> by,
      List<Operand> difference,
      Map<String, Double> at,
      String expression,
      String scale,
      String scaleLabel,
      double estimate,
      double nullValue,
      OptionalDouble se,
      Optional<Interval> interval,
      Optional<String> intervalRule,
      OptionalDouble p,
      Optional<Source> reported,
      Optional<Inference> classical,
      Optional<Inference> bootstrap,
      List<Inference> normalTheory,
      List<Standardised> standardised,
      Optional<Inference> simultaneous) {
    /** Copies the collections. */
    public Effect {
      path = List.copyOf(path);
      by = List.copyOf(by);
      difference = List.copyOf(difference);
      normalTheory = List.copyOf(normalTheory);
      standardised = List.copyOf(standardised);
      at = inOrder(at);
    }

    /**
     * The inference that is reported.
     *
     * @return the classical one or that of the replicates
     */
    Optional<Inference> inference() {
      return reported.flatMap(source -> source == Source.CLASSICAL ? classical : bootstrap);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * An effect of a contrast.
   *
   * @param kind its kind
   * @param path its path
   * @param at the values of moderators
   */
  public record Operand(EffectKind kind, List<String> path, Map<String, Double> at) {
    /** Copies the collections. */
    public Operand {
      path = List.copyOf(path);
      at = inOrder(at);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /** Where the reported inference of an effect comes from. */
  @MapperForm
  public enum Source {
    /** The equations' standard errors. */
    CLASSICAL,
    /** The replicates. */
    BOOTSTRAP
  }

  /** How an inference came about. */
  @MapperForm
  public enum Method {
    /** Student's distribution. */
    T,
    /** The normal distribution. */
    Z,
    /** The multivariate delta method. */
    DELTA,
    /** Sobel's test of a product. */
    SOBEL,
    /** Aroian's test of a product. */
    AROIAN,
    /** Goodman's test of a product. */
    GOODMAN,
    /** The largest p-value of the steps. */
    JOINT_SIGNIFICANCE,
    /** The distribution of the product of normal variables. */
    PRODUCT_DISTRIBUTION,
    /** Draws from the normal distribution of the coefficients. */
    MONTE_CARLO,
    /** Permuted residuals. */
    PERMUTATION,
    /** Joint replicates of several effects. */
    MAX_T,
    /** Bootstrap percentiles. */
    PERCENTILE,
    /** Basic bootstrap. */
    BASIC,
    /** Normal bootstrap. */
    NORMAL,
    /** Bias-corrected bootstrap. */
    BIAS_CORRECTED,
    /** Bias-corrected and accelerated bootstrap. */
    BCA,
    /** Bootstrap-t. */
    STUDENTIZED
  }

  /**
   * One way to say how sure an effect is.
   *
   * @param method how it came about
   * @param rule how quantiles of replicates were read off
   * @param draws how many draws or permutations, where they are not those of the bootstrap
   * @param seed their seed
   * @param se standard error
   * @param statistic t or z
   * @param df degrees of freedom of t
   * @param p two-sided p-value
   * @param interval confidence interval
   * @param missing why there is no interval where the method should give one
   */
  public record Inference(
      Method method,
      Optional<QuantileRule> rule,
      OptionalLong draws,
      OptionalLong seed,
      OptionalDouble se,
      OptionalDouble statistic,
      OptionalDouble df,
      OptionalDouble p,
      Optional<Interval> interval,
      Optional<NoInterval> missing) {
    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * Regions of the moderator where a conditional effect differs from zero.
   *
   * @param effect the path of the effect, or one step of it, in one text
   * @param path the same as a list
   * @param moderator the moderator
   * @param method how the bounds were found
   * @param bounds the moderator values at which significance changes, ascending
   * @param percentBelow the share of cases below each bound, in percent
   * @param curve the effect with its interval over the observed range
   */
  public record JohnsonNeyman(
      String effect,
      List<String> path,
      String moderator,
      SignificanceRegions.Method method,
      List<Double> bounds,
      List<Double> percentBelow,
      List<CurvePoint> curve) {
    /** Copies the collections. */
    public JohnsonNeyman {
      path = List.copyOf(path);
      bounds = List.copyOf(bounds);
      percentBelow = List.copyOf(percentBelow);
      curve = List.copyOf(curve);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * An outcome predicted at values of a focal predictor and its moderators, covariates held at
   * their means.
   *
   * @param outcome the outcome of the equation
   * @param focal the focal predictor
   * @param scale the scale of the predictions, such as {@code units of y}
   * @param points the predictions
   */
  public record Slopes(
      String outcome, String focal, String scale, List<SimpleSlopes.Point> points) {
    /** Copies the collections. */
    public Slopes {
      points = List.copyOf(points);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * A test of several coefficients at once.
   *
   * @param name what is tested, in words
   * @param tested what kind of thing is tested
   * @param variables the variables it is about
   * @param equation the outcome of the equation
   * @param kind the kind of statistic
   * @param statistic the statistic; empty where there is none
   * @param df1 numerator degrees of freedom
   * @param df2 denominator degrees of freedom of F
   * @param p the p-value; empty without a statistic
   * @param r2Change the change of R², for a linear equation
   * @param missing why there is no statistic
   */
  public record CoefficientTest(
      String name,
      org.socialcure.mediation.effect.CoefficientTest.Tested tested,
      List<String> variables,
      String equation,
      JointTest.Kind kind,
      OptionalDouble statistic,
      double df1,
      OptionalDouble df2,
      OptionalDouble p,
      OptionalDouble r2Change,
      Optional<JointTest.Missing> missing) {
    /** Copies the variables. */
    public CoefficientTest {
      variables = List.copyOf(variables);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * A wild cluster test of a coefficient, the null hypothesis imposed.
   *
   * @param equation the outcome of the equation
   * @param term the coefficient
   * @param variables the variables of the term
   * @param statistic its t statistic with cluster errors
   * @param clusters how many clusters there are
   * @param multipliers what residuals were multiplied by
   * @param draws whether combinations of multipliers were drawn, or all taken
   * @param replicates how many replicates there were
   * @param seed their seed; absent where all combinations were taken
   * @param p the p-value
   */
  public record WildCluster(
      String equation,
      String term,
      List<String> variables,
      double statistic,
      int clusters,
      WildClusterTest.Multipliers multipliers,
      WildClusterTest.Draws draws,
      int replicates,
      OptionalLong seed,
      double p) {
    /** Copies the variables. */
    public WildCluster {
      variables = List.copyOf(variables);
    }
  }

  /**
   * An effect size.
   *
   * @param kind what it measures
   * @param effect the name of the effect it belongs to
   * @param estimate the estimate; absent where it does not exist
   * @param interval its bootstrap interval
   * @param missing why there is no interval where the bootstrap should give one
   * @param withheld why people are told the reason in place of the number
   * @param absent why there is no number
   * @param note why it is withheld, or what to know about it
   */
  public record EffectSize(
      org.socialcure.mediation.effect.EffectSize.Kind kind,
      String effect,
      OptionalDouble estimate,
      Optional<Interval> interval,
      Optional<NoInterval> missing,
      Optional<NoProportion> withheld,
      Optional<NoEffectSize> absent,
      Optional<String> note) {
    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * The replicates.
   *
   * @param kind what was drawn
   * @param replicates asked for
   * @param kept used
   * @param degenerate left out, by reason
   * @param interval the interval method
   * @param rule the quantile rule
   * @param compatibility the program whose rules are followed
   * @param seed the seed; absent when the indices were supplied
   * @param generator the generator of random numbers, or {@code supplied indices}
   */
  public record Bootstrap(
      BootstrapKind kind,
      int replicates,
      int kept,
      Map<String, Integer> degenerate,
      IntervalMethod interval,
      QuantileRule rule,
      Compatibility compatibility,
      OptionalLong seed,
      String generator) {
    /** Copies the collections. */
    public Bootstrap {
      degenerate = inOrder(degenerate);
    }

    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * What is needed to do it again.
   *
   * @param library the library's name
   * @param version its version
   */
  public record Provenance(String library, String version) {
    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }

  /**
   * How many indirect effects a variable has, and of how many each is listed by itself.
   *
   * @param from the exposure, or one of its code columns
   * @param to the outcome
   * @param paths how many paths lead through mediators, rounded where it is beyond 2^53
   * @param listed along how many of them, the shortest, the effect is listed
   * @since 0.1
   */
  public record ListedPaths(String from, String to, double paths, int listed) {
    @Override
    public String toString() {
      return Json.writeLine(this);
    }
  }
}
