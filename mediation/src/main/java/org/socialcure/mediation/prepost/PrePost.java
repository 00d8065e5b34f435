package org.socialcure.mediation.prepost;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.model.PrePostDesign;

/**
 * Measures taken before and after, and the different mediation models that they permit.
 *
 * <pre>{@code
 * PrePost measures = PrePost.from("arm")
 *     .through(BeforeAfter.of("belonging@t0", "belonging@t1"))
 *     .to(BeforeAfter.of("loneliness@t0", "loneliness@t1"))
 *     .adjustingFor("age");
 * MediationModel change = measures.changeScores();        // does the change go through the change?
 * MediationModel follow = measures.residualisedChange();  // and between people who started alike?
 * MediationModel lagged = measures.halfLongitudinal();    // and from the earlier to the later?
 * MediationModel time = PrePost.within("time")            // what goes with time, whoever one is?
 *     .through(BeforeAfter.of("belonging@t0", "belonging@t1"))
 *     .to(BeforeAfter.of("loneliness@t0", "loneliness@t1"))
 *     .withinSubject();
 * }</pre>
 *
 * <p>Each model says with its result, in words, what its effects are effects of ({@code estimand}).
 * Changes and averages become columns that are made from the data ({@link BeforeAfter#change()},
 * {@link BeforeAfter#average()}) under names that say so.
 *
 * <p>Immutable and thread-safe; every method returns new measures or a model.
 *
 * @since 0.1
 */
public final class PrePost {
  private final Optional<String> condition;
  private final Optional<String> x;
  private final Optional<BeforeAfter> changingX;
  private final List<List<BeforeAfter>> stages;
  private final Optional<BeforeAfter> y;
  private final List<String> covariates;

  private PrePost(
      Optional<String> condition,
      Optional<String> x,
      Optional<BeforeAfter> changingX,
      List<List<BeforeAfter>> stages,
      Optional<BeforeAfter> y,
      List<String> covariates) {
    this.condition = condition;
    this.x = x;
    this.changingX = changingX;
    this.stages = stages;
    this.y = y;
    this.covariates = covariates;
  }

  /**
   * Starts with an exposure that was measured once, such as the arm of a trial.
   *
   * @param x the exposure
   * @return the measures so far
   */
  public static PrePost from(String x) {
    Objects.requireNonNull(x, "x");
    return new PrePost(
        Optional.empty(), Optional.of(x), Optional.empty(), List.of(), Optional.empty(), List.of());
  }

  /**
   * Starts with an exposure that was measured before and after. Its change is the exposure of
   * {@link #changeScores}; its later value, at an equal earlier one, that of {@link
   * #residualisedChange}; its earlier value that of {@link #halfLongitudinal}.
   *
   * @param x the exposure
   * @return the measures so far
   */
  public static PrePost from(BeforeAfter x) {
    Objects.requireNonNull(x, "x");
    return new PrePost(
        Optional.empty(), Optional.empty(), Optional.of(x), List.of(), Optional.empty(), List.of());
  }

