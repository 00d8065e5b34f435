package org.socialcure.examples.benchmarks;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.inference.Bootstrap;

/**
 * Time and memory of models with many mediators, in series (each acts on all that follow) and in
 * parallel, over 1,000 simulated people.
 *
 * <p>Each row of the table is the least of five runs: the fit of which nothing is asked, the fit
 * with the list of its effects and their totals, and the fit with 1,000 replicates and the interval
 * of the total indirect effect; memory is what the last of them leaves in use. The whole table:
 *
 * <pre>
 * mvn -q -Pbenchmarks compile dependency:build-classpath -pl examples/benchmarks -am \
 *   -DincludeScope=runtime -Dmdep.outputFile=target/benchmarks.classpath
 * cd examples/benchmarks
 * java -cp "target/classes:$(cat target/benchmarks.classpath)" \
 *   org.socialcure.examples.benchmarks.ManyMediators
 * </pre>
 */
public final class ManyMediators {
  private static final int ROWS = 1000;
  private static final int RUNS = 5;
  private static final int[] IN_SERIES = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
  private static final int IN_PARALLEL = 200;

  private ManyMediators() {}

  /**
   * Prints the table.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println(
        "mediators      | paths     | fit ms | listed ms | 1,000 replicates ms | MB");
    for (int mediators : IN_SERIES) {
      row("series", mediators);
    }
    row("parallel", IN_PARALLEL);
  }

  private static void row(String arrangement, int mediators) {
    String[] names = new String[mediators];
    for (int m = 0; m < mediators; m++) {
      names[m] = "m" + (m + 1);
    }
    var through = Mediation.from("x").through(names);
    MediationModel model =
        (arrangement.equals("series") ? through.inSeries() : through).to("y").build();
    Dataset data = data(names);
    double fit = least(() -> model.fit(data).equations());
    double listed = least(() -> model.fit(data).effects());
    Bootstrap bootstrap = Bootstrap.percentile(1000).seed(1);
    MediationResult[] last = new MediationResult[1];
    double replicated =
        least(
            () -> {
              last[0] = model.fit(data, bootstrap);
              return last[0].totalIndirect().orElseThrow().interval();
            });
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%3d %-10s | %9s | %6.0f | %9.0f | %19.0f | %3d%n",
        mediators,
        arrangement,
        last[0].listedPaths().get(0).paths(),
        fit,
        listed,
        replicated,
        (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
  }

  private interface Question {
    Object answer();
  }

  private static double least(Question question) {
    double least = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      if (question.answer() == null) {
        throw new IllegalStateException("There is always an answer.");
      }
      least = Math.min(least, (System.nanoTime() - start) / 1e6);
    }
    return least;
  }

  private static Dataset data(String[] mediators) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    double[] x = random.doubles(ROWS).toArray();
    double[] sum = x.clone();
    var data = Dataset.builder().numbers("x", x);
    for (String mediator : mediators) {
      data = data.numbers(mediator, next(random, sum));
    }
    return data.numbers("y", next(random, sum)).build();
  }

  /** A variable on which all before it act a little. */
  private static double[] next(RandomGenerator random, double[] sum) {
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = 0.05 * sum[i] + random.nextGaussian();
      sum[i] += values[i];
    }
    return values;
  }
}
