package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.Problem;

/**
 * Names that several columns of a file have: none of these columns can be meant by the name, so
 * that they are left out, and whoever asks for one is told where they stand.
 */
final class RepeatedNames {
  private static final int SHOWN = 3;

  /** The columns from 0 of each name that stands twice or more often. */
  private final Map<String, List<Integer>> columns = new LinkedHashMap<>();

  RepeatedNames(List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      if (!names.get(column).isBlank()) {
        columns.computeIfAbsent(names.get(column), any -> new ArrayList<>()).add(column);
      }
    }
    columns.values().removeIf(places -> places.size() == 1);
  }

  boolean has(int column) {
    return columns.values().stream().anyMatch(places -> places.contains(column));
  }

  /** Why a name means no column; empty if it stands once or not at all. */
  Optional<String> why(String name) {
    return Optional.ofNullable(columns.get(name))
        .map(
            places ->
                "columns "
                    + numbers(places)
                    + " of the file have this name, so that none is meant:"
                    + " rename them");
  }

  /** The data, which have none of these columns, with the reasons. */
  Dataset tell(Dataset data) {
    if (columns.isEmpty()) {
      return data;
    }
    Dataset told = data;
    for (String name : columns.keySet()) {
      told = told.withAbsence(name, why(name).orElseThrow());
    }
    String places =
        columns.values().stream()
            .limit(SHOWN)
            .map(RepeatedNames::numbers)
            .collect(Collectors.joining("; "));
    return told.withRemark(
        new Problem(
            "columns " + places + (columns.size() > SHOWN ? "; …" : ""),
            "have the same name, and are left out; rename those that are needed"));
  }

  private static String numbers(Collection<Integer> places) {
    return places.stream().map(at -> String.valueOf(at + 1)).collect(Collectors.joining(" and "));
  }
}
