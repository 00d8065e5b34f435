package org.socialcure.examples.study.plan;

import java.util.Optional;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupQuestion;

/**
 * A list of group memberships in the file, one column a slot, and how it is counted: an entry of
 * {@code groups} in the plan.
 *
 * <p>An empty list does not say whether a person has no groups or gave no answer. So a person
 * without groups has {@value #NONE} in the first slot, and a list without any entry is missing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the counted column
 * @param question how the groups were asked for
 * @param count which groups count
 * @param kinds the columns with the kind of each group, one a slot
 * @param importance the columns with the importance of each group
 * @param identification the columns with the identification with each group
 * @param wave the wave of the columns, where several stand side by side in a row
 */
public record GroupSection(
    String name,
    GroupQuestion question,
    GroupCount count,
    Columns kinds,
    Optional<Columns> importance,
    Optional<Columns> identification,
    Optional<String> wave) {
  /**
   * The name of the counted column.
   *
   * @return the name, with the wave where several stand side by side
   */
  public String column() {
    return wave.map(at -> ColumnName.at(name, at).toString()).orElse(name);
  }

  /** What stands in the first slot of a person without groups. */
  public static final String NONE = "none";
}
