package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.NotEstimable;

/**
 * How well raters, or occasions, agree about persons: the six intraclass correlations.
 *
 * <p>A column is a rater (or an occasion), a row a person; rows with a missing value are left out
 * and counted. Which of the six is the right one is decided by the design, not by their size: see
 * {@link IccForm}. For test-retest reliability of a score, {@link IccForm#ICC2} says how well one
 * measurement agrees with another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param people how many people it rests on
 * @param leftOut how many were left out because a value is missing
 * @param raters how many raters or occasions there are
 * @param correlations the six, in the order of {@link IccForm}
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record RaterAgreement(
    int people, int leftOut, int raters, List<IntraclassCorrelation> correlations) {
  private static final double DEFAULT_LEVEL = 0.95;

  /** Copies the list. */
  public RaterAgreement {
    correlations = List.copyOf(correlations);
  }

  /**
   * The agreement of columns, with 95 % intervals.
   *
   * @param data the data, one row a person
   * @param raters a column for each rater or occasion, at least two
   * @return the six correlations
   * @throws InvalidInputException if there are fewer than two columns, or one does not exist, is
   *     named twice or holds no numbers
   */
  public static RaterAgreement of(Dataset data, String... raters) {
    return of(data, DEFAULT_LEVEL, List.of(raters));
  }

  /**
   * The agreement of columns.
   *
   * @param data the data, one row a person
   * @param level the coverage of the intervals, strictly between 0 and 1
   * @param raters a column for each rater or occasion, at least two
   * @return the six correlations
   * @throws InvalidInputException if there are fewer than two columns, one does not exist, is named
   *     twice or holds no numbers, or the level is not strictly between 0 and 1
   */
  public static RaterAgreement of(Dataset data, double level, List<String> raters) {
    Interval.requireLevel(level);
    if (raters.size() < 2) {
      throw new InvalidInputException("raters", "name the columns of at least two of them");
    }
    Dataset chosen = data.select(raters);
    Dataset complete = chosen.complete(raters.toArray(String[]::new));
    double[][] columns = raters.stream().map(complete::numbers).toArray(double[][]::new);
    Squares squares = Squares.of(columns);
    return new RaterAgreement(
        complete.rows(),
        data.rows() - complete.rows(),
        raters.size(),
        Arrays.stream(IccForm.values()).map(form -> squares.correlation(form, level)).toList());
  }

  /**
   * One of the six.
   *
   * @param form which one
   * @return the correlation
   */
  public IntraclassCorrelation get(IccForm form) {
    Objects.requireNonNull(form, "form");
    return correlations.stream()
        .filter(correlation -> correlation.form() == form)
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("form", "is not among those that were read"));
  }

  /** Mean squares of a table of persons by raters. */
  private record Squares(
      double n, double k, double between, double within, double raters, double residual) {
    static Squares of(double[][] columns) {
      int k = columns.length;
      int n = columns[0].length;
      double[] person = new double[n];
      double[] rater = new double[k];
      double grand = 0;
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < n; i++) {
          person[i] += columns[j][i] / k;
          rater[j] += columns[j][i] / n;
          grand += columns[j][i] / n / k;
        }
      }
      double between = 0;
      double raters = 0;
      double residual = 0;
      double size = 0;
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < n; i++) {
          double left = columns[j][i] - person[i] - rater[j] + grand;
          residual += left * left;
          between += (person[i] - grand) * (person[i] - grand);
          raters += (rater[j] - grand) * (rater[j] - grand);
          size += columns[j][i] * columns[j][i];
        }
      }
      // What rounding leaves of nothing.
      double nothing = 1e-28 * size;
      residual = residual <= nothing ? 0 : residual;
      between = between <= nothing ? 0 : between;
      raters = raters <= nothing ? 0 : raters;
      return new Squares(
          n,
          k,
          between / (n - 1),
          (raters + residual) / (n * (k - 1)),
          raters / (k - 1),
          residual / ((n - 1) * (k - 1)));
    }

    IntraclassCorrelation correlation(IccForm form, double level) {
      boolean first = form == IccForm.ICC1 || form == IccForm.ICC1K;
      int df1 = (int) n - 1;
      int df2 = (int) ((first ? n : n - 1) * (k - 1));
      if (n < 2) {
        return without(form, NotEstimable.TOO_FEW_PEOPLE, Math.max(0, df1), Math.max(0, df2));
      }
      double error = first ? within : residual;
      if (!(between + within > 0)) {
        return without(form, NotEstimable.NO_VARIATION, df1, df2);
      }
      double value = value(form);
      if (!Double.isFinite(value)) {
        return without(form, NotEstimable.NO_VARIATION, df1, df2);
      }
      ReliabilityEstimate estimate = ReliabilityEstimate.of(value);
      if (!(error > 0)) {
        return new IntraclassCorrelation(
            form,
            estimate.withoutLimits(NotEstimable.NO_VARIATION),
            OptionalDouble.empty(),
            df1,
            df2,
            OptionalDouble.empty());
      }
      double f = between / error;
      return new IntraclassCorrelation(
          form,
          limits(form, f, level)
              .map(estimate::with)
              .orElseGet(() -> estimate.withoutLimits(NotEstimable.NO_SOLUTION)),
          OptionalDouble.of(f),
          df1,
          df2,
          OptionalDouble.of(Distributions.fUpper(f, df1, df2)));
    }

    private static IntraclassCorrelation without(
        IccForm form, NotEstimable because, int df1, int df2) {
      return new IntraclassCorrelation(
          form,
          ReliabilityEstimate.not(because),
          OptionalDouble.empty(),
          df1,
          df2,
          OptionalDouble.empty());
    }

    private double value(IccForm form) {
      return switch (form) {
        case ICC1 -> (between - within) / (between + (k - 1) * within);
        case ICC2 ->
            (between - residual) / (between + (k - 1) * residual + k * (raters - residual) / n);
        case ICC3 -> (between - residual) / (between + (k - 1) * residual);
        case ICC1K -> (between - within) / between;
        case ICC2K -> (between - residual) / (between + (raters - residual) / n);
        case ICC3K -> (between - residual) / between;
      };
    }

    private Optional<Interval> limits(IccForm form, double f, double level) {
      double tail = Tails.lower(level);
      if (form == IccForm.ICC2 || form == IccForm.ICC2K) {
        return ofAgreement(form, tail, level);
      }
      double other =
          form == IccForm.ICC1 || form == IccForm.ICC1K ? n * (k - 1) : (n - 1) * (k - 1);
      double low = f / FQuantile.upper(tail, n - 1, other);
      double high = f * FQuantile.upper(tail, other, n - 1);
      return form.isOfMean()
          ? interval(1 - 1 / low, 1 - 1 / high, level)
          : interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level);
    }

    private static Optional<Interval> interval(double lower, double upper, double level) {
      return Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper
          ? Optional.of(new Interval(lower, upper, level))
          : Optional.empty();
    }

    /** With Satterthwaite's degrees of freedom of what is no difference between persons. */
    private Optional<Interval> ofAgreement(IccForm form, double tail, double level) {
      double rho = value(IccForm.ICC2);
      double ratio = raters / residual;
      double weight = n * (1 + (k - 1) * rho) - k * rho;
      double numerator = k * rho * ratio + weight;
      double df =
          (k - 1)
              * (n - 1)
              * numerator
              * numerator
              / ((n - 1) * k * k * rho * rho * ratio * ratio + weight * weight);
      if (!(df > 0)) {
        return Optional.empty();
      }
      double upper = FQuantile.upper(tail, n - 1, df);
      double lower = FQuantile.upper(tail, df, n - 1);
      double rest = k * raters + (k * n - k - n) * residual;
      double low = n * (between - upper * residual) / (upper * rest + n * between);
      double high = n * (lower * between - residual) / (rest + n * lower * between);
      return form.isOfMean()
          ? interval(k * low / (1 + low * (k - 1)), k * high / (1 + high * (k - 1)), level)
          : interval(low, high, level);
    }
  }

  /**
   * The agreement as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @param measure what was rated
   * @return the six correlations and what tells them apart
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id, String measure) {
    Table.Builder table =
        Table.titled("Intraclass correlations")
            .text("Form", "Of")
            .numbers("Value")
            .interval(level())
            .numbers("F", "df1", "df2", "p")
            .text("Remark");
    for (IntraclassCorrelation each : correlations) {
      table.row(
          Cell.text(each.form().symbol()),
          Cell.text(each.form().words()),
          each.estimate().cell(),
          each.estimate().limitsCell(),
          Cell.of(each.f(), f -> Cell.number(f, 2)),
          Cell.count(each.df1()),
          Cell.count(each.df2()),
          Cell.of(each.p(), Cell::p),
          each.estimate().reasonCell());
    }
    table.note(
        people
            + " people, "
            + raters
            + " raters or occasions; "
            + leftOut
            + " people left out because a value is missing.");
    return Section.of(
        id,
        measure,
        table.build(),
        new Block.Paragraph(
            "Which of the six is the right one is decided by the design: whether the raters are a"
                + " sample of all, whether their level counts, and whether one rater or the mean of"
                + " several will be used."));
  }

  private double level() {
    return correlations.stream()
        .flatMap(each -> each.estimate().limits().stream())
        .mapToDouble(Interval::level)
        .findFirst()
        .orElse(DEFAULT_LEVEL);
  }

  /**
   * The six correlations.
   *
   * @return a line each
   */
  @Override
  public String toString() {
    return people
        + " people, "
        + raters
        + " raters ("
        + leftOut
        + " people left out)"
        + String.join("", correlations.stream().map(each -> "\n  " + each).toList());
  }
}
