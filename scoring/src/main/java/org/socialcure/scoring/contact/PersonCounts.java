package org.socialcure.scoring.contact;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;

/**
 * The contacts of each person at two waves and the months they are of; NaN where a wave has no
 * count.
 */
final class PersonCounts {
  /** Larger counts are no contacts of a person; they would also lose digits in sums. */
  private static final double MOST = 1e6;

  private final Dataset source;

  /** The rows of the source that the persons are. */
  final int[] rows;

  final double[] before;
  final double[] monthsBefore;
  final double[] after;
  final double[] monthsAfter;

  private PersonCounts(
      Dataset source,
      int[] rows,
      double[] before,
      double[] monthsBefore,
      double[] after,
      double[] monthsAfter) {
    this.source = source;
    this.rows = rows;
    this.before = before;
    this.monthsBefore = monthsBefore;
    this.after = after;
    this.monthsAfter = monthsAfter;
  }

  static PersonCounts of(Dataset data, CountColumn before, CountColumn after) {
    Problems problems = new Problems();
    double[][] first = read(data, before, problems);
    double[][] second = read(data, after, problems);
    problems.throwIfAny();
    int[] rows = IntStream.range(0, data.rows()).toArray();
    return new PersonCounts(data, rows, first[0], first[1], second[0], second[1]);
  }

  private static double[][] read(Dataset data, CountColumn column, Problems problems) {
    double[] counts = column.counts(data);
    double[] months = column.windows(data);
    for (int i = 0; i < counts.length; i++) {
      if (Double.isNaN(counts[i])) {
        continue;
      }
      if (counts[i] < 0 || counts[i] > MOST || counts[i] != Math.rint(counts[i])) {
        problems.add(
            data.place(i, column.count()), "must be a whole number of contacts from 0 to 1000000");
      }
      if (Double.isNaN(months[i])) {
        problems.add(
            data.place(i, column.monthsColumn().orElse(column.count())),
            "is missing where there is a count; give the months of the window, or leave out the count");
      } else if (!WindowLengths.arePermitted(months[i])) {
        problems.add(
            data.place(i, column.monthsColumn().orElse(column.count())), WindowLengths.PERMITTED);
      }
    }
    return new double[][] {counts, months};
  }

  int persons() {
    return before.length;
  }

  boolean hasBefore(int person) {
    return !Double.isNaN(before[person]);
  }

  boolean hasAfter(int person) {
    return !Double.isNaN(after[person]);
  }

  boolean hasBoth(int person) {
    return hasBefore(person) && hasAfter(person);
  }

  double rateBefore(int person) {
    return before[person] / monthsBefore[person];
  }

  double rateAfter(int person) {
    return after[person] / monthsAfter[person];
  }

  /** Whether a person's rate fell, without the rounding of two quotients. */
  boolean fell(int person) {
    return after[person] * monthsBefore[person] < before[person] * monthsAfter[person];
  }

  /** Whether somebody is here and there, as far as both are of one data set. */
  @SuppressWarnings("ReferenceEquality") // two data sets with the same numbers have other people
  boolean meets(PersonCounts other) {
    return source == other.source
        && Arrays.stream(rows).anyMatch(row -> Arrays.binarySearch(other.rows, row) >= 0);
  }

  PersonCounts take(int[] persons) {
    return new PersonCounts(
        source,
        Arrays.stream(persons).map(i -> rows[i]).toArray(),
        at(before, persons),
        at(monthsBefore, persons),
        at(after, persons),
        at(monthsAfter, persons));
  }

  PersonCounts paired() {
    return take(IntStream.range(0, persons()).filter(this::hasBoth).toArray());
  }

  PersonCounts anyTime() {
    return take(IntStream.range(0, persons()).filter(i -> hasBefore(i) || hasAfter(i)).toArray());
  }

  PersonCounts withContactBefore() {
    return take(IntStream.range(0, persons()).filter(i -> hasBoth(i) && before[i] > 0).toArray());
  }

  /** The rate of those who have a count before. */
  Optional<ContactRate> rateOfAllBefore() {
    return rate(before, monthsBefore);
  }

  Optional<ContactRate> rateOfAllAfter() {
    return rate(after, monthsAfter);
  }

  private static Optional<ContactRate> rate(double[] counts, double[] months) {
    int[] seen = IntStream.range(0, counts.length).filter(i -> !Double.isNaN(counts[i])).toArray();
    if (seen.length == 0) {
      return Optional.empty();
    }
    double[] of = at(months, seen);
    OptionalDouble shortest = Arrays.stream(of).min();
    OptionalDouble longest = Arrays.stream(of).max();
    return Optional.of(
        new ContactRate(
            seen.length,
            (long) Arrays.stream(at(counts, seen)).sum(),
            Arrays.stream(of).sum(),
            new WindowLengths(shortest.orElseThrow(), longest.orElseThrow())));
  }

  private static double[] at(double[] values, int[] persons) {
    return Arrays.stream(persons).mapToDouble(i -> values[i]).toArray();
  }
}
