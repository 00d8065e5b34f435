package org.socialcure.examples.documentation;

import java.io.StringReader;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;

/** Data for the uses that the documentation shows. */
final class Cohorts {
  private Cohorts() {}

  /** Scores under the names of the documentation, with effects of every path. */
  static Dataset withTwoMediators() {
    int rows = 300;
    double[] groups = new double[rows];
    double[] belonging = new double[rows];
    double[] loneliness = new double[rows];
    double[] before = new double[rows];
    double[] after = new double[rows];
    double[] age = new double[rows];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < rows; i++) {
      age[i] = random.nextInt(18, 90);
      before[i] = random.nextInt(0, 12);
      groups[i] = random.nextInt(-1, 5);
      belonging[i] = 0.4 * groups[i] + random.nextGaussian();
      loneliness[i] = -0.5 * belonging[i] + random.nextGaussian();
      after[i] = 0.5 * before[i] + loneliness[i] + random.nextGaussian();
    }
    return Dataset.builder()
        .numbers("groups_change", groups)
        .numbers("belonging_change", belonging)
        .numbers("loneliness_change", loneliness)
        .numbers("gp_visits_t0", before)
        .numbers("gp_visits_t1", after)
        .numbers("age", age)
        .build();
  }

  /** Scores of people at three waves, of whom some leave, a row a person and wave. */
  static Dataset overThreeWaves() {
    StringBuilder rows =
        new StringBuilder("id,wave,sex,age,arm,ucla-3.total,mood,utility,gp,months,groups\n");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    for (int person = 0; person < 90; person++) {
      for (int wave = 0; wave <= Math.min(2, person % 4); wave++) {
        int mood = Math.min(10, 2 + wave + random.nextInt(5));
        rows.append(person)
            .append(",t")
            .append(wave)
            .append(person % 3 == 0 ? ",man," : ",woman,")
            .append(20 + person % 60)
            .append(person % 2 == 0 ? ",usual," : ",groups,")
            .append(Math.max(3, 8 - wave - random.nextInt(4)))
            .append(',')
            .append(mood)
            .append(',')
            .append(mood / 10.0)
            .append(',')
            .append(random.nextInt(6))
            .append(wave == 0 ? ",6," : ",3,")
            .append(1 + (person + wave) % 4)
            .append('\n');
      }
    }
    return Dataset.readCsv(new StringReader(rows.toString()), CsvOptions.defaults());
  }
}
