package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.PrePost;
import org.socialcure.mediation.model.Averages;
import org.socialcure.mediation.model.Baselines;
import org.socialcure.mediation.model.BeforeAfter;
import org.socialcure.mediation.model.MediatorOrder;
import org.socialcure.mediation.model.PrePostDesign;

/** Reads a model of measures taken before and after: an entry of {@code models} with a design. */
final class DesignReader {
  private static final Map<String, PrePostDesign> DESIGNS =
      ModelReader.byId(Stream.of(PrePostDesign.values()), Words::of);
  private static final Map<String, Averages> AVERAGES =
      ModelReader.byId(Stream.of(Averages.values()), Words::of);
  private static final Map<String, Baselines> BASELINES =
      ModelReader.byId(Stream.of(Baselines.values()), Words::of);
  private static final String PAIR = "must be an object with the columns \"before\" and \"after\"";

  private final Fields fields;

  private DesignReader(Fields fields) {
    this.fields = fields;
  }

  static Optional<MediationModel> read(Fields fields) {
    return new DesignReader(fields).read();
  }

  private Optional<MediationModel> read() {
    fields.refuse(
        "contradicts \"design\", which already says the equations",
        "path",
        "process",
        "w",
        "z",
        "v",
        "q");
    Optional<PrePostDesign> design = fields.choice("design", DESIGNS);
    boolean within = design.filter(PrePostDesign.WITHIN_SUBJECT::equals).isPresent();
    Optional<PrePost> start = within ? condition() : exposure();
    List<String> covariates = fields.distinctTexts("covariates");
    if (within) {
      fields.refuse(
          "is not for a within-subject design: everyone is compared with themselves", "covariates");
    }
    Optional<Averages> averages = fields.choice("averages", AVERAGES);
    if (design.isPresent() && !within) {
      fields.refuse("belongs to a within-subject design", "averages", "condition");
    }
    Optional<Baselines> baselines = fields.choice("baselines", BASELINES);
    if (design.isPresent() && design.get() != PrePostDesign.RESIDUALISED_CHANGE) {
      fields.refuse("belongs to a residualised change", "baselines");
    }
    List<List<BeforeAfter>> stages = stages();
    Optional<BeforeAfter> y = required("y", "name the outcome before and after");
    if (design.isEmpty() || start.isEmpty() || y.isEmpty() || stages.isEmpty()) {
      return Optional.empty();
    }
    PrePost measures = start.get().to(y.get());
    for (List<BeforeAfter> stage : stages) {
      measures = measures.through(stage.toArray(BeforeAfter[]::new));
    }
    PrePost all = within ? measures : measures.adjustingFor(covariates.toArray(String[]::new));
    Function<PrePost, MediationModel> model =
        switch (design.get()) {
          case CHANGE_SCORE -> PrePost::changeScores;
          case RESIDUALISED_CHANGE -> it -> it.residualisedChange(baselines.orElse(Baselines.OWN));
          case WITHIN_SUBJECT -> it -> it.withinSubject(averages.orElse(Averages.PREDICTORS));
          case HALF_LONGITUDINAL -> PrePost::halfLongitudinal;
        };
    return fields.attempt("design", () -> model.apply(all));
  }

  private Optional<PrePost> condition() {
    fields.refuse(
        "is not for a within-subject design, whose exposure is what tells the occasions apart; name"
            + " that as \"condition\"",
        "x");
    return Optional.of(PrePost.within(fields.text("condition").orElse("time")));
  }

  private Optional<PrePost> exposure() {
    if (fields.peek("x").filter(Map.class::isInstance).isPresent()) {
      return pair(fields.at("x"), fields.peek("x").get()).map(PrePost::from);
    }
    return fields
        .required("x", "name the exposure: a column, or its columns \"before\" and \"after\"")
        .map(PrePost::from);
  }

  private Optional<BeforeAfter> required(String name, String meaning) {
    if (!fields.has(name)) {
      fields.problem(name, "is missing: " + meaning);
      return Optional.empty();
    }
    return fields.value(name).flatMap(value -> pair(fields.at(name), value));
  }

  private Optional<BeforeAfter> pair(String where, Object value) {
    if (!(value instanceof Map<?, ?>)) {
      fields.problemAt(where, PAIR);
      return Optional.empty();
    }
    Fields pair = fields.asObject(where, value).orElseThrow();
    Optional<String> before = pair.required("before", "the column of the first occasion");
    Optional<String> after = pair.required("after", "the column of the second occasion");
    pair.close();
    if (before.isPresent() && before.equals(after)) {
      pair.problem("after", "names the same column as \"before\"");
      return Optional.empty();
    }
    return before.isPresent() && after.isPresent()
        ? Optional.of(BeforeAfter.of(before.get(), after.get()))
        : Optional.empty();
  }

  private List<List<BeforeAfter>> stages() {
    List<List<BeforeAfter>> stages = fields.list("mediators", this::stage);
    if (!fields.has("mediators")) {
      fields.problem("mediators", "is missing: name at least one mediator before and after");
    } else if (fields.peek("mediators").filter(List.of()::equals).isPresent()) {
      fields.problem("mediators", "must name at least one mediator");
    }
    Optional<MediatorOrder> order = fields.choice("order", ShapeReader.ORDERS);
    if (stages.size() > 1 && !fields.has("order")) {
      fields.problem("order", "is missing: with several mediators say parallel or serial");
    }
    boolean parallel = order.equals(Optional.of(MediatorOrder.PARALLEL));
    if (parallel && stages.stream().anyMatch(stage -> stage.size() > 1)) {
      fields.problem(
          "order", "must be serial where \"mediators\" holds lists of parallel mediators");
    }
    return parallel ? List.of(stages.stream().flatMap(List::stream).toList()) : stages;
  }

  /** One mediator, or a list of mediators that are parallel to each other. */
  private Optional<List<BeforeAfter>> stage(String where, Object value) {
    if (!(value instanceof List<?> parallel)) {
      return pair(where, value).map(List::of);
    }
    List<BeforeAfter> measures = new ArrayList<>();
    for (int i = 0; i < parallel.size(); i++) {
      Object measure = parallel.get(i);
      String place = where + "[" + i + "]";
      pair(place, measure == null ? "" : measure).ifPresent(measures::add);
    }
    if (parallel.isEmpty()) {
      fields.problemAt(where, "must name at least one mediator");
    }
    return measures.isEmpty() ? Optional.empty() : Optional.of(measures);
  }
}
