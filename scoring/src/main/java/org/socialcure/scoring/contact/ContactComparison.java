package org.socialcure.scoring.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.contact.ContactEstimation.Result;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/**
 * Whether contacts changed more in one group of people than in another: the rate ratio of the one
 * divided by that of the other, both ratios of totals.
 *
 * <p>The delta interval adds the variances of the two logarithms, for no person is in both groups;
 * a bootstrap draws persons within each group. Groups that people chose themselves differ in much
 * else.
 *
 * <p>Immutable and thread-safe.
 *
 * @param group who the one group is
 * @param reference who the other is
 * @param ofGroup the change in the one
 * @param ofReference the change in the other
 * @param ratio the quotient of the two rate ratios, 1 meaning equal change; empty where it cannot
 *     be had
 * @param limits its interval; empty where it cannot be had
 * @param interval how the interval is formed
 * @param method how the interval came about, for people
 * @param cautions what has to be known beside the numbers
 * @param because why something is missing; empty if nothing is
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactComparison(
    String group,
    String reference,
    ContactEstimate ofGroup,
    ContactEstimate ofReference,
    OptionalDouble ratio,
    Optional<Interval> limits,
    ContactInterval interval,
    String method,
    List<String> cautions,
    Optional<NotEstimable> because) {
  /**
   * Checks that what is missing has its reason.
   *
   * @throws InvalidInputException if there is neither a ratio with its interval nor a reason
   */
  public ContactComparison {
    Objects.requireNonNull(method, "method");
    cautions = List.copyOf(cautions);
    Objects.requireNonNull(ofGroup, "ofGroup");
    Objects.requireNonNull(ofReference, "ofReference");
    Objects.requireNonNull(interval, "interval");
    if (limits.isPresent() == because.isPresent() || limits.isPresent() && ratio.isEmpty()) {
      throw new InvalidInputException(
          "comparison", "needs a ratio with its interval, or the reason why there is none");
    }
  }

  static ContactComparison of(
      ContactChange group, ContactChange reference, ContactInterval interval) {
    if (group.counts().meets(reference.counts())) {
      throw new InvalidInputException(
          "groups", "somebody is in both; compare people with others, such as men with women");
    }
    ContactEstimate one = ofTotals(group, interval);
    ContactEstimate other = ofTotals(reference, interval);
    Optional<NotEstimable> missing =
        one.value().isEmpty()
            ? one.because()
            : other.value().isEmpty() ? other.because() : zero(other);
    if (missing.isPresent()) {
      return with(
          group, reference, one, other, OptionalDouble.empty(), Result.no(missing.get()), interval);
    }
    double ratio = one.value().orElseThrow() / other.value().orElseThrow();
    Optional<NotEstimable> uncertain = one.limits().isEmpty() ? one.because() : other.because();
    return with(
        group,
        reference,
        one,
        other,
        OptionalDouble.of(ratio),
        limits(group, reference, ratio, uncertain, interval),
        interval);
  }

  /** The ratio of one group, with the kind of interval that the quotient has. */
  private static ContactEstimate ofTotals(ContactChange of, ContactInterval interval) {
    return interval.comparesGroups()
        ? of.change(PercentDefinition.TOTALS, interval)
        : of.change(PercentDefinition.TOTALS);
  }

  private static Result limits(
      ContactChange group,
      ContactChange reference,
      double ratio,
      Optional<NotEstimable> uncertain,
      ContactInterval interval) {
    if (!interval.comparesGroups()) {
      return Result.no(NotEstimable.OTHER_DEFINITION);
    }
    // Neither a formula nor resamples of a group that does not vary say how sure its ratio is.
    if (uncertain.isPresent()) {
      return Result.no(uncertain.get());
    }
    if (interval == ContactInterval.DELTA) {
      double logStandardError =
          StrictMath.hypot(logStandardError(group), logStandardError(reference));
      return Result.of(RatioLimits.logNormal(ratio, logStandardError, group.level()));
    }
    PersonReplicates replicates = replicates(group, reference);
    Result found = ContactEstimation.limits(replicates, interval, group.level());
    return new Result(found.interval(), found.because(), replicates.degenerate());
  }

  private static Optional<NotEstimable> zero(ContactEstimate reference) {
    return reference.value().orElseThrow() == 0
        ? Optional.of(NotEstimable.NO_CONTACT_AFTER)
        : Optional.empty();
  }

  private static double logStandardError(ContactChange of) {
    return RatioLimits.logStandardError(RatioStatistic.TOTALS.residuals(of.counts().paired()));
  }

  private static PersonReplicates replicates(ContactChange group, ContactChange reference) {
    PersonCounts one = group.counts().paired();
    PersonCounts other = reference.counts().paired();
    int n = one.persons();
    int all = n + other.persons();
    return PersonReplicates.within(
        new int[][] {IntStream.range(0, n).toArray(), IntStream.range(n, all).toArray()},
        group.bootstrap().replicates(),
        group.bootstrap().seed(),
        weights ->
            RatioStatistic.TOTALS.of(one, Arrays.copyOf(weights, n))
                / RatioStatistic.TOTALS.of(other, Arrays.copyOfRange(weights, n, all)));
  }

  private static ContactComparison with(
      ContactChange group,
      ContactChange reference,
      ContactEstimate one,
      ContactEstimate other,
      OptionalDouble ratio,
      Result limits,
      ContactInterval interval) {
    return new ContactComparison(
        group.whose().orElse("all"),
        reference.whose().orElse("all"),
        one,
        other,
        ratio,
        limits.interval(),
        interval,
        ContactEstimation.method(interval, group.bootstrap(), limits.degenerate()),
        Stream.concat(group.cautions().stream(), reference.cautions().stream()).distinct().toList(),
        limits.because());
  }

  /**
   * The quotient in a line.
   *
   * @return {@code "men against women: ratio of rate ratios 0.81 [0.62, 1.05] (ratios of totals;
   *     delta method over persons; n = 60 and 65)"}
   */
  @Override
  public String toString() {
    return group
        + " against "
        + reference
        + ": ratio of rate ratios "
        + (ratio.isPresent() ? Numbers.fixed(ratio.getAsDouble(), 2) + " " : "")
        + limits
            .map(found -> Numbers.interval(found, 2))
            .orElseGet(() -> because.map(NotEstimable::toString).orElse(""))
        + " (ratios of totals; "
        + method
        + "; n = "
        + ofGroup.people()
        + " and "
        + ofReference.people()
        + ")";
  }
}
