package org.socialcure.examples.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.data.ColumnName;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.Plan;

/** How a plan spells what stands in cells, which is how they are to be spelled. */
final class WordsOfPlan {
  private WordsOfPlan() {}

  /** The waves, events of outcomes, and levels of groups that the plan names in a column. */
  static List<String> in(String column, Plan plan) {
    Set<String> words = new LinkedHashSet<>();
    if (plan.data().wave().equals(Optional.of(column))) {
      words.addAll(plan.data().waves());
    }
    plan.models().forEach(model -> add(model.events(), column, words));
    plan.outcomes().ifPresent(outcomes -> add(outcomes.reference(), column, words));
    plan.outcomes()
        .flatMap(OutcomesSection::comparison)
        .filter(comparison -> is(comparison.column(), column))
        .ifPresent(comparison -> words.add(comparison.control()));
    return List.copyOf(words);
  }

  private static void add(Map<String, String> wordOf, String column, Set<String> words) {
    wordOf.forEach(
        (name, word) -> {
          if (is(name, column)) {
            words.add(word);
          }
        });
  }

  /** Whether a column of the analysis comes from one of the file. */
  private static boolean is(String name, String column) {
    return name.equals(column) || ColumnName.parse(name).measure().equals(column);
  }
}
