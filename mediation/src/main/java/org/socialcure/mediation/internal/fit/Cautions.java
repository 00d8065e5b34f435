package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.inference.BootstrapIntervals;
import org.socialcure.mediation.internal.inference.Replicates;
import org.socialcure.mediation.internal.linear.LoneUnit;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/** What a reader should be careful about. */
final class Cautions {
  /** Fewer rows than this for each coefficient are few. */
  private static final double ROWS_PER_COEFFICIENT = 10;

  /** A larger share of rows left out is worth a sentence. */
  private static final double ROWS_LEFT_OUT = 0.2;

  private static final double LARGE_VIF = 5;
  private static final double LARGE_DISPERSION = 1.5;

  /** Weights of a larger mean, or of one below its inverse, are hardly counts of rows. */
  private static final double LARGE_MEAN_WEIGHT = 1.5;

  /** A larger share of degenerate replicates makes intervals doubtful. */
  private static final double DEGENERATE = 0.01;

  /** Fewer clusters give errors and intervals that are too small. */
  private static final int FEW_CLUSTERS = 20;

  /** Fewer replicates give limits that change from seed to seed. */
  private static final int FEW_REPLICATES = 1000;

  private final Design design;
  private final List<FittedEquation> equations;
  private final UnaryOperator<String> label;
  private final List<Caution> cautions = new ArrayList<>();

  private Cautions(Design design, List<FittedEquation> equations, UnaryOperator<String> label) {
    this.design = design;
    this.equations = equations;
    this.label = label;
  }

  static List<Caution> of(
      Design design,
      List<FittedEquation> equations,
      Optional<Resamples> resamples,
      EffectList list,
      List<EffectSize> sizes,
      UnaryOperator<String> label) {
    Cautions cautions = new Cautions(design, equations, label);
    cautions.sample();
    cautions.listing(list);
    equations.forEach(cautions::equation);
    cautions.clusters(resamples);
    resamples.ifPresent(cautions::replicates);
    resamples.map(Resamples::units).ifPresent(cautions::signs);
    resamples.ifPresent(r -> cautions.withoutEffect(list.effects(), r));
    resamples.ifPresent(r -> cautions.disagreement(list.effects(), r));
    cautions.proportions(sizes);
    cautions.waves();
    cautions.design();
    return List.copyOf(cautions.cautions);
  }

  private void sample() {
    cautions.addAll(design.sample().cautions());
    if (design.moments().isPresent()) {
      add(
          Code.FROM_MOMENTS,
          "Estimated from means and covariances: outliers, missing values and curved relations"
              + " cannot be seen, and rounding in the table goes into the results. Normal-theory"
              + " intervals of indirect effects are symmetric, which their distributions are not;"
              + " Monte Carlo limits are not bound to that.");
    }
    // Rows of weight zero are out of scope, not lost.
    int read = design.sample().rowsRead() - design.sample().zeroWeights();
    int used = design.sample().rows();
    double leftOut = read == 0 ? 0 : (double) (read - used) / read;
    if (leftOut > ROWS_LEFT_OUT) {
      add(
          Code.ROWS_LEFT_OUT,
          "%d of %d rows (%s) were left out because of missing values. The result speaks of"
              + " the rest; if those who dropped out differ, it does not speak of all.",
          read - used,
          read,
          Numbers.percent(leftOut, 0));
    }
    int most = equations.stream().mapToInt(FittedEquation::size).max().orElse(1);
    if (used < ROWS_PER_COEFFICIENT * most) {
      add(
          Code.FEW_ROWS_PER_COEFFICIENT,
          "The largest equation has %d coefficients for %d rows, fewer than ten rows for each.",
          most,
          used);
    }
  }

