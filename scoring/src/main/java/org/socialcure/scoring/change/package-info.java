/**
 * Change over time: of one person ({@link org.socialcure.scoring.change.Change}) and of a cohort
 * measured twice ({@link org.socialcure.scoring.change.PairedChange}).
 *
 * <p>Two questions are kept apart. Whether one person's change is larger than measurement error is
 * answered by a {@link org.socialcure.scoring.change.ReliableChange}, which needs a standard
 * deviation and a reliability from outside the person. How large the mean change of a cohort is,
 * and how sure, is answered by a paired t interval and by standardised mean changes, each of which
 * names its own denominator.
 */
@NullMarked
package org.socialcure.scoring.change;

import org.jspecify.annotations.NullMarked;
