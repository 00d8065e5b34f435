package org.socialcure.mediation.process;

import java.util.List;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the mediators of a model predict one another.
 *
 * <p>Mediators are given in causal order. In every order the exposure predicts all mediators and
 * all mediators predict the outcome.
 *
 * @since 0.1
 */
@MapperForm
public enum MediatorOrder {
  /** No mediator predicts another. */
  PARALLEL,
  /** Every mediator predicts every later one. */
  SERIAL,
  /** All mediators but the last are parallel, and each predicts the last. */
  CONVERGING,
  /** The first mediator predicts all others, which are parallel. */
  DIVERGING,
  /**
   * Two chains side by side: the first half of the mediators in series, and the second half in
   * series.
   */
  TWO_CHAINS;

  /**
   * The stages of this order, where every mediator predicts all mediators of later stages; two
   * chains have none.
   *
   * @param mediators the mediators in causal order
   * @param from position of the predicting mediator
   * @param to position of the predicted mediator
   * @return whether the earlier mediator predicts the later one
   */
  boolean predicts(List<String> mediators, int from, int to) {
    int last = mediators.size() - 1;
    int half = (mediators.size() + 1) / 2;
    return from < to
        && switch (this) {
          case PARALLEL -> false;
          case SERIAL -> true;
          case CONVERGING -> to == last;
          case DIVERGING -> from == 0;
          case TWO_CHAINS -> (from < half) == (to < half);
        };
  }
}
