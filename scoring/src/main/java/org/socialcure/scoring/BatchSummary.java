package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many forms of a file were scored, how many were not and why, and which columns hold codes
 * that are not permitted.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rows the rows of the file
 * @param scales the counts of each scored column, in the order of the result
 * @param invalidCodes how many cells hold a code that is not permitted, by raw column; only columns
 *     with such cells
 * @param cautions what no cell of the file can tell and somebody has to look up, such as the order
 *     of items that are named by numbers; none for most files
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchSummary(
    int rows, List<ScaleSummary> scales, Map<String, Integer> invalidCodes, List<String> cautions) {
  /** Copies the collections, which keep their order. */
  public BatchSummary {
    scales = List.copyOf(scales);
    cautions = List.copyOf(cautions);
    invalidCodes = Collections.unmodifiableMap(new LinkedHashMap<>(invalidCodes));
  }

  /**
   * The counts of a scored column.
   *
   * @param name the column, {@code "ucla-3.total"}
   * @return its counts
   * @throws InvalidInputException if there is no such column
   */
  public ScaleSummary scale(String name) {
    Objects.requireNonNull(name, "name");
    return scales.stream()
        .filter(scale -> scale.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "column " + name,
                    "no such scored column"
                        + Nearest.listed(
                            name, scales.stream().map(ScaleSummary::name).toList(), "columns")));
  }

  /**
   * The counts as a table for people: a row a scale, with its label and its column.
   *
   * @return how many forms were scored, how many of them incomplete, and why others were not
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Scores")
            .text("Scale", "Column")
            .numbers("Scored", "Incomplete", "Not scored")
            .text("Why not");
    for (ScaleSummary scale : scales) {
      table.row(
          Cell.text(scale.label()),
          Cell.text(scale.name()),
          Cell.count(scale.scored()),
          scale.incomplete() == 0 ? Cell.empty() : Cell.count(scale.incomplete()),
          Cell.count(scale.notScored().values().stream().mapToInt(n -> n).sum()),
          Cell.text(
              scale.notScored().entrySet().stream()
                  .map(entry -> entry.getValue() + " " + entry.getKey())
                  .collect(Collectors.joining(", "))));
    }
    table.note(Numbers.count(rows) + " rows.");
    cautions.forEach(caution -> table.note("Caution: " + caution + "."));
    return table.build();
  }

  /**
   * A few lines for people.
   *
   * @return a line for each scale, one for codes that are not permitted and one for each caution
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(rows + " rows");
    scales.forEach(scale -> text.append("\n  ").append(scale));
    if (!invalidCodes.isEmpty()) {
      String columns =
          invalidCodes.entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      text.append("\n  codes not permitted, taken as not answered: ").append(columns);
    }
    cautions.forEach(caution -> text.append("\n  Caution: ").append(caution));
    return text.toString();
  }
}
