package org.socialcure.mediation.report;

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
import org.socialcure.core.Numbers;

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
 * @param effectSizes sizes of effects that are not themselves effects, such as the proportion
 *     mediated
 * @param residualCorrelations correlations of the residuals of two equations
 * @param bootstrap the replicates, when there was a bootstrap
 * @param cautions what a reader should be careful about
 * @param provenance what is needed to do it again
 */
public record ModelDocument(
    String name,
    Model model,
    Sample sample,
    List<Variable> variables,
    List<Equation> equations,
    List<Effect> effects,
    List<Moderator> moderators,
    List<Coding> codings,
    List<JohnsonNeyman> johnsonNeyman,
    List<SimpleSlopes> slopes,
    List<CoefficientTest> tests,
    List<EffectSize> effectSizes,
    List<ResidualCorrelation> residualCorrelations,
    Optional<Bootstrap> bootstrap,
    List<Caution> cautions,
    Provenance provenance) {
  /** Copies the lists. */
  public ModelDocument {
    variables = List.copyOf(variables);
    equations = List.copyOf(equations);
    effects = List.copyOf(effects);
    moderators = List.copyOf(moderators);
    codings = List.copyOf(codings);
    johnsonNeyman = List.copyOf(johnsonNeyman);
    slopes = List.copyOf(slopes);
    tests = List.copyOf(tests);
    effectSizes = List.copyOf(effectSizes);
    residualCorrelations = List.copyOf(residualCorrelations);
    cautions = List.copyOf(cautions);
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
   * @param centring {@code none}, {@code products} or {@code continuous-products}
   * @param standardErrors {@code classical}, {@code hc0} to {@code hc4} or {@code cluster}
   * @param level the confidence level of all intervals
   * @param dot the path diagram in the DOT language
   * @param mermaid the path diagram in the Mermaid language
   * @param estimand in words, what the effects are effects of
   * @param design {@code change-score}, {@code residualised-change}, {@code within-subject} or
   *     {@code half-longitudinal}, if it is a model of measures taken before and after
   * @param permutations the permutations of indirect effects' tests, if they were asked for
   */
  public record Model(
      OptionalLong template,
      String syntax,
      Optional<String> x,
      List<String> mediators,
      Optional<String> y,
      List<String> covariates,
      String centring,
      String standardErrors,
      double level,
      String dot,
      String mermaid,
      String estimand,
      Optional<String> design,
      Optional<Permutations> permutations) {
    /** Copies the collections. */
    public Model {
      mediators = List.copyOf(mediators);
      covariates = List.copyOf(covariates);
    }
  }

  /**
   * The permutations of a test.
   *
   * @param count how many
   * @param seed their seed
   * @param generator the generator of random numbers
   */
  public record Permutations(int count, long seed, String generator) {}

  /**
   * The rows.
   *
   * @param rowsRead rows of the data set
   * @param rowsUsed rows without a missing value in any variable of the model
   * @param rowsLeftOut the rest
   * @param missing for each variable with missing values, how many rows miss it; a row may miss
   *     several
   */
  public record Sample(int rowsRead, int rowsUsed, int rowsLeftOut, Map<String, Integer> missing) {
    /** Copies the collections. */
    public Sample {
      missing = inOrder(missing);
    }
  }

  /**
   * A variable over the rows used.
   *
   * @param name its name
   * @param role {@code exposure}, {@code mediator}, {@code outcome}, {@code moderator}, {@code
   *     covariate}, {@code offset}, {@code weight} or {@code cluster}
   * @param kind {@code continuous}, {@code binary}, {@code count} or {@code multicategorical}
   * @param mean the mean
   * @param sd the standard deviation, divisor n - 1
   * @param min the smallest value
   * @param max the largest value
   */
  public record Variable(
      String name, String role, String kind, double mean, double sd, double min, double max) {}

  /**
   * A fitted equation.
   *
   * @param outcome the outcome
   * @param family {@code gaussian}, {@code logit}, {@code probit}, {@code poisson}, {@code
   *     quasipoisson}, {@code negbin}
   * @param scale the scale of the coefficients: {@code units of y}, {@code log odds}, {@code
   *     probit}, {@code log rate}
   * @param standardErrors the kind of the standard errors
   * @param n rows
   * @param terms the coefficients, intercept first
   * @param r2 the coefficient of determination, for a linear equation
   * @param fit further measures of fit by name
   * @param covariance the covariance matrix of the coefficients, in the order of the terms
   */
  public record Equation(
      String outcome,
      String family,
      String scale,
      String standardErrors,
      int n,
      List<Term> terms,
      OptionalDouble r2,
      Map<String, Double> fit,
      List<List<Double>> covariance) {
    /** Copies the collections. */
    public Equation {
      terms = List.copyOf(terms);
      fit = inOrder(fit);
      covariance = covariance.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A coefficient.
   *
   * @param name the term: {@code (Intercept)}, a variable, or variables joined by colons
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
   */
  public record Term(
      String name,
      Optional<String> label,
      double estimate,
      double se,
      OptionalDouble t,
      OptionalDouble z,
      OptionalDouble df,
      double p,
      Interval interval,
      OptionalDouble standardised,
      OptionalDouble vif) {}

  /**
   * An effect.
   *
   * @param kind {@code total}, {@code direct}, {@code indirect}, {@code total-indirect}, {@code
   *     contrast}, {@code absolute-contrast}, {@code index-of-moderated-mediation}, {@code
   *     index-of-partial-moderated-mediation}, {@code index-of-conditional-moderated-mediation},
   *     {@code index-of-moderated-moderated-mediation}, {@code conditional-interaction}, {@code
   *     named}
   * @param name what it is called in tables and in {@code effect(name)}
   * @param path the variables it passes, from exposure to outcome; empty where it has no single
   *     path
   * @param at the values of the moderators it is conditional on; empty where it is not conditional
   * @param expression the effect as an expression of coefficients
   * @param scale the scale it is on
   * @param estimate the estimate
   * @param se its standard error, of the same source as the interval
   * @param interval its confidence interval
   * @param intervalRule how the interval came about
   * @param p two-sided p-value of the same source
   * @param classical inference from the equations' standard errors
   * @param bootstrap inference from the replicates
   * @param normalTheory further normal-theory tests of an indirect effect
   * @param standardised standardised versions
   * @param simultaneous the interval that holds together with those of all other indirect effects,
   *     and the p-value adjusted for their number
   */
  public record Effect(
      String kind,
      String name,
      List<String> path,
      Map<String, Double> at,
      String expression,
      String scale,
      double estimate,
      OptionalDouble se,
      Optional<Interval> interval,
      Optional<String> intervalRule,
      OptionalDouble p,
      Optional<Inference> classical,
      Optional<Inference> bootstrap,
      List<Inference> normalTheory,
      List<Standardised> standardised,
      Optional<Inference> simultaneous) {
    /** Copies the collections. */
    public Effect {
      path = List.copyOf(path);
      normalTheory = List.copyOf(normalTheory);
      standardised = List.copyOf(standardised);
      at = inOrder(at);
    }

    /**
     * The same effect with simultaneous inference.
     *
     * @param inference the simultaneous interval and adjusted p-value
     * @return the effect
     */
    public Effect withSimultaneous(Inference inference) {
      return new Effect(
          kind,
          name,
          path,
          at,
          expression,
          scale,
          estimate,
          se,
          interval,
          intervalRule,
          p,
          classical,
          bootstrap,
          normalTheory,
          standardised,
          Optional.of(inference));
    }

    /**
     * The effect in one line, as a shell prints it.
     *
     * @return name, estimate, standard error, interval with its rule, and p-value
     */
    @Override
    public String toString() {
      StringBuilder line = new StringBuilder(name).append(": ").append(Numbers.value(estimate));
      se.ifPresent(value -> line.append(" (SE ").append(Numbers.value(value)).append(')'));
      interval.ifPresent(
          limits ->
              line.append(", ")
                  .append(Numbers.percent(limits.level()))
                  .append(" interval ")
                  .append(Numbers.value(limits.lower()))
                  .append(" to ")
                  .append(Numbers.value(limits.upper())));
      intervalRule.ifPresent(rule -> line.append(" (").append(rule).append(')'));
      p.ifPresent(value -> line.append(", ").append(Numbers.pPhrase(value)));
      return line.toString();
    }
  }

  /**
   * One way to say how sure an effect is.
   *
   * @param method {@code t}, {@code z}, {@code delta}, {@code sobel}, {@code aroian}, {@code
   *     goodman}, {@code joint-significance}, {@code product-distribution}, {@code monte-carlo},
   *     {@code permutation}, {@code percentile}, …
   * @param se standard error
   * @param statistic t or z
   * @param df degrees of freedom of t
   * @param p two-sided p-value
   * @param interval confidence interval
   */
  public record Inference(
      String method,
      OptionalDouble se,
      OptionalDouble statistic,
      OptionalDouble df,
      OptionalDouble p,
      Optional<Interval> interval) {}

  /**
   * A standardised effect.
   *
   * @param kind {@code partial} (divided by the SD of y) or {@code complete} (also multiplied by
   *     the SD of x)
   * @param estimate the estimate
   * @param se bootstrap standard error, each replicate standardised by its own SDs
   * @param interval bootstrap interval of the same replicates
   */
  public record Standardised(
      String kind, double estimate, OptionalDouble se, Optional<Interval> interval) {}

  /**
   * A moderator and its probed values.
   *
   * @param variable the moderator
   * @param kind {@code continuous}, {@code binary} or {@code multicategorical}
   * @param rule {@code percentiles}, {@code moments}, {@code values}, {@code both values} or {@code
   *     groups}
   * @param values the values
   */
  public record Moderator(String variable, String kind, String rule, List<Double> values) {
    /** Copies the collections. */
    public Moderator {
      values = List.copyOf(values);
    }
  }

  /**
   * The coding of a categorical variable.
   *
   * @param variable the variable
   * @param scheme {@code indicator}, {@code sequential}, {@code helmert}, {@code effect}, {@code
   *     custom}
   * @param levels its levels, in the order of the codes
   * @param columns the names of the code columns
   * @param codes a row a level, a column a code column
   */
  public record Coding(
      String variable,
      String scheme,
      List<String> levels,
      List<String> columns,
      List<List<Double>> codes) {
    /** Copies the collections. */
    public Coding {
      levels = List.copyOf(levels);
      columns = List.copyOf(columns);
      codes = codes.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Regions of the moderator where a conditional effect differs from zero.
   *
   * @param effect the effect's name
   * @param moderator the moderator
   * @param method {@code closed-form} or {@code bootstrap bands}
   * @param bounds the moderator values at which significance changes, ascending
   * @param percentBelow the share of cases below each bound, in percent
   * @param curve the effect with its interval over the observed range
   */
  public record JohnsonNeyman(
      String effect,
      String moderator,
      String method,
      List<Double> bounds,
      List<Double> percentBelow,
      List<CurvePoint> curve) {
    /** Copies the collections. */
    public JohnsonNeyman {
      bounds = List.copyOf(bounds);
      percentBelow = List.copyOf(percentBelow);
      curve = List.copyOf(curve);
    }
  }

  /**
   * A point of an effect's curve.
   *
   * @param at the moderator value
   * @param estimate the effect there
   * @param se its standard error
   * @param p two-sided p-value
   * @param interval pointwise interval
   */
  public record CurvePoint(
      double at, double estimate, OptionalDouble se, OptionalDouble p, Interval interval) {}

  /**
   * An outcome predicted at values of a focal predictor and its moderators, covariates held at
   * their means.
   *
   * @param outcome the outcome of the equation
   * @param focal the focal predictor
   * @param scale the scale of the predictions, such as {@code units of y}
   * @param points the predictions
   */
  public record SimpleSlopes(String outcome, String focal, String scale, List<SlopePoint> points) {
    /** Copies the collections. */
    public SimpleSlopes {
      points = List.copyOf(points);
    }
  }

  /**
   * One prediction.
   *
   * @param focal the value of the focal predictor
   * @param at the values of the moderators
   * @param predicted the predicted outcome
   */
  public record SlopePoint(double focal, Map<String, Double> at, double predicted) {
    /** Copies the collections. */
    public SlopePoint {
      at = inOrder(at);
    }
  }

  /**
   * A test of several coefficients at once.
   *
   * @param name what is tested
   * @param equation the outcome of the equation
   * @param kind {@code F} or {@code likelihood-ratio}
   * @param statistic the statistic
   * @param df1 numerator degrees of freedom
   * @param df2 denominator degrees of freedom of F
   * @param p the p-value
   * @param r2Change the change of R², for a linear equation
   */
  public record CoefficientTest(
      String name,
      String equation,
      String kind,
      double statistic,
      double df1,
      OptionalDouble df2,
      double p,
      OptionalDouble r2Change) {}

  /**
   * An effect size.
   *
   * @param kind {@code proportion-mediated}, {@code ratio}, {@code r2-mediated}, {@code upsilon},
   *     {@code upsilon-adjusted}, {@code kappa2}
   * @param effect the effect it belongs to
   * @param estimate the estimate, absent when suppressed
   * @param interval its bootstrap interval
   * @param note why it is suppressed, or what to know about it
   */
  public record EffectSize(
      String kind,
      String effect,
      OptionalDouble estimate,
      Optional<Interval> interval,
      Optional<String> note) {}

  /**
   * A correlation of residuals.
   *
   * @param first outcome of the first equation
   * @param second outcome of the second equation
   * @param correlation the correlation
   */
  public record ResidualCorrelation(String first, String second, double correlation) {}

  /**
   * The replicates.
   *
   * @param kind {@code case}, {@code cluster}, {@code stratified}, {@code residual}, {@code wild},
   *     {@code bayesian}
   * @param replicates asked for
   * @param kept used
   * @param degenerate left out, by reason
   * @param interval the interval method
   * @param rule the quantile rule
   * @param compatibility the profile, {@code none} by default
   * @param seed the seed; absent when the indices were supplied
   * @param generator the generator of random numbers, or {@code supplied indices}
   */
  public record Bootstrap(
      String kind,
      int replicates,
      int kept,
      Map<String, Integer> degenerate,
      String interval,
      String rule,
      String compatibility,
      OptionalLong seed,
      String generator) {
    /** Copies the collections. */
    public Bootstrap {
      degenerate = inOrder(degenerate);
    }
  }

  /**
   * Something to be careful about.
   *
   * @param code a stable word for programs, such as {@code few-rows-per-coefficient}
   * @param message the sentence for a reader
   */
  public record Caution(String code, String message) {}

  /**
   * What is needed to do it again.
   *
   * @param library the library's name
   * @param version its version
   */
  public record Provenance(String library, String version) {}
}
