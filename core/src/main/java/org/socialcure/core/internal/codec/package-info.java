/** The JSON forms of the types of the domain that are no plain records. Not exported. */
@NullMarked
package org.socialcure.core.internal.codec;

import org.jspecify.annotations.NullMarked;
