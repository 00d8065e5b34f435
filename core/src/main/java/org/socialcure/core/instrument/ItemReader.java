package org.socialcure.core.instrument;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/**
 * Reads items; what they leave out comes from their place in the list and from the options they
 * share.
 */
final class ItemReader {
  private final Optional<List<AnswerOption>> shared;

  ItemReader(Optional<List<AnswerOption>> shared) {
    this.shared = shared;
  }

  /** The items of an instrument, or empty if any of them was refused. */
  Optional<List<Item>> items(Fields instrument) {
    return Optional.ofNullable(instrument.required("items", this::all));
  }

  private @Nullable List<Item> all(Node node, Problems problems) {
    int[] position = {0};
    List<Item> items =
        Fields.elements(node, (element, all) -> item(element, ++position[0], all), problems);
    return items == null ? null : node.make(problems, () -> distinct(items));
  }

  /** Checked here and not only with the instrument, because scales find their items by these. */
  private static List<Item> distinct(List<Item> items) {
    Problems problems = new Problems();
    problems.requireDistinct("", "id", items, Item::id);
    problems.requireDistinct("", "number", items, Item::number);
    problems.throwIfAny();
    return items;
  }

  private @Nullable Item item(Node node, int position, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    int number =
        fields
            .optional("number", (n, p) -> Scalars.whole(n, 1, Integer.MAX_VALUE, p))
            .map(Long::intValue)
            .orElse(position);
    String label = fields.text("label");
    Optional<String> wording = fields.optionalText("wording");
    Optional<List<AnswerOption>> own = fields.optional("options", OptionsReader::read);
    Keying keying = fields.constant("keying", Keying.class, Keying.DIRECT);
    List<String> counted = fields.texts("counted");
    if (!fields.done().isSound()) {
      return null;
    }
    if (own.isEmpty() && shared.isEmpty()) {
      node.report(problems, "needs options, because the instrument has none for all items");
      return null;
    }
    List<AnswerOption> options = own.or(() -> shared).orElseThrow();
    return node.make(
        problems, () -> new Item(id, number, label, wording, options, keying, counted));
  }
}
