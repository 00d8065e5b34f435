package org.socialcure.examples.study.plan;

import java.util.Map;
import java.util.Optional;

/**
 * One questionnaire in the file: an entry of {@code instruments} in the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param source which questionnaire
 * @param target the group that it was asked about, for a questionnaire that needs one, such as
 *     {@code community}
 * @param columns where its answers are
 * @param coding the answer option, by its id or its value, for each code of the file; empty where
 *     the file has the questionnaire's own codes
 */
public record InstrumentSection(
    Source source, Optional<String> target, Columns columns, Map<String, String> coding) {
  /** Copies the coding and keeps its order. */
  public InstrumentSection {
    coding = Immutable.copyOf(coding);
  }

  /** Which questionnaire. */
  public sealed interface Source {
    /**
     * One of the library's catalogue.
     *
     * @param id its id, such as {@code ucla-3}
     */
    record Catalogue(String id) implements Source {}

    /**
     * The user's own.
     *
     * @param file its definition, a JSON file; relative to the plan
     */
    record Definition(String file) implements Source {}
  }
}
