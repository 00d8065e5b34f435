package org.socialcure.examples.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * A fit of the README's model beside its regressions alone, then with replicates and with all that
 * is told of it.
 *
 * <p>A plain fit of which nothing is asked is to cost at most twice its regressions. Times are
 * sampled: the least of them is what a machine with other work to do can still tell.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FitPerformance {
  private final SimulatedStudy study = new SimulatedStudy();
  private final Dataset data = study.data();
  private final MediationModel model = SimulatedStudy.model();

  /**
   * The three regressions alone.
   *
   * @return their fits
   */
  @Benchmark
  public List<RegressionFit> regressions() {
    return study.regressions();
  }

  /**
   * The model, of which nothing is asked.
   *
   * @return the result
   */
  @Benchmark
  public MediationResult plainFit() {
    return model.fit(data);
  }

  /**
   * The model with 10,000 replicates and the intervals of its three indirect effects.
   *
   * @return what is told of the three
   */
  @Benchmark
  public List<Object> percentileIntervals() {
    MediationResult result = bootstrapped();
    return List.of(
        result.indirect("belonging_change").interval(),
        result.indirect("loneliness_change").interval(),
        result.indirect("belonging_change", "loneliness_change").interval());
  }

  /**
   * The model without replicates and its whole page.
   *
   * @return the page
   */
  @Benchmark
  public String plainPage() {
    return model.fit(data).report().html();
  }

  /**
   * The model with 10,000 replicates and its whole page.
   *
   * @return the page
   */
  @Benchmark
  public String bootstrappedPage() {
    return bootstrapped().report().html();
  }

  private MediationResult bootstrapped() {
    return model.fit(data, Bootstrap.percentile(10_000).seed(2019));
  }
}
