/**
 * How often intervals held the truth in simulated cohorts, and the caution that follows where that
 * is too seldom.
 */
@NullMarked
package org.socialcure.scoring.internal.coverage;

import org.jspecify.annotations.NullMarked;
