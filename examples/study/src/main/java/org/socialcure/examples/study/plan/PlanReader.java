package org.socialcure.examples.study.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.examples.study.plan.InstrumentSection.Source;
import org.socialcure.mediation.regression.Moments;

/** Reads a plan strictly and reports all of its problems together, from the top to the bottom. */
final class PlanReader {
  private static final long LARGEST_SEED = 9007199254740991L;

  private PlanReader() {}

  static Plan read(String json) {
    Problems problems = new Problems();
    Plan plan = plan(Values.fields(JsonText.parse(json, problems), problems));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(
          problems.list().stream()
              .sorted(Comparator.comparing(PlanReader::offset))
              .map(PlanReader::named)
              .toList());
    }
    return plan;
  }

  /** The order of positions; what is missing is where its object begins. */
  private static long offset(Problem problem) {
    return problem
        .position()
        .map(at -> ((long) at.line() << Integer.SIZE) + at.column())
        .orElse(0L);
  }

  private static Problem named(Problem problem) {
    return problem.where().equals("$") ? problem.at("plan", problem.position()) : problem;
  }

  private static Plan plan(Fields fields) {
    fields.optional("$schema", Values::text);
    String title = fields.optional("title", Values::text).orElse("Untitled analysis");
    long seed =
        fields
            .optional("seed", (node, problems) -> Scalars.whole(node, 0, LARGEST_SEED, problems))
            .orElse(1L);
    boolean overMoments = fields.has("moments");
    if (overMoments) {
      fields.refuse(
          "is about a file of answers, which \"moments\" stand in for; give one of the two",
          "data",
          "instruments",
          "identifications",
          "groups",
          "services",
          "keep",
          "person",
          "labels",
          "outcomes");
    } else {
      fields.require("data", "say how the file is laid out; {} for one row a person");
    }
    Optional<Moments> moments = fields.optional("moments", MomentsReader::read);
    List<InstrumentSection> instruments = fields.list("instruments", PlanReader::instrument);
    List<IdentificationSection> identifications =
        fields.list("identifications", PlanReader::identification);
    List<GroupSection> groups =
        fields.list("groups", PersonReader::groups).stream().flatMap(List::stream).toList();
    List<ServiceSection> services =
        fields.list("services", PersonReader::service).stream().flatMap(List::stream).toList();
    DataReader layout = new DataReader(instruments, groups, services, fields.has("outcomes"));
    DataSection data = fields.optional("data", layout::read).orElse(DataReader.DEFAULT);
    List<String> keep = fields.optional("keep", Values::names).orElse(List.of());
    List<String> person = fields.optional("person", Values::names).orElse(List.of());
    if (fields.has("person") && data.wave().isEmpty()) {
      fields.report("person", "needs \"wave\" under \"data\": without waves, all is the person's");
    }
    Map<String, String> labels = fields.map("labels", Values::text);
    Optional<OutcomesSection> outcomes =
        fields.optional(
            "outcomes",
            new OutcomesReader(
                    data,
                    declared(fields, "services", services.stream().map(ServiceSection::name)),
                    declared(fields, "groups", groups.stream().flatMap(it -> it.names().stream())))
                ::read);
    List<ModelSection> models =
        fields.list("models", overMoments ? MomentsReader.models(moments) : ModelReader::read);
    if (!fields.has("instruments")
        && !fields.has("groups")
        && !fields.has("services")
        && !fields.has("outcomes")
        && !fields.has("models")) {
      fields.report("asks for nothing: name \"instruments\" to score or \"models\" to fit");
    }
    fields.done();
    refuseRepeatedNames(fields, "groups", "services");
    refuseRepeatedNames(fields, "models");
    refuseRepeatedCounts(fields, services);
    return new Plan(
        title,
        seed,
        data,
        moments,
        instruments,
        identifications,
        groups,
        services,
        keep,
        person,
        labels,
        outcomes,
        models);
  }

  private static @Nullable InstrumentSection instrument(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<Source> source;
    if (fields.has("definition") && !fields.has("instrument")) {
      source = fields.optional("definition", Values::text).map(Source.Definition::new);
    } else {
      fields.refuse("contradicts \"instrument\"; give one of the two", "definition");
      source =
          fields
              .required(
                  "instrument",
                  "name a questionnaire of the catalogue, or a \"definition\" file",
                  PlanReader::catalogued)
              .map(Source.Catalogue::new);
    }
    Optional<String> target = fields.optional("target", Values::text);
    Optional<Columns> columns =
        fields.required(
            "columns",
            "a pattern such as \"ucla3_{n}\", or a list of names",
            Values.columnsByWave("{n}", "{item}"));
    Map<String, String> coding = fields.map("coding", PlanReader::option);
    if (fields.node("coding") instanceof Node.Obj codes && codes.fields().isEmpty()) {
      fields.report("coding", "must have at least one code; leave it out for the form's own codes");
    }
    return fields.done().isSound() && source.isPresent() && columns.isPresent()
        ? new InstrumentSection(source.get(), target, columns.get(), coding)
        : null;
  }

  private static @Nullable IdentificationSection identification(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> instrument =
        fields.required(
            "instrument",
            "name a questionnaire under \"instruments\" that asks about one group at a time",
            Values::text);
    Optional<Double> threshold =
        fields.required(
            "threshold",
            "the lowest score that counts; none is published, so that it has to be said",
            Scalars::number);
    List<String> targets =
        fields.optional("targets", Values.some("group", Values::names)).orElse(List.of());
    return fields.done().isSound() && instrument.isPresent() && threshold.isPresent()
        ? new IdentificationSection(instrument.get(), threshold.get(), targets)
        : null;
  }

  private static @Nullable String catalogued(Node node, Problems problems) {
    String id = Values.text(node, problems);
    if (id == null || Instruments.find(id).isPresent()) {
      return id;
    }
    List<String> ids = Instruments.all().stream().map(Instrument::id).toList();
    node.report(
        problems,
        "is not in the catalogue"
            + Nearest.question(id, ids)
            + "; there are "
            + String.join(", ", ids)
            + "; or give a \"definition\" file");
    return null;
  }

  private static @Nullable String option(Node node, Problems problems) {
    if (node instanceof Node.Num) {
      Long code = Scalars.whole(node, Long.MIN_VALUE, Long.MAX_VALUE, problems);
      return code == null ? null : code.toString();
    }
    if (node instanceof Node.Text text && !text.text().isBlank()) {
      return text.text();
    }
    node.report(
        problems, "must be the id of an answer option (a text) or its code (a whole number)");
    return null;
  }

  /** The names of a list, also those of entries that are refused for something else. */
  private static List<String> declared(Fields fields, String list, Stream<String> sound) {
    Stream<String> written =
        fields.node(list) instanceof Node.Arr array
            ? array.elements().stream()
                .flatMap(
                    entry ->
                        entry instanceof Node.Obj object
                                && object.fields().get("name") instanceof Node.Text name
                            ? Stream.of(name.text())
                            : Stream.empty())
            : Stream.empty();
    return Stream.concat(sound, written).distinct().toList();
  }

  /** One count under two names would be counted twice wherever services are added up. */
  private static void refuseRepeatedCounts(Fields fields, List<ServiceSection> services) {
    Map<String, String> owners = new HashMap<>();
    for (ServiceSection service : services) {
      String owner = owners.putIfAbsent(service.count(), service.name());
      if (owner != null && !owner.equals(service.name())) {
        fields.report(
            "services",
            "count the column "
                + service.count()
                + " twice, as "
                + owner
                + " and as "
                + service.name()
                + "; name each contact once");
      }
    }
  }

  /** Refuses a name that an earlier entry of the same lists has. */
  private static void refuseRepeatedNames(Fields fields, String... lists) {
    Map<String, String> owners = new HashMap<>();
    for (String list : lists) {
      List<Node> entries =
          fields.node(list) instanceof Node.Arr array ? array.elements() : List.of();
      for (Node entry : entries) {
        if (entry instanceof Node.Obj object
            && object.fields().get("name") instanceof Node.Text name) {
          String owner = owners.putIfAbsent(name.text(), entry.place().path());
          if (owner != null) {
            fields.report(
                name.place().path(), "is the name of " + owner + " already; name each differently");
          }
        }
      }
    }
  }
}