  /** What a list of effects cannot hold. */
  private void listing(EffectList list) {
    for (ListedPaths paths : list.paths()) {
      if (paths.leftOut().signum() > 0) {
        add(
            Code.EFFECTS_NOT_LISTED,
            "%s has %d indirect effects on %s, of which %d along the shortest paths are listed."
                + " Total and total indirect effects hold all of them. What is said of several"
                + " effects at once is said of those that are listed.",
            label.apply(paths.from()),
            paths.paths(),
            label.apply(paths.to()),
            paths.listed());
      }
    }
    if (!list.unprobed().isEmpty()) {
      add(
          Code.EFFECTS_NOT_LISTED,
          "These effects depend on so many moderators that they are not listed at all combinations"
              + " of their values: %s.",
          String.join("; ", list.unprobed()));
    }
  }

  private void equation(FittedEquation fitted) {
    RegressionFit fit = fitted.fit();
    String outcome = label.apply(fit.outcome());
    fit.estimationCautions()
        .forEach(
            p ->
                cautions.add(
                    new Caution(Code.EQUATION, "Equation " + outcome + ": " + p.message())));
    Map<String, Double> vif = fit.vif();
    for (Term term : fitted.equation().terms()) {
      // A product goes with its factors by construction; centring changes that, not the fit.
      boolean single = term.variables().size() == 1 && !inProduct(fitted.equation(), term);
      double inflation = vif.getOrDefault(term.name(), 0.0);
      if (inflation > (single ? LARGE_VIF : RegressionFit.HIGH_VIF)) {
        add(
            Code.COLLINEAR,
            "Equation %s: %s is largely explained by the other predictors (VIF %s), so that its"
                + " coefficient is uncertain.",
            outcome,
            term.variables().stream().map(label).collect(Collectors.joining(" × ")),
            Numbers.fixed(inflation, 1));
      }
    }
    twoValues(fit, outcome);
    weights(fit, outcome);
    overdispersion(fit, outcome);
  }

  /** A linear equation describes a two-valued outcome by straight lines and one variance. */
  private void twoValues(RegressionFit fit, String outcome) {
    if (fit.family() != Family.GAUSSIAN || design.moments().isPresent()) {
      return;
    }
    double[] values =
        Arrays.stream(design.sample().column(fit.outcome())).distinct().limit(3).sorted().toArray();
    if (values.length != 2) {
      return;
    }
    boolean coded = values[0] == 0 && values[1] == 1;
    add(
        Code.TWO_VALUES_IN_LINEAR_EQUATION,
        "Equation %s: the outcome has two values only, and the equation is linear: its coefficients"
            + " are %s, fitted values may leave the two%s. %s",
        outcome,
        coded ? "differences of probability" : "differences between the two values",
        fit.standardErrors() == StandardErrors.CLASSICAL
            ? ", and classical standard errors take its variance to be the same everywhere"
            : "",
        coded
            ? "If that is not meant, choose the family logit or probit."
            : "If that is not meant, code it 0 and 1 and choose the family logit or probit.");
  }

  /** The mean weight of the rows used; 1 without weights. */
  private double meanWeight() {
    return design.sample().weights().map(SampleStatistics::mean).orElse(1.0);
  }

  /** A likelihood takes a weight as that many observations, which survey weights are not. */
  private void weights(RegressionFit fit, String outcome) {
    double mean = meanWeight();
    boolean taken =
        fit.family() != Family.GAUSSIAN
            && fit.family() != Family.QUASI_POISSON
            && fit.standardErrors() == StandardErrors.CLASSICAL;
    if (taken && (mean > LARGE_MEAN_WEIGHT || mean < 1 / LARGE_MEAN_WEIGHT)) {
      add(
          Code.WEIGHTS_AS_COUNTS,
          "Equation %s: its likelihood takes a weight as that many observations, so that %s rows"
              + " count as %s. If the weights are not counts, classical standard errors are %s and"
              + " measures of fit of another size; use robust standard errors, or divide the"
              + " weights by their mean.",
          outcome,
          Numbers.count(fit.rows()),
          Numbers.count(Math.round(mean * fit.rows())),
          mean > 1 ? "too small" : "too large");
    }
  }

