package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.prepost.Averages;
import org.socialcure.mediation.prepost.Baselines;
import org.socialcure.mediation.prepost.BeforeAfter;
import org.socialcure.mediation.prepost.PrePost;

/** Reads a model of measures taken before and after: an entry of {@code models} with a design. */
final class DesignReader {
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
    Optional<PrePostDesign> design = fields.optional("design", Values.word(PrePostDesign.class));
    boolean within = design.equals(Optional.of(PrePostDesign.WITHIN_SUBJECT));
    Optional<PrePost> start = within ? condition() : exposure();
    List<String> covariates = fields.optional("covariates", Values::names).orElse(List.of());
    Averages averages =
        fields.optional("averages", Values.word(Averages.class)).orElse(Averages.PREDICTORS);
    Baselines baselines =
        fields.optional("baselines", Values.word(Baselines.class)).orElse(Baselines.OWN);
    if (within) {
      fields.refuse(
          "is not for a within-subject design: everyone is compared with themselves", "covariates");
    } else if (design.isPresent()) {
      fields.refuse("belongs to a within-subject design", "averages", "condition");
    }
    if (design.isPresent() && design.get() != PrePostDesign.RESIDUALISED_CHANGE) {
      fields.refuse("belongs to a residualised change", "baselines");
    }
    List<List<BeforeAfter>> stages =
        ShapeReader.stages(
            fields, "name at least one mediator before and after", DesignReader::pair);
    Optional<BeforeAfter> y =
        fields.required("y", "name the outcome before and after", DesignReader::pair);
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
          case RESIDUALISED_CHANGE -> it -> it.residualisedChange(baselines);
          case WITHIN_SUBJECT -> it -> it.withinSubject(averages);
          case HALF_LONGITUDINAL -> PrePost::halfLongitudinal;
        };
    return fields.attempt("design", () -> model.apply(all));
  }

  private Optional<PrePost> condition() {
    fields.refuse(
        "is not for a within-subject design, whose exposure is what tells the occasions apart; name"
            + " that as \"condition\"",
        "x");
    return Optional.of(PrePost.within(fields.optional("condition", Values::text).orElse("time")));
  }

  private Optional<PrePost> exposure() {
    if (fields.node("x") instanceof Node.Obj) {
      return fields.optional("x", DesignReader::pair).map(PrePost::from);
    }
    return fields
        .required(
            "x",
            "name the exposure: a column, or its columns \"before\" and \"after\"",
            Values::text)
        .map(PrePost::from);
  }

  private static @Nullable BeforeAfter pair(Node node, Problems problems) {
    if (!(node instanceof Node.Obj)) {
      node.report(problems, "must be an object with the columns \"before\" and \"after\"");
      return null;
    }
    Fields pair = Values.fields(node, problems);
    Optional<String> before =
        pair.required("before", "the column of the first occasion", Values::text);
    Optional<String> after =
        pair.required("after", "the column of the second occasion", Values::text);
    if (before.isPresent() && before.equals(after)) {
      pair.report("after", "names the same column as \"before\"");
    }
    return pair.done().isSound() && before.isPresent() && after.isPresent()
        ? BeforeAfter.of(before.get(), after.get())
        : null;
  }
}
