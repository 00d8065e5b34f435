package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Nearest;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.effect.EffectCatalogue;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.internal.effect.NullHypothesis;
import org.socialcure.mediation.internal.effect.Probe;
import org.socialcure.mediation.internal.effect.ValuesOfModerators;
import org.socialcure.mediation.model.Expression;

/**
 * The effects of an analysis: those the model gives rise to, and those that are asked for later.
 */
final class EffectList {
  private final Analysis owner;
  private final Design design;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final EffectAnswers answers;
  private final Lazy<EffectCatalogue.Listing> listing;
  private final Lazy<List<FittedEffect>> effects;
  private final Lazy<Optional<List<Inference>>> joint;

  EffectList(
      Analysis owner,
      Design design,
      Estimates estimates,
      Optional<Resamples> resamples,
      EffectAnswers answers) {
    this.owner = owner;
    this.design = design;
    this.estimates = estimates;
    this.resamples = resamples;
    this.answers = answers;
    this.listing = Lazy.of(() -> catalogue(design::base, design::probes));
    this.effects = Lazy.of(this::fitted);
    this.joint = Lazy.of(this::simultaneous);
  }

  List<EffectSpec> specs() {
    return listing.get().specs();
  }

  List<FittedEffect> effects() {
    return effects.get();
  }

  /** How many indirect effects there are, and how many of them are listed. */
  List<ListedPaths> paths() {
    return listing.get().paths();
  }

  /** The names of effects that depend on too many moderators to be shown at values of theirs. */
  List<String> unprobed() {
    return listing.get().unprobed();
  }

  /** The indirect effects through some mediators, whether they are listed or not. */
  List<FittedEffect> indirect(List<String> mediators) {
    List<FittedEffect> found =
        effects().stream()
            .filter(
                e ->
                    e.key() instanceof EffectKey.Along along
                        && along.kind() == EffectKind.INDIRECT
                        && along.mediators().equals(mediators))
            .toList();
    return found.isEmpty() ? unlisted(mediators) : found;
  }

  private List<FittedEffect> unlisted(List<String> mediators) {
    if (design.settings().y().isEmpty() || mediators.isEmpty()) {
      return List.of();
    }
    String y = design.settings().y().get();
    List<FittedEffect> found = new ArrayList<>();
    for (String focal : design.focals()) {
      List<String> path = new ArrayList<>(List.of(focal));
      path.addAll(mediators);
      path.add(y);
      if (design.effects(focal, y).has(path)) {
        EffectCatalogue.along(
                design.model(),
                List.copyOf(path),
                design.focals().size() > 1,
                design.settings().pathways(),
                design::base,
                design::probes,
                new ValuesOfModerators(design.centres()))
            .forEach(spec -> found.add(alone(spec)));
      }
    }
    return found;
  }

  private EffectCatalogue.Listing catalogue(
      UnaryOperator<String> base, Function<String, List<Probe>> probes) {
    return EffectCatalogue.of(
        design.model(),
        design.focals(),
        design.settings().y().orElse(""),
        design.settings().pathways(),
        base,
        probes,
        new ValuesOfModerators(design.centres()),
        design.settings().requests().indirectEffects());
  }

  private List<FittedEffect> fitted() {
    List<FittedEffect> all = new ArrayList<>();
    int indirect = 0;
    for (EffectSpec spec : specs()) {
      if (spec.kind() == EffectKind.INDIRECT) {
        int position = indirect++;
        all.add(
            FittedEffect.of(
                owner, spec, answers, Lazy.of(() -> joint.get().map(j -> j.get(position)))));
      } else {
        all.add(alone(spec));
      }
    }
    return List.copyOf(all);
  }

  private FittedEffect alone(EffectSpec spec) {
    return FittedEffect.of(owner, spec, answers, Lazy.of(Optional::empty));
  }

  /** The joint inference of all indirect effects, if there are several. */
  private Optional<List<Inference>> simultaneous() {
    List<Expression> indirect =
        specs().stream()
            .filter(s -> s.kind() == EffectKind.INDIRECT)
            .map(EffectSpec::expression)
            .toList();
    return resamples
        .filter(r -> indirect.size() > 1)
        .flatMap(r -> Simultaneous.of(indirect, estimates, r, design.settings().level()));
  }

  List<FittedEffect> conditional(Map<String, Double> at) {
    check(at);
    return catalogue(
            v -> v,
            v ->
                at.containsKey(v)
                    ? List.of(new Probe(v + " = " + Probes.shown(at.get(v)), Map.of(v, at.get(v))))
                    : design.probes(design.base(v)))
        .specs()
        .stream()
        .filter(s -> s.kind() == EffectKind.DIRECT || s.kind() == EffectKind.INDIRECT)
        .map(this::alone)
        .toList();
  }

  private void check(Map<String, Double> at) {
    Set<String> moderators = new LinkedHashSet<>();
    specs().forEach(s -> moderators.addAll(s.written().moderators()));
    String y = design.settings().y().orElse("");
    design.focals().forEach(x -> moderators.addAll(design.effects(x, y).moderators()));
    List<Problem> problems = new ArrayList<>();
    at.forEach(
        (name, value) -> {
          if (!moderators.contains(name)) {
            problems.add(
                new Problem(
                    "moderator " + name,
                    moderators.isEmpty()
                        ? "no effect of the model depends on a moderator"
                        : "moderates no effect of the model"
                            + Nearest.listed(name, moderators, "moderators")));
          } else if (value == null || !Double.isFinite(value)) {
            problems.add(new Problem("moderator " + name, "its value must be finite"));
          }
        });
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  FittedEffect asked(String expression) {
    Expression parsed = design.model().expression(expression);
    if (!parsed.moderators().isEmpty()) {
      throw new InvalidInputException(
          "effect",
          "depends on the value of "
              + String.join(", ", parsed.moderators())
              + "; write the value in its place");
    }
    return alone(
        new EffectSpec(
            new EffectKey.Asked(expression),
            expression,
            parsed,
            parsed,
            Scale.of(Scale.Form.AS_DEFINED),
            NullHypothesis.of(parsed, java.util.OptionalDouble.empty())));
  }

  FittedEffect contrast(FittedEffect first, FittedEffect second) {
    Expression difference = Expression.difference(first.inCoefficients(), second.inCoefficients());
    return alone(
        new EffectSpec(
            new EffectKey.Difference(EffectKind.CONTRAST, first.key(), second.key()),
            first.name() + " − " + second.name(),
            difference,
            difference,
            Scale.of(Scale.Form.DIFFERENCE),
            NullHypothesis.ZERO));
  }
}
