package org.socialcure.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingSummary;

/**
 * What was read from a file: the data, and what the file says of their codes.
 *
 * <p>Columns have the labels of the file. Cells that the file declares missing are missing.
 *
 * <p>Immutable and thread-safe. {@code toString} shows no cell.
 *
 * @param data the data
 * @param valueLabels the texts of codes, by column; columns without any are left out
 * @param missingCodes how many cells held each code that the file declares missing, by column;
 *     columns without such a cell are left out
 * @param summary what was found in the file and left out of it, and the counts of all missing codes
 *     by column, those of the rules included
 * @since 0.1
 */
public record LabelledData(
    Dataset data,
    Map<String, ValueLabels> valueLabels,
    Map<String, Map<String, Integer>> missingCodes,
    ReadingSummary summary) {
  /** Copies the collections, which keep their order. */
  public LabelledData {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(summary, "summary");
    valueLabels = Collections.unmodifiableMap(new LinkedHashMap<>(valueLabels));
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    missingCodes.forEach(
        (column, codes) ->
            counts.put(column, Collections.unmodifiableMap(new LinkedHashMap<>(codes))));
    missingCodes = Collections.unmodifiableMap(counts);
  }

  /**
   * The data with the texts of codes in the place of the codes, for columns that only say which
   * rows belong together.
   *
   * @param columns columns with labels of values
   * @return the data set, with text in these columns
   * @throws InvalidInputException if there is no such column, it has no labels of values, a code
   *     among its cells has none, or two codes have the same, with all problems
   */
  public Dataset withTexts(String... columns) {
    Problems problems = new Problems();
    Dataset changed = data;
    for (String name : columns) {
      ValueLabels labels = valueLabels.get(name);
      if (labels == null) {
        problems.attempt(() -> data.kind(name));
        problems.require(
            !data.has(name), "column " + name, "the file has no labels for its values");
        continue;
      }
      List<Optional<String>> codes = data.texts(name);
      int without = 0;
      Map<String, String> codeOf = new LinkedHashMap<>();
      List<Optional<String>> texts = new ArrayList<>(codes.size());
      for (Optional<String> code : codes) {
        Optional<String> text = code.flatMap(labels::label);
        without += code.isPresent() && text.isEmpty() ? 1 : 0;
        text.ifPresent(it -> codeOf.putIfAbsent(it, code.get()));
        if (text.isPresent()
            && !Objects.requireNonNull(codeOf.get(text.get())).equals(code.get())) {
          problems.add(
              "column " + name, "two of its codes have the same label, so that they would be one");
          break;
        }
        texts.add(text);
      }
      problems.require(
          without == 0,
          "column " + name,
          without + (without == 1 ? " cell has" : " cells have") + " a code without a label");
      if (texts.size() == codes.size()) {
        changed = changed.with(name, texts);
      }
    }
    problems.throwIfAny();
    return changed;
  }

  /**
   * The columns and the summary; no cell is shown.
   *
   * @return the data set as it prints itself, and what was found and left out
   */
  @Override
  public String toString() {
    return new ReadData(data, summary).toString();
  }
}
