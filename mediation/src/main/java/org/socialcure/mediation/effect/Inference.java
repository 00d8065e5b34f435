package org.socialcure.mediation.effect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.inference.NoInterval;

/**
 * One way to say how sure an effect is.
 *
 * <p>The p-value is two-sided, against the {@link Effect#nullValue} of the effect.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method how it came about
 * @param se standard error
 * @param statistic t or z
 * @param df degrees of freedom of t
 * @param p two-sided p-value
 * @param interval confidence interval
 * @param missing why there is no interval where the method should give one; where single clusters
 *     decide the effect there is no standard error and no p-value either
 * @since 0.1
 */
public record Inference(
    InferenceMethod method,
    OptionalDouble se,
    OptionalDouble statistic,
    OptionalDouble df,
    OptionalDouble p,
    Optional<Interval> interval,
    Optional<NoInterval> missing) {
  /** Refuses null. */
  public Inference {
    Objects.requireNonNull(method, "method");
  }

  /**
   * Inference by a method that gives nothing but a p-value.
   *
   * @param method the method
   * @param p the p-value
   * @return the inference
   */
  public static Inference ofP(InferenceMethod method, double p) {
    return new Inference(
        method,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(p),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Inference that a method cannot give.
   *
   * @param method the method
   * @param reason why there is neither a standard error nor a p-value nor an interval
   * @return the inference
   */
  public static Inference missing(InferenceMethod method, NoInterval reason) {
    return new Inference(
        method,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(reason));
  }

  /**
   * For example {@code SE 0.0412, 95% interval [0.1210, 0.2834] (bootstrap percentiles), p .003}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(InferenceWords.of(method));
    se.ifPresent(value -> line.append(", SE ").append(Numbers.value(value)));
    statistic.ifPresent(
        value ->
            line.append(df.isPresent() ? ", t(" + Numbers.value(df.getAsDouble()) + ") " : ", z ")
                .append(Numbers.value(value)));
    interval.ifPresent(limits -> line.append(", ").append(limits));
    missing.ifPresent(reason -> line.append(", no interval: ").append(reason.explanation()));
    p.ifPresent(value -> line.append(", ").append(Numbers.pPhrase(value)));
    return line.toString();
  }
}
