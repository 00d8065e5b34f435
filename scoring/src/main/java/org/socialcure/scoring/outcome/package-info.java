/**
 * What became of a cohort that was asked more than once: one scale over two waves ({@link
 * org.socialcure.scoring.outcome.ScaleOutcome}).
 *
 * <p>Every number names its people and its definition. What cannot be estimated says why, by a
 * {@link org.socialcure.scoring.outcome.Gap}. Without a comparison group a change includes
 * everything that happened in between.
 */
@NullMarked
package org.socialcure.scoring.outcome;

import org.jspecify.annotations.NullMarked;
