package org.socialcure.mediation.report;

import java.util.List;
import java.util.Map;
import org.socialcure.core.Numbers;

/**
 * The words for the document's codes.
 *
 * <p>A code that is not known here is shown as it is, so that a document of a later version can
 * still be told.
 */
final class Wording {
  private static final Map<String, String> FAMILIES =
      Map.of(
          "gaussian", "linear regression",
          "logit", "logistic regression",
          "probit", "probit regression",
          "poisson", "Poisson regression",
          "quasipoisson", "quasi-Poisson regression",
          "negbin", "negative binomial regression");

  private static final Map<String, String> STANDARD_ERRORS =
      Map.of(
          "classical", "classical standard errors",
          "hc0", "heteroscedasticity-consistent standard errors (HC0)",
          "hc1", "heteroscedasticity-consistent standard errors (HC1)",
          "hc2", "heteroscedasticity-consistent standard errors (HC2)",
          "hc3", "heteroscedasticity-consistent standard errors (HC3)",
          "hc4", "heteroscedasticity-consistent standard errors (HC4)",
          "cluster", "cluster-robust standard errors");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("total", "total effect"),
          Map.entry("direct", "direct effect"),
          Map.entry("indirect", "indirect effect"),
          Map.entry("total-indirect", "total indirect effect"),
          Map.entry("contrast", "contrast"),
          Map.entry("absolute-contrast", "contrast of absolute values"),
          Map.entry("index-of-moderated-mediation", "index of moderated mediation"),
          Map.entry("index-of-partial-moderated-mediation", "index of partial moderated mediation"),
          Map.entry(
              "index-of-conditional-moderated-mediation",
              "index of conditional moderated mediation"),
          Map.entry(
              "index-of-moderated-moderated-mediation", "index of moderated moderated mediation"),
          Map.entry("conditional-interaction", "conditional interaction"),
          Map.entry("named", "named effect"));

  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("total", "Total"),
          Map.entry("direct", "Direct"),
          Map.entry("indirect", "Indirect"),
          Map.entry("total-indirect", "Total indirect"),
          Map.entry("contrast", "Contrasts"),
          Map.entry("absolute-contrast", "Contrasts of absolute values"),
          Map.entry("index-of-moderated-mediation", "Index of moderated mediation"),
          Map.entry("index-of-partial-moderated-mediation", "Index of partial moderated mediation"),
          Map.entry(
              "index-of-conditional-moderated-mediation",
              "Index of conditional moderated mediation"),
          Map.entry(
              "index-of-moderated-moderated-mediation", "Index of moderated moderated mediation"),
          Map.entry("conditional-interaction", "Conditional interactions"),
          Map.entry("named", "Named effects"));

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("t", "t test"),
          Map.entry("z", "z test"),
          Map.entry("delta", "multivariate delta"),
          Map.entry("sobel", "Sobel"),
          Map.entry("aroian", "Aroian"),
          Map.entry("goodman", "Goodman"),
          Map.entry("joint-significance", "joint significance"),
          Map.entry("product-distribution", "distribution of the product"),
          Map.entry("monte-carlo", "Monte Carlo"),
          Map.entry("permutation", "permutation"),
          Map.entry("max-t", "simultaneous with the others (max t)"),
          Map.entry("percentile", "bootstrap, percentile"),
          Map.entry("basic", "bootstrap, basic"),
          Map.entry("normal", "bootstrap, normal"),
          Map.entry("bias-corrected", "bootstrap, bias-corrected"),
          Map.entry("bca", "bootstrap, BCa"),
          Map.entry("studentized", "bootstrap, studentised"));

  private static final Map<String, String> TESTS =
      Map.of("F", "F", "wald-f", "Wald F", "likelihood-ratio", "likelihood ratio", "wald", "Wald");

  private static final Map<String, String> CENTRING =
      Map.of(
          "none", "none",
          "products", "all variables that are part of a product",
          "continuous-products", "continuous variables that are part of a product");

  private static final Map<String, String> SIZES =
      Map.of(
          "proportion-mediated", "proportion mediated (indirect / total)",
          "ratio", "ratio of indirect to direct",
          "r2-mediated", "R² mediated",
          "upsilon", "upsilon",
          "upsilon-adjusted", "upsilon, adjusted",
          "kappa2", "kappa² (superseded)");

  private static final Map<String, String> PROBES =
      Map.of(
          "percentiles", "16th, 50th and 84th percentiles",
          "moments", "mean and one SD to either side",
          "values", "values asked for",
          "both values", "its two values",
          "groups", "its groups");

  private static final Map<String, String> RESAMPLING =
      Map.of(
          "case", "rows resampled",
          "cluster", "clusters resampled",
          "stratified", "rows resampled within strata",
          "residual", "residuals resampled",
          "wild", "wild bootstrap of residuals",
          "bayesian", "Bayesian bootstrap weights");

  private static final Map<String, String> DESIGNS =
      Map.of(
          "change-score", "change scores",
          "residualised-change", "residualised change (analysis of covariance)",
          "within-subject", "two occasions within the same persons",
          "half-longitudinal", "half-longitudinal");

  private Wording() {}

  static String design(String code) {
    return DESIGNS.getOrDefault(code, code);
  }

  static String family(String code) {
    return FAMILIES.getOrDefault(code, code);
  }

  static String standardErrors(String code) {
    return STANDARD_ERRORS.getOrDefault(code, code + " standard errors");
  }

  static String kind(String code) {
    return KINDS.getOrDefault(code, code);
  }

  static String heading(String code) {
    return HEADINGS.getOrDefault(code, code);
  }

  static String method(String code) {
    return METHODS.getOrDefault(code.split(", rule ", 2)[0], code);
  }

  /** A method with the rule that it names, as in {@code percentile, rule process}. */
  static String rule(String rule) {
    String[] parts = rule.split(", rule ", 2);
    String method =
        switch (parts[0]) {
          case "t" -> "t distribution";
          case "z" -> "normal distribution";
          case "delta" -> "multivariate delta method, normal distribution";
          case "percentile", "basic", "normal", "bias-corrected", "bca", "studentized" ->
              (parts[0].equals("bca") ? "BCa" : parts[0]) + " bootstrap";
          default -> parts[0];
        };
    return parts.length < 2 ? method : method + ", quantile rule " + parts[1];
  }

  static String test(String code) {
    return TESTS.getOrDefault(code, code);
  }

  static String centring(String code) {
    return CENTRING.getOrDefault(code, code);
  }

  static String size(String code) {
    return SIZES.getOrDefault(code, code);
  }

  static String probe(String code) {
    return PROBES.getOrDefault(code, code);
  }

  static String resampling(String code) {
    return RESAMPLING.getOrDefault(code, code);
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
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
