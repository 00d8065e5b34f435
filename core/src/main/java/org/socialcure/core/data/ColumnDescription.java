package org.socialcure.core.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * What a column holds, in numbers.
 *
 * <p>Mean, standard deviation (divisor n − 1), median and range are there for columns of numbers
 * with enough values: one, for the deviation two. Frequencies are there where at most {@value
 * #MOST_VALUES} values occur and some of them more than once, so that no identifier is listed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the column
 * @param label its text for people; the name where it has none
 * @param kind numbers or text
 * @param n how many rows have a value
 * @param missing how many have none
 * @param distinct how many different values there are
 * @param mean the arithmetic mean
 * @param sd the standard deviation
 * @param median the middle value, or the mean of the two middle ones
 * @param lowest the lowest value
 * @param highest the highest value
 * @param frequencies the values and how often each occurs: numbers ascending, words in the order of
 *     letters; empty where they are too many or none occurs twice
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ColumnDescription(
    String name,
    String label,
    ColumnKind kind,
    int n,
    int missing,
    int distinct,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble median,
    OptionalDouble lowest,
    OptionalDouble highest,
    List<Frequency> frequencies) {
  /** Of more different values than this, frequencies are not listed. */
  static final int MOST_VALUES = 12;

  /**
   * How often a value occurs.
   *
   * @param value the value as a file would show it
   * @param count in how many rows
   * @since 0.1
   */
  @MapperForm
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Frequency(String value, int count) {
    /**
     * Refuses negative counts.
     *
     * @throws InvalidInputException if the count is negative
     */
    public Frequency {
      Objects.requireNonNull(value, "value");
      if (count < 0) {
        throw new InvalidInputException("count", "must not be negative");
      }
    }

    /**
     * The value and its count.
     *
     * @return {@code "often: 12"}
     */
    @Override
    public String toString() {
      return Columns.shown(value) + ": " + count;
    }
  }

  /**
   * Copies the list.
   *
   * @throws InvalidInputException if a count is negative
   */
  public ColumnDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(sd, "sd");
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    frequencies = List.copyOf(frequencies);
    if (n < 0 || missing < 0 || distinct < 0) {
      throw new InvalidInputException("counts", "must not be negative");
    }
  }

  static ColumnDescription of(String name, Column column) {
    double[] sorted =
        column instanceof Column.Numbers numbers
            ? Arrays.stream(numbers.values).filter(value -> !Double.isNaN(value)).sorted().toArray()
            : new double[0];
    Set<Object> distinct = new HashSet<>();
    for (int row = 0; row < column.size(); row++) {
      if (!column.missing(row)) {
        distinct.add(column.key(row));
      }
    }
    int n = column.size() - column.missingCount();
    int last = sorted.length - 1;
    return new ColumnDescription(
        name,
        column.label().orElse(name),
        column.kind(),
        n,
        column.missingCount(),
        distinct.size(),
        finite(last < 0 ? Double.NaN : SampleStatistics.mean(sorted)),
        finite(
            last < 1
                ? Double.NaN
                : sorted[0] == sorted[last] ? 0 : SampleStatistics.standardDeviation(sorted)),
        finite(last < 0 ? Double.NaN : sorted[last / 2] / 2 + sorted[(last + 1) / 2] / 2),
        finite(last < 0 ? Double.NaN : sorted[0]),
        finite(last < 0 ? Double.NaN : sorted[last]),
        distinct.size() <= MOST_VALUES && distinct.size() < n ? frequencies(column) : List.of());
  }

  /** Squares of very large numbers may overflow. */
  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static List<Frequency> frequencies(Column column) {
    Map<Object, Integer> counts = new LinkedHashMap<>();
    Map<Object, String> texts = new LinkedHashMap<>();
    for (int row = 0; row < column.size(); row++) {
      Optional<String> text = column.text(row);
      if (text.isPresent()) {
        counts.merge(column.key(row), 1, Integer::sum);
        texts.putIfAbsent(column.key(row), text.get());
      }
    }
    List<Object> keys = new ArrayList<>(counts.keySet());
    keys.sort(
        Comparator.<Object>comparingDouble(key -> key instanceof Double number ? number : 0)
            .thenComparing(key -> Objects.requireNonNull(texts.get(key))));
    return keys.stream()
        .map(
            key ->
                new Frequency(
                    Objects.requireNonNull(texts.get(key)),
                    Objects.requireNonNull(counts.get(key))))
        .toList();
  }

  /** The frequencies, or how many values there are, in a few words. */
  String values() {
    return frequencies.isEmpty()
        ? distinct + " different"
        : frequencies.stream().map(Frequency::toString).collect(Collectors.joining(", "));
  }

  /**
   * The column in one line.
   *
   * @return its name, how many values are there and missing, and mean, deviation and range or
   *     frequencies
   */
  @Override
  public String toString() {
    return Columns.shown(name)
        + ": n "
        + n
        + (missing > 0 ? ", " + missing + " missing" : "")
        + (mean.isPresent() ? ", mean " + Numbers.fixed(mean.getAsDouble(), 2) : "")
        + (sd.isPresent() ? ", SD " + Numbers.fixed(sd.getAsDouble(), 2) : "")
        + (lowest.isPresent() && highest.isPresent()
            ? ", "
                + Numbers.value(lowest.getAsDouble())
                + " to "
                + Numbers.value(highest.getAsDouble())
            : "")
        + "; "
        + values();
  }
}
