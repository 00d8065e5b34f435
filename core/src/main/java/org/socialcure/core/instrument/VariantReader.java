package org.socialcure.core.instrument;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads what a definition says beside items and scales: orders, variants, flags and changes. */
final class VariantReader {
  private VariantReader() {}

  static @Nullable ItemOrder order(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String source = fields.text("source");
    List<String> items = fields.texts("items");
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    return fields.done().isSound()
        ? node.make(problems, () -> new ItemOrder(id, source, items, evidence))
        : null;
  }

  static @Nullable CodingVariant codingVariant(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String says = fields.text("says");
    List<Double> codes = fields.required("codes", (n, p) -> Fields.elements(n, Scalars::number, p));
    String remedy = fields.text("remedy");
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    return fields.done().isSound() && codes != null
        ? node.make(problems, () -> new CodingVariant(id, says, codes, remedy, evidence))
        : null;
  }

  static @Nullable AnswerFlag flag(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String item = fields.text("item");
    List<String> options = fields.texts("options");
    String text = fields.text("text");
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    return fields.done().isSound()
        ? node.make(problems, () -> new AnswerFlag(id, item, options, text, evidence))
        : null;
  }

  static @Nullable PublishedChange change(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String scale = fields.text("scale");
    PublishedChange.Purpose purpose = fields.constant("purpose", PublishedChange.Purpose.class);
    Double points = fields.number("points");
    String source = fields.text("source");
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    Optional<Use> use = fields.optional("use", (n, p) -> Scalars.constant(n, Use.class, p));
    return fields.done().isSound() && purpose != null && points != null
        ? node.make(
            problems,
            () ->
                new PublishedChange(
                    scale, purpose, points, source, evidence, use.orElse(Use.DEFAULT)))
        : null;
  }
}