  /**
   * Starts with what tells the two occasions apart, for {@link #withinSubject}: it is the exposure
   * itself and no column of the data.
   *
   * @param condition what to call it, such as {@code time} or {@code treatment}
   * @return the measures so far
   */
  public static PrePost within(String condition) {
    Objects.requireNonNull(condition, "condition");
    return new PrePost(
        Optional.of(condition),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * Adds mediators, which all mediators so far predict.
   *
   * @param mediators the mediators, parallel to one another
   * @return the measures so far
   */
  public PrePost through(BeforeAfter... mediators) {
    List<List<BeforeAfter>> more = new ArrayList<>(stages);
    more.add(List.of(mediators));
    return withStages(more);
  }

  /**
   * Puts the mediators named last in series: each predicts all later ones.
   *
   * @return the measures so far
   */
  public PrePost inSeries() {
    if (stages.isEmpty()) {
      return this;
    }
    List<List<BeforeAfter>> serial = new ArrayList<>(stages);
    serial.remove(serial.size() - 1).forEach(m -> serial.add(List.of(m)));
    return withStages(serial);
  }

  private PrePost withStages(List<List<BeforeAfter>> newStages) {
    List<List<BeforeAfter>> kept =
        newStages.stream().map(List::copyOf).filter(s -> !s.isEmpty()).toList();
    return new PrePost(condition, x, changingX, kept, y, covariates);
  }

  /**
   * Names the outcome.
   *
   * @param outcome the outcome
   * @return the measures so far
   */
  public PrePost to(BeforeAfter outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return new PrePost(condition, x, changingX, stages, Optional.of(outcome), covariates);
  }

  /**
   * Adds covariates to every equation.
   *
   * @param names the covariates, measured before
   * @return the measures so far
   */
  public PrePost adjustingFor(String... names) {
    List<String> more = Stream.concat(covariates.stream(), Stream.of(names)).toList();
    return new PrePost(condition, x, changingX, stages, y, more);
  }

  /**
   * Change scores: how much of the association of the exposure, or its change, with the change of
   * the outcome goes through the changes of the mediators. Baselines are not adjusted for.
   *
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts
   */
  public MediationModel changeScores() {
    check(PrePostDesign.CHANGE_SCORE);
    return PrePostModels.changeScores(exposure("the change"), stages, outcome(), covariates);
  }

  /**
   * Residualised change (analysis of covariance): how much of the association of the exposure with
   * the outcome afterwards goes through the mediators afterwards, where each equation adjusts for
   * the baseline of its own outcome.
   *
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts
   */
  public MediationModel residualisedChange() {
    return residualisedChange(Baselines.OWN);
  }

  /**
   * Residualised change (analysis of covariance) with a choice of baselines.
   *
   * @param baselines the baselines that the equations adjust for
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts
   */
  public MediationModel residualisedChange(Baselines baselines) {
    Objects.requireNonNull(baselines, "baselines");
    check(PrePostDesign.RESIDUALISED_CHANGE);
    return PrePostModels.residualisedChange(
        exposure("after"), stages, outcome(), covariates, baselines);
  }

  /**
   * Two occasions or conditions within the same people (Judd, Kenny and McClelland 2001; Montoya
   * and Hayes 2017, the model of MEMORE): what goes with the occasion itself. The total effect is
   * the mean change of the outcome; an indirect effect is the mean change of the mediator, as far
   * as earlier mediators do not account for it, times its slopes. Equations adjust for the centred
   * averages of the mediators that predict in them.
   *
   * <p>Averages are centred once, at those of the sample, as predictors are: resampled intervals of
   * the direct and total effect speak of persons of that average level. The t test of the total
   * effect, which is reported first, is that of the mean change.
   *
   * <p>Sources: Judd CM, Kenny DA, McClelland GH. Psychological Methods 2001;6(2):115–134, doi
   * 10.1037/1082-989X.6.2.115. Montoya AK, Hayes AF. Psychological Methods 2017;22(1):6–27, doi
   * 10.1037/met0000086.
   *
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts, there is an exposure
   *     or there are covariates
   */
  public MediationModel withinSubject() {
    return withinSubject(Averages.PREDICTORS);
  }

  /**
   * Two occasions or conditions within the same people, with a choice of averages.
   *
   * @param averages the averages that the equations adjust for
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts, there is an exposure
   *     or there are covariates
   */
  public MediationModel withinSubject(Averages averages) {
    Objects.requireNonNull(averages, "averages");
    check(PrePostDesign.WITHIN_SUBJECT);
    return PrePostModels.withinSubject(condition.orElseThrow(), stages, outcome(), averages);
  }

  /**
   * Half-longitudinal (Cole and Maxwell 2003): the effect of the exposure on later mediators at
   * equal earlier ones, times the effect of earlier mediators on the later outcome at an equal
   * earlier one. That the product is an effect along one path rests on stationarity: the mediator
   * acts between these occasions as it would between the later one and the next.
   *
   * <p>Source: Cole DA, Maxwell SE. Journal of Abnormal Psychology 2003;112(4):558–577, doi
   * 10.1037/0021-843X.112.4.558.
   *
   * @return the model
   * @throws InvalidInputException if a measure is missing or plays two parts, or mediators are in
   *     series
   */
  public MediationModel halfLongitudinal() {
    check(PrePostDesign.HALF_LONGITUDINAL);
    return PrePostModels.halfLongitudinal(exposure("before"), stages.get(0), outcome(), covariates);
  }

  private BeforeAfter outcome() {
    return y.orElseThrow();
  }

  private PrePostModels.Exposure exposure(String part) {
    return changingX
        .map(
            it ->
                switch (part) {
                  case "the change" -> PrePostModels.Exposure.changeOf(it);
                  case "after" -> PrePostModels.Exposure.afterwards(it);
                  default -> PrePostModels.Exposure.once(it.before());
                })
        .orElseGet(() -> PrePostModels.Exposure.once(x.orElseThrow()));
  }

  private void check(PrePostDesign design) {
    List<Problem> problems = new ArrayList<>();
    boolean within = design == PrePostDesign.WITHIN_SUBJECT;
    String where = Words.of(design) + " model";
    if (within != condition.isPresent()) {
      problems.add(
          new Problem(
              where,
              within
                  ? "has no exposure but the occasion or condition itself; start with within(…)"
                  : "needs an exposure on which people differ; start with from(…)"));
    }
    if (within && !covariates.isEmpty()) {
      problems.add(
          new Problem(
              where, "compares everyone with themselves and takes no covariates; leave them out"));
    }
    if (stages.isEmpty()) {
      problems.add(new Problem(where, "needs a mediator; name it with through(…)"));
    }
    if (y.isEmpty()) {
      problems.add(new Problem(where, "needs an outcome; name it with to(…)"));
    }
    if (design == PrePostDesign.HALF_LONGITUDINAL && stages.size() > 1) {
      problems.add(
          new Problem(
              where,
              "has two lags and so one step from mediators to the outcome; a series of mediators"
                  + " needs more occasions"));
    }
    Set<String> taken = new LinkedHashSet<>();
    columns()
        .filter(column -> !taken.add(column))
        .distinct()
        .forEach(
            column ->
                problems.add(
                    new Problem(where, "column " + column + " has two parts; it can have one")));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private Stream<String> columns() {
    Stream<BeforeAfter> pairs =
        Stream.of(changingX.stream(), stages.stream().flatMap(List::stream), y.stream())
            .flatMap(s -> s);
    return Stream.of(
            condition.stream(),
            x.stream(),
            pairs.flatMap(p -> Stream.of(p.before(), p.after())),
            covariates.stream())
        .flatMap(s -> s);
  }

  @Override
  public String toString() {
    String start = condition.or(() -> x).or(() -> changingX.map(BeforeAfter::toString)).orElse("");
    return "from "
        + start
        + " through "
        + stages
        + " to "
        + y.map(BeforeAfter::toString).orElse("?")
        + (covariates.isEmpty() ? "" : ", adjusting for " + String.join(", ", covariates));
  }
}
