package org.socialcure.examples.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.StudyDocument;

/**
 * What a job has to show.
 *
 * @param document what {@code result.json} holds
 * @param tables the CSV files by name
 * @param simulated whether the answers are those of the simulated cohort
 */
record Outcome(StudyDocument document, Map<String, String> tables, boolean simulated) {
  /** The name of the table of scores, which moments do not give. */
  static final String SCORES = "scores.csv";

  /** The name of the page for readers. */
  static final String REPORT = "report.html";

  /** All files to write, by name. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(tables);
    files.put("result.json", Json.write(document));
    files.put(REPORT, StudyReport.page(this).html());
    return Collections.unmodifiableMap(files);
  }
}
