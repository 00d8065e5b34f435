package org.socialcure.mediation.prepost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Estimand;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.model.Question.Occasions;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;

/** Writes the path model of each pre/post design. */
final class PrePostModels {
  private PrePostModels() {}

  /**
   * The exposure of a design.
   *
   * @param column the column that is the exposure
   * @param derived how it is made, if it is not in the data
   * @param baseline its own baseline, which every equation then adjusts for
   */
  record Exposure(String column, Optional<Derivation> derived, Optional<String> baseline) {
    static Exposure once(String column) {
      return new Exposure(column, Optional.empty(), Optional.empty());
    }

    static Exposure changeOf(BeforeAfter measure) {
      return new Exposure(measure.change().name(), Optional.of(measure.change()), Optional.empty());
    }

    static Exposure afterwards(BeforeAfter measure) {
      return new Exposure(measure.after(), Optional.empty(), Optional.of(measure.before()));
    }
  }

  static MediationModel changeScores(
      Exposure x, List<List<BeforeAfter>> stages, BeforeAfter y, List<String> covariates) {
    Roles roles =
        new Roles(
            x.column(),
            stages.stream().map(s -> s.stream().map(m -> m.change().name()).toList()).toList(),
            y.change().name(),
            Map.of(),
            covariates);
    List<Derivation> derived = new ArrayList<>();
    x.derived().ifPresent(derived::add);
    all(stages).forEach(m -> derived.add(m.change()));
    derived.add(y.change());
    Estimand estimand =
        PrePostEstimands.changeScores(x.column(), changes(all(stages)), y, covariates);
    return model(
        ProcessTemplate.of(4).model(roles),
        Question.of(x.column(), roles.mediators(), roles.y(), covariates),
        new Occasions(PrePostDesign.CHANGE_SCORE, Pathways.DIRECTED, estimand),
        derived);
  }

  static MediationModel residualisedChange(
      Exposure x,
      List<List<BeforeAfter>> stages,
      BeforeAfter y,
      List<String> covariates,
      Baselines baselines) {
    Roles roles =
        new Roles(
            x.column(),
            stages.stream().map(s -> s.stream().map(BeforeAfter::after).toList()).toList(),
            y.after(),
            Map.of(),
            covariates);
    Map<String, String> baselineOf = new LinkedHashMap<>();
    all(stages).forEach(m -> baselineOf.put(m.after(), m.before()));
    baselineOf.put(y.after(), y.before());
    List<Equation> equations = new ArrayList<>();
    for (Equation equation : ProcessTemplate.of(4).model(roles).equations()) {
      List<Term> terms = new ArrayList<>(equation.terms());
      x.baseline().ifPresent(b -> terms.add(Term.of(b)));
      baselineOf.forEach(
          (after, before) -> {
            if (baselines == Baselines.ALL || after.equals(equation.outcome())) {
              terms.add(Term.of(before));
            }
          });
      equations.add(equation.withTerms(terms));
    }
    List<String> adjusted = new ArrayList<>(covariates);
    x.baseline().ifPresent(adjusted::add);
    adjusted.addAll(baselineOf.values());
    return model(
        PathModel.of(equations),
        Question.of(x.column(), roles.mediators(), roles.y(), adjusted),
        new Occasions(
            PrePostDesign.RESIDUALISED_CHANGE,
            Pathways.DIRECTED,
            PrePostEstimands.residualisedChange(x.column(), all(stages), y, adjusted, baselines)),
        List.of());
  }