  private void overdispersion(RegressionFit fit, String outcome) {
    if (fit.family() != Family.POISSON) {
      return;
    }
    double mean = meanWeight();
    fit.measures()
        .dispersion()
        // What the weights do is not the counts' doing.
        .filter(d -> d.ratio() / mean > LARGE_DISPERSION)
        .ifPresent(
            d ->
                add(
                    Code.OVERDISPERSED,
                    "Equation %s: the counts vary %s times as much as a Poisson distribution"
                        + " permits%s; its classical standard errors are too small. Use negbin,"
                        + " quasipoisson or robust standard errors.",
                    outcome,
                    Numbers.fixed(d.ratio() / mean, 1),
                    design.sample().weights().isPresent() ? ", with weights that average 1" : ""));
  }

  private static boolean inProduct(Equation equation, Term single) {
    return equation.terms().stream()
        .anyMatch(
            t -> t.variables().size() > 1 && t.variables().contains(single.variables().get(0)));
  }

  private void clusters(Optional<Resamples> resamples) {
    Optional<String> column = design.settings().data().cluster();
    Optional<DrawnUnits> units = resamples.map(Resamples::units);
    units.ifPresent(this::strata);
    if (column.isEmpty() || design.moments().isPresent()) {
      return;
    }
    int count = (int) Arrays.stream(design.sample().groups().get(column.get())).distinct().count();
    if (count < FEW_CLUSTERS) {
      add(
          Code.FEW_CLUSTERS,
          "There are %d clusters. With fewer than about %d, %s",
          count,
          FEW_CLUSTERS,
          fewClusters());
    }
    units
        .filter(u -> !u.kind().drawsClusters())
        .ifPresent(
            u ->
                add(
                    Code.CLUSTERS_SPLIT,
                    "The model has clusters by %s, and the %s bootstrap draws rows without regard to"
                        + " them: if rows of a cluster are alike, its intervals and p-values are too"
                        + " small. Use the cluster bootstrap.",
                    label.apply(column.get()),
                    Words.of(u.kind())));
    List<String> ignoring =
        equations.stream()
            .filter(e -> !e.fit().standardErrors().usesClusters())
            .map(e -> label.apply(e.outcome()) + " (" + Words.of(e.fit().standardErrors()) + ")")
            .toList();
    if (!ignoring.isEmpty()) {
      add(
          Code.CLUSTERS_IGNORED,
          "The model has clusters by %s, but the standard errors of some equations take rows as"
              + " independent: %s.",
          label.apply(column.get()),
          String.join(", ", ignoring));
    }
  }

  /** What few clusters do, and what is left to do about it. */
  private String fewClusters() {
    String wild = "the wild-cluster bootstrap, and for one coefficient the wild cluster test.";
    if (!design.allLinear()) {
      return "errors and intervals by clusters tend to be too small. cr2 standard errors and the"
          + " wild-cluster bootstrap would help, but need linear equations.";
    }
    return equations.stream().allMatch(e -> e.fit().standardErrors() == StandardErrors.CR2)
        ? "intervals by the delta method or of clusters drawn anew tend to be too small, also beside"
            + " cr2 standard errors. Remedies: "
            + wild
        : "errors and intervals by clusters tend to be too small. Remedies: cr2 standard errors, "
            + wild;
  }

  /** Predictors that one unit alone has, whose coefficients the signs of residuals hardly move. */
  private void signs(DrawnUnits units) {
    if (units.kind() != BootstrapKind.WILD && units.kind() != BootstrapKind.WILD_CLUSTER) {
      return;
    }
    String unit = units.kind() == BootstrapKind.WILD ? "row" : "cluster";
    for (FittedEquation fitted : equations) {
      for (Term term : fitted.equation().terms()) {
        Interruption.check();
        if (LoneUnit.has(design.column(term, design::predictor), units.ofRow())) {
          add(
              Code.LONE_UNIT,
              "Equation %s: %s has one value in all %ss but one, which alone decides its"
                  + " coefficient and effects at that %s's values: a wild bootstrap leaves out how"
                  + " such a %s varies, and its intervals are too narrow.",
              label.apply(fitted.outcome()),
              term.variables().stream().map(label).collect(Collectors.joining(" × ")),
              unit,
              unit,
              unit);
        }
      }
    }
  }

