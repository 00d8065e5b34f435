package org.socialcure.examples.study;

import java.util.List;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.simulation.TrueEffects;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.Report;

/** The report as one page that needs nothing beside it. */
final class HtmlPage {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { padding: .25rem .75rem; text-align: right; }
      th:first-child, td:first-child { text-align: left; }
      thead th { border-bottom: 2px solid #1b1b1b; } tbody td { border-bottom: 1px solid #d9d9d9; }
      pre { overflow-x: auto; font-size: .85rem; line-height: 1.35; }
      .note { color: #555; font-size: .9rem; }
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlPage() {}

  static String of(Outcome outcome) {
    return new HtmlPage().write(outcome);
  }

  private String write(Outcome outcome) {
    StudyDocument document = outcome.document();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escape(document.title()))
        .append("</title>\n")
        .append("<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n")
        .append("<h1>")
        .append(escape(document.title()))
        .append("</h1>\n");
    Wording.data(document.data())
        .forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
    scores(document.scores());
    changes(document.changes());
    for (ModelDocument model : document.models()) {
      html.append("<h2>Model ")
          .append(escape(model.name()))
          .append("</h2>\n<pre>")
          .append(escape(Report.of(model).text()))
          .append("</pre>\n");
    }
    if (outcome.simulated()) {
      trueEffects();
    }
    html.append("<p class=\"note\">")
        .append(escape(document.library()))
        .append(' ')
        .append(escape(document.version()))
        .append("</p>\n</body>\n</html>\n");
    return html.toString();
  }

  private void scores(List<ScoreCount> scores) {
    if (scores.isEmpty()) {
      return;
    }
    html.append("<h2>Scores</h2>\n");
    open("Scale", "scored", "not scored", "why not");
    for (ScoreCount score : scores) {
      row(
          score.column(),
          Integer.toString(score.scored()),
          Integer.toString(score.notScored()),
          Wording.reasons(score));
    }
    close();
  }

  private void changes(List<ChangeDocument> changes) {
    if (changes.isEmpty()) {
      return;
    }
    html.append("<h2>Change</h2>\n");
    open(
        "Measure",
        "n",
        changes.get(0).first() + " M (SD)",
        changes.get(0).last() + " M (SD)",
        "difference [95% CI]",
        "d_z");
    for (ChangeDocument change : changes) {
      row(
          change.measure(),
          Integer.toString(change.n()),
          Wording.meanSd(change.meanFirst(), change.sdFirst()),
          Wording.meanSd(change.meanLast(), change.sdLast()),
          Wording.difference(change),
          Wording.dz(change));
    }
    close();
    html.append("<p class=\"note\">").append(escape(Wording.CHANGE_NOTE)).append("</p>\n");
  }

  private void trueEffects() {
    html.append("<h2>What is true</h2>\n");
    open(Wording.TRUE_EFFECTS, "value");
    TrueEffects.onVisits().forEach((name, value) -> row(name, Wording.three(value)));
    close();
  }

  private void open(String... header) {
    html.append("<table>\n<thead><tr>");
    for (String cell : header) {
      html.append("<th scope=\"col\">").append(escape(cell)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(escape(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void close() {
    html.append("</tbody>\n</table>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
