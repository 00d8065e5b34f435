package org.socialcure.mediation.report;

import java.util.List;
import java.util.Optional;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.CoefficientTest.Tested;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Ratio;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.regression.WildClusterTest;
import org.socialcure.mediation.report.ModelDocument.Inference;
import org.socialcure.mediation.report.ModelDocument.Method;
import org.socialcure.mediation.report.ModelDocument.WildCluster;

/** People's words for closed vocabularies. */
final class Wording {
  private Wording() {}

  static String design(PrePostDesign design) {
    return switch (design) {
      case CHANGE_SCORE -> "change scores";
      case RESIDUALISED_CHANGE -> "residualised change (analysis of covariance)";
      case WITHIN_SUBJECT -> "two occasions within the same persons";
      case HALF_LONGITUDINAL -> "half-longitudinal";
    };
  }

  static String family(Family family) {
    return switch (family) {
      case GAUSSIAN -> "linear regression";
      case LOGIT -> "logistic regression";
      case PROBIT -> "probit regression";
      case POISSON -> "Poisson regression";
      case QUASI_POISSON -> "quasi-Poisson regression";
      case NEGATIVE_BINOMIAL -> "negative binomial regression";
    };
  }

  static String standardErrors(StandardErrors kind) {
    return switch (kind) {
      case CLASSICAL -> "classical standard errors";
      case CLUSTER -> "cluster-robust standard errors";
      case CR2 -> "cluster-robust standard errors, bias-reduced (CR2)";
      case HC0, HC1, HC2, HC3, HC4 ->
          "heteroscedasticity-consistent standard errors (" + kind.name() + ")";
    };
  }

  static String kind(EffectKind kind) {
    return switch (kind) {
      case TOTAL, DIRECT, INDIRECT, TOTAL_INDIRECT, NAMED -> words(kind) + " effect";
      case ABSOLUTE_CONTRAST -> "contrast of absolute values";
      default -> words(kind);
    };
  }

  static String heading(EffectKind kind) {
    return switch (kind) {
      case CONTRAST -> "Contrasts";
      case ABSOLUTE_CONTRAST -> "Contrasts of absolute values";
      case CONDITIONAL_INTERACTION -> "Conditional interactions";
      case NAMED -> "Named effects";
      default -> sentence(words(kind));
    };
  }

  private static String words(EffectKind kind) {
    return Words.of(kind).replace('-', ' ');
  }

  static String method(Inference inference) {
    return switch (inference.method()) {
      case T -> "t test";
      case Z -> "z test";
      case DELTA -> "multivariate delta";
      case SOBEL -> "Sobel";
      case AROIAN -> "Aroian";
      case GOODMAN -> "Goodman";
      case JOINT_SIGNIFICANCE -> "joint significance";
      case PRODUCT_DISTRIBUTION -> "distribution of the product";
      case MONTE_CARLO -> "Monte Carlo" + simulated(inference, "draws");
      case PERMUTATION -> "permutation" + simulated(inference, "permutations");
      case MAX_T -> "simultaneous with the others (max t)";
      default -> "bootstrap, " + bootstrap(inference.method());
    };
  }

  private static String simulated(Inference inference, String noun) {
    String draws =
        inference.draws().isPresent()
            ? ", " + Numbers.count(inference.draws().getAsLong()) + " " + noun
            : "";
    return inference.seed().isPresent() ? draws + ", seed " + inference.seed().getAsLong() : draws;
  }

  private static String bootstrap(Method method) {
    return method == Method.BCA
        ? "BCa"
        : method == Method.STUDENTIZED ? "studentised" : Words.of(method);
  }

  /** How an interval came about, with the rule by which quantiles were read off. */
  static String rule(Inference inference) {
    String method =
        switch (inference.method()) {
          case T -> "t distribution";
          case Z -> "normal distribution";
          case DELTA -> "multivariate delta method, normal distribution";
          case PERCENTILE, BASIC, NORMAL, BIAS_CORRECTED, BCA, STUDENTIZED ->
              bootstrap(inference.method()) + " bootstrap";
          default -> method(inference);
        };
    String made =
        inference.rule().map(r -> method + ", quantile rule " + Words.of(r)).orElse(method);
    return inference.missing().map(reason -> made + ": " + noInterval(reason)).orElse(made);
  }

  /** How the replicates of a wild cluster test came about. */
  static String wildCluster(WildCluster test) {
    String multipliers =
        test.multipliers() == WildClusterTest.Multipliers.WEBB
            ? "Webb's six points"
            : "Rademacher signs";
    return Numbers.count(test.clusters())
        + " clusters, "
        + multipliers
        + ", "
        + Numbers.count(test.replicates())
        + (test.draws() == WildClusterTest.Draws.ALL
            ? " combinations, all there are"
            : " replicates")
        + (test.seed().isPresent() ? ", seed " + test.seed().getAsLong() : "");
  }

