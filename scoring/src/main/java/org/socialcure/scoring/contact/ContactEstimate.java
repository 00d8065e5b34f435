package org.socialcure.scoring.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * By how much contacts changed, in one sense of the words, with its interval or the reason why
 * there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param definition what the number is of
 * @param value a ratio of rates after to before, 1 meaning no change; the mean of personal ratios;
 *     or a share of people. Empty where it cannot be had
 * @param limits the interval of the value; empty where it cannot be had
 * @param interval how the interval is formed
 * @param method how value and interval came about, for people; not blank
 * @param people how many people it rests on
 * @param undefined how many people are left out because their own change does not exist
 * @param because why there is no value, or a value without an interval; empty if both are there
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactEstimate(
    PercentDefinition definition,
    OptionalDouble value,
    Optional<Interval> limits,
    ContactInterval interval,
    String method,
    int people,
    int undefined,
    Optional<NotEstimable> because) {
  private static final double USUAL = 0.95;

  /**
   * Checks that what is missing has its reason.
   *
   * @throws InvalidInputException if a value is not finite, an interval stands without a value, a
   *     reason is missing or has nothing to explain, or a count of people is negative
   */
  public ContactEstimate {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(because, "because");
    if (method.isBlank()) {
      throw new InvalidInputException("method", "must say how the number came about");
    }
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())
        || limits.isPresent() && value.isEmpty()
        || limits.isPresent() == because.isPresent()
        || people < 0
        || undefined < 0) {
      throw new InvalidInputException(
          "change in contacts", "needs a value with its interval, or the reason why there is none");
    }
  }

  /**
   * A ratio of rates from a regression model that was fitted elsewhere, to stand beside the others.
   *
   * @param method the model, as it is to be printed, {@code "negative binomial, adjusted for age"}
   * @param ratio the ratio of rates after to before, above zero
   * @param limits its interval
   * @param people how many people it rests on
   * @return the estimate
   * @throws InvalidInputException if the method is blank or the ratio is not above zero
   */
  public static ContactEstimate ofModel(String method, double ratio, Interval limits, int people) {
    if (!(ratio > 0) || limits.lower() < 0) {
      throw new InvalidInputException(
          "ratio", "of rates and its limits must be above 0; give the exponential of a logarithm");
    }
    return new ContactEstimate(
        PercentDefinition.MODEL,
        OptionalDouble.of(ratio),
        Optional.of(limits),
        ContactInterval.OF_MODEL,
        method,
        people,
        0,
        Optional.empty());
  }

  /**
   * The value in percent: 100 (ratio − 1), so that −25 is a fall by a quarter; or 100 times a
   * share.
   *
   * @return the percentage; empty where there is no value
   */
  public OptionalDouble percent() {
    return value.isPresent() ? OptionalDouble.of(percent(value.getAsDouble())) : value;
  }

  /**
   * The interval in percent.
   *
   * @return the limits of {@link #percent}; empty where there is no interval
   */
  public Optional<Interval> percentLimits() {
    return limits.map(
        found -> new Interval(percent(found.lower()), percent(found.upper()), found.level()));
  }

  private double percent(double of) {
    return 100 * (definition == PercentDefinition.USED_LESS ? of : of - 1);
  }

  /**
   * What has to be known beside the interval: how often such an interval held the truth in
   * simulations, where that was clearly less often than it says; and that a limit below −100 %,
   * which the t interval of the mean of individual changes may have, is no possible change.
   *
   * @return a sentence or two; empty where the interval held the truth nearly as often as it says
   *     and its limits are possible, or there is none
   */
  public Optional<String> caution() {
    String sentences =
        limits.stream()
            .flatMap(
                found ->
                    Stream.concat(
                        ContactCoverage.caution(definition, interval, found.level(), people)
                            .stream(),
                        beyond(found).stream()))
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? Optional.empty() : Optional.of(sentences);
  }

  private Optional<String> beyond(Interval found) {
    return definition != PercentDefinition.USED_LESS && found.lower() < 0
        ? Optional.of(
            "The lower limit of the "
                + definition.label()
                + " ("
                + interval.label()
                + ") is below -100 %, which no change can be: a few very different people make the"
                + " interval that wide, and the bootstrap intervals keep to what is possible.")
        : Optional.empty();
  }

  /**
   * The percentage with its sign, definition and interval, which is one of 95 % unless it says so.
   *
   * @return {@code "-7.5 % [-20.0, 7.0] ratio of totals (delta method over persons; n = 125)"}
   */
  @Override
  public String toString() {
    String what =
        definition.label()
            + " ("
            + method
            + "; n = "
            + people
            + limits
                .filter(found -> found.level() != USUAL)
                .map(found -> "; interval of " + Numbers.percent(found.level()))
                .orElse("")
            + (undefined > 0 ? ", " + undefined + " without a contact before left out" : "")
            + ")";
    if (value.isEmpty()) {
      return what + ": " + because.map(NotEstimable::toString).orElse("");
    }
    double percent = percent().orElseThrow();
    boolean share = definition == PercentDefinition.USED_LESS;
    return (share || percent <= 0 ? "" : "+")
        + Numbers.fixed(percent, 1)
        + " % "
        + percentLimits()
            .map(found -> Numbers.interval(found, 1))
            .orElse("(interval " + because.map(NotEstimable::toString).orElse("") + ")")
        + " "
        + what;
  }
}
