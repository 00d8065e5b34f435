package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;

/**
 * An effect of a fitted model: a function of its coefficients, with an identity and what is known
 * about how sure it is.
 *
 * <p>Its estimate is there at once; everything else is computed when it is first asked for, from
 * the same fit and the same replicates, and kept. Two effects are equal if they are the same effect
 * of the same result. It prints itself in one line.
 *
 * <p>Implementations are the library's own; they are immutable and thread-safe.
 *
 * @since 0.1
 */
public interface Effect {
  /**
   * What identifies it.
   *
   * @return its key
   */
  EffectKey key();

  /**
   * The kind of effect.
   *
   * @return the kind of its key
   */
  default EffectKind kind() {
    return key().kind();
  }

  /**
   * The variables it passes, from exposure to outcome.
   *
   * @return the path of its key; empty where it has no single path
   */
  default List<String> path() {
    return key().path();
  }

  /**
   * The values of the moderators it is conditional on.
   *
   * @return those of its key
   */
  default Map<String, Double> at() {
    return key().at();
  }

  /**
   * What it is called in files, with columns by name: {@code indirect via belonging, loneliness}.
   *
   * @return the name, which several effects may share; {@link #key} tells them apart
   */
  String name();

  /**
   * What people call it, with columns by their labels.
   *
   * @return the label
   */
  String label();

  /**
   * How it is made of coefficients.
   *
   * @return path syntax, moderators by name
   */
  String expression();

  /**
   * The scale it is on.
   *
   * @return the scale
   */
  Scale scale();

  /**
   * The estimate.
   *
   * @return the effect at the estimated coefficients
   */
  double estimate();

  /**
   * The value that p-values test.
   *
   * @return 0; 1 for an effect whose outermost function is {@code exp}, which is tested on the
   *     scale of its argument; the value that the model's author gave
   */
  double nullValue();

  /**
   * The inference that is reported.
   *
   * @return for a coefficient its own test, for a function of several their replicates, without
   *     bootstrap the delta method; empty where neither exists
   */
  Optional<Inference> inference();

  /**
   * The standard error that is reported.
   *
   * @return that of {@link #inference}
   */
  default OptionalDouble se() {
    return inference().map(Inference::se).orElse(OptionalDouble.empty());
  }

  /**
   * The interval that is reported.
   *
   * @return that of {@link #inference}
   */
  default Optional<Interval> interval() {
    return inference().flatMap(Inference::interval);
  }

  /**
   * The p-value that is reported.
   *
   * @return that of {@link #inference}, two-sided, against {@link #nullValue}
   */
  default OptionalDouble p() {
    return inference().map(Inference::p).orElse(OptionalDouble.empty());
  }

  /**
   * Inference from the equations' standard errors.
   *
   * @return a coefficient's own test, else the delta method; empty where a variance is zero or not
   *     finite
   */
  Optional<Inference> classical();

  /**
   * Inference from the replicates.
   *
   * @return empty without bootstrap, or where the effect is not finite in two replicates
   */
  Optional<Inference> bootstrap();

  /**
   * Further tests of an indirect effect: products of two coefficients, joint significance, and
   * those that the model asks for, such as Monte Carlo intervals and permutations.
   *
   * @return the tests; empty for other kinds of effects
   */
  List<Inference> normalTheory();

  /**
   * The effect in standard deviations.
   *
   * @return the versions that exist: none unless every equation is linear
   */
  List<Standardised> standardised();

  /**
   * The interval that holds together with those of other effects, and the adjusted p-value.
   *
   * @return for indirect effects of a model that has several, and for effects that were asked for
   *     together; needs a bootstrap
   */
  Optional<Inference> simultaneous();
}
