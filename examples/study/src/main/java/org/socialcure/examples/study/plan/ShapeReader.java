package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.model.MediatorOrder;
import org.socialcure.mediation.model.ModeratorLetter;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProcessTemplate;
import org.socialcure.mediation.model.Roles;

/**
 * Reads which variable plays which part: a model as path syntax, as a numbered PROCESS template, as
 * a design of measures taken before and after, or as mediators in parallel or in series.
 */
final class ShapeReader {
  static final Map<String, MediatorOrder> ORDERS =
      Map.of(
          Words.of(MediatorOrder.PARALLEL), MediatorOrder.PARALLEL,
          Words.of(MediatorOrder.SERIAL), MediatorOrder.SERIAL);

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
      fields.refuse(
          "contradicts \"path\", which already says what takes part",
          "process",
          "mediators",
          "order",
          "covariates",
          "w",
          "z",
          "v",
          "q");
      return path();
    }
    x = fields.required("x", "name the exposure, or write the model as \"path\"");
    y = fields.required("y", "name the outcome, or write the model as \"path\"");
    stages = fields.list("mediators", this::stage);
    covariates = fields.distinctTexts("covariates");
    return fields.has("process") ? template() : stages();
  }

  private Optional<MediationModel> path() {
    Optional<String> syntax = fields.text("path");
    x = fields.text("x");
    y = fields.text("y");
    if (fields.has("x") != fields.has("y")) {
      fields.problem(
          fields.has("x") ? "y" : "x", "is missing: name both ends of the effect, or neither");
    }
    Optional<MediationModel> model =
        syntax.flatMap(it -> fields.attempt("path", () -> Mediation.of(PathModel.parse(it))));
    return x.isPresent() && y.isPresent()
        ? model.flatMap(it -> fields.attempt("path", () -> it.between(x.get(), y.get())))
        : model;
  }

  /** One mediator, or a list of mediators that are parallel to each other. */
  private Optional<List<String>> stage(String where, Object value) {
    if (value instanceof List<?> parallel) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < parallel.size(); i++) {
        Object name = parallel.get(i);
        fields.asText(where + "[" + i + "]", name == null ? "" : name).ifPresent(names::add);
      }
      if (parallel.isEmpty()) {
        fields.problemAt(where, "must name at least one mediator");
      }
      return Optional.of(names);
    }
    return fields.asText(where, value).map(List::of);
  }

  private List<String> flat() {
    return stages.stream().flatMap(List::stream).toList();
  }

  private boolean hasParallelStage() {
    return stages.stream().anyMatch(stage -> stage.size() > 1);
  }

  private Optional<MediationModel> template() {
    fields.refuse("contradicts \"process\", whose number already says the order", "order");
    for (ModeratorLetter letter : ModeratorLetter.values()) {
      fields
          .text(letter.name().toLowerCase(Locale.ROOT))
          .ifPresent(column -> moderators.put(letter, column));
    }
    OptionalLong number = fields.whole("process", 1, 92);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    // A plain list means mediators side by side, as in the macro; a template of a fixed order
    // arranges them itself.
    Optional<Roles> roles = roles(hasParallelStage() ? stages : List.of(flat()));
    try {
      ProcessTemplate template = ProcessTemplate.of((int) number.getAsLong());
      return roles.flatMap(it -> fields.attempt("process", () -> Mediation.of(template, it)));
    } catch (InvalidInputException e) {
      fields.problem("process", "must be the number of a template: 1 to 76 or 80 to 92");
      return Optional.empty();
    }
  }

  private Optional<MediationModel> stages() {
    fields.refuse(
        "needs \"process\", the number of the template that says what it moderates",
        "w",
        "z",
        "v",
        "q");
    if (!fields.has("mediators")) {
      fields.problem(
          "mediators", "is missing: name at least one mediator, or a \"process\" template");
    } else if (fields.peek("mediators").filter(List.of()::equals).isPresent()) {
      fields.problem("mediators", "must name at least one mediator");
    }
    Optional<MediatorOrder> order = fields.choice("order", ORDERS);
    if (stages.size() > 1 && !fields.has("order")) {
      fields.problem("order", "is missing: with several mediators say parallel or serial");
    }
    boolean parallel = order.equals(Optional.of(MediatorOrder.PARALLEL));
    if (parallel && hasParallelStage()) {
      fields.problem(
          "order", "must be serial where \"mediators\" holds lists of parallel mediators");
    }
    List<List<String>> arranged = parallel ? List.of(flat()) : stages;
    return stages.isEmpty()
        ? Optional.empty()
        : roles(arranged).flatMap(it -> fields.attempt("mediators", () -> model(it)));
  }

  private static MediationModel model(Roles roles) {
    Mediation mediation = Mediation.from(roles.x());
    for (List<String> stage : roles.stages()) {
      mediation.through(stage.toArray(String[]::new));
    }
    return mediation.to(roles.y()).adjustingFor(roles.covariates().toArray(String[]::new)).build();
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
    fields.problem(
        place, "names \"" + name + "\", which is " + earlier + " already; a variable has one part");
  }
}
