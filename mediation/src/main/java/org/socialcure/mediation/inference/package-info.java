/** How sure an estimate is: intervals and the rules by which they come about. */
@NullMarked
package org.socialcure.mediation.inference;

import org.jspecify.annotations.NullMarked;
