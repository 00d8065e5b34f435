package org.socialcure.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedTTest;
import org.socialcure.scoring.outcome.BootstrapLimits;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.CaseRule;
import org.socialcure.scoring.outcome.ChangeEffect;
import org.socialcure.scoring.outcome.ControlledOutcome;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.Grouping;
import org.socialcure.scoring.outcome.MeanDifference;
import org.socialcure.scoring.outcome.Measure;
import org.socialcure.scoring.outcome.OutcomeSettings;
import org.socialcure.scoring.outcome.ScaleOutcome;
import org.socialcure.scoring.outcome.WhoStayed;
import org.socialcure.scoring.reliability.AlphaInterval;
import org.socialcure.scoring.reliability.ScaleItems;

/**
 * How often the intervals of outcomes and of alpha hold the truth.
 *
 * <p>The score is the sum of three items ({@link SimulatedScores.Shape}) in one cohort before and
 * after; two groups of half as many people each are formed by lot, one of which falls by more; and
 * people leave, those with a higher score before rather. The truths are those of 2,000,000 people.
 * The arguments are the number of data sets of each kind, 5,000 unless given, and how many of them
 * are resampled too, 500 unless given. It prints the numbers, and then the rows of the table in the
 * page of the package of outcomes:
 *
 * <pre>
 * mvn -q -Pbenchmarks compile exec:exec -pl examples/benchmarks -am \
 *   -Dbenchmarks.main=org.socialcure.examples.benchmarks.OutcomeCoverage -Djmh="5000 500"
 * </pre>
 */
public final class OutcomeCoverage {
  private static final List<Integer> PEOPLE = List.of(20, 50, 100, 178);
  private static final double EXTRA_FALL = 0.4;
  private static final int REPLICATES = 999;
  private static final PersonBootstrap NO_MATTER = new PersonBootstrap(100, 1);
  private static final Measure SCORE = Measure.of("score", Direction.HIGHER_IS_WORSE);

  /** What an interval is of. */
  enum Statistic {
    MEAN_CHANGE("mean change"),
    D_Z("d_z"),
    D_AV_RMS("d_av (RMS)"),
    D_AV("d_av (mean SD)"),
    D_RM("d_rm"),
    D_BASELINE("d by the SD before"),
    BETTER("share better"),
    SUPERIORITY("probability of superiority"),
    CASES("difference of cases"),
    GROUP_DIFFERENCE("difference of groups"),
    ADJUSTED_DIFFERENCE("adjusted difference of groups"),
    PRE_POST_CONTROL("g of pre-post-control"),
    RETENTION("share who stayed"),
    STAYED_MINUS_LEFT("standardised difference of those who stayed"),
    ALPHA("alpha");

    private final String words;

    Statistic(String words) {
      this.words = words;
    }
  }

  private record Kind(Statistic statistic, String interval) {}

  private record Cell(Kind kind, SimulatedScores.Shape shape, int people) {}

  private final SimulatedScores.Shape shape;
  private final int people;
  private final RandomGenerator random;
  private final OutcomeTruths truths;
  private final Map<Kind, int[]> held = new LinkedHashMap<>();

  private OutcomeCoverage(SimulatedScores.Shape shape, int people, OutcomeTruths truths) {
    this.shape = shape;
    this.people = people;
    this.random = new Well19937c(1000L * people + shape.ordinal());
    this.truths = truths;
  }

  /**
   * Prints the coverage of every interval by number of people and shape.
   *
   * @param args the number of data sets, 5,000 if there is none; how many of them are resampled,
   *     500 if there is none
   */
  public static void main(String[] args) {
    int sets = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    int resampled = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    System.out.println("people,scores,statistic,interval,coverage,none");
    Map<Cell, Double> coverage = new ConcurrentHashMap<>();
    List<OutcomeCoverage> runs = new ArrayList<>();
    for (SimulatedScores.Shape shape : SimulatedScores.Shape.values()) {
      OutcomeTruths truths = new OutcomeTruths(new Well19937c(shape.ordinal()), shape, EXTRA_FALL);
      PEOPLE.forEach(people -> runs.add(new OutcomeCoverage(shape, people, truths)));
    }
    runs.parallelStream()
        .forEach(
            run -> {
              run.run(sets, resampled);
              run.print(coverage);
            });
    System.out.println(table(coverage));
  }

