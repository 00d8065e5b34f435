package outside;

import org.socialcure.core.answer.Uls8;
import org.socialcure.core.data.Dataset;
import org.socialcure.files.DataFiles;
import org.socialcure.files.Xlsx;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;

/** The same as a module: it runs only if the jars are modules and export what they promise. */
public final class Main {
  public static void main(String[] args) {
    check("a named module", Main.class.getModule().isNamed());
    for (Class<?> type :
        new Class<?>[] {Dataset.class, DataFiles.class, Scorer.class, Mediation.class}) {
      check(type + " in a module of its own", !type.getModule().getDescriptor().isAutomatic());
    }
    ScoreSheet sheet = Scorer.score(new Uls8(2, 2, 2, 2, 2, 2, 2, 2));
    check("a score", sheet.total().value() > 0);
    PathModel model = PathModel.parse("m ~ a*x\ny ~ b*m + x\nab := a*b");
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] m = {2, 1, 4, 3, 6, 5, 8, 7};
    double[] y = {1, 1, 3, 4, 7, 5, 8, 9};
    Dataset data = Dataset.builder().numbers("x", x).numbers("m", m).numbers("y", y).build();
    check("an effect", Mediation.of(model).fit(data).effect("ab").estimate() > 0);
    check("a spreadsheet", Xlsx.bytes(data).length > 0);
    System.out.println("Answers are scored and a model is fitted on the module path.");
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("Not so outside the library's build: " + what);
    }
  }
}
