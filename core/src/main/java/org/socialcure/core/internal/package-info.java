/** Checks that the public packages share. Not exported. */
@NullMarked
package org.socialcure.core.internal;

import org.jspecify.annotations.NullMarked;
