package org.socialcure.examples.study.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.plan.InstrumentSection.Source;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.scoring.InvalidCodes;

/** Reads a plan strictly and reports all of its problems together. */
final class PlanReader {
  private static final long LARGEST_SEED = 9007199254740991L;

  private static final List<String> DEFAULT_MISSING = List.of("", "NA");

  private static final Map<String, InvalidCodes> INVALID =
      Map.of("refuse", InvalidCodes.REFUSE, "missing", InvalidCodes.MISSING);

  private PlanReader() {}

  static Plan read(String json) {
    if (!(Json.tree(json) instanceof Map<?, ?> tree)) {
      throw new InvalidInputException("plan", "must be an object: { … }");
    }
    List<Problem> problems = new ArrayList<>();
    Plan plan = plan(new Fields("", tree, problems));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return plan;
  }

  private static Plan plan(Fields fields) {
    fields.text("$schema");
    String title = fields.text("title").orElse("Untitled analysis");
    long seed = fields.whole("seed", 0, LARGEST_SEED).orElse(1);
    boolean overMoments = fields.has("moments");
    if (overMoments) {
      fields.refuse(
          "is about a file of answers, which \"moments\" stand in for; give one of the two",
          "data",
          "instruments",
          "groups",
          "services",
          "keep");
    } else {
      fields.require("data", "say how the file is laid out; {} for one row a person");
    }
    Optional<Moments> moments = fields.object("moments").flatMap(MomentsReader::read);
    DataSection data = data(fields.object("data").orElseGet(fields::empty));
    List<InstrumentSection> instruments = sections(fields, "instruments", PlanReader::instrument);
    List<GroupSection> groups = sections(fields, "groups", PersonReader::groups);
    List<ServiceSection> services = sections(fields, "services", PersonReader::service);
    List<String> keep = fields.distinctTexts("keep");
    List<ModelSection> models =
        sections(
            fields,
            "models",
            model -> overMoments ? MomentsReader.model(model, moments) : ModelReader.read(model));
    fields.close();
    refuseRepeatedNames(fields, groups, services, models);
    if (!fields.has("instruments")
        && !fields.has("groups")
        && !fields.has("services")
        && !fields.has("models")) {
      fields.problem("asks for nothing: name \"instruments\" to score or \"models\" to fit");
    }
    return new Plan(title, seed, data, moments, instruments, groups, services, keep, models);
  }

  private static DataSection data(Fields fields) {
    Optional<String> id = fields.text("id");
    Optional<String> wave = fields.text("wave");
    List<String> waves = fields.distinctTexts("waves");
    if (fields.has("wave")) {
      if (!fields.has("id")) {
        fields.problem(
            "id", "is missing: with \"wave\", name the column that says whose row it is");
      }
      if (!fields.has("waves")) {
        fields.problem("waves", "is missing: with \"wave\", list the waves from first to last");
      } else if (waves.isEmpty()) {
        fields.problem("waves", "must name at least one wave");
      }
    } else {
      fields.refuse("needs \"wave\", the column that says which wave a row belongs to", "waves");
    }
    if (id.isPresent() && id.equals(wave)) {
      fields.problem("wave", "names the same column as \"id\"");
    }
    List<String> missing =
        fields.has("missing")
            ? fields.list(
                "missing",
                (where, value) ->
                    value instanceof String text ? Optional.of(text) : fields.asText(where, value))
            : DEFAULT_MISSING;
    InvalidCodes invalid = fields.choice("invalid", INVALID).orElse(InvalidCodes.REFUSE);
    fields.close();
    return new DataSection(id, wave, waves, missing, invalid);
  }

  private static Optional<InstrumentSection> instrument(Fields fields) {
    Optional<Source> source = Optional.empty();
    if (fields.has("instrument")) {
      fields.refuse("contradicts \"instrument\"; give one of the two", "definition");
      source = fields.text("instrument").map(Source.Catalogue::new);
    } else if (fields.has("definition")) {
      source = fields.text("definition").map(Source.Definition::new);
    } else {
      fields.problem(
          "instrument",
          "is missing: name a questionnaire of the catalogue, or a \"definition\" file");
    }
    Optional<String> target = fields.text("target");
    Optional<Columns> columns = fields.columns("columns", List.of("{n}", "{item}"));
    if (!fields.has("columns")) {
      fields.problem("columns", "is missing: a pattern such as \"ucla3_{n}\", or a list of names");
    }
    Map<String, String> coding =
        fields.map("coding", (where, value) -> option(fields, where, value));
    if (fields.peek("coding").filter(Map.of()::equals).isPresent()) {
      fields.problem(
          "coding", "must have at least one code; leave it out for the form's own codes");
    }
    fields.close();
    return source.isPresent() && columns.isPresent()
        ? Optional.of(new InstrumentSection(source.get(), target, columns.get(), coding))
        : Optional.empty();
  }

  private static Optional<String> option(Fields fields, String where, Object value) {
    if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
      return Optional.of(number.toBigInteger().toString());
    }
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    fields.problemAt(
        where, "must be the id of an answer option (a text) or its code (a whole number)");
    return Optional.empty();
  }

  private static <T> List<T> sections(
      Fields fields, String name, Function<Fields, Optional<T>> read) {
    return fields.objects(name).stream().map(read).flatMap(Optional::stream).toList();
  }

  private static void refuseRepeatedNames(
      Fields fields,
      List<GroupSection> groups,
      List<ServiceSection> services,
      List<ModelSection> models) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    groups.forEach(group -> columns.merge(group.name(), 1, Integer::sum));
    services.forEach(service -> columns.merge(service.name(), 1, Integer::sum));
    columns.forEach(
        (name, count) -> {
          if (count > 1) {
            fields.problem("groups", "and \"services\" make the column \"" + name + "\" twice");
          }
        });
    Set<String> names = new LinkedHashSet<>();
    for (ModelSection model : models) {
      if (!names.add(model.name())) {
        fields.problem(
            "models", "has two models named \"" + model.name() + "\"; name each differently");
      }
    }
  }
}
