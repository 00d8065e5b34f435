package org.socialcure.mediation.regression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;

/**
 * How well an equation describes its outcome.
 *
 * <p>Every number is finite; what does not exist for a family, or for a perfect fit, is empty. What
 * is said of an equation with an intercept only is, in an equation without intercept, said of a
 * linear predictor of zero (or of the offset): R² and the null deviance are about zero. {@code n}
 * is the number of rows, {@code k} the number of coefficients with the intercept.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rSquared the share of the outcome's variation that the predictors explain, {@code 1 -
 *     SSE/SST}, where SST is {@code Σy²} without an intercept; linear equations only
 * @param adjustedRSquared {@code 1 - (1 - R²)(n - 1)/(n - k)}, without an intercept {@code n} in
 *     the place of {@code n - 1}; linear equations only
 * @param residualStandardError {@code sqrt(SSE/(n - k))}; linear equations only
 * @param modelTest the test that all coefficients but the intercept are zero: F in Wald form with
 *     the covariance matrix asked for in linear and quasi-Poisson equations, the likelihood ratio
 *     in the others; empty without predictors and in a perfect fit
 * @param logLikelihood the maximised log likelihood (of linear equations with the variance {@code
 *     SSE/n}); empty for the quasi-Poisson family
 * @param aic {@code 2p - 2 log likelihood}, where {@code p} counts the coefficients and the
 *     residual variance or theta, if there is one
 * @param bic {@code p log(n) - 2 log likelihood}
 * @param deviance twice the distance of the log likelihood from that of a perfect fit; SSE in
 *     linear equations
 * @param nullDeviance the deviance of the equation with an intercept (and the offset) only; for the
 *     negative binomial family at the theta of the full equation
 * @param pseudoRSquared likelihood-based analogues of R²; equations with an intercept and a
 *     likelihood other than linear ones
 * @param dispersion the variation of the outcome compared with what the family expects; count and
 *     binary families
 * @param theta the shape of the negative binomial family; empty also where the counts are not
 *     overdispersed, so that the equation is its limit, the Poisson one
 * @since 0.1
 */
