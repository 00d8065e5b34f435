package outside;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.scoring.change.Change;

/** A stranger's program: answers in, a score and its change out, a mediation model fitted. */
public final class Main {
  public static void main(String[] args) {
    scoresForms();
    fitsModels();
    System.out.println("Answers are scored and a model is fitted on the class path.");
  }

  private static void scoresForms() {
    Responses answers =
        Json.read(
            """
            {"instrument": "ucla-3", "answers": {"companionship": 2, "left-out": 1, "isolated": 1}}""",
            Responses.class);
    ScoreSheet after = Scorer.score(answers);
    Change change = Change.between(Scorer.score(new Ucla3(3, 3, 2)), after);
    check("a score", after.total().value() == 4);
    check("a change", change.difference() == -4);
    check("every definition is in the jar", Instruments.all().size() >= 9);
  }

  private static void fitsModels() {
    MediationResult result =
        Mediation.from("groups")
            .through("belonging", "loneliness")
            .inSeries()
            .to("visits")
            .build()
            .fit(simulated(), Bootstrap.percentile(200).seed(2019));
    check("an effect", result.indirect("belonging", "loneliness").estimate() < 0);
    check("a printout", result.toString().contains("belonging"));
    check("a page", result.report().html().contains("<svg"));
  }

  private static Dataset simulated() {
    int rows = 200;
    double[] groups = new double[rows];
    double[] belonging = new double[rows];
    double[] loneliness = new double[rows];
    double[] visits = new double[rows];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int row = 0; row < rows; row++) {
      groups[row] = random.nextGaussian();
      belonging[row] = 0.6 * groups[row] + random.nextGaussian();
      loneliness[row] = -0.6 * belonging[row] + random.nextGaussian();
      visits[row] = 0.6 * loneliness[row] + random.nextGaussian();
    }
    return Dataset.builder()
        .numbers("groups", groups)
        .numbers("belonging", belonging)
        .numbers("loneliness", loneliness)
        .numbers("visits", visits)
        .build();
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so outside the library's build: " + what);
    }
  }
}
