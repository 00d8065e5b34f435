package org.socialcure.mediation.internal.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectWords;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Expression;

/** An effect of one analysis, which answers what is asked of it. */
final class FittedEffect implements Effect {
  private final Analysis owner;
  private final EffectSpec spec;
  private final double estimate;
  private final Lazy<Optional<Inference>> classical;
  private final Lazy<Optional<Inference>> bootstrap;
  private final Lazy<List<Inference>> normalTheory;
  private final Lazy<List<Standardised>> standardised;
  private final Lazy<Optional<Inference>> simultaneous;

  private FittedEffect(
      Analysis owner, EffectSpec spec, EffectAnswers answers, Lazy<Optional<Inference>> joint) {
    this.owner = owner;
    this.spec = spec;
    this.estimate = answers.estimate(spec);
    if (!Double.isFinite(estimate)) {
      throw new InvalidInputException(
          "effect " + spec.name(),
          "is not a finite number at the estimated coefficients, as a logarithm of a negative"
              + " number or a quotient by zero is not; leave it out or write it otherwise");
    }
    this.classical = Lazy.of(() -> answers.classical(spec));
    this.bootstrap = Lazy.of(() -> answers.bootstrap(spec));
    this.normalTheory = Lazy.of(() -> answers.normalTheory(spec));
    this.standardised = Lazy.of(() -> answers.standardised(spec));
    this.simultaneous = joint;
  }

  static FittedEffect of(
      Analysis owner, EffectSpec spec, EffectAnswers answers, Lazy<Optional<Inference>> joint) {
    return new FittedEffect(owner, spec, answers, joint);
  }

  /** The same effect beside others whose intervals hold at once. */
  FittedEffect withSimultaneous(EffectAnswers answers, Inference joint) {
    return new FittedEffect(owner, spec, answers, Lazy.of(() -> Optional.of(joint)));
  }

  boolean isOf(Analysis analysis) {
    return owner == analysis;
  }

  EffectSpec spec() {
    return spec;
  }

  /** The effect in coefficients alone. */
  Expression inCoefficients() {
    return spec.expression();
  }

  @Override
  public EffectKey key() {
    return spec.key();
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public String label() {
    return EffectWords.of(owner).label(key());
  }

  @Override
  public String expression() {
    return spec.written().toString();
  }

  @Override
  public Scale scale() {
    return spec.scale();
  }

  @Override
  public double estimate() {
    return estimate;
  }

  @Override
  public double nullValue() {
    return spec.test().value();
  }

  @Override
  public Optional<Inference> inference() {
    // As readers expect: a coefficient by its own test, a function of several by its replicates.
    boolean tested = classical().filter(EffectAnswers::isOfCoefficient).isPresent();
    return tested ? classical() : bootstrap().or(this::classical);
  }

  @Override
  public Optional<Inference> classical() {
    return classical.get();
  }

  @Override
  public Optional<Inference> bootstrap() {
    return bootstrap.get();
  }

  @Override
  public List<Inference> normalTheory() {
    return normalTheory.get();
  }

  @Override
  public List<Standardised> standardised() {
    return standardised.get();
  }

  @Override
  public Optional<Inference> simultaneous() {
    return simultaneous.get();
  }

  /** Computes what would otherwise be computed at the first question. */
  void answerAll() {
    classical.get();
    bootstrap.get();
    normalTheory.get();
    standardised.get();
    simultaneous.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FittedEffect that && owner == that.owner && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** Label, estimate, scale, and the inference that is reported. */
  @Override
  public String toString() {
    UnaryOperator<String> label = owner::label;
    StringBuilder line = new StringBuilder(label()).append(": ").append(Numbers.value(estimate));
    line.append(' ').append(scale().told(label));
    inference().ifPresent(inference -> line.append("; ").append(inference));
    if (nullValue() != 0) {
      line.append(" (against ").append(Numbers.plain(nullValue())).append(')');
    }
    return line.toString();
  }
}
