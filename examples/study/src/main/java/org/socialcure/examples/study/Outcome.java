package org.socialcure.examples.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.RunDocument;
import org.socialcure.examples.study.document.StudyDocument;

/**
 * What a job has to show.
 *
 * @param document what {@code result.json} holds
 * @param tables the CSV files by name
 * @param scores the table of scores as data; none where the plan holds moments
 * @param waves what people read of waves
 * @param simulated whether the answers are those of the simulated cohort
 */
record Outcome(
    StudyDocument document,
    Map<String, String> tables,
    Optional<Dataset> scores,
    WaveNames waves,
    boolean simulated) {
  private static final int ID_DIGITS = 16;

  /** The name of the table of scores, which moments do not give. */
  static final String SCORES = "scores.csv";

  /** The changes of scales, a row a measure and later wave. */
  static final String OUTCOMES = "outcomes.csv";

  /** The changes in contacts, a row a service, wave and definition. */
  static final String CONTACTS = "contacts.csv";

  /** The costs of contacts, a row a pair of waves. */
  static final String COSTS = "costs.csv";

  /** The name of the answers of the simulated cohort. */
  static final String ANSWERS = "answers.csv";

  /** The name of the file of all numbers. */
  static final String RESULT = "result.json";

  /** The name of the page for readers. */
  static final String REPORT = "report.html";

  /** The names of all files that a run may have. */
  static final Set<String> FILES =
      Set.of(SCORES, ANSWERS, OUTCOMES, CONTACTS, COSTS, RESULT, REPORT);

  /** All files to write, by name. */
  Map<String, String> files() {
    Outcome named = new Outcome(document.withRun(run()), tables, scores, waves, simulated);
    Map<String, String> files = new LinkedHashMap<>(tables);
    files.put(RESULT, Json.write(named.document));
    files.put(REPORT, StudyReport.page(named).html());
    return Collections.unmodifiableMap(files);
  }

  private RunDocument run() {
    Map<String, String> sums = new TreeMap<>();
    // The answers of the simulated cohort go in and are not found.
    tables.forEach(
        (name, text) -> {
          if (!name.equals(ANSWERS)) {
            sums.put(name, Checksum.of(text));
          }
        });
    String all = Checksum.of(Json.write(document) + sums);
    return new RunDocument(all.substring(0, ID_DIGITS), sums);
  }
}
