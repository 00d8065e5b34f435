package org.socialcure.mediation.regression;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.socialcure.core.Interval;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.model.Family;

/** The exponentials of the coefficients of an equation. */
final class Ratios {
  private Ratios() {}

  /** The ratios of the predictors, by term; none where exponentials have no such meaning. */
  static Map<String, Ratio> of(RegressionFit fit) {
    Family family = fit.family();
    if (family != Family.LOGIT && !family.hasLogLink()) {
      return Map.of();
    }
    Regression equation = fit.equation();
    boolean two = Arrays.stream(equation.outcomeValues()).allMatch(y -> y == 0 || y == 1);
    Ratio.Kind kind =
        family == Family.LOGIT
            ? Ratio.Kind.ODDS_RATIO
            : two ? Ratio.Kind.RISK_RATIO : Ratio.Kind.RATE_RATIO;
    boolean likelihood =
        family != Family.QUASI_POISSON && fit.standardErrors() == StandardErrors.CLASSICAL;
    Lazy<ProfileLikelihood> profile = Lazy.of(() -> ProfileLikelihood.of(fit));
    List<String> terms = fit.terms();
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    for (int j = equation.firstPredictor(); j < terms.size(); j++) {
      int index = j;
      Coefficient coefficient = fit.coefficients().get(j);
      Supplier<Optional<Interval>> limits =
          () -> likelihood ? profile.get().limits(index) : Optional.of(coefficient.interval());
      ratios.put(
          terms.get(j),
          ratio(
              kind,
              coefficient.estimate(),
              likelihood ? Ratio.Limits.PROFILE_LIKELIHOOD : Ratio.Limits.WALD,
              limits.get()));
    }
    return Collections.unmodifiableMap(ratios);
  }

  private static Ratio ratio(
      Ratio.Kind kind, double estimate, Ratio.Limits limits, Optional<Interval> logarithms) {
    double ratio = StrictMath.exp(estimate);
    if (!isNumber(ratio)) {
      return new Ratio(
          kind,
          OptionalDouble.empty(),
          limits,
          Optional.empty(),
          Optional.of(Ratio.Missing.OUT_OF_RANGE));
    }
    Optional<Interval> interval =
        logarithms
            .filter(i -> isNumber(StrictMath.exp(i.lower())) && isNumber(StrictMath.exp(i.upper())))
            .map(
                i -> new Interval(StrictMath.exp(i.lower()), StrictMath.exp(i.upper()), i.level()));
    Optional<Ratio.Missing> missing =
        interval.isPresent()
            ? Optional.empty()
            : Optional.of(
                logarithms.isPresent() ? Ratio.Missing.OUT_OF_RANGE : Ratio.Missing.NOT_BOUNDED);
    return new Ratio(kind, OptionalDouble.of(ratio), limits, interval, missing);
  }

  private static boolean isNumber(double exponential) {
    return Double.isFinite(exponential) && exponential > 0;
  }
}
