package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.CountColumn;
import org.socialcure.scoring.contact.PercentDefinition;

/**
 * The ratio of rates after to before by regression: the counts of both waves, two rows a person, on
 * the wave and covariates, with the logarithm of the window as offset and errors that allow for the
 * two rows of a person.
 *
 * @param family Poisson or negative binomial
 * @param covariates columns of the person; words are taken as categories
 */
record CountModel(Family family, List<String> covariates) {
  private static final String AFTER = "after";

  /** Errors by person need a few of them. */
  private static final int FEWEST = 3;

  CountModel {
    covariates = List.copyOf(covariates);
  }

  /**
   * The ratio among the people of some contacts who have both counts and all covariates.
   *
   * @param contacts the contacts
   * @param wide the data that they are of
   * @param among whether each row is one of these people
   * @param before the count before and its window
   * @param after the count after
   */
  ContactEstimate estimate(
      ContactChange contacts,
      Dataset wide,
      boolean[] among,
      CountColumn before,
      CountColumn after) {
    double[] x = wide.numbers(before.count());
    double[] y = wide.numbers(after.count());
    double[] v = wide.numbers(before.monthsColumn().orElseThrow());
    double[] w = wide.numbers(after.monthsColumn().orElseThrow());
    int[] rows =
        IntStream.range(0, wide.rows())
            .filter(row -> among[row])
            .filter(row -> !Double.isNaN(x[row] + y[row] + v[row] + w[row]))
            .filter(row -> covariates.stream().noneMatch(name -> wide.missing(name, row)))
            .toArray();
    boolean[] complete = new boolean[wide.rows()];
    Arrays.stream(rows).forEach(row -> complete[row] = true);
    ContactEstimate totals =
        contacts.among(complete, "with all covariates").change(PercentDefinition.TOTALS);
    if (covariates.isEmpty() && family == Family.POISSON) {
      return of(
          "Poisson without covariates, which is the ratio of totals with its interval; nothing is"
              + " fitted",
          totals);
    }
    if (totals.because().isPresent()) {
      return without(method(), rows.length, totals.because().get());
    }
    if (rows.length < FEWEST) {
      return without(method(), rows.length, NotEstimable.TOO_FEW_PEOPLE);
    }
    try {
      Coefficient change = regression(wide, rows, x, y, v, w).fit().coefficient(AFTER);
      Interval limits = change.interval();
      return ContactEstimate.ofModel(
          method(),
          Math.exp(change.estimate()),
          new Interval(Math.exp(limits.lower()), Math.exp(limits.upper()), limits.level()),
          rows.length);
    } catch (InvalidInputException unsuited) {
      return without(
          method() + "; not fitted: " + unsuited.problems().get(0).message(),
          rows.length,
          NotEstimable.NO_SOLUTION);
    }
  }

  private Regression regression(
      Dataset wide, int[] rows, double[] x, double[] y, double[] v, double[] w) {
    int n = rows.length;
    return Regression.of("contacts", twice(x, y, rows))
        .term(AFTER, IntStream.range(0, 2 * n).mapToDouble(i -> i < n ? 0 : 1).toArray())
        .terms(columns(wide, rows))
        .withFamily(family)
        .withOffset(Arrays.stream(twice(v, w, rows)).map(Math::log).toArray())
        .withClusters(IntStream.range(0, 2 * n).mapToDouble(i -> i % n).toArray())
        .withStandardErrors(StandardErrors.CLUSTER);
  }

  private static double[] twice(double[] first, double[] second, int[] rows) {
    return DoubleStream.concat(
            Arrays.stream(rows).mapToDouble(row -> first[row]),
            Arrays.stream(rows).mapToDouble(row -> second[row]))
        .toArray();
  }

  /** The covariates of either row: numbers as they are, words as an indicator of each but one. */
  private Map<String, double[]> columns(Dataset wide, int[] rows) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : covariates) {
      if (wide.kind(name) == ColumnKind.NUMBER) {
        double[] values = wide.numbers(name);
        columns.put(name, twice(values, values, rows));
        continue;
      }
      List<Optional<String>> words = wide.texts(name);
      List<String> levels =
          Arrays.stream(rows)
              .mapToObj(row -> words.get(row).orElseThrow())
              .distinct()
              .sorted()
              .toList();
      for (int level = 1; level < levels.size(); level++) {
        Optional<String> own = Optional.of(levels.get(level));
        double[] is = words.stream().mapToDouble(word -> word.equals(own) ? 1 : 0).toArray();
        // A level is a cell's content, which no message may repeat.
        columns.put(name + ", level " + (level + 1), twice(is, is, rows));
      }
    }
    return columns;
  }

  private String method() {
    List<String> terms = new ArrayList<>(List.of("the wave"));
    terms.addAll(covariates);
    return (family == Family.POISSON ? "Poisson" : "negative binomial")
        + " regression on "
        + String.join(", ", terms)
        + "; errors clustered by person";
  }

  private static ContactEstimate of(String method, ContactEstimate totals) {
    return new ContactEstimate(
        PercentDefinition.MODEL,
        totals.value(),
        totals.limits(),
        ContactInterval.OF_MODEL,
        method,
        totals.people(),
        totals.undefined(),
        totals.because());
  }

  private static ContactEstimate without(String method, int people, NotEstimable because) {
    return new ContactEstimate(
        PercentDefinition.MODEL,
        OptionalDouble.empty(),
        Optional.empty(),
        ContactInterval.OF_MODEL,
        method,
        people,
        0,
        Optional.of(because));
  }
}
