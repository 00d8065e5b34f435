package org.socialcure.core.instrument;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads scales. */
final class ScaleReader {
  private static final String STAND_IN = "item-";

  private ScaleReader() {}

  /** Whether an id stands for an item that was named by its number while items were refused. */
  static boolean isStandIn(String id) {
    return id.startsWith(STAND_IN);
  }

  static @Nullable Scale read(
      Node node, Optional<List<Item>> items, String construct, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String label = fields.optionalText("label").orElseGet(() -> label(id, construct));
    Optional<List<String>> own =
        fields.optional(
            "items", (found, all) -> Fields.elements(found, (n, p) -> itemId(n, items, p), all));
    ScoringRule scoring = fields.required("scoring", RuleReader::scoring);
    Optional<MissingRule> missing = fields.optional("missing", RuleReader::missing);
    Direction direction = fields.constant("direction", Direction.class);
    Optional<String> higherMeans = fields.optionalText("higherMeans");
    List<BandScheme> schemes = fields.list("bandSchemes", ScaleReader::scheme);
    List<MissingOverride> overrides = fields.list("missingOverrides", ScaleReader::override);
    List<TerminologyCode> codes = fields.list("codes", DefinitionReader::code);
    Map<Fact, Evidence> evidence = DefinitionReader.evidence(fields);
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
                label,
                named.get(),
                scoring,
                missing.orElse(new MissingRule.AllRequired()),
                direction,
                higherMeans.orElse(inWords(direction)),
                schemes,
                overrides,
                codes,
                evidence));
  }

  static @Nullable MissingOverride override(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String source = fields.text("source");
    MissingRule rule = fields.required("rule", RuleReader::missing);
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    return fields.done().isSound() && rule != null
        ? node.make(problems, () -> new MissingOverride(id, source, rule, evidence))
        : null;
  }

  /** What a total measures is the construct; other scales are named after what they measure. */
  private static String label(String id, String construct) {
    String words = id.equals("total") ? construct : id.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
      return number == null ? null : STAND_IN + number;
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
    Fields fields = new Fields(node, problems).ofAuthor();
    String id = fields.text("id");
    String source = fields.text("source");
    Evidence evidence = DefinitionReader.oneEvidence(fields);
    Use use = fields.constant("use", Use.class, Use.DEFAULT);
    List<Band> bands = fields.required("bands", (n, p) -> Fields.elements(n, ScaleReader::band, p));
    return fields.done().isSound() && bands != null
        ? node.make(problems, () -> new BandScheme(id, source, evidence, use, bands))
        : null;
  }

  private static @Nullable Band band(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String label = fields.text("label");
    String id = fields.optionalText("id").orElse(Names.slug(label));
    OptionalDouble from = fields.optionalNumber("from");
    OptionalDouble above = fields.optionalNumber("above");
    return fields.done().isSound()
        ? node.make(problems, () -> new Band(id, label, from, above))
        : null;
  }
}
