package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What is known of the sample that one person's change is held against, for methods that need more
 * than a standard deviation and a reliability.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reference standard deviation and reliability before, and where they come from
 * @param meanBefore the mean before; finite
 * @param after mean and standard deviation afterwards; empty if not known
 * @param reliabilityAfter the reliability afterwards, strictly between 0 and 1; empty if not known
 * @param correlation the correlation of before and after, strictly between −1 and 1; empty if not
 *     known
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReferenceSample(
    ChangeReference reference,
    double meanBefore,
    Optional<MeanSd> after,
    OptionalDouble reliabilityAfter,
    OptionalDouble correlation) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException with all problems: a mean that is not finite, a standard
   *     deviation afterwards that is not above 0, a reliability that is not strictly between 0 and
   *     1, a correlation that is not strictly between −1 and 1
   */
  public ReferenceSample {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(reliabilityAfter, "reliabilityAfter");
    Objects.requireNonNull(correlation, "correlation");
    Problems problems = new Problems();
    problems.require(Double.isFinite(meanBefore), "meanBefore", "must be a finite number");
    problems.require(
        after.isEmpty() || after.get().sd() > 0, "after", "needs a standard deviation above 0");
    double r = reliabilityAfter.orElse(0.5);
    problems.require(r > 0 && r < 1, "reliabilityAfter", "must lie strictly between 0 and 1");
    problems.require(
        Math.abs(correlation.orElse(0)) < 1, "correlation", "must lie strictly between -1 and 1");
    problems.throwIfAny();
  }

  /**
   * A sample of which only the start is known.
   *
   * @param reference standard deviation and reliability before
   * @param meanBefore the mean before
   * @return the sample
   * @throws InvalidInputException if the mean is not finite
   */
  public static ReferenceSample before(ChangeReference reference, double meanBefore) {
    return new ReferenceSample(
        reference, meanBefore, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * One's own cohort as the sample.
   *
   * @param cohort its change
   * @param reliability the reliability of the score, taken to be the same before and after
   * @param kind what the reliability rests on
   * @param source who the cohort is, as it is to be printed beside the result
   * @return the sample with mean and deviation of both times and their correlation
   * @throws InvalidInputException if the reliability is not strictly between 0 and 1, a standard
   *     deviation is 0, before and after are perfectly correlated, or the source is blank
   */
  public static ReferenceSample of(
      PairedChange cohort, double reliability, ReliabilityKind kind, String source) {
    return new ReferenceSample(
        new ChangeReference(cohort.before().sd(), reliability, kind, source),
        cohort.before().mean(),
        Optional.of(cohort.after()),
        OptionalDouble.of(reliability),
        cohort.correlation());
  }

  /** Kelley's true score: what is to be expected afterwards if nothing changes. */
  double expected(double before) {
    return meanBefore + reference.reliability() * (before - meanBefore);
  }

  double standardErrorOfPrediction() {
    double r = reference.reliability();
    return reference.sd() * Math.sqrt(1 - r * r);
  }

  /** Hageman and Arrindell's r_dd; to be called with mean, deviation and correlation known. */
  double reliabilityOfDifferences() {
    double error = reference.standardErrorOfMeasurement();
    double first = reference.sd();
    double second = after.orElseThrow().sd();
    double shared = 2 * first * second * correlation.orElseThrow();
    return (first * first + second * second - 2 * error * error - shared)
        / (first * first + second * second - shared);
  }

  @Override
  public String toString() {
    return reference
        + ", mean before "
        + Numbers.value(meanBefore)
        + after.map(it -> ", after " + it).orElse("")
        + (reliabilityAfter.isPresent()
            ? ", reliability after " + Numbers.value(reliabilityAfter.getAsDouble())
            : "")
        + (correlation.isPresent() ? ", r " + Numbers.fixed(correlation.getAsDouble(), 2) : "");
  }
}
