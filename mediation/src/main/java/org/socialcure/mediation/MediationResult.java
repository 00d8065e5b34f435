package org.socialcure.mediation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.mediation.internal.fit.Analysis;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument;

/**
 * A fitted mediation model.
 *
 * <p>It prints as a table a reader can use and is, as {@link #document()}, what other programs
 * read. Later questions are answered from the same replicates as the first. Immutable and
 * thread-safe.
 */
public final class MediationResult {
  private final Analysis analysis;

  private MediationResult(Analysis analysis) {
    this.analysis = analysis;
  }

  static MediationResult of(Analysis analysis) {
    return new MediationResult(analysis);
  }

  /**
   * Everything that is reported, as plain values.
   *
   * @return the document of {@code result.json}
   */
  public ModelDocument document() {
    throw new UnsupportedOperationException();
  }

  /**
   * The fitted equations in causal order.
   *
   * @return the equations
   */
  public List<RegressionFit> equations() {
    throw new UnsupportedOperationException();
  }

  /**
   * All effects.
   *
   * @return the effects as they are reported
   */
  public List<ModelDocument.Effect> effects() {
    return document().effects();
  }

  /**
   * The indirect effect through exactly the given mediators.
   *
   * @param mediators the mediators in causal order
   * @return the effect
   */
  public ModelDocument.Effect indirect(String... mediators) {
    throw new UnsupportedOperationException();
  }

  /**
   * The total effect.
   *
   * @return empty where there is none, as with a logistic outcome
   */
  public Optional<ModelDocument.Effect> total() {
    throw new UnsupportedOperationException();
  }

  /**
   * The direct effect.
   *
   * @return the effect
   */
  public ModelDocument.Effect direct() {
    throw new UnsupportedOperationException();
  }

  /**
   * Direct and indirect effects at given values of the moderators.
   *
   * @param at moderator values
   * @return the effects there
   */
  public List<ModelDocument.Effect> conditional(Map<String, Double> at) {
    throw new UnsupportedOperationException();
  }

  /**
   * The replicates of an effect.
   *
   * @param effect an effect of this result
   * @return one value a kept replicate
   */
  public double[] replicates(ModelDocument.Effect effect) {
    throw new UnsupportedOperationException();
  }
}
