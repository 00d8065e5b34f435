/**
 * Mediation analysis: how a change came about, asked of a {@code Dataset}.
 *
 * <p>{@link org.socialcure.mediation.Mediation} is the front door. Where everything was measured
 * twice, {@link org.socialcure.mediation.prepost.PrePost} writes the models that this permits, each
 * with what its effects are effects of.
 */
@NullMarked
package org.socialcure.mediation;

import org.jspecify.annotations.NullMarked;
