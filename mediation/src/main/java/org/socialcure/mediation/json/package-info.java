/** The JSON forms of this module's types. Not exported. */
@NullMarked
package org.socialcure.mediation.json;

import org.jspecify.annotations.NullMarked;
