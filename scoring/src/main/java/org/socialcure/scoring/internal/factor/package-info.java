/** Common factors of items: extraction, oblique rotation, and a general factor above them. */
@NullMarked
package org.socialcure.scoring.internal.factor;

import org.jspecify.annotations.NullMarked;
