package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/**
 * Reads answer options: a list of them, or a run of whole numbers with labels for some of them, as
 * in {@code {"from": 0, "to": 10, "labels": {"0": "not at all", "10": "completely"}}}.
 */
final class OptionsReader {
  private static final int LONGEST_RUN = 101;

  private OptionsReader() {}

  static @Nullable List<AnswerOption> read(Node node, Problems problems) {
    return node instanceof Node.Arr
        ? Fields.elements(node, OptionsReader::option, problems)
        : run(node, problems);
  }

  private static @Nullable AnswerOption option(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    OptionalDouble value = fields.optionalNumber("value");
    String label = fields.text("label");
    Optional<String> id = fields.optionalText("id");
    if (!fields.done().isSound()) {
      return null;
    }
    String name = id.orElse(Names.slug(label));
    if (id.isEmpty() && !Names.isId(name)) {
      node.report(problems, "needs an id, because its label cannot be made into one");
      return null;
    }
    return node.make(problems, () -> new AnswerOption(name, value, label));
  }

  private static @Nullable List<AnswerOption> run(Node node, Problems problems) {
    if (!(node instanceof Node.Obj)) {
      Scalars.wrong(node, "a list of options or an object with from and to", problems);
      return null;
    }
    Fields fields = new Fields(node, problems).ofAuthor();
    Long from = fields.required("from", (n, p) -> Scalars.whole(n, -1000, 1000, p));
    Long to = fields.required("to", (n, p) -> Scalars.whole(n, -1000, 1000, p));
    Map<String, String> labels =
        fields.<Map<String, String>>optional("labels", OptionsReader::labels).orElse(Map.of());
    if (!fields.done().isSound() || from == null || to == null) {
      return null;
    }
    if (to <= from || to - from >= LONGEST_RUN) {
      node.report(
          problems, "must run from a lower to a higher number, at most " + LONGEST_RUN + " in all");
      return null;
    }
    Map<String, String> unused = new HashMap<>(labels);
    List<AnswerOption> options = new ArrayList<>();
    for (long value = from; value <= to; value++) {
      String number = Long.toString(value);
      String label = unused.remove(number);
      String id = "point-" + number.replace("-", "minus-");
      options.add(AnswerOption.of(id, (double) value, label == null ? number : label));
    }
    if (!unused.isEmpty()) {
      node.report(problems, "labels may only name the numbers from " + from + " to " + to);
      return null;
    }
    return options;
  }

  private static @Nullable Map<String, String> labels(Node node, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object of labels by number", problems);
      return null;
    }
    Map<String, String> labels = new HashMap<>();
    object
        .fields()
        .forEach(
            (number, field) -> {
              String label = Scalars.text(field, problems);
              if (label != null && label.isBlank()) {
                field.report(problems, "must not be blank");
              } else if (label != null) {
                labels.put(number, label);
              }
            });
    return labels.size() == object.fields().size() ? labels : null;
  }
}
