package org.socialcure.examples.study.document;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;

/**
 * How one measure changed from the first to the last wave, in the persons who have both values.
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure the measure
 * @param label what people call the measure
 * @param first the first wave
 * @param last the last wave
 * @param n the persons with both values
 * @param firstOnly the persons with the first value only
 * @param lastOnly the persons with the last value only
 * @param meanFirst the mean at the first wave
 * @param sdFirst the standard deviation at the first wave (divisor n - 1)
 * @param meanLast the mean at the last wave
 * @param sdLast the standard deviation at the last wave
 * @param meanDifference the mean of last minus first
 * @param sdDifference the standard deviation of last minus first
 * @param interval the t interval of the mean difference; absent where all differences are equal
 * @param t the t statistic
 * @param df its degrees of freedom
 * @param p its two-sided p-value
 * @param dz the mean difference divided by the standard deviation of the differences
 */
public record ChangeDocument(
    String measure,
    String label,
    String first,
    String last,
    int n,
    int firstOnly,
    int lastOnly,
    double meanFirst,
    double sdFirst,
    double meanLast,
    double sdLast,
    double meanDifference,
    double sdDifference,
    Optional<Interval> interval,
    OptionalDouble t,
    OptionalDouble df,
    OptionalDouble p,
    OptionalDouble dz) {
  /**
   * The same change to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the change for people
   */
  public ChangeDocument callingWaves(Map<String, String> names) {
    return new ChangeDocument(
        measure,
        label,
        names.getOrDefault(first, first),
        names.getOrDefault(last, last),
        n,
        firstOnly,
        lastOnly,
        meanFirst,
        sdFirst,
        meanLast,
        sdLast,
        meanDifference,
        sdDifference,
        interval,
        t,
        df,
        p,
        dz);
  }
}
