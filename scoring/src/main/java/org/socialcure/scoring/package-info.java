/** From answers to scores: one form or a whole file, through the same rules. */
@NullMarked
package org.socialcure.scoring;

import org.jspecify.annotations.NullMarked;
