package org.socialcure.core.instrument;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.json.Binder;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/**
 * Reads scoring rules and missing rules: a word, or an object with the field {@code kind} for a
 * rule that takes numbers.
 *
 * <p>By hand and not through {@link Binder}, whose look at the records and their annotations is a
 * large part of the time that a fresh process takes to its first instrument.
 */
final class RuleReader {
  private static final List<String> SCORING =
      List.of("sum", "mean", "count", "single", "linear", "table");
  private static final List<String> MISSING =
      List.of("all-required", "at-most", "prorate", "overridden");

  private RuleReader() {}

  static @Nullable ScoringRule scoring(Node node, Problems problems) {
    String kind = kind(node, SCORING, problems);
    if (kind == null) {
      return null;
    }
    Fields fields = parts(node, problems);
    return switch (kind) {
      case "sum" -> sound(fields, new ScoringRule.Sum());
      case "mean" -> sound(fields, new ScoringRule.Mean());
      case "count" -> sound(fields, new ScoringRule.Count());
      case "single" -> sound(fields, new ScoringRule.Single());
      case "linear" -> linear(node, fields, problems);
      default -> table(node, fields, problems);
    };
  }

  static @Nullable MissingRule missing(Node node, Problems problems) {
    String kind = kind(node, MISSING, problems);
    if (kind == null) {
      return null;
    }
    Fields fields = parts(node, problems);
    if (kind.equals("all-required")) {
      return sound(fields, new MissingRule.AllRequired());
    }
    if (kind.equals("overridden")) {
      MissingOverride override = fields.required("override", ScaleReader::override);
      return fields.done().isSound() && override != null
          ? new MissingRule.Overridden(override)
          : null;
    }
    boolean atMost = kind.equals("at-most");
    Long number = fields.required(atMost ? "missing" : "atLeast", RuleReader::whole);
    Rounding rounding =
        atMost ? Rounding.NONE : fields.constant("rounding", Rounding.class, Rounding.NONE);
    if (!fields.done().isSound() || number == null) {
      return null;
    }
    int count = number.intValue();
    return node.make(
        problems,
        () -> atMost ? new MissingRule.AtMost(count) : new MissingRule.Prorate(count, rounding));
  }

  private static @Nullable Long whole(Node node, Problems problems) {
    return Scalars.whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE, problems);
  }

  private static ScoringRule.@Nullable Linear linear(Node node, Fields fields, Problems problems) {
    ScoringRule of = fields.required("of", RuleReader::scoring);
    Double times = fields.number("times");
    double plus = fields.optionalNumber("plus").orElse(0);
    return fields.done().isSound() && of != null && times != null
        ? node.make(problems, () -> new ScoringRule.Linear(of, times, plus))
        : null;
  }

  private static ScoringRule.@Nullable Table table(Node node, Fields fields, Problems problems) {
    ScoringRule of = fields.required("of", RuleReader::scoring);
    SortedMap<Integer, Double> table = fields.required("table", RuleReader::entries);
    return fields.done().isSound() && of != null && table != null
        ? node.make(problems, () -> new ScoringRule.Table(of, table))
        : null;
  }

  private static @Nullable SortedMap<Integer, Double> entries(Node node, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object", problems);
      return null;
    }
    SortedMap<Integer, Double> entries = new TreeMap<>();
    for (Map.Entry<String, Node> field : object.fields().entrySet()) {
      Double score = Scalars.number(field.getValue(), problems);
      if (!field.getKey().matches("-?\\d{1,9}")) {
        field.getValue().report(problems, "must be named by a whole number");
      } else if (score != null && entries.put(Integer.valueOf(field.getKey()), score) != null) {
        field.getValue().report(problems, "stands twice under another spelling");
      }
    }
    return entries.size() == object.fields().size() ? entries : null;
  }

  /** The word for the rule, which is the value itself or the field that names the kind. */
  private static @Nullable String kind(Node node, List<String> kinds, Problems problems) {
    Node named = node instanceof Node.Obj object ? object.fields().get(Binder.KIND) : node;
    if (named == null) {
      node.report(problems, "needs the field \"" + Binder.KIND + "\": " + Names.anyOf(kinds));
      return null;
    }
    if (!(named instanceof Node.Text word)) {
      String expected =
          named == node ? "an object with the field \"" + Binder.KIND + "\"" : Names.anyOf(kinds);
      Scalars.wrong(named, expected, problems);
      return null;
    }
    if (!kinds.contains(word.text())) {
      named.report(problems, Words.expected(word.text(), kinds));
      return null;
    }
    return word.text();
  }

  /** A rule that is a word alone is an object of nothing but its kind. */
  private static Fields parts(Node node, Problems problems) {
    Node object =
        node instanceof Node.Text ? new Node.Obj(node.place(), Map.of(Binder.KIND, node)) : node;
    Fields fields = new Fields(object, problems).ofAuthor();
    fields.node(Binder.KIND);
    return fields;
  }

  private static <T> @Nullable T sound(Fields fields, T rule) {
    return fields.done().isSound() ? rule : null;
  }
}
