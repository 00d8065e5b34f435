/** What every part of the library shares: the one way to say that an input cannot be used. */
@NullMarked
package org.socialcure.core;

import org.jspecify.annotations.NullMarked;