  private void strata(DrawnUnits units) {
    int[] sizes = units.sizesOfStrata();
    long alone = Arrays.stream(sizes).filter(size -> size == 1).count();
    if (alone > 0) {
      add(
          Code.STRATA_OF_ONE_ROW,
          "%d of %d strata hold one row, which is in every resample as it is: intervals are too"
              + " narrow by what these rows vary.",
          alone,
          sizes.length);
    }
  }

  private void replicates(Resamples resamples) {
    Bootstrap bootstrap = resamples.bootstrap();
    int asked = resamples.table().asked();
    int degenerate =
        resamples.table().degenerate().values().stream().mapToInt(Integer::intValue).sum();
    if (degenerate > DEGENERATE * asked) {
      add(
          Code.DEGENERATE_REPLICATES,
          "%d resamples could not be estimated (%s). Such resamples are not random, so the intervals"
              + " are doubtful.",
          degenerate,
          resamples.table().degenerate().entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", ")));
    }
    if (bootstrap.replicates() < FEW_REPLICATES) {
      add(
          Code.FEW_REPLICATES,
          "With %d replicates the limits change noticeably with the seed; 5000 or more are usual.",
          bootstrap.replicates());
    }
  }

  private void design() {
    Question question = design.settings().question();
    question
        .template()
        .ifPresent(
            template -> {
              if (!template.verified()) {
                add(
                    Code.TEMPLATE_UNVERIFIED,
                    "Template %d is written from memory of its diagram; hold the equations against"
                        + " the template you mean.",
                    template.number());
              }
            });
    question.occasions().map(Question.Occasions::design).ifPresent(this::prePost);
    boolean mediation =
        !design.settings().mediators().isEmpty()
            && design.settings().pathways().condition().isEmpty();
    if (mediation
        && design.model().equations().stream().anyMatch(e -> e.family() != Family.GAUSSIAN)) {
      add(
          Code.NOT_LINEAR,
          "Some equations are not linear. Indirect effects are products of coefficients on the scale"
              + " named with each; they are not differences of means or of probabilities.");
    }
    if (mediation && design.settings().covariates().isEmpty()) {
      add(
          Code.NO_COVARIATES,
          "No covariates are adjusted for. Whatever acts on both a mediator and the outcome biases"
              + " the indirect effect, even if the exposure was randomised.");
    } else if (mediation) {
      add(
          Code.CONFOUNDING,
          "Mediators were not randomised: the indirect effect is unbiased only if the covariates"
              + " hold everything that acts on both a mediator and the outcome.");
    }
  }

  /** What each design of measures taken before and after takes for granted. */
  private void prePost(PrePostDesign design) {
    switch (design) {
      case CHANGE_SCORE ->
          add(
              Code.CHANGES_AT_ONCE,
              "The changes cover the same interval, so that their order is assumed, not observed."
                  + " Whoever scored by chance far from average at first changes towards it"
                  + " (regression to the mean); baselines are not adjusted for.");
      case RESIDUALISED_CHANGE ->
          add(
              Code.EQUAL_BASELINES,
              "Equal measured baselines are not equal persons: measurement error in a baseline"
                  + " leaves part of a difference that was there before. The mediators and the"
                  + " outcome afterwards were measured at one time.");
      case WITHIN_SUBJECT ->
          add(
              Code.NO_COMPARISON,
              "Everything that differs between the two occasions goes into these effects: other"
                  + " events, repetition, regression to the mean. Without a comparison group, or an"
                  + " order of conditions that was balanced, they are changes over time. A mediator"
                  + " and the outcome may also change together for a third reason.");
      case HALF_LONGITUDINAL ->
          add(
              Code.STATIONARITY,
              "The indirect effect joins two steps of the same interval as if the second followed"
                  + " the first: it rests on stationarity, which two occasions cannot show.");
    }
  }

  /** Columns named {@code variable@wave} say when they were measured. */
  private void waves() {
    Settings settings = design.settings();
    List<String> order = new ArrayList<>(settings.x().stream().toList());
    order.addAll(settings.mediators());
    settings.y().ifPresent(order::add);
    List<String> shared = new ArrayList<>();
    for (int i = 1; i < order.size(); i++) {
      Optional<String> before = wave(order.get(i - 1));
      if (before.isPresent() && before.equals(wave(order.get(i)))) {
        shared.add(label.apply(order.get(i - 1)) + " and " + label.apply(order.get(i)));
      }
    }
    if (!shared.isEmpty() && !settings.mediators().isEmpty()) {
      add(
          Code.SAME_WAVE,
          "%s belong to the same wave or the same interval: that the one comes before the other is"
              + " assumed, not observed.",
          String.join("; ", shared));
    }
  }

  private static Optional<String> wave(String name) {
    return ColumnName.parse(name).wave();
  }

  /** Where it depends on the kind of interval whether an indirect effect differs from zero. */
  /** Effects such as quotients and logarithms need not be numbers in every replicate. */
  private void withoutEffect(List<FittedEffect> effects, Resamples resamples) {
    for (FittedEffect spec : effects) {
      double[] values = resamples.of(spec.inCoefficients());
      long none = Arrays.stream(values).filter(v -> !Double.isFinite(v)).count();
      if (none > 0) {
        add(
            Code.REPLICATES_WITHOUT_EFFECT,
            "%s: in %d of %d replicates the effect is no number; its interval and its p-value are of"
                + " the rest, and may be too narrow.",
            spec.label(),
            none,
            values.length);
      }
    }
  }

  private void disagreement(List<FittedEffect> effects, Resamples resamples) {
    double level = design.settings().level();
    for (FittedEffect spec : effects) {
      if (spec.kind() != EffectKind.INDIRECT && spec.kind() != EffectKind.TOTAL_INDIRECT) {
        continue;
      }
      double[] values = resamples.of(spec.inCoefficients());
      double estimate = spec.estimate();
      if (!Double.isFinite(estimate) || !Arrays.stream(values).allMatch(Double::isFinite)) {
        continue;
      }
      Replicates replicates = Replicates.of(estimate, values);
      QuantileRule rule = resamples.bootstrap().rule();
      Optional<Interval> plain = BootstrapIntervals.percentile(replicates, level, rule).interval();
      if (plain.isEmpty()) {
        continue;
      }
      boolean percentile = plain.get().contains(0);
      BootstrapIntervals.biasCorrected(replicates, level, rule)
          .interval()
          .filter(corrected -> corrected.contains(0) != percentile)
          .ifPresent(
              corrected ->
                  add(
                      Code.PERCENTILE_AND_BIAS_CORRECTED_DISAGREE,
                      "%s: the %s interval holds zero, the %s one does not. Which interval was used"
                          + " must be said with the result.",
                      spec.label(),
                      percentile ? "percentile" : "bias-corrected",
                      percentile ? "bias-corrected" : "percentile"));
    }
  }

  /** What people are not told as a share, and shares that leave 0 to 1. */
  private void proportions(List<EffectSize> sizes) {
    boolean asOtherProgram = design.settings().errors().compatibility() != Compatibility.NONE;
    for (EffectSize size : sizes) {
      if (size.kind() != EffectSize.Kind.PROPORTION_MEDIATED) {
        continue;
      }
      String of = size.effect().label();
      size.withheld()
          .ifPresent(
              reason ->
                  add(
                      Code.PROPORTION_MEDIATED,
                      asOtherProgram
                          ? "%s: the proportion mediated is told because another program tells it;"
                              + " it means nothing here, because %s."
                          : "%s: no proportion mediated is told, because %s.",
                      of,
                      reason.explanation()));
      boolean leaves =
          size.withheld().isEmpty()
              && size.interval().filter(i -> i.lower() < 0 || i.upper() > 1).isPresent();
      if (leaves) {
        add(
            Code.PROPORTION_MEDIATED,
            "%s: the interval of the proportion mediated leaves 0 to 1, where a share makes sense;"
                + " the ratio of two uncertain effects is too uncertain to be read as one.",
            of);
      }
    }
  }

  private void add(Code code, String message, Object... values) {
    cautions.add(new Caution(code, String.format(Locale.ROOT, message, values)));
  }
}
