package org.socialcure.examples.study.plan;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.process.MediatorOrder;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;

/**
 * Reads which variable plays which part: a model as path syntax, as a numbered PROCESS template, as
 * a design of measures taken before and after, or as mediators in parallel or in series.
 */
final class ShapeReader {
  private static final NodeReader<MediatorOrder> ORDER =
      Values.word(EnumSet.of(MediatorOrder.PARALLEL, MediatorOrder.SERIAL));
  private static final String[] MODERATORS = {"w", "z", "v", "q"};

  private final Fields fields;
  private Optional<String> x = Optional.empty();
  private Optional<String> y = Optional.empty();
  private List<List<String>> stages = List.of();
  private List<String> covariates = List.of();
  private final Map<ModeratorLetter, String> moderators = new EnumMap<>(ModeratorLetter.class);
  private boolean repeats;

  private ShapeReader(Fields fields) {
    this.fields = fields;
  }

  static Optional<MediationModel> read(Fields fields) {
    return new ShapeReader(fields).read();
  }

  private Optional<MediationModel> read() {
    if (fields.has("design")) {
      return DesignReader.read(fields);
    }
    fields.refuse("belongs to \"design\"", "condition", "averages", "baselines");
    if (fields.has("path")) {
      String contradiction = "contradicts \"path\", which already says what takes part";
      fields.refuse(contradiction, "process", "mediators", "order", "covariates");
      fields.refuse(contradiction, MODERATORS);
      return path();
    }
    x = fields.required("x", "name the exposure, or write the model as \"path\"", Values::text);
    y = fields.required("y", "name the outcome, or write the model as \"path\"", Values::text);
    covariates = fields.optional("covariates", Values::names).orElse(List.of());
    return fields.has("process") ? template() : chain();
  }

  private Optional<MediationModel> path() {
    Optional<String> syntax = fields.optional("path", Values::text);
    x = fields.optional("x", Values::text);
    y = fields.optional("y", Values::text);
    if (fields.has("x") != fields.has("y")) {
      fields.require(fields.has("x") ? "y" : "x", "name both ends of the effect, or neither");
    }
    Optional<MediationModel> model =
        syntax.flatMap(
            it ->
                fields.attempt(
                    "path", () -> Mediation.of(Values.inside(() -> PathModel.parse(it)))));
    return x.isPresent() && y.isPresent()
        ? model.flatMap(it -> fields.attempt("path", () -> it.between(x.get(), y.get())))
        : model;
  }

  private Optional<MediationModel> template() {
    stages = fields.list("mediators", stage(Values::text));
    fields.refuse("contradicts \"process\", whose number already says the order", "order");
    for (ModeratorLetter letter : ModeratorLetter.values()) {
      fields
          .optional(letter.name().toLowerCase(Locale.ROOT), Values::text)
          .ifPresent(column -> moderators.put(letter, column));
    }
    // A plain list means mediators side by side, as in the macro; a template of a fixed order
    // arranges them itself.
    Optional<Roles> roles = roles(hasParallel(stages) ? stages : List.of(flat(stages)));
    return fields
        .optional("process", ShapeReader::number)
        .flatMap(it -> roles.flatMap(r -> fields.attempt("process", () -> Mediation.of(it, r))));
  }

  private static @Nullable ProcessTemplate number(Node node, Problems problems) {
    Integer number = Values.whole(1, 92).read(node, problems);
    if (number == null) {
      return null;
    }
    try {
      return ProcessTemplate.of(number);
    } catch (InvalidInputException none) {
      node.report(problems, "must be the number of a template: 1 to 76 or 80 to 92");
      return null;
    }
  }

  private Optional<MediationModel> chain() {
    fields.refuse(
        "needs \"process\", the number of the template that says what it moderates", MODERATORS);
    stages = stages(fields, "name at least one mediator, or a \"process\" template", Values::text);
    return stages.isEmpty()
        ? Optional.empty()
        : roles(stages).flatMap(it -> fields.attempt("mediators", () -> model(it)));
  }

  private static MediationModel model(Roles roles) {
    Mediation mediation = Mediation.from(roles.x());
    for (List<String> stage : roles.stages()) {
      mediation = mediation.through(stage.toArray(String[]::new));
    }
    return mediation.to(roles.y()).adjustingFor(roles.covariates().toArray(String[]::new)).build();
  }

  /** The mediators in the order of the model; those of one stage are parallel to each other. */
  static <T> List<List<T>> stages(Fields fields, String meaning, NodeReader<T> mediator) {
    List<List<T>> stages =
        fields
            .required("mediators", meaning, Values.some("mediator", listOf(stage(mediator))))
            .orElse(List.of());
    Optional<MediatorOrder> order = fields.optional("order", ORDER);
    if (stages.size() > 1) {
      fields.require("order", "with several mediators say parallel or serial");
    }
    if (!order.equals(Optional.of(MediatorOrder.PARALLEL))) {
      return stages;
    }
    if (hasParallel(stages)) {
      fields.report(
          "order", "must be serial where \"mediators\" holds lists of parallel mediators");
    }
    return List.of(flat(stages));
  }

  private static <T> NodeReader<List<T>> listOf(NodeReader<T> reader) {
    return (node, problems) -> Fields.elements(node, reader, problems);
  }

  /** One mediator, or a list of mediators that are parallel to each other. */
  private static <T> NodeReader<List<T>> stage(NodeReader<T> mediator) {
    return (node, problems) -> {
      if (node instanceof Node.Arr) {
        return Values.some("mediator", listOf(mediator)).read(node, problems);
      }
      T only = mediator.read(node, problems);
      return only == null ? null : List.of(only);
    };
  }

  private static <T> List<T> flat(List<List<T>> stages) {
    return stages.stream().flatMap(List::stream).toList();
  }

  private static <T> boolean hasParallel(List<List<T>> stages) {
    return stages.stream().anyMatch(stage -> stage.size() > 1);
  }

  private Optional<Roles> roles(List<List<String>> arranged) {
    refuseRepeats();
    return x.isEmpty() || y.isEmpty() || repeats
        ? Optional.empty()
        : Optional.of(new Roles(x.get(), arranged, y.get(), moderators, covariates));
  }

  /**
   * A variable has one part in a model, but a moderator may be the exposure or a covariate as well.
   */
  private void refuseRepeats() {
    Map<String, String> parts = new LinkedHashMap<>();
    x.ifPresent(name -> part(parts, name, "x"));
    for (int i = 0; i < stages.size(); i++) {
      for (String name : stages.get(i)) {
        part(parts, name, "mediators[" + i + "]");
      }
    }
    y.ifPresent(name -> part(parts, name, "y"));
    moderators.forEach(
        (letter, name) -> {
          String earlier = parts.get(name);
          if (earlier != null && !earlier.equals("x")) {
            clash(letter.name().toLowerCase(Locale.ROOT), name, earlier);
          }
        });
    for (int i = 0; i < covariates.size(); i++) {
      part(parts, covariates.get(i), "covariates[" + i + "]");
    }
  }

  private void part(Map<String, String> parts, String name, String place) {
    String earlier = parts.putIfAbsent(name, place);
    if (earlier != null) {
      clash(place, name, earlier);
    }
  }

  private void clash(String place, String name, String earlier) {
    repeats = true;
    fields.report(
        place, "names \"" + name + "\", which is " + earlier + " already; a variable has one part");
  }
}
