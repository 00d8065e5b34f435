package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.StandardErrors;

/** Reads one entry of {@code models}. */
final class ModelReader {
  private static final double DEFAULT_LEVEL = 0.95;

  private static final int MOST_PERMUTATIONS = 1_000_000;
  private static final int MOST_DRAWS = 10_000_000;

  private static final NodeReader<Family> FAMILY = Values.word(Family.class);
  private static final NodeReader<StandardErrors> KIND = Values.word(StandardErrors.class);
  private static final Map<String, ProbeRule> PROBES = probes();
  private static final Map<String, CategoricalCoding> CODINGS = codingSchemes();

  private final Fields fields;
  private final Set<String> categories = new LinkedHashSet<>();
  private final Map<String, String> events = new LinkedHashMap<>();

  /** Absent where a problem leaves none to speak of. */
  private Optional<MediationModel> model = Optional.empty();

  private ModelReader(Fields fields) {
    this.fields = fields;
  }

  static @Nullable ModelSection read(Node node, Problems problems) {
    return new ModelReader(Values.fields(node, problems)).read();
  }

  private @Nullable ModelSection read() {
    Optional<String> name = fields.required("name", "give every model a name", Values::text);
    model = ShapeReader.read(fields);
    Optional<BootstrapSection> resampling = fields.optional("bootstrap", BootstrapReader::read);
    BootstrapSection bootstrap = resampling.orElse(BootstrapReader.DEFAULT);
    families();
    offset();
    standardErrors(bootstrap.kind());
    codings();
    events();
    fields
        .map("effects", NamedEffectReader::read)
        .forEach(
            (effect, definition) ->
                change("effects." + effect, it -> Values.inside(() -> definition.of(it, effect))));
    column("weights", MediationModel::withWeights);
    probe();
    Centring centring = fields.optional("center", ModelReader::centring).orElse(Centring.NONE);
    change("center", it -> it.withCentring(centring));
    double level = fields.optional("level", Values.between(0, 1)).orElse(DEFAULT_LEVEL);
    fields
        .optional("indirectEffects", Values.whole(1, PathModel.MOST_PATHS))
        .ifPresent(most -> change("indirectEffects", it -> it.withIndirectEffectsListed(most)));
    Optional<Integer> permutations =
        fields.optional("permutations", Values.whole(1, MOST_PERMUTATIONS));
    Optional<Integer> monteCarlo = fields.optional("monteCarlo", Values.whole(100, MOST_DRAWS));
    Optional<Integer> wildClusterTests =
        fields.optional("wildClusterTests", Values.whole(1, MOST_PERMUTATIONS));
    bootstrap.strata().ifPresent(categories::add);
    fields.done();
    if (!fields.isSound() || name.isEmpty() || model.isEmpty()) {
      return null;
    }
    Set<String> columns = new LinkedHashSet<>(model.get().columns());
    columns.removeAll(categories);
    return new ModelSection(
        name.get(),
        model
            .get()
            .withName(name.get())
            .withLevel(level)
            .withCompatibility(bootstrap.compatibility()),
        bootstrap,
        permutations.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        monteCarlo.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        wildClusterTests.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        events,
        columns,
        categories);
  }

  /** Changes the model; where the change is refused, the field is to blame and the model stays. */
  private void change(String field, UnaryOperator<MediationModel> change) {
    model = model.map(it -> fields.attempt(field, () -> change.apply(it)).orElse(it));
  }

  /** Makes the change that a field with a column asks for, if the field is there. */
  private void column(String field, BiFunction<MediationModel, String, MediationModel> change) {
    fields
        .optional(field, Values::text)
        .ifPresent(column -> change(field, it -> change.apply(it, column)));
  }

  /**
   * The families by outcome; a single family is that of the outcome that predicts nothing further.
   */
  private void families() {
    Map<String, Family> families = new LinkedHashMap<>();
    if (fields.node("family") instanceof Node.Obj) {
      families.putAll(fields.map("family", FAMILY));
    } else {
      fields
          .optional("family", FAMILY)
          .ifPresent(it -> finalOutcome("family").ifPresent(y -> families.put(y, it)));
    }
    families.forEach((y, family) -> change("family", it -> it.withFamily(y, family)));
  }

  private void offset() {
    if (fields.has("offset")) {
      fields.refuse("contradicts \"offset\"; give one of the two", "exposure");
      column(
          "offset",
          (it, column) -> finalOutcome("offset").map(y -> it.withOffset(y, column)).orElse(it));
    } else {
      column(
          "exposure",
          (it, column) -> finalOutcome("exposure").map(y -> it.withExposure(y, column)).orElse(it));
    }
  }

  private Optional<String> finalOutcome(String field) {
    if (model.isEmpty()) {
      return Optional.empty();
    }
    List<String> outcomes = new ArrayList<>();
    var equations = model.get().path().equations();
    equations.forEach(equation -> outcomes.add(equation.outcome()));
    equations.forEach(
        equation -> equation.terms().forEach(term -> outcomes.removeAll(term.variables())));
    if (outcomes.size() != 1) {
      fields.report(
          field,
          "has no single outcome to go to; the model ends in " + String.join(", ", outcomes));
      return Optional.empty();
    }
    return Optional.of(outcomes.get(0));
  }

