package org.socialcure.core.data;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;

/** Writes in one way what a caller says is the same. Lives within one call. */
final class SpellingUnifier {
  private final Dataset data;
  private final String column;
  private final EnumSet<SpellingDifference> ignored;

  /** The spelling to be used by what is left without the differences. */
  private final Map<String, String> spellings = new HashMap<>();

  SpellingUnifier(Dataset data, String column, Set<SpellingDifference> ignored) {
    this.data = data;
    this.column = column;
    if (ignored.isEmpty()) {
      throw new InvalidInputException(
          Columns.place(column), "no difference is named that makes none; name at least one");
    }
    this.ignored = EnumSet.copyOf(ignored);
  }

  Dataset unify(Collection<String> given) {
    Column cells = data.column(column);
    takeSpellings(given);
    if (!(cells instanceof Column.Texts texts)) {
      return data;
    }
    @Nullable String[] unified = texts.values.clone();
    Set<String> others = new HashSet<>();
    int changed = 0;
    int first = -1;
    for (int row = 0; row < unified.length; row++) {
      String text = unified[row];
      if (text == null) {
        continue;
      }
      String spelling = spelling(text);
      if (!spelling.equals(text)) {
        unified[row] = spelling;
        others.add(text);
        first = changed == 0 ? row : first;
        changed++;
      }
    }
    if (changed == 0) {
      return data;
    }
    Map<String, Column> columns = new LinkedHashMap<>(data.columns);
    columns.put(column, new Column.Texts(unified, texts.notes(), texts.form()));
    return data.withColumns(columns).withRemark(remark(changed, others.size(), first));
  }

  private void takeSpellings(Collection<String> given) {
    Problems problems = new Problems();
    for (String spelling : given) {
      String earlier = spellings.putIfAbsent(key(spelling), spelling);
      problems.require(
          earlier == null || earlier.equals(spelling),
          Columns.place(column),
          spelling + " and " + earlier + " would be the same without " + words());
    }
    problems.throwIfAny();
  }

  /** Of texts of which nothing would be left, each stays. */
  private String spelling(String text) {
    String key = key(text);
    if (key.isEmpty()) {
      return text;
    }
    String earlier = spellings.putIfAbsent(key, text);
    return earlier == null ? text : earlier;
  }

  private String key(String text) {
    return SpellingDifference.key(text, ignored);
  }

  private String words() {
    return ignored.stream().map(SpellingDifference::toString).collect(Collectors.joining(", "));
  }

  private Problem remark(int cells, int spellings, int first) {
    return new Problem(
        Columns.place(column),
        spellings
            + (spellings == 1 ? " spelling, in " : " spellings, in ")
            + cells
            + (cells == 1 ? " cell" : " cells")
            + " (first seen in "
            + data.place(first)
            + "), taken for another, as the caller says that these make no difference: "
            + words());
  }
}
