package org.socialcure.examples.study.plan;

import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;

/**
 * Use of a health service with its recall window: an entry of {@code services} in the plan.
 *
 * <p>It becomes the columns {@code name} (the count) and {@code name.months} (the length of the
 * window in months), so that a count model can take the window as its exposure.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the column
 * @param service what was used
 * @param count the column with the number of contacts
 * @param windowColumn the column with the length of the window
 * @param windowLength the length of the window, where it is the same in every row
 * @param unit what the length is measured in
 * @param wave the wave of the columns, where several stand side by side in a row
 */
public record ServiceSection(
    String name,
    Service service,
    String count,
    Optional<String> windowColumn,
    OptionalInt windowLength,
    RecallWindow.Unit unit,
    Optional<String> wave) {
  /**
   * The name of the column of counts.
   *
   * @return the name, with the wave where several stand side by side
   */
  public String column() {
    return wave.map(at -> ColumnName.at(name, at).toString()).orElse(name);
  }
}
