package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Optional<Requirement> requirement;
  private final Optional<Layout> layout;
  private final Map<String, String> words = new LinkedHashMap<>();
  private final List<Map.Entry<String, Node>> ids = new ArrayList<>();
  private final List<Item> sound = new ArrayList<>();

  ItemReader(
      Optional<List<AnswerOption>> shared,
      Optional<Requirement> requirement,
      Optional<Layout> layout) {
    this.shared = shared;
    this.requirement = requirement;
    this.layout = layout;
  }

  /** The words that stood in the items themselves, by item id. */
  Map<String, String> words() {
    return words;
  }

  /** The items of an instrument, or empty if any of them was refused. */
  Optional<List<Item>> items(Fields instrument) {
    return Optional.ofNullable(instrument.required("items", this::all));
  }

  private @Nullable List<Item> all(Node node, Problems problems) {
    int[] position = {0};
    List<Item> items =
        Fields.elements(node, (element, all) -> item(element, ++position[0], all), problems);
    if (items == null) {
      reportRepeated(problems);
      return null;
    }
    return node.make(problems, () -> distinct(items));
  }

  private void reportRepeated(Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, Node> each : ids) {
      if (!seen.add(each.getKey())) {
        each.getValue().report(problems, "id", "is the same as that of another entry of the list");
      }
    }
  }

  /** The scale, if it fits those items that were not refused. */
  Scale checked(Scale scale) {
    Set<String> refused = new HashSet<>();
    ids.forEach(each -> refused.add(each.getKey()));
    scale.items().stream().filter(ScaleReader::isStandIn).forEach(refused::add);
    return Definition.checked(sound, refused, scale);
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
    if (!id.isEmpty()) {
      ids.add(Map.entry(id, node));
    }
    int number =
        fields
            .optional("number", (n, p) -> Scalars.whole(n, 1, Integer.MAX_VALUE, p))
            .map(Long::intValue)
            .orElse(position);
    String label = fields.text("label");
    Optional<String> wording = fields.optionalText("wording");
    if (wording.filter(String::isBlank).isPresent()) {
      fields.report("wording", "must not be blank");
    }
    Optional<List<AnswerOption>> own = fields.optional("options", OptionsReader::read);
    Keying keying = fields.constant("keying", Keying.class, Keying.DIRECT);
    List<String> counted = fields.texts("counted");
    Optional<Requirement> ownRequirement = fields.optional("requirement", ItemReader::requirement);
    Optional<Layout> ownLayout = fields.optional("layout", ItemReader::layout);
    List<TerminologyCode> codes = fields.list("codes", DefinitionReader::code);
    if (!fields.done().isSound()) {
      return null;
    }
    if (own.isEmpty() && shared.isEmpty()) {
      node.report(problems, "needs options, because the instrument has none for all items");
      return null;
    }
    List<AnswerOption> options = own.or(() -> shared).orElseThrow();
    wording.ifPresent(text -> words.put(id, text));
    Item item =
        node.make(
            problems,
            () ->
                new Item(
                    id,
                    number,
                    label,
                    options,
                    keying,
                    counted,
                    ownRequirement.or(() -> requirement),
                    ownLayout.or(() -> layout),
                    codes));
    if (item != null) {
      sound.add(item);
    }
    return item;
  }

  static @Nullable Requirement requirement(Node node, Problems problems) {
    return Scalars.constant(node, Requirement.class, problems);
  }

  static @Nullable Layout layout(Node node, Problems problems) {
    return Scalars.constant(node, Layout.class, problems);
  }
}
