package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.Problem;

/**
 * What whoever uses a data set should know about how it came about.
 *
 * @param told what is worth a word in any case
 * @param absent why columns that somebody may ask for are not there, by their names
 */
record Remarks(List<Problem> told, Map<String, String> absent) {
  static final Remarks NONE = new Remarks(List.of(), Map.of());

  Remarks {
    told = List.copyOf(told);
    absent = Map.copyOf(absent);
  }

  Optional<String> whyAbsent(String name) {
    return Optional.ofNullable(absent.get(name));
  }

  Remarks withAbsence(String name, String why) {
    return andAbsent(Map.of(name, why));
  }

  /** With why further columns are not there. */
  Remarks andAbsent(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(absent);
    all.putAll(more);
    return new Remarks(told, all);
  }

  Remarks and(List<Problem> more) {
    List<Problem> all = new ArrayList<>(told);
    more.stream().filter(remark -> !all.contains(remark)).forEach(all::add);
    return new Remarks(all, absent);
  }
}
