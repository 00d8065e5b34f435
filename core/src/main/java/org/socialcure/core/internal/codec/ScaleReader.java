package org.socialcure.core.internal.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Fact;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads scales. */
final class ScaleReader {
  private ScaleReader() {}

  static @Nullable Scale read(Node node, Optional<List<Item>> items, Problems problems) {
    Fields fields = new Fields(node, problems);
    String id = fields.text("id");
    String name = fields.optional("name", Scalars::text).orElse(id);
    Optional<List<String>> own =
        fields.optional(
            "items", (found, all) -> Fields.elements(found, (n, p) -> itemId(n, items, p), all));
    ScoringRule scoring = fields.required("scoring", RuleReader::scoring);
    Optional<MissingRule> missing = fields.optional("missing", RuleReader::missing);
    Direction direction =
        fields.required("direction", (n, p) -> Scalars.constant(n, Direction.class, p));
    Optional<String> higherMeans = fields.optional("higherMeans", Scalars::text);
    List<BandScheme> schemes = fields.list("bandSchemes", ScaleReader::scheme);
    Map<Fact, Evidence> evidence = InstrumentReader.evidence(fields);
    if (!fields.done().isSound() || scoring == null || direction == null) {
      return null;
    }
    Optional<List<String>> named =
        own.or(() -> items.map(all -> all.stream().map(Item::id).toList()));
    if (named.isEmpty()) {
      // The items themselves were refused; whatever is wrong with them has been reported.
      return null;
    }
    return node.make(
        problems,
        () ->
            new Scale(
                id,
                name,
                named.get(),
                scoring,
                missing.orElse(new MissingRule.AllRequired()),
                direction,
                higherMeans.orElse(inWords(direction)),
                schemes,
                evidence));
  }

  /** The id of an item that is named by its id or by its number in the form. */
  private static @Nullable String itemId(Node node, Optional<List<Item>> items, Problems problems) {
    if (node instanceof Node.Text text) {
      return text.text();
    }
    if (!(node instanceof Node.Num)) {
      Scalars.wrong(node, "the id or the number of an item", problems);
      return null;
    }
    Long number = Scalars.whole(node, 1, Integer.MAX_VALUE, problems);
    if (number == null || items.isEmpty()) {
      // Without items no instrument is made; the number stands in so that the scale is checked.
      return number == null ? null : "item-" + number;
    }
    Optional<Item> item = items.get().stream().filter(i -> i.number() == number).findFirst();
    if (item.isEmpty()) {
      node.report(problems, "is not the number of an item");
    }
    return item.map(Item::id).orElse(null);
  }

  private static String inWords(Direction direction) {
    return switch (direction) {
      case HIGHER_IS_BETTER -> "better";
      case HIGHER_IS_WORSE -> "worse";
      case NEUTRAL -> "more";
    };
  }

  private static @Nullable BandScheme scheme(Node node, Problems problems) {
    Fields fields = new Fields(node, problems);
    String id = fields.text("id");
    String source = fields.text("source");
    Evidence evidence = InstrumentReader.oneEvidence(fields);
    BandScheme.Use use = fields.constant("use", BandScheme.Use.class, BandScheme.Use.DEFAULT);
    List<Band> bands = fields.required("bands", (n, p) -> Fields.elements(n, ScaleReader::band, p));
    return fields.done().isSound() && bands != null
        ? node.make(problems, () -> new BandScheme(id, source, evidence, use, bands))
        : null;
  }

  private static @Nullable Band band(Node node, Problems problems) {
    Fields fields = new Fields(node, problems);
    String label = fields.text("label");
    String id = fields.optional("id", Scalars::text).orElse(Names.slug(label));
    OptionalDouble from = number(fields, "from");
    OptionalDouble above = number(fields, "above");
    return fields.done().isSound()
        ? node.make(problems, () -> new Band(id, label, from, above))
        : null;
  }

  private static OptionalDouble number(Fields fields, String name) {
    return fields
        .optional(name, Scalars::number)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
