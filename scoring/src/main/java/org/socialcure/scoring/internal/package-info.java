/** What this module tells the core about itself. Not exported. */
@NullMarked
package org.socialcure.scoring.internal;

import org.jspecify.annotations.NullMarked;