  /** Why there are no limits. */
  static String noInterval(NoInterval reason) {
    return "no interval, because " + reason.explanation();
  }

  static String test(JointTest.Kind kind) {
    return switch (kind) {
      case WALD_F -> "Wald F";
      case HOTELLING_T_SQUARED -> "approximate Hotelling T² (HTZ)";
      case WALD_CHI_SQUARE -> "Wald chi-square";
      case LIKELIHOOD_RATIO -> "likelihood ratio";
    };
  }

  /** What is tested, about a variable or a product. */
  static String tested(Tested tested, String product) {
    return switch (tested) {
      case ALL_CODES -> "all codes of " + product;
      case PRODUCT -> "product " + product;
      case ALL_PRODUCTS -> "all products";
      case PRODUCT_IF_ADDED -> "product " + product + ", if it were added";
      case TOTAL_EFFECT_OF_ALL_CODES -> "total effect of all codes of " + product;
    };
  }

  static String ratio(Ratio.Kind kind) {
    return switch (kind) {
      case ODDS_RATIO -> "Odds ratio";
      case RATE_RATIO -> "Rate ratio";
      case RISK_RATIO -> "Risk ratio";
    };
  }

  /** How the limits of ratios came about. */
  static String limits(Ratio.Limits limits) {
    return switch (limits) {
      case PROFILE_LIKELIHOOD ->
          "Limits by profile likelihood, so that they need not agree with the coefficients' to the"
              + " last digit.";
      case WALD ->
          "The coefficients and their limits, exponentiated: standard errors are robust, or the"
              + " family has no likelihood to follow.";
    };
  }

  static String centring(Centring centring) {
    return switch (centring) {
      case NONE -> "none";
      case PRODUCTS -> "all variables that are part of a product";
      case CONTINUOUS_PRODUCTS -> "continuous variables that are part of a product";
    };
  }

  static String size(EffectSize.Kind kind) {
    return switch (kind) {
      case PROPORTION_MEDIATED -> "proportion mediated (indirect / total)";
      case RATIO -> "ratio of indirect to direct";
      case R2_MEDIATED -> "R² mediated";
      case UPSILON -> "upsilon";
      case UPSILON_ADJUSTED -> "upsilon, adjusted";
      case KAPPA2 -> "kappa² (superseded)";
    };
  }

  /** What to know about a size. */
  static Optional<String> note(EffectSize.Kind kind) {
    return switch (kind) {
      case R2_MEDIATED ->
          Optional.of("variance of the outcome shared by exposure and mediator; may be negative");
      case KAPPA2 -> Optional.of("superseded: its derivation is wrong (Wen and Fan, 2015)");
      case PROPORTION_MEDIATED, RATIO, UPSILON, UPSILON_ADJUSTED -> Optional.empty();
    };
  }

  static String probe(ProbedModerator.Rule rule) {
    return switch (rule) {
      case PERCENTILES -> "percentiles, by default the 16th, 50th and 84th";
      case MOMENTS -> "mean and one SD to either side";
      case VALUES -> "values asked for";
      case BOTH_VALUES -> "its two values";
      case GROUPS -> "its groups";
    };
  }

  static String standardised(Standardised.Kind kind) {
    return switch (kind) {
      case PARTIAL -> "Divided by the SD of the outcome";
      case COMPLETE -> "Times the SD of the exposure, divided by the SD of the outcome";
    };
  }

  static String method(SignificanceRegions.Method method) {
    return switch (method) {
      case CLOSED_FORM -> "closed form";
      case POINTWISE_TESTS -> "tests with degrees of freedom of each value (Satterthwaite)";
      case BOOTSTRAP_BANDS -> "bootstrap bands";
    };
  }

  static String resampling(BootstrapKind kind) {
    return switch (kind) {
      case CASE -> "rows resampled";
      case CLUSTER -> "clusters resampled";
      case STRATIFIED -> "rows resampled within strata";
      case RESIDUAL -> "residuals resampled";
      case WILD -> "wild bootstrap of residuals";
      case WILD_CLUSTER -> "wild bootstrap of residuals by clusters";
      case BAYESIAN -> "Bayesian bootstrap weights";
    };
  }

  /** The text with a capital first letter. */
  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** A count with its noun. */
  static String plural(int count, String one, String many) {
    return Numbers.count(count) + " " + (count == 1 ? one : many);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : joined(names.subList(0, last)) + " and " + names.get(last);
  }

  /** {@code a, b, c}, with semicolons where a name has a comma of its own. */
  static String joined(List<String> names) {
    return String.join(names.stream().anyMatch(n -> n.contains(", ")) ? "; " : ", ", names);
  }
}
