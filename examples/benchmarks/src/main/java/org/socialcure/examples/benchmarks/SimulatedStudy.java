package org.socialcure.examples.benchmarks;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * The size of study that the library was made for: 630 people, two mediators in series, two
 * covariates. The numbers are simulated, the same at every run.
 */
final class SimulatedStudy {
  private static final int ROWS = 630;

  private final double[] groups = new double[ROWS];
  private final double[] belonging = new double[ROWS];
  private final double[] loneliness = new double[ROWS];
  private final double[] before = new double[ROWS];
  private final double[] after = new double[ROWS];
  private final double[] age = new double[ROWS];

  SimulatedStudy() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < ROWS; i++) {
      age[i] = random.nextInt(18, 90);
      before[i] = random.nextInt(0, 12);
      groups[i] = random.nextInt(-1, 5);
      belonging[i] = 0.4 * groups[i] + random.nextGaussian();
      loneliness[i] = -0.5 * belonging[i] + random.nextGaussian();
      after[i] = 0.5 * before[i] + loneliness[i] + random.nextGaussian();
    }
  }

  /** Its people as a table. */
  Dataset data() {
    return Dataset.builder()
        .numbers("groups_change", groups)
        .numbers("belonging_change", belonging)
        .numbers("loneliness_change", loneliness)
        .numbers("gp_visits_t0", before)
        .numbers("gp_visits_t1", after)
        .numbers("age", age)
        .build();
  }

  /** The model of the README. */
  static MediationModel model() {
    return Mediation.from("groups_change")
        .through("belonging_change", "loneliness_change")
        .inSeries()
        .to("gp_visits_t1")
        .adjustingFor("gp_visits_t0", "age")
        .build();
  }

  /** The three regressions that the model consists of, and nothing else. */
  List<RegressionFit> regressions() {
    return List.of(
        adjusted(Regression.of("belonging_change", belonging).term("groups_change", groups)),
        adjusted(
            Regression.of("loneliness_change", loneliness)
                .term("groups_change", groups)
                .term("belonging_change", belonging)),
        adjusted(
            Regression.of("gp_visits_t1", after)
                .term("groups_change", groups)
                .term("belonging_change", belonging)
                .term("loneliness_change", loneliness)));
  }

  private RegressionFit adjusted(Regression equation) {
    return equation.term("gp_visits_t0", before).term("age", age).fit();
  }
}
