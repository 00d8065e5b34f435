package org.socialcure.core.instrument;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads the words of an instrument; an item's words are a text, or an object with its parts. */
final class WordingReader {
  private WordingReader() {}

  /** The words of a JSON text; refuses with everything that is wrong. */
  static Wording read(String text) {
    Problems problems = new Problems();
    Wording wording = read(JsonText.parse(text, problems), problems);
    problems.throwIfAny();
    return Objects.requireNonNull(wording);
  }

  static @Nullable Wording read(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    fields.optionalText("$schema");
    String language = fields.text("language");
    Optional<String> title = fields.optionalText("title");
    Optional<String> instruction = fields.optionalText("instruction");
    Map<String, ItemWording> items = fields.map("items", WordingReader::item);
    Map<String, String> options = fields.map("options", Scalars::text);
    Optional<String> source = fields.optionalText("source");
    return fields.done().isSound()
        ? node.make(
            problems, () -> new Wording(language, title, instruction, items, options, source))
        : null;
  }

  private static @Nullable ItemWording item(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      return node.make(problems, () -> ItemWording.of(text.text()));
    }
    Fields fields = new Fields(node, problems).ofAuthor();
    Optional<String> text = fields.optionalText("text");
    Optional<String> instruction = fields.optionalText("instruction");
    Map<String, String> options = fields.map("options", Scalars::text);
    return fields.done().isSound()
        ? node.make(problems, () -> new ItemWording(text, instruction, options))
        : null;
  }
}