  private void run(int sets, int resampled) {
    for (int set = 0; set < sets; set++) {
      SimulatedScores cohort = shape.draw(random, people, 0);
      SimulatedScores groups =
          shape
              .draw(random, people / 2, EXTRA_FALL)
              .and(shape.draw(random, people - people / 2, 0));
      boolean resamples = set < resampled;
      OutcomeSettings settings =
          OutcomeSettings.DEFAULT.withBootstrap(new PersonBootstrap(REPLICATES, set));
      OutcomeSettings closed = settings.withBootstrap(NO_MATTER);
      changes(ScaleOutcome.of(SCORE, cohort.before(), cohort.after(), closed));
      groups(groups(groups, closed));
      cases(cohort);
      stayed(cohort);
      ScaleItems items = items(cohort).withBootstrap(settings.bootstrap());
      alpha(items, AlphaInterval.FELDT);
      if (resamples) {
        for (BootstrapLimits limits : BootstrapLimits.values()) {
          OutcomeSettings each = settings.withLimits(limits);
          resampled(limits, ScaleOutcome.of(SCORE, cohort.before(), cohort.after(), each));
          count(
              Statistic.PRE_POST_CONTROL,
              name(limits),
              groups(groups, each).effects().get(0).interval());
        }
        alpha(items, AlphaInterval.PERCENTILE);
        alpha(items, AlphaInterval.BCA);
      }
    }
  }

  private void changes(ScaleOutcome outcome) {
    count(Statistic.MEAN_CHANGE, "t", outcome.test().map(PairedTTest::interval));
    effect(Statistic.D_Z, "noncentral t", outcome, ChangeEffectSize.D_Z);
    count(
        Statistic.D_Z,
        "noncentral t times Hedges' factor",
        outcome.effect(ChangeEffectSize.D_Z).flatMap(ChangeEffect::correctedInterval));
    effect(Statistic.D_AV_RMS, "noncentral t", outcome, ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE);
    count(
        Statistic.BETTER,
        "Wilson",
        outcome.shares().flatMap(it -> it.better()).map(it -> it.interval()));
  }

  private void resampled(BootstrapLimits limits, ScaleOutcome outcome) {
    effect(Statistic.D_AV, name(limits), outcome, ChangeEffectSize.D_AV_MEAN_SD);
    effect(Statistic.D_RM, name(limits), outcome, ChangeEffectSize.D_RM);
    effect(Statistic.D_BASELINE, name(limits), outcome, ChangeEffectSize.D_BASELINE);
    count(
        Statistic.SUPERIORITY,
        name(limits),
        outcome.shares().flatMap(it -> it.superiorityInterval()));
  }

  private static String name(BootstrapLimits limits) {
    return limits == BootstrapLimits.BCA ? "BCa" : "percentile";
  }

  private void effect(
      Statistic statistic, String interval, ScaleOutcome outcome, ChangeEffectSize size) {
    count(statistic, interval, outcome.effect(size).flatMap(ChangeEffect::interval));
  }

