/** A run of the library on the module path. */
@NullMarked
package org.socialcure.examples.smoke;

import org.jspecify.annotations.NullMarked;
