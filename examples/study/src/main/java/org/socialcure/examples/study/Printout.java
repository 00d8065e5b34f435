package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.socialcure.examples.study.document.StudyDocument;
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
    if (!document.scores().isEmpty()) {
      print(Wording.scores(document.scores()));
    }
    if (!document.changes().isEmpty()) {
      Wording.changes(document.changes()).print(out);
      out.println(Wording.CHANGE_NOTE);
      out.println();
    }
    for (ModelDocument model : document.models()) {
      out.println(Report.of(model).text().stripTrailing());
      out.println();
    }
    if (outcome.simulated()) {
      print(Wording.trueEffects());
    }
    out.println("Report: " + folder.resolve(Outcome.REPORT));
    String scores =
        outcome.tables().containsKey(Outcome.SCORES)
            ? Outcome.SCORES + " (one row a person) and "
            : "";
    out.println("Beside it: " + scores + "result.json (all numbers).");
    out.flush();
  }

  private void print(Table table) {
    table.print(out);
    out.println();
  }
}
