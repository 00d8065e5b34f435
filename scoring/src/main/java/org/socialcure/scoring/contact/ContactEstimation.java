package org.socialcure.scoring.contact;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;
import org.socialcure.scoring.internal.share.Shares;

/** Forms one estimate of a change in contacts. */
final class ContactEstimation {
  private final PersonCounts everybody;
  private final PersonBootstrap bootstrap;
  private final double level;

  ContactEstimation(PersonCounts everybody, PersonBootstrap bootstrap, double level) {
    this.everybody = everybody;
    this.bootstrap = bootstrap;
    this.level = level;
  }

  ContactEstimate estimate(PercentDefinition definition, ContactInterval interval) {
    PersonCounts paired = everybody.paired();
    return switch (definition) {
      case TOTALS -> ratio(definition, RatioStatistic.TOTALS, paired, interval, 0);
      case MEAN_RATES -> ratio(definition, RatioStatistic.MEAN_RATES, paired, interval, 0);
      case ALL_AVAILABLE ->
          ratio(definition, RatioStatistic.TOTALS, everybody.anyTime(), interval, 0);
      case INDIVIDUAL -> {
        PersonCounts defined = everybody.withContactBefore();
        int undefined = paired.persons() - defined.persons();
        yield ratio(definition, RatioStatistic.INDIVIDUAL, defined, interval, undefined);
      }
      case USED_LESS -> usedLess(paired, interval);
      case MODEL -> throw new IllegalArgumentException("A model-based ratio is fitted elsewhere.");
    };
  }

  private ContactEstimate usedLess(PersonCounts paired, ContactInterval interval) {
    int n = paired.persons();
    if (n == 0) {
      return without(PercentDefinition.USED_LESS, interval, n, 0, NotEstimable.TOO_FEW_PEOPLE);
    }
    int fewer = (int) IntStream.range(0, n).filter(paired::fell).count();
    Result limits =
        interval == ContactInterval.WILSON
            ? Result.of(Shares.wilson(fewer, n, level))
            : Result.no(NotEstimable.OTHER_DEFINITION);
    return with(PercentDefinition.USED_LESS, (double) fewer / n, limits, interval, n, 0);
  }

  private ContactEstimate ratio(
      PercentDefinition definition,
      RatioStatistic statistic,
      PersonCounts counts,
      ContactInterval interval,
      int undefined) {
    int n = counts.persons();
    ContactRate before = counts.rateOfAllBefore().orElse(null);
    ContactRate after = counts.rateOfAllAfter().orElse(null);
    if (before == null || after == null) {
      // Where people are there and none of them has a change of their own, nobody had a contact.
      return without(
          definition,
          interval,
          n,
          undefined,
          undefined > 0 ? NotEstimable.NO_CONTACT_BEFORE : NotEstimable.TOO_FEW_PEOPLE);
    }
    if (before.contacts() == 0) {
      return without(definition, interval, n, undefined, NotEstimable.NO_CONTACT_BEFORE);
    }
    double[] once = new double[n];
    Arrays.fill(once, 1);
    double value = statistic.of(counts, once);
    Result limits =
        interval.goesWith(definition)
            ? limits(statistic, counts, interval, value, before, after)
            : Result.no(NotEstimable.OTHER_DEFINITION);
    return with(definition, value, limits, interval, n, undefined);
  }

  private Result limits(
      RatioStatistic statistic,
      PersonCounts counts,
      ContactInterval interval,
      double value,
      ContactRate before,
      ContactRate after) {
    if (interval == ContactInterval.EXACT_CONDITIONAL) {
      return Result.of(RatioLimits.exactConditional(before, after, level));
    }
    // One person alone at a wave does not show how much people differ there.
    if (before.people() < 2 || after.people() < 2) {
      return Result.no(NotEstimable.TOO_FEW_PEOPLE);
    }
    if (after.contacts() == 0) {
      return Result.no(NotEstimable.NO_CONTACT_AFTER);
    }
    return switch (interval) {
      case DELTA -> logNormal(value, RatioLimits.logStandardError(statistic.residuals(counts)));
      case QUASI_POISSON -> logNormal(value, RatioLimits.quasiPoisson(counts, before, after));
      case T -> studentT(counts);
      case PERCENTILE, BCA -> resampled(statistic, counts, interval);
      default -> throw new IllegalArgumentException("No interval of a ratio: " + interval);
    };
  }

