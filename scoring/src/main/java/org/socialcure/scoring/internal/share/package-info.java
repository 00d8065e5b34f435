/** Shares of people and their intervals. */
@NullMarked
package org.socialcure.scoring.internal.share;

import org.jspecify.annotations.NullMarked;
