package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;

/** Reads the definition of an instrument; {@code instrument.schema.json} lays down its form. */
final class DefinitionReader {
  private static final NodeReader<Evidence> EVIDENCE =
      (node, problems) -> Scalars.constant(node, Evidence.class, problems);

  private DefinitionReader() {}

  /** The instrument of a JSON text; refuses with everything that is wrong. */
  static Instrument read(String text) {
    Problems problems = new Problems();
    return read(problems, JsonText.parse(text, problems));
  }

  /** The instrument of a JSON value; refuses with everything that is wrong. */
  static Instrument read(Node node) {
    return read(new Problems(), node);
  }

  private static Instrument read(Problems problems, Node node) {
    Instrument instrument = read(node, problems);
    problems.throwIfAny();
    return Objects.requireNonNull(instrument);
  }

  private static @Nullable Instrument read(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    fields.optionalText("$schema");
    String id = fields.text("id");
    String version = fields.text("version");
    String name = fields.text("name");
    Optional<String> label = fields.optionalText("label");
    String construct = fields.text("construct");
    Optional<String> recall = fields.optionalText("recall");
    Targeting targeting = fields.constant("targeting", Targeting.class, Targeting.NONE);
    Optional<Licence> licence = fields.optional("licence", DefinitionReader::licence);
    List<Citation> citations = fields.list("citations", DefinitionReader::citation);
    Optional<List<AnswerOption>> options = fields.optional("options", OptionsReader::read);
    Optional<Requirement> requirement = fields.optional("requirement", ItemReader::requirement);
    Optional<Layout> layout = fields.optional("layout", ItemReader::layout);
    ItemReader itemReader = new ItemReader(options, requirement, layout);
    Optional<List<Item>> items = itemReader.items(fields);
    List<Map.Entry<Node, Scale>> sound = new ArrayList<>();
    List<Scale> scales =
        fields.required(
            "scales",
            (found, all) ->
                Fields.elements(
                    found,
                    (n, p) -> {
                      Scale scale = ScaleReader.read(n, items, construct, p);
                      if (scale != null) {
                        sound.add(Map.entry(n, scale));
                      }
                      return scale;
                    },
                    all));
    Optional<String> main = fields.optionalText("main");
    List<Norm> norms = fields.list("norms", DefinitionReader::norm);
    List<Reliability> reliabilities = fields.list("reliabilities", DefinitionReader::reliability);
    List<PublishedChange> changes = fields.list("changes", VariantReader::change);
    List<ItemOrder> orders = fields.list("orders", VariantReader::order);
    List<CodingVariant> variants = fields.list("codingVariants", VariantReader::codingVariant);
    List<AnswerFlag> flags = fields.list("flags", VariantReader::flag);
    List<TerminologyCode> codes = fields.list("codes", DefinitionReader::code);
    String language = fields.optionalText("language").orElse("en");
    List<Wording> wordings = new ArrayList<>(fields.list("wordings", WordingReader::read));
    Use use = fields.constant("use", Use.class, Use.DEFAULT);
    Map<Fact, Evidence> evidence = evidence(fields);
    List<String> notes = fields.texts("notes");
    if (!itemReader.words().isEmpty()) {
      fields
          .attempt("language", () -> Wording.of(language, itemReader.words()))
          .ifPresent(wordings::add);
    }
    if (!fields.done().isSound() || items.isEmpty() || scales == null) {
      // No instrument can be made; what each scale says of the items is checked all the same.
      sound.forEach(
          each -> each.getKey().make(problems, () -> itemReader.checked(each.getValue())));
      return null;
    }
    InstrumentBuilder builder =
        Instrument.builder(id)
            .version(version)
            .name(name)
            .construct(construct)
            .targeting(targeting)
            .citations(citations)
            .items(items.get())
            .scales(scales)
            .norms(norms)
            .reliabilities(reliabilities)
            .changes(changes)
            .orders(orders)
            .codingVariants(variants)
            .flags(flags)
            .codes(codes)
            .wordings(wordings)
            .use(use)
            .evidence(evidence)
            .notes(notes);
    label.ifPresent(builder::label);
    recall.ifPresent(builder::recall);
    licence.ifPresent(builder::licence);
    main.ifPresent(builder::main);
    return node.make(problems, builder::build);
  }

  private static @Nullable Licence licence(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    Licence.Status status = fields.constant("status", Licence.Status.class);
    String terms = fields.text("terms");
    Optional<String> attribution = fields.optionalText("attribution");
    Evidence evidence = oneEvidence(fields);
    return fields.done().isSound() && status != null
        ? node.make(problems, () -> new Licence(status, terms, attribution, evidence))
        : null;
  }

  private static @Nullable Citation citation(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String text = fields.text("text");
    Optional<String> doi = fields.optionalText("doi");
    Evidence evidence = oneEvidence(fields);
    return fields.done().isSound()
        ? node.make(problems, () -> new Citation(text, doi, evidence))
        : null;
  }

  private static @Nullable Norm norm(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String scale = fields.text("scale");
    String population = fields.text("population");
    Optional<Long> n =
        fields.optional("n", (found, all) -> Scalars.whole(found, 1, Integer.MAX_VALUE, all));
    Double mean = fields.number("mean");
    OptionalDouble sd = fields.optionalNumber("standardDeviation");
    String source = fields.text("source");
    Evidence evidence = oneEvidence(fields);
    return fields.done().isSound() && mean != null
        ? node.make(
            problems,
            () ->
                new Norm(
                    scale,
                    population,
                    n.map(count -> OptionalInt.of(count.intValue())).orElse(OptionalInt.empty()),
                    mean,
                    sd,
                    source,
                    evidence))
        : null;
  }

  private static @Nullable Reliability reliability(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String scale = fields.text("scale");
    Reliability.Kind kind = fields.constant("kind", Reliability.Kind.class);
    Double value = fields.number("value");
    String source = fields.text("source");
    Evidence evidence = oneEvidence(fields);
    return fields.done().isSound() && kind != null && value != null
        ? node.make(problems, () -> new Reliability(scale, kind, value, source, evidence))
        : null;
  }

  static @Nullable TerminologyCode code(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    String system = fields.text("system");
    String code = fields.text("code");
    Optional<String> display = fields.optionalText("display");
    Evidence evidence = oneEvidence(fields);
    return fields.done().isSound()
        ? node.make(problems, () -> new TerminologyCode(system, code, display, evidence))
        : null;
  }

  /** The evidence for a single fact, in the field {@code evidence}. */
  static Evidence oneEvidence(Fields fields) {
    return fields.constant("evidence", Evidence.class, Evidence.NOT_STATED);
  }

  /** The evidence for several facts, in the field {@code evidence}. */
  static Map<Fact, Evidence> evidence(Fields fields) {
    return fields
        .<Map<Fact, Evidence>>optional("evidence", DefinitionReader::evidenceMap)
        .orElse(Map.of());
  }

  private static Map<Fact, Evidence> evidenceMap(Node node, Problems problems) {
    Fields fields = new Fields(node, problems).ofAuthor();
    Map<Fact, Evidence> evidence = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      Evidence value = fields.optional(Words.of(fact), EVIDENCE).orElse(null);
      if (value != null) {
        evidence.put(fact, value);
      }
    }
    fields.done();
    return evidence;
  }
}
