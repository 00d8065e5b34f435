package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.CriticalValue;
import org.socialcure.mediation.regression.Family;
import org.socialcure.mediation.regression.StandardErrors;

/** Reads one entry of {@code models}. */
final class ModelReader {
  private static final double DEFAULT_LEVEL = 0.95;

  private static final long MOST_PERMUTATIONS = 1_000_000;

  private static final Map<String, Family> FAMILIES = byId(Stream.of(Family.values()), Words::of);
  private static final Map<String, StandardErrors> STANDARD_ERRORS =
      byId(Stream.of(StandardErrors.values()), Words::of);
  private static final Map<String, Centring> CENTRINGS =
      byId(Stream.of(Centring.values()), Words::of);
  private static final Map<String, CategoricalCoding> CODINGS =
      Stream.of(Scheme.values())
          .filter(scheme -> scheme != Scheme.CUSTOM)
          .collect(Collectors.toUnmodifiableMap(Words::of, CategoricalCoding::of));
  private static final Map<String, ProbeRule> PROBES =
      Map.of("percentiles", ProbeRule.percentiles(), "moments", ProbeRule.moments());

  private final Fields fields;
  private final Set<String> categories = new LinkedHashSet<>();

  private ModelReader(Fields fields) {
    this.fields = fields;
  }

  /** The model, or nothing where a problem leaves none to speak of. */
  static Optional<ModelSection> read(Fields fields) {
    return new ModelReader(fields).read();
  }

