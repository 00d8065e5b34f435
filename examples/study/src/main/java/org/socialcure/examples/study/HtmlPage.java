package org.socialcure.examples.study;

import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.mediation.report.Report;

/** The report as one page that needs nothing beside it. */
final class HtmlPage {
  private HtmlPage() {}

  static String of(Outcome outcome) {
    StudyDocument document = outcome.document();
    String title = escape(document.title());
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n")
            .append("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" ")
            .append("content=\"width=device-width, initial-scale=1\"/>\n<title>")
            .append(title)
            .append("</title>\n<style>\n")
            .append(Report.styleSheet())
            .append("</style>\n</head>\n<body>\n<header>\n<h1>")
            .append(title)
            .append("</h1>\n");
    for (String line : Wording.data(document.data())) {
      html.append("<p class=\"lead\">").append(escape(line)).append("</p>\n");
    }
    html.append("</header>\n<main>\n");
    if (!document.scores().isEmpty()) {
      html.append("<h2>Scores</h2>\n").append(Wording.scores(document.scores()).html());
    }
    if (!document.changes().isEmpty()) {
      html.append("<h2>Change</h2>\n")
          .append(Wording.changes(document.changes()).html())
          .append("<p>")
          .append(Wording.CHANGE_NOTE)
          .append("</p>\n");
    }
    if (!document.models().isEmpty()) {
      html.append(Report.of(document.models()).htmlFragment());
    }
    if (outcome.simulated()) {
      html.append("<h2>What is true</h2>\n").append(Wording.trueEffects().html());
    }
    return html.append("</main>\n<footer>\n<p>")
        .append(escape(document.library()))
        .append(' ')
        .append(escape(document.version()))
        .append("</p>\n</footer>\n</body>\n</html>\n")
        .toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
