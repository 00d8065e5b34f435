/**
 * A simulated social-prescribing cohort whose true effects are known.
 *
 * <p>{@link org.socialcure.examples.study.simulation.CohortSimulator} describes how it is made and
 * {@link org.socialcure.examples.study.simulation.TrueEffects} what the right answers are.
 */
@NullMarked
package org.socialcure.examples.study.simulation;

import org.jspecify.annotations.NullMarked;
