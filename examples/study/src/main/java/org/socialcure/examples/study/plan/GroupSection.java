package org.socialcure.examples.study.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.Words;
import org.socialcure.core.person.GroupCoding;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;

/**
 * A list of group memberships in the file, one column a slot, and how it is counted: an entry of
 * {@code groups} in the plan.
 *
 * <p>An empty list does not say whether a person has no groups or gave no answer. So a person
 * without groups has {@value GroupCoding#NONE} in the first slot, and a list without any entry is
 * missing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the counted column
 * @param question how the groups were asked for
 * @param count which groups count
 * @param kinds the columns with the kind of each group, one a slot
 * @param importance the columns with the importance of each group
 * @param identification the columns with the identification with each group
 * @param coding which words stand for which type
 * @param separator what stands between groups where one cell holds several; empty where a cell
 *     holds one
 * @param types the types that are counted besides, a column each
 * @param wave the wave of the columns, where several stand side by side in a row
 */
public record GroupSection(
    String name,
    GroupQuestion question,
    GroupCount count,
    Columns kinds,
    Optional<Columns> importance,
    Optional<Columns> identification,
    GroupCoding coding,
    Optional<String> separator,
    List<GroupType> types,
    Optional<String> wave) {
  /** Copies the list. */
  public GroupSection {
    types = List.copyOf(types);
  }

  /**
   * The counted columns and how each is counted.
   *
   * @return the names, with the wave where several stand side by side, the count of the section
   *     first
   */
  public Map<String, GroupCount> columns() {
    Map<String, GroupCount> columns = new LinkedHashMap<>();
    columns.put(column(name), count);
    types.forEach(type -> columns.put(column(name(type)), GroupCount.ofType(type)));
    return columns;
  }

  /**
   * The names of the counted columns, without waves.
   *
   * @return the name of the section, and that with each type
   */
  public List<String> names() {
    return Stream.concat(Stream.of(name), types.stream().map(this::name)).toList();
  }

  private String name(GroupType type) {
    return name + "-" + Words.of(type);
  }

  private String column(String counted) {
    return wave.map(at -> ColumnName.at(counted, at).toString()).orElse(counted);
  }
}