public record FitMeasures(
    OptionalDouble rSquared,
    OptionalDouble adjustedRSquared,
    OptionalDouble residualStandardError,
    Optional<JointTest> modelTest,
    OptionalDouble logLikelihood,
    OptionalDouble aic,
    OptionalDouble bic,
    double deviance,
    double nullDeviance,
    Optional<PseudoRSquared> pseudoRSquared,
    Optional<Dispersion> dispersion,
    Optional<Theta> theta) {
  /** Refuses nulls. */
  public FitMeasures {
    Objects.requireNonNull(rSquared, "rSquared");
    Objects.requireNonNull(adjustedRSquared, "adjustedRSquared");
    Objects.requireNonNull(residualStandardError, "residualStandardError");
    Objects.requireNonNull(modelTest, "modelTest");
    Objects.requireNonNull(logLikelihood, "logLikelihood");
    Objects.requireNonNull(aic, "aic");
    Objects.requireNonNull(bic, "bic");
    Objects.requireNonNull(pseudoRSquared, "pseudoRSquared");
    Objects.requireNonNull(dispersion, "dispersion");
    Objects.requireNonNull(theta, "theta");
  }

  /** For example {@code R² 0.3756, residual SD 1.1411, F(2, 147) = 44.2058, p < .001 …}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    tell(line, "R²", rSquared);
    tell(line, "adjusted R²", adjustedRSquared);
    tell(line, "residual SD", residualStandardError);
    tell(line, "log likelihood", logLikelihood);
    tell(line, "AIC", aic);
    tell(line, "BIC", bic);
    tell(line, "deviance", OptionalDouble.of(deviance));
    tell(line, "deviance without predictors", OptionalDouble.of(nullDeviance));
    pseudoRSquared.ifPresent(
        pseudo -> {
          tell(line, "McFadden's R²", OptionalDouble.of(pseudo.mcFadden()));
          tell(line, "Cox and Snell's R²", OptionalDouble.of(pseudo.coxSnell()));
          tell(line, "Nagelkerke's R²", OptionalDouble.of(pseudo.nagelkerke()));
        });
    dispersion.ifPresent(d -> tell(line, "dispersion", OptionalDouble.of(d.ratio())));
    theta.ifPresent(t -> tell(line, "theta", OptionalDouble.of(t.value())));
    modelTest.ifPresent(test -> line.append(", all predictors ").append(test.told()));
    return line.toString();
  }

  private static void tell(StringBuilder line, String name, OptionalDouble value) {
    value.ifPresent(
        v ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(Numbers.value(v)));
  }

  /**
   * Likelihood-based analogues of the coefficient of determination. {@code l} is the log likelihood
   * and {@code l0} that of the equation with an intercept only, which for the negative binomial
   * family has a theta of its own.
   *
   * @param mcFadden {@code 1 - l/l0}
   * @param coxSnell {@code 1 - exp(2 (l0 - l)/n)}
   * @param nagelkerke the Cox and Snell measure divided by its largest possible value, {@code 1 -
   *     exp(2 l0/n)}
   */
  public record PseudoRSquared(double mcFadden, double coxSnell, double nagelkerke) {}

  /**
   * The variation of the outcome compared with what the family expects.
   *
   * @param pearsonChiSquare the sum of squared residuals, each divided by the family's variance at
   *     its fitted mean
   * @param df the residual degrees of freedom
   * @param ratio {@code pearsonChiSquare / df}: above 1 the outcome is overdispersed, below 1
   *     underdispersed
   * @param p the probability of a larger Pearson chi-square if the family's variance is right, an
   *     approximation that needs fitted counts that are not small and means nothing for an outcome
   *     of 0 and 1
   */
  public record Dispersion(double pearsonChiSquare, int df, double ratio, double p) {}

  /**
   * The shape of the negative binomial distribution: {@code variance = mu + mu²/theta}.
   *
   * @param value the maximum likelihood estimate
   * @param standardError from the observed information of theta alone
   */
  public record Theta(double value, double standardError) {}

  /**
   * The measures that exist but for the model test, by name, in a fixed order: {@code r2}, {@code
   * adjusted-r2}, {@code sigma}, {@code log-likelihood}, {@code aic}, {@code bic}, {@code
   * deviance}, {@code null-deviance}, {@code mcfadden}, {@code cox-snell}, {@code nagelkerke},
   * {@code pearson-chi-square}, {@code dispersion}, {@code theta}, {@code theta-se}.
   *
   * @return an unmodifiable map
   */
  public Map<String, Double> withoutModelTest() {
    Map<String, Double> named = new LinkedHashMap<>();
    rSquared.ifPresent(v -> named.put("r2", v));
    adjustedRSquared.ifPresent(v -> named.put("adjusted-r2", v));
    residualStandardError.ifPresent(v -> named.put("sigma", v));
    logLikelihood.ifPresent(v -> named.put("log-likelihood", v));
    aic.ifPresent(v -> named.put("aic", v));
    bic.ifPresent(v -> named.put("bic", v));
    named.put("deviance", deviance);
    named.put("null-deviance", nullDeviance);
    pseudoRSquared.ifPresent(
        pseudo -> {
          named.put("mcfadden", pseudo.mcFadden());
          named.put("cox-snell", pseudo.coxSnell());
          named.put("nagelkerke", pseudo.nagelkerke());
        });
    dispersion.ifPresent(
        d -> {
          named.put("pearson-chi-square", d.pearsonChiSquare());
          named.put("dispersion", d.ratio());
        });
    theta.ifPresent(
        t -> {
          named.put("theta", t.value());
          named.put("theta-se", t.standardError());
        });
    return Collections.unmodifiableMap(named);
  }
}