  private Optional<ModelSection> read() {
    Optional<String> name = fields.required("name", "give every model a name");
    Optional<MediationModel> shape = ShapeReader.read(fields);
    BootstrapSection bootstrap = BootstrapReader.read(fields);
    Function<MediationModel, MediationModel> settings =
        families(shape)
            .andThen(offset(shape))
            .andThen(standardErrors(bootstrap))
            .andThen(codings(shape))
            .andThen(effects())
            .andThen(column("weights", MediationModel::weights));
    Centring centring = centring();
    Function<MediationModel, MediationModel> probe = probe();
    OptionalLong permutations = fields.whole("permutations", 1, MOST_PERMUTATIONS);
    double level = fields.between("level", 0, 1).orElse(DEFAULT_LEVEL);
    fields.text("cluster").ifPresent(categories::add);
    bootstrap.strata().ifPresent(categories::add);
    Optional<MediationModel> model = shape.map(settings);
    fields.close();
    if (name.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    Set<String> columns = new LinkedHashSet<>(model.get().columns());
    columns.removeAll(categories);
    return Optional.of(
        new ModelSection(
            name.get(),
            probe
                .apply(model.get())
                .named(name.get())
                .centring(centring)
                .level(level)
                .criticalValue(
                    bootstrap.compatibility() == Compatibility.PROCESS
                        ? CriticalValue.PROCESS
                        : CriticalValue.EXACT),
            bootstrap,
            permutations.isPresent()
                ? OptionalInt.of((int) permutations.getAsLong())
                : OptionalInt.empty(),
            columns,
            categories));
  }

  /** Changes the model; where the change is refused, the field is to blame and the model stays. */
  private MediationModel change(
      String field, MediationModel model, UnaryOperator<MediationModel> change) {
    return fields.attempt(field, () -> change.apply(model)).orElse(model);
  }

  /** The change that a field with a column makes, if the field is there. */
  private UnaryOperator<MediationModel> column(
      String field, BiFunction<MediationModel, String, MediationModel> change) {
    Optional<String> column = fields.text(field);
    return model -> column.map(it -> change(field, model, m -> change.apply(m, it))).orElse(model);
  }

  /**
   * The families by outcome; a single family is that of the outcome that predicts nothing further.
   */
  private Function<MediationModel, MediationModel> families(Optional<MediationModel> shape) {
    Map<String, Family> families;
    if (fields.peek("family").filter(Map.class::isInstance).isPresent()) {
      families = fields.map("family", (where, value) -> fields.asChoice(where, value, FAMILIES));
    } else {
      Optional<Family> family = fields.choice("family", FAMILIES);
      Optional<String> outcome = shape.flatMap(it -> finalOutcome(it, "family"));
      families =
          family.isPresent() && outcome.isPresent()
              ? Map.of(outcome.get(), family.get())
              : Map.of();
    }
    return model -> {
      MediationModel result = model;
      for (Map.Entry<String, Family> entry : families.entrySet()) {
        result = change("family", result, it -> it.family(entry.getKey(), entry.getValue()));
      }
      return result;
    };
  }

  private Function<MediationModel, MediationModel> offset(Optional<MediationModel> shape) {
    if (fields.has("offset")) {
      fields.refuse("contradicts \"offset\"; give one of the two", "exposure");
    }
    String field = fields.has("offset") ? "offset" : "exposure";
    Optional<String> outcome = shape.flatMap(it -> finalOutcome(it, field));
    return column(
        field,
        (model, column) -> {
          if (outcome.isEmpty()) {
            return model;
          }
          return field.equals("offset")
              ? model.offset(outcome.get(), column)
              : model.exposure(outcome.get(), column);
        });
  }

  private Optional<String> finalOutcome(MediationModel model, String field) {
    if (!fields.has(field)) {
      return Optional.empty();
    }
    List<String> outcomes = new ArrayList<>();
    model.path().equations().forEach(equation -> outcomes.add(equation.outcome()));
    model
        .path()
        .equations()
        .forEach(e -> e.terms().forEach(t -> outcomes.removeAll(t.variables())));
    if (outcomes.size() != 1) {
      fields.problem(
          field,
          "has no single outcome to go to; the model ends in " + String.join(", ", outcomes));
      return Optional.empty();
    }
    return Optional.of(outcomes.get(0));
  }

  private Function<MediationModel, MediationModel> standardErrors(BootstrapSection bootstrap) {
    Map<String, StandardErrors> byOutcome = Map.of();
    StandardErrors kind = StandardErrors.CLASSICAL;
    if (fields.peek("se").filter(Map.class::isInstance).isPresent()) {
      byOutcome = fields.map("se", (where, it) -> fields.asChoice(where, it, STANDARD_ERRORS));
    } else {
      kind = fields.choice("se", STANDARD_ERRORS).orElse(StandardErrors.CLASSICAL);
    }
    Map<String, StandardErrors> kinds = byOutcome;
    StandardErrors everywhere = kind;
    boolean clustered =
        kind == StandardErrors.CLUSTER || byOutcome.containsValue(StandardErrors.CLUSTER);
    boolean used = clustered || bootstrap.kind() == BootstrapKind.CLUSTER;
    if (used && !fields.has("cluster")) {
      fields.problem(
          "cluster", "is missing: name the column that says which cluster a row belongs to");
    }
    if (!used && fields.has("cluster")) {
      fields.problem(
          "cluster",
          "is used by nothing; add \"se\": \"cluster\" or \"bootstrap\": {\"kind\": \"cluster\"}");
    }
    // Naming the clusters also asks for their standard errors, so the kind that was asked for comes
    // last.
    return column("cluster", MediationModel::clusteredBy)
        .andThen(model -> model.standardErrors(everywhere))
        .andThen(
            model -> {
              MediationModel result = model;
              for (Map.Entry<String, StandardErrors> it : kinds.entrySet()) {
                result = change("se", result, m -> m.standardErrors(it.getKey(), it.getValue()));
              }
              return result;
            });
  }

  private Function<MediationModel, MediationModel> codings(Optional<MediationModel> shape) {
    Map<String, CategoricalCoding> codings;
    if (fields.peek("coding").filter(Map.class::isInstance).isPresent()) {
      codings = fields.map("coding", this::coding);
    } else {
      Optional<CategoricalCoding> coding = fields.choice("coding", CODINGS);
      Optional<Object> x = fields.peek("x").filter(String.class::isInstance);
      if (coding.isPresent() && x.isEmpty()) {
        fields.problem("coding", "must be an object by variable where there is no \"x\"");
      }
      codings =
          coding.isPresent() && x.isPresent() ? Map.of((String) x.get(), coding.get()) : Map.of();
    }
    for (String variable : codings.keySet()) {
      if (shape.isPresent() && !shape.get().path().variables().contains(variable)) {
        fields.problem("coding", "names \"" + variable + "\", which has no part in the model");
      }
    }
    categories.addAll(codings.keySet());
    return model -> {
      MediationModel result = model;
      for (Map.Entry<String, CategoricalCoding> entry : codings.entrySet()) {
        result = change("coding", result, it -> it.coding(entry.getKey(), entry.getValue()));
      }
      return result;
    };
  }

  private Optional<CategoricalCoding> coding(String where, Object value) {
    return value instanceof Map<?, ?> ? ordered(where, value) : scheme(where, value);
  }

  /** A scheme or table together with the levels that come first. */
  private Optional<CategoricalCoding> ordered(String where, Object value) {
    Fields parts = fields.asObject(where, value).orElseThrow();
    Optional<CategoricalCoding> scheme =
        parts.value("scheme").flatMap(it -> scheme(parts.at("scheme"), it));
    if (!parts.has("scheme")) {
      parts.problem("scheme", "is missing; say how the levels are coded");
    }
    List<String> first = parts.distinctTexts("first");
    parts.close();
    return scheme.map(it -> it.startingWith(first));
  }

  private Optional<CategoricalCoding> scheme(String where, Object value) {
    if (!(value instanceof List<?> rows)) {
      return fields.asChoice(where, value, CODINGS);
    }
    List<List<Double>> codes = new ArrayList<>();
    for (Object row : rows) {
      if (!(row instanceof List<?> cells) || !cells.stream().allMatch(Number.class::isInstance)) {
        fields.problemAt(
            where, "must be a scheme or a table of numbers: a row a level, a column a code");
        return Optional.empty();
      }
      codes.add(cells.stream().map(cell -> ((Number) cell).doubleValue()).toList());
    }
    return Optional.of(CategoricalCoding.custom(codes));
  }

  private Function<MediationModel, MediationModel> effects() {
    Map<String, String> effects = fields.map("effects", fields::asText);
    return model -> {
      MediationModel result = model;
      for (Map.Entry<String, String> effect : effects.entrySet()) {
        result =
            change(
                "effects.\"" + effect.getKey() + "\"",
                result,
                it -> it.effect(effect.getKey(), effect.getValue()));
      }
      return result;
    };
  }

  /** True and false stand for the two ways that most models use. */
  private Centring centring() {
    Optional<Object> value = fields.peek("center");
    return value.filter(Boolean.class::isInstance).isPresent()
        ? value.get().equals(true) ? Centring.PRODUCTS : Centring.NONE
        : fields.choice("center", CENTRINGS).orElse(Centring.NONE);
  }

  private Function<MediationModel, MediationModel> probe() {
    if (fields.peek("probe").filter(Map.class::isInstance).isPresent()) {
      Map<String, ProbeRule> rules = fields.map("probe", this::probeRule);
      return model -> {
        MediationModel result = model;
        for (Map.Entry<String, ProbeRule> rule : rules.entrySet()) {
          result = result.probing(rule.getKey(), rule.getValue());
        }
        return result;
      };
    }
    Optional<ProbeRule> rule =
        fields.peek("probe").flatMap(value -> probeRule(fields.at("probe"), value));
    return model -> rule.map(model::probing).orElse(model);
  }

  private Optional<ProbeRule> probeRule(String where, Object value) {
    if (!(value instanceof List<?> list)) {
      return fields.asChoice(where, value, PROBES);
    }
    boolean numbers = list.stream().allMatch(Number.class::isInstance);
    if (list.isEmpty() || !numbers) {
      fields.problemAt(where, list.isEmpty() ? "must have at least one value" : "must be numbers");
      return Optional.empty();
    }
    return Optional.of(
        new ProbeRule.Values(list.stream().map(v -> ((Number) v).doubleValue()).toList()));
  }

  static <T> Map<String, T> byId(Stream<T> values, Function<T, String> id) {
    return values.collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }
}