  static MediationModel withinSubject(
      String condition, List<List<BeforeAfter>> stages, BeforeAfter y, Averages averages) {
    int count = all(stages).size();
    Set<Derivation> derived = new LinkedHashSet<>();
    List<Equation> equations = new ArrayList<>();
    List<BeforeAfter> earlier = new ArrayList<>();
    List<BeforeAfter> before = new ArrayList<>();
    for (List<BeforeAfter> stage : stages) {
      for (BeforeAfter mediator : stage) {
        int number = earlier.size() + 1;
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
          String label = "d" + number + (count > 9 ? "_" : "") + (i + 1);
          terms.add(Term.of(before.get(i).change().name()).labelled(label));
        }
        if (averages != Averages.NONE) {
          before.forEach(m -> terms.add(Term.of(m.average().name())));
        }
        if (averages == Averages.ALL && !before.isEmpty()) {
          terms.add(Term.of(mediator.average().name()));
        }
        equations.add(
            Equation.linear(mediator.change().name(), terms.toArray(Term[]::new))
                .withInterceptLabel(count == 1 ? "a" : "a" + number));
        earlier.add(mediator);
      }
      before.addAll(stage);
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(Term.of(earlier.get(i).change().name()).labelled(count == 1 ? "b" : "b" + (i + 1)));
    }
    if (averages != Averages.NONE) {
      earlier.forEach(m -> terms.add(Term.of(m.average().name())));
    }
    equations.add(
        Equation.linear(y.change().name(), terms.toArray(Term[]::new)).withInterceptLabel("c"));
    earlier.forEach(m -> derived.addAll(List.of(m.change(), m.average())));
    derived.add(y.change());
    return model(
        PathModel.of(equations),
        Question.of(
            condition,
            changes(earlier),
            y.change().name(),
            averages == Averages.NONE
                ? List.of()
                : earlier.stream().map(m -> m.average().name()).toList()),
        new Occasions(
            PrePostDesign.WITHIN_SUBJECT,
            new Pathways(Optional.of(condition), Map.of()),
            PrePostEstimands.withinSubject(condition, earlier, y, averages)),
        List.copyOf(derived));
  }

  static MediationModel halfLongitudinal(
      Exposure x, List<BeforeAfter> mediators, BeforeAfter y, List<String> covariates) {
    boolean single = mediators.size() == 1;
    List<Equation> equations = new ArrayList<>();
    List<Term> outcome = new ArrayList<>();
    Map<String, String> earlierOf = new LinkedHashMap<>();
    for (int i = 0; i < mediators.size(); i++) {
      BeforeAfter mediator = mediators.get(i);
      List<Term> terms = new ArrayList<>();
      terms.add(Term.of(x.column()).labelled(single ? "a" : "a" + (i + 1)));
      terms.add(Term.of(mediator.before()));
      covariates.forEach(c -> terms.add(Term.of(c)));
      equations.add(Equation.linear(mediator.after(), terms.toArray(Term[]::new)));
      outcome.add(Term.of(mediator.before()).labelled(single ? "b" : "b" + (i + 1)));
      earlierOf.put(mediator.after(), mediator.before());
    }
    outcome.add(Term.of(x.column()).labelled("c"));
    outcome.add(Term.of(y.before()));
    covariates.forEach(c -> outcome.add(Term.of(c)));
    equations.add(Equation.linear(y.after(), outcome.toArray(Term[]::new)));
    // Earlier mediators are steps of the path, not covariates.
    List<String> adjusted = new ArrayList<>(covariates);
    adjusted.add(y.before());
    return model(
        PathModel.of(equations),
        Question.of(
            x.column(), mediators.stream().map(BeforeAfter::after).toList(), y.after(), adjusted),
        new Occasions(
            PrePostDesign.HALF_LONGITUDINAL,
            new Pathways(Optional.empty(), earlierOf),
            PrePostEstimands.halfLongitudinal(x.column(), mediators, y)),
        List.of());
  }

  private static List<BeforeAfter> all(List<List<BeforeAfter>> stages) {
    return stages.stream().flatMap(List::stream).toList();
  }

  private static List<String> changes(List<BeforeAfter> measures) {
    return measures.stream().map(m -> m.change().name()).toList();
  }

  private static MediationModel model(
      PathModel path, Question question, Occasions occasions, List<Derivation> derived) {
    return Mediation.of(path)
        .asking(question.withOccasions(occasions))
        .withDerived(derived.toArray(Derivation[]::new));
  }
}
