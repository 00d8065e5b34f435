package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.simulation.TrueEffects;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.Report;

/** What the job says on the terminal, in at most 100 columns. */
final class Printout {
  private final PrintWriter out;

  Printout(PrintWriter out) {
    this.out = out;
  }

  void print(Outcome outcome, Path folder) {
    StudyDocument document = outcome.document();
    out.println(document.title());
    out.println();
    Wording.data(document.data()).forEach(out::println);
    out.println();
    scores(document.scores());
    changes(document.changes());
    for (ModelDocument model : document.models()) {
      out.println(Report.of(model).text().stripTrailing());
      out.println();
    }
    if (outcome.simulated()) {
      trueEffects();
    }
    out.println("Report: " + folder.resolve(Outcome.REPORT));
    out.println("Beside it: scores.csv (one row a person) and result.json (all numbers).");
    out.flush();
  }

  private void scores(List<ScoreCount> scores) {
    if (scores.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("Scale", ">scored", ">not scored", "why not");
    for (ScoreCount score : scores) {
      table.row(
          score.column(),
          Integer.toString(score.scored()),
          Integer.toString(score.notScored()),
          Wording.reasons(score));
    }
    table.print(out);
    out.println();
  }

  private void changes(List<ChangeDocument> changes) {
    if (changes.isEmpty()) {
      return;
    }
    String first = changes.get(0).first();
    String last = changes.get(0).last();
    TextTable table =
        new TextTable(
            "Change of",
            ">n",
            ">" + first + " M (SD)",
            ">" + last + " M (SD)",
            ">difference [95% CI]",
            ">d_z");
    for (ChangeDocument change : changes) {
      table.row(
          change.measure(),
          Integer.toString(change.n()),
          Wording.meanSd(change.meanFirst(), change.sdFirst()),
          Wording.meanSd(change.meanLast(), change.sdLast()),
          Wording.difference(change),
          Wording.dz(change));
    }
    table.print(out);
    out.println(Wording.CHANGE_NOTE);
    out.println();
  }

  private void trueEffects() {
    TextTable table = new TextTable(Wording.TRUE_EFFECTS, ">value");
    TrueEffects.onVisits().forEach((name, value) -> table.row(name, Wording.three(value)));
    table.print(out);
    out.println();
  }
}
