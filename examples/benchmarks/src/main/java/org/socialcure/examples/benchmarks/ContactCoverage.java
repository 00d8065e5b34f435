package org.socialcure.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.CountColumn;
import org.socialcure.scoring.contact.PercentDefinition;

/**
 * How often the intervals of a change in contacts hold the truth.
 *
 * <p>Counts are Poisson with a rate of one a month times a person's frailty before, and of 0.8 a
 * month times the frailty after. The frailties are gamma variables of mean one, made of a part that
 * is the same at both times and a part of each time, so that their correlation is 0.7; their
 * variance makes that of the counts in the window before 5 or 9 times their mean. The window before
 * has 3 months, that after 2 or 4. Everybody has both counts and the same windows, so that the
 * ratio of mean rates and that of all available are the ratio of totals. The argument is the number
 * of data sets of each kind, 10,000 unless given:
 *
 * <pre>
 * mvn -q -Pbenchmarks compile exec:exec -pl examples/benchmarks -am \
 *   -Dbenchmarks.main=org.socialcure.examples.benchmarks.ContactCoverage -Djmh="10000"
 * </pre>
 */
public final class ContactCoverage {
  private static final double RATIO = 0.8;
  private static final double MONTHS_BEFORE = 3;
  private static final double CORRELATION = 0.7;
  private static final int REPLICATES = 999;

  private ContactCoverage() {}

  private record Kind(PercentDefinition definition, ContactInterval interval) {}

  /**
   * Prints the coverage of every interval by number of people, dispersion and window.
   *
   * @param args the number of data sets; 10,000 if there is none
   */
  public static void main(String[] args) {
    int sets = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    System.out.println("people,dispersion,months after,definition,interval,coverage,none");
    for (int people : new int[] {20, 50, 100, 178}) {
      for (double dispersion : new double[] {5, 9}) {
        for (double months : new double[] {2, 4}) {
          run(sets, people, dispersion, months);
        }
      }
    }
  }

  private static void run(int sets, int people, double dispersion, double months) {
    RandomGenerator random = new Well19937c(people * 1000L + (long) (10 * dispersion + months));
    Cohort cohort = new Cohort(random, dispersion, months);
    Map<PercentDefinition, Double> truths = cohort.truths();
    Map<Kind, int[]> held = new LinkedHashMap<>();
    for (int set = 0; set < sets; set++) {
      ContactChange change =
          cohort.draw(people).withBootstrap(new PersonBootstrap(REPLICATES, set));
      truths.forEach(
          (definition, truth) -> {
            for (ContactInterval interval : ContactInterval.values()) {
              if (interval.goesWith(definition)) {
                Optional<Interval> limits = change.change(definition, interval).limits();
                int[] counts =
                    held.computeIfAbsent(new Kind(definition, interval), kind -> new int[2]);
                counts[0] += limits.isPresent() && limits.get().contains(truth) ? 1 : 0;
                counts[1] += limits.isEmpty() ? 1 : 0;
              }
            }
          });
    }
    held.forEach(
        (kind, counts) ->
            System.out.printf(
                Locale.ROOT,
                "%d,%.0f,%.0f,%s,%s,%.1f,%d%n",
                people,
                dispersion,
                months,
                kind.definition(),
                kind.interval(),
                100.0 * counts[0] / Math.max(1, sets - counts[1]),
                counts[1]));
  }

  /** Draws cohorts of one kind. */
  private static final class Cohort {
    private static final int MANY = 2_000_000;

    private final RandomGenerator random;
    private final GammaDistribution shared;
    private final GammaDistribution own;
    private final double monthsAfter;

    Cohort(RandomGenerator random, double dispersion, double monthsAfter) {
      // The variance of a count of mean m and frailty of variance v is m + m² v.
      double variance = (dispersion - 1) / MONTHS_BEFORE;
      this.random = random;
      this.monthsAfter = monthsAfter;
      this.shared = new GammaDistribution(random, CORRELATION / variance, variance);
      this.own = new GammaDistribution(random, (1 - CORRELATION) / variance, variance);
    }

    ContactChange draw(int people) {
      double[] before = new double[people];
      double[] after = new double[people];
      for (int i = 0; i < people; i++) {
        double frailty = shared.sample();
        before[i] = count((frailty + own.sample()) * MONTHS_BEFORE);
        after[i] = count((frailty + own.sample()) * RATIO * monthsAfter);
      }
      return ContactChange.of(
          Dataset.of(Map.of("before", before, "after", after)),
          CountColumn.over("before", MONTHS_BEFORE),
          CountColumn.over("after", monthsAfter));
    }

    private double count(double mean) {
      return mean < 1e-12 ? 0 : new PoissonDistribution(random, mean, 1e-12, 10_000).sample();
    }

    /** The ratio is known; what depends on single people is found in very many of them. */
    Map<PercentDefinition, Double> truths() {
      ContactChange many = draw(MANY);
      Map<PercentDefinition, Double> truths = new LinkedHashMap<>();
      truths.put(PercentDefinition.TOTALS, RATIO);
      for (PercentDefinition definition :
          new PercentDefinition[] {PercentDefinition.INDIVIDUAL, PercentDefinition.USED_LESS}) {
        truths.put(definition, many.change(definition).value().orElseThrow());
      }
      return truths;
    }
  }
}