  private void standardErrors(Optional<BootstrapKind> resampling) {
    boolean byOutcome = fields.node("se") instanceof Node.Obj;
    Map<String, StandardErrors> kinds = byOutcome ? fields.map("se", KIND) : Map.of();
    Optional<StandardErrors> named = byOutcome ? Optional.empty() : fields.optional("se", KIND);
    // Clusters that are named are allowed for, unless something else is.
    StandardErrors everywhere =
        named.orElse(
            fields.has("cluster") && !byOutcome
                ? StandardErrors.CLUSTER
                : StandardErrors.CLASSICAL);
    boolean needed =
        resampling.filter(BootstrapKind::drawsClusters).isPresent()
            || everywhere.usesClusters()
            || kinds.values().stream().anyMatch(StandardErrors::usesClusters);
    if (needed) {
      fields.require("cluster", "name the column that says which cluster a row belongs to");
    } else if (resampling.isPresent() && fields.isSound()) {
      fields.refuse(
          "is used by nothing; leave out \"se\" or the bootstrap's \"kind\", or name \"cluster\""
              + " there",
          "cluster");
    }
    fields.optional("cluster", Values::text).ifPresent(categories::add);
    // Naming the clusters also asks for their standard errors, so the kind that was asked for comes
    // last.
    column("cluster", MediationModel::withClusters);
    change("se", it -> it.withStandardErrors(everywhere));
    kinds.forEach((outcome, kind) -> change("se", it -> it.withStandardErrors(outcome, kind)));
  }

  private void codings() {
    Map<String, CategoricalCoding> codings = new LinkedHashMap<>();
    if (fields.node("coding") instanceof Node.Obj) {
      codings.putAll(fields.map("coding", ModelReader::coding));
    } else {
      Optional<String> x =
          fields.node("x") instanceof Node.Text text ? Optional.of(text.text()) : Optional.empty();
      fields
          .optional("coding", (node, problems) -> Scalars.choice(node, CODINGS, problems))
          .ifPresent(it -> x.ifPresent(variable -> codings.put(variable, it)));
      if (fields.has("coding") && x.isEmpty()) {
        fields.report("coding", "must be an object by variable where there is no \"x\"");
      }
    }
    categories.addAll(codings.keySet());
    codings.forEach(
        (variable, coding) -> {
          Set<String> known = model.map(it -> it.path().variables()).orElse(Set.of(variable));
          if (known.contains(variable)) {
            change("coding", it -> it.withCoding(variable, coding));
          } else {
            fields.report(
                "coding." + variable,
                "has no part in the model" + Nearest.question(variable, known));
          }
        });
  }

  /** Reads the values that count as 1 by outcome; a single one is that of the last outcome. */
  private void events() {
    if (fields.node("event") instanceof Node.Obj) {
      events.putAll(fields.map("event", ModelReader::value));
      if (events.isEmpty() && fields.isSound()) {
        fields.report(
            "event", "must say the value of at least one outcome; leave it out otherwise");
      }
    } else {
      fields
          .optional("event", ModelReader::value)
          .ifPresent(it -> finalOutcome("event").ifPresent(y -> events.put(y, it)));
    }
    categories.addAll(events.keySet());
    events.forEach((y, value) -> change("event", it -> it.withEvent(y, value)));
  }

  /** A value as it stands in a file, where a number needs no quotes. */
  private static @Nullable String value(Node node, Problems problems) {
    if (node instanceof Node.Num) {
      Double number = Scalars.number(node, problems);
      return number == null ? null : Names.number(number);
    }
    return Values.text(node, problems);
  }

  private static @Nullable CategoricalCoding coding(Node node, Problems problems) {
    if (!(node instanceof Node.Obj)) {
      return scheme(node, problems);
    }
    Fields parts = Values.fields(node, problems);
    Optional<CategoricalCoding> scheme =
        parts.required("scheme", "say how the levels are coded", ModelReader::scheme);
    List<String> first = parts.optional("first", Values::names).orElse(List.of());
    return parts.done().isSound() ? scheme.map(it -> it.startingWith(first)).orElse(null) : null;
  }

  private static @Nullable CategoricalCoding scheme(Node node, Problems problems) {
    if (!(node instanceof Node.Arr)) {
      return Scalars.choice(node, CODINGS, problems);
    }
    List<List<Double>> codes = Fields.elements(node, Values::numbers, problems);
    return codes == null ? null : node.make(problems, () -> CategoricalCoding.custom(codes));
  }

  /** True and false stand for the two ways that most models use. */
  private static @Nullable Centring centring(Node node, Problems problems) {
    if (node instanceof Node.Bool bool) {
      return bool.value() ? Centring.PRODUCTS : Centring.NONE;
    }
    return Values.word(Centring.class).read(node, problems);
  }

  private void probe() {
    if (fields.node("probe") instanceof Node.Obj) {
      fields
          .map("probe", ModelReader::probeRule)
          .forEach((moderator, rule) -> change("probe", it -> it.withProbes(moderator, rule)));
    } else {
      fields
          .optional("probe", ModelReader::probeRule)
          .ifPresent(rule -> change("probe", it -> it.withProbes(rule)));
    }
  }

  private static @Nullable ProbeRule probeRule(Node node, Problems problems) {
    if (!(node instanceof Node.Arr)) {
      return Scalars.choice(node, PROBES, problems);
    }
    List<Double> values = Values.some("value", Values::numbers).read(node, problems);
    return values == null ? null : node.make(problems, () -> new ProbeRule.Values(values));
  }

  private static Map<String, ProbeRule> probes() {
    Map<String, ProbeRule> probes = new LinkedHashMap<>();
    probes.put("percentiles", ProbeRule.percentiles());
    probes.put("moments", ProbeRule.moments());
    return probes;
  }

  private static Map<String, CategoricalCoding> codingSchemes() {
    Map<String, CategoricalCoding> schemes = new LinkedHashMap<>();
    for (Scheme scheme : Scheme.values()) {
      if (scheme != Scheme.CUSTOM) {
        schemes.put(Words.of(scheme), CategoricalCoding.of(scheme));
      }
    }
    return schemes;
  }
}