  private static ScaleItems items(SimulatedScores cohort) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int j = 0; j < cohort.items().length; j++) {
      columns.put("item" + j, cohort.items()[j]);
    }
    return ScaleItems.of(Dataset.of(columns), List.copyOf(columns.keySet()));
  }

  private void alpha(ScaleItems items, AlphaInterval interval) {
    count(
        Statistic.ALPHA,
        interval == AlphaInterval.FELDT
            ? "Feldt"
            : interval == AlphaInterval.BCA ? "BCa" : "percentile",
        items.alpha(interval).raw().limits());
  }

  private void cases(SimulatedScores cohort) {
    CaseChange cases =
        CaseChange.of(
            data(cohort.before(), cohort.after()),
            SCORE,
            "t0",
            "t1",
            CaseRule.atLeast(shape.cut(), "simulated"),
            OutcomeSettings.DEFAULT.level());
    count(Statistic.CASES, "Tango", cases.tango());
    count(Statistic.CASES, "Newcombe", cases.newcombe());
  }

  private void stayed(SimulatedScores cohort) {
    boolean[] stayed = cohort.stayed(random, shape.cut());
    double[] after = cohort.after().clone();
    for (int i = 0; i < after.length; i++) {
      after[i] = stayed[i] ? after[i] : Double.NaN;
    }
    WhoStayed who =
        WhoStayed.of(data(cohort.before(), after), List.of("score"), List.of("t0", "t1"));
    count(
        Statistic.RETENTION,
        "Wilson",
        who.waves().get(1).retained().map(share -> share.interval()));
    count(
        Statistic.STAYED_MINUS_LEFT,
        "Bonett",
        who.departures().get(0).differences().get(0).interval());
  }

  private ControlledOutcome groups(SimulatedScores both, OutcomeSettings settings) {
    Dataset data =
        data(both.before(), both.after())
            .with(
                "arm",
                IntStream.range(0, people)
                    .mapToObj(i -> Optional.of(i < people / 2 ? "more" : "usual"))
                    .toList());
    return ControlledOutcome.of(data, SCORE, "t0", "t1", Grouping.by("arm", "usual"), settings);
  }

  private void groups(ControlledOutcome outcome) {
    GroupComparison.Difference difference = outcome.comparison().differences().get(0);
    count(Statistic.GROUP_DIFFERENCE, "Welch", difference.change().map(MeanDifference::interval));
    count(
        Statistic.ADJUSTED_DIFFERENCE,
        "least squares",
        difference.adjusted().map(MeanDifference::interval));
  }

  private static Dataset data(double[] before, double[] after) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("score@t0", before);
    columns.put("score@t1", after);
    return Dataset.of(columns);
  }

  private void count(Statistic statistic, String interval, Optional<Interval> limits) {
    int[] counts = held.computeIfAbsent(new Kind(statistic, interval), kind -> new int[3]);
    counts[2]++;
    counts[0] += limits.isPresent() && limits.get().contains(truths.of(statistic)) ? 1 : 0;
    counts[1] += limits.isEmpty() ? 1 : 0;
  }

  private void print(Map<Cell, Double> coverage) {
    held.forEach(
        (kind, counts) -> {
          double held = 100.0 * counts[0] / Math.max(1, counts[2] - counts[1]);
          coverage.put(new Cell(kind, shape, people), held);
          System.out.printf(
              Locale.ROOT,
              "%d,%s,%s,%s,%.1f,%d%n",
              people,
              shape,
              kind.statistic().words,
              kind.interval(),
              held,
              counts[1]);
        });
  }

  private static String table(Map<Cell, Double> coverage) {
    List<String> rows = new ArrayList<>();
    coverage.keySet().stream()
        .map(Cell::kind)
        .distinct()
        .sorted(Comparator.comparing(Kind::statistic).thenComparing(Kind::interval))
        .forEach(
            kind ->
                rows.add(
                    " * <tr><td>"
                        + kind.statistic().words
                        + ", "
                        + kind.interval()
                        + "</td>"
                        + PEOPLE.stream()
                            .map(people -> "<td>" + shapes(coverage, kind, people) + "</td>")
                            .collect(Collectors.joining())
                        + "</tr>"));
    return String.join("\n", rows);
  }

  private static String shapes(Map<Cell, Double> coverage, Kind kind, int people) {
    return Arrays.stream(SimulatedScores.Shape.values())
        .map(shape -> coverage.get(new Cell(kind, shape, people)))
        .map(held -> String.format(Locale.ROOT, "%.1f", held))
        .collect(Collectors.joining(" / "));
  }
}
