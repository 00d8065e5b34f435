/** Bootstrap over persons, for every statistic of a cohort that has no closed interval. */
@NullMarked
package org.socialcure.scoring.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