  private Result logNormal(double value, double logStandardError) {
    // What is left of rounding where everybody changed alike is no variation.
    return logStandardError < 1e-14
        ? Result.no(NotEstimable.NO_VARIATION)
        : Result.of(RatioLimits.logNormal(value, logStandardError, level));
  }

  private Result studentT(PersonCounts counts) {
    int n = counts.persons();
    double[] ratios =
        IntStream.range(0, n)
            .mapToDouble(i -> counts.rateAfter(i) / counts.rateBefore(i))
            .toArray();
    double mean = SampleStatistics.mean(ratios);
    double standardError = SampleStatistics.standardDeviation(ratios) / Math.sqrt(n);
    if (standardError <= 1e-14 * Math.abs(mean)) {
      return Result.no(NotEstimable.NO_VARIATION);
    }
    double reach = -Distributions.studentQuantile(Tails.lower(level), n - 1.0) * standardError;
    return Result.of(new Interval(mean - reach, mean + reach, level));
  }

  private Result resampled(
      RatioStatistic statistic, PersonCounts counts, ContactInterval interval) {
    PersonReplicates replicates =
        PersonReplicates.of(
            counts.persons(),
            bootstrap.replicates(),
            bootstrap.seed(),
            weights -> statistic.of(counts, weights));
    Result found = limits(replicates, interval, level);
    return new Result(found.interval(), found.because(), replicates.degenerate());
  }

  /**
   * The limits of a ratio by resamples. Where more than a tail of them have no finite ratio, the
   * upper limit is not finite either; where they are all the same, they show no variation.
   */
  static Result limits(PersonReplicates replicates, ContactInterval interval, double level) {
    if (replicates.degenerate() > Tails.lower(level) * replicates.drawn()) {
      return Result.no(NotEstimable.BEYOND_REPLICATES);
    }
    Optional<Interval> found =
        interval == ContactInterval.PERCENTILE
            ? replicates.percentile(level)
            : replicates.bca(level);
    // What is left of rounding where everybody changed alike is no variation.
    return replicates.range() <= 1e-13 * Math.abs(replicates.estimate())
        ? Result.no(NotEstimable.NO_VARIATION)
        : found.map(Result::of).orElseGet(() -> Result.no(NotEstimable.BEYOND_REPLICATES));
  }

  private ContactEstimate without(
      PercentDefinition definition,
      ContactInterval interval,
      int people,
      int undefined,
      NotEstimable because) {
    return new ContactEstimate(
        definition,
        OptionalDouble.empty(),
        Optional.empty(),
        interval,
        method(interval, bootstrap, 0),
        people,
        undefined,
        Optional.of(because));
  }

  private ContactEstimate with(
      PercentDefinition definition,
      double value,
      Result limits,
      ContactInterval interval,
      int people,
      int undefined) {
    return new ContactEstimate(
        definition,
        OptionalDouble.of(value),
        limits.interval(),
        interval,
        method(interval, bootstrap, limits.degenerate()),
        people,
        undefined,
        limits.because());
  }

  static String method(ContactInterval interval, PersonBootstrap bootstrap, int degenerate) {
    return switch (interval) {
      case PERCENTILE, BCA ->
          interval.label()
              + ", "
              + bootstrap.replicates()
              + " resamples, seed "
              + bootstrap.seed()
              + (degenerate > 0 ? ", " + degenerate + " of them without a ratio left out" : "");
      default -> interval.label();
    };
  }

  record Result(Optional<Interval> interval, Optional<NotEstimable> because, int degenerate) {
    static Result of(Interval found) {
      return new Result(Optional.of(found), Optional.empty(), 0);
    }

    static Result no(NotEstimable because) {
      return new Result(Optional.empty(), Optional.of(because), 0);
    }
  }
}
