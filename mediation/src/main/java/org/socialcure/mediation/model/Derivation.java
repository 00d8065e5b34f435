package org.socialcure.mediation.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.numeric.Decimals;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * A column that a model makes from columns of the data: a logarithm, a difference, a mean.
 *
 * <p>It is made over the rows that the model uses, and a row that misses a source is not used. Its
 * name says what it is made of.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Derivation {
  /**
   * The name under which equations use the column.
   *
   * @return for example {@code (y1 - y0)}, or {@code loneliness@(t1 - t0)} for two waves of one
   *     measure
   */
  String name();

  /**
   * What people call the column.
   *
   * @param label what they call a source
   * @return for example {@code log of months}
   */
  String label(UnaryOperator<String> label);

  /**
   * The columns it is made from.
   *
   * @return the names, in the order of {@link #values}
   */
  List<String> sources();

  /**
   * Makes the column.
   *
   * @param columns the values of the sources, in the order of {@link #sources}
   * @return one value a row
   * @throws InvalidInputException if the sources do not permit it
   */
  double[] values(List<double[]> columns);

  /** Names a column made from two; what both say of the measure before the wave is said once. */
  private static String ofWaves(String first, String second, BinaryOperator<String> name) {
    ColumnName one = ColumnName.parse(first);
    ColumnName other = ColumnName.parse(second);
    return one.wave().isPresent()
            && other.wave().isPresent()
            && one.measure().equals(other.measure())
        ? one.measure() + "@" + name.apply(one.wave().get(), other.wave().get())
        : name.apply(first, second);
  }

  /**
   * The natural logarithm of a positive column, such as an exposure time.
   *
   * @param source the column
   */
  record Logarithm(String source) implements Derivation {
    /** Refuses null. */
    public Logarithm {
      Objects.requireNonNull(source, "source");
    }

    @Override
    public String name() {
      return "log(" + source + ")";
    }

    @Override
    public String label(UnaryOperator<String> label) {
      return "log of " + label.apply(source);
    }

    @Override
    public List<String> sources() {
      return List.of(source);
    }

    @Override
    public double[] values(List<double[]> columns) {
      double[] times = columns.get(0);
      if (Arrays.stream(times).anyMatch(t -> t <= 0)) {
        throw new InvalidInputException(
            "column " + source,
            "must be positive in every row for its logarithm to be taken, as exposure times are");
      }
      return Arrays.stream(times).map(StrictMath::log).toArray();
    }
  }

  /**
   * One column minus another, such as a change.
   *
   * @param minuend the column that is subtracted from
   * @param subtrahend the column that is subtracted
   */
  record Difference(String minuend, String subtrahend) implements Derivation {
    /** Refuses nulls. */
    public Difference {
      Objects.requireNonNull(minuend, "minuend");
      Objects.requireNonNull(subtrahend, "subtrahend");
    }

    @Override
    public String name() {
      // In parentheses, so that a difference of effects through it is not misread.
      return Derivation.ofWaves(
          minuend, subtrahend, (first, second) -> "(" + first + " - " + second + ")");
    }

    @Override
    public String label(UnaryOperator<String> label) {
      return label.apply(minuend) + " minus " + label.apply(subtrahend);
    }

    @Override
    public List<String> sources() {
      return List.of(minuend, subtrahend);
    }

    @Override
    public double[] values(List<double[]> columns) {
      double[] difference = columns.get(0).clone();
      for (int i = 0; i < difference.length; i++) {
        difference[i] = Decimals.difference(difference[i], columns.get(1)[i]);
      }
      return difference;
    }
  }

  /**
   * The mean of two columns in each row, minus its average over the rows used.
   *
   * <p>The average is that of the sample and is not taken anew in a resample.
   *
   * @param first a column
   * @param second another
   */
  record CentredMean(String first, String second) implements Derivation {
    /** Refuses nulls. */
    public CentredMean {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }

    @Override
    public String name() {
      return Derivation.ofWaves(
          first, second, (one, other) -> "centred mean(" + one + ", " + other + ")");
    }

    @Override
    public String label(UnaryOperator<String> label) {
      return "mean of " + label.apply(first) + " and " + label.apply(second) + ", centred";
    }

    @Override
    public List<String> sources() {
      return List.of(first, second);
    }

    @Override
    public double[] values(List<double[]> columns) {
      double[] mean = columns.get(0).clone();
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (mean[i] + columns.get(1)[i]) / 2;
      }
      double centre = SampleStatistics.mean(mean);
      return Arrays.stream(mean).map(v -> v - centre).toArray();
    }
  }
}
