package org.socialcure.core.instrument;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Binder;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.JsonForm;
import org.socialcure.core.internal.json.Node;

/**
 * Reads scoring rules and missing rules: a word, or an object with the field {@code kind} for a
 * rule that takes numbers.
 */
final class RuleReader {
  private static final Binder BINDER =
      new Binder(
          Map.of(
              ScoringRule.Linear.class,
              new JsonForm<>(
                  ScoringRule.Linear.class,
                  rule -> rule,
                  (node, binder, problems) -> linear(node, problems))),
          type -> false,
          List.of());

  private RuleReader() {}

  static @Nullable ScoringRule scoring(Node node, Problems problems) {
    return (ScoringRule) BINDER.bind(node, ScoringRule.class, problems);
  }

  static @Nullable MissingRule missing(Node node, Problems problems) {
    return (MissingRule) BINDER.bind(node, MissingRule.class, problems);
  }

  private static ScoringRule.@Nullable Linear linear(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    fields.node(Binder.KIND);
    ScoringRule of = fields.required("of", RuleReader::scoring);
    Double times = fields.number("times");
    double plus = fields.optionalNumber("plus").orElse(0);
    return fields.done().isSound() && of != null && times != null
        ? node.make(problems, () -> new ScoringRule.Linear(of, times, plus))
        : null;
  }
}
