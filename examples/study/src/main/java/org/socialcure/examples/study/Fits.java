package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.socialcure.core.Problems;
import org.socialcure.core.Progress;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.plan.BootstrapSection;
import org.socialcure.examples.study.plan.ModelSection;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.report.ModelDocument;

/** Fits the models of a plan. */
final class Fits {
  private Fits() {}

  /** The models fitted on rows, of which nobody hears. */
  static List<ModelDocument> of(Plan plan, PlanSource source, Dataset wide) {
    return of(plan, source, model -> wide, model -> Progress.UNHEARD);
  }

  /** The models fitted on the rows of each; who hears of it is asked for by its name. */
  static List<ModelDocument> of(
      Plan plan,
      PlanSource source,
      Function<ModelSection, Dataset> rows,
      Function<String, Progress> progress) {
    return fit(
        plan,
        it ->
            model(it, plan.seed())
                .fit(
                    rows.apply(it),
                    bootstrap(it.bootstrap(), plan.seed(), source),
                    progress.apply(it.name())));
  }

  /** The models fitted on moments, of which nobody hears. */
  static List<ModelDocument> of(Plan plan, Moments moments) {
    return of(plan, moments, model -> Progress.UNHEARD);
  }

  /** The models fitted on moments; who hears of each is asked for by its name. */
  static List<ModelDocument> of(Plan plan, Moments moments, Function<String, Progress> progress) {
    return fit(plan, it -> model(it, plan.seed()).fit(moments, progress.apply(it.name())));
  }

  /** The fitted models; what is wrong with any of them is reported together. */
  private static List<ModelDocument> fit(Plan plan, Function<ModelSection, MediationResult> fit) {
    Problems problems = new Problems();
    List<ModelDocument> models = new ArrayList<>();
    for (ModelSection section : plan.models()) {
      problems.attempt(
          problem -> problem.in("model " + section.name()),
          () -> models.add(fit.apply(section).document()));
    }
    problems.throwIfAny();
    return models;
  }

  private static MediationModel model(ModelSection section, long seed) {
    MediationModel model = section.model();
    if (section.permutations().isPresent()) {
      model = model.withPermutationTests(section.permutations().getAsInt(), seed);
    }
    if (section.wildClusterTests().isPresent()) {
      model = model.withWildClusterTests(section.wildClusterTests().getAsInt(), seed);
    }
    return section.monteCarlo().isPresent()
        ? model.withMonteCarlo(section.monteCarlo().getAsInt(), seed)
        : model;
  }

  private static Bootstrap bootstrap(BootstrapSection section, long seed, PlanSource source) {
    int[][] indices =
        section.indices().isPresent()
            ? ResampleFile.read(source, section.indices().get(), section.replicates())
            : new int[0][];
    Bootstrap bootstrap =
        Bootstrap.of(section.interval(), section.replicates().orElse(indices.length))
            .seed(seed)
            .withCompatibility(section.compatibility());
    if (section.rule().isPresent()) {
      bootstrap = bootstrap.withRule(section.rule().get());
    }
    if (section.kind().isPresent()) {
      bootstrap = bootstrap.withKind(section.kind().get());
    }
    if (section.strata().isPresent()) {
      bootstrap = bootstrap.withStrata(section.strata().get());
    }
    return section.indices().isPresent() ? bootstrap.withIndices(indices) : bootstrap;
  }
}
