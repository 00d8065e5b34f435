package org.socialcure.mediation.model;

import java.util.function.UnaryOperator;

/**
 * What the effects of a model are effects of, in words.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Estimand {
  /**
   * The estimand in sentences.
   *
   * @param label what people call a column; the identity to have columns by name
   * @return one or several sentences
   */
  String told(UnaryOperator<String> label);
}
