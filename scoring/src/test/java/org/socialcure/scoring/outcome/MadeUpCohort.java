package org.socialcure.scoring.outcome;

import java.util.List;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** The made-up cohort of three waves, and what R says of it. */
final class MadeUpCohort {
  static final Measure LONELINESS =
      Measure.of("loneliness", Direction.HIGHER_IS_WORSE).withLabel("Loneliness").withRange(8, 32);

  static final OutcomeSettings FEW_RESAMPLES =
      OutcomeSettings.DEFAULT.withBootstrap(new PersonBootstrap(200, 1));

  private MadeUpCohort() {}

  static Dataset data() {
    return Dataset.readCsv(
            ReferenceCase.all("cohort_outcomes").get(0).data(), CsvOptions.defaults())
        .widen("id", "wave", List.of("t0", "t1", "t2"));
  }

  /** With a mood that is as high as loneliness is low, and a little more at the end. */
  static Dataset withMood() {
    Dataset data = data();
    for (String wave : List.of("t0", "t1", "t2")) {
      double[] mood = data.numbers("loneliness@" + wave);
      for (int i = 0; i < mood.length; i++) {
        mood[i] = 40 - mood[i] + (wave.equals("t2") ? i % 3 : 0);
      }
      data = data.with("mood@" + wave, mood);
    }
    return data;
  }

  static Reference golden(String... path) {
    return ReferenceCase.all("cohort_outcomes").get(0).golden().get("values").get(path);
  }

  /** More of it, by the script beside it. */
  static Reference more(String... path) {
    return Reference.read(MadeUpCohort.class.getResourceAsStream("outcomes.json"))
        .get("values")
        .get(path);
  }
}
