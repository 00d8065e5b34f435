/**
 * What every part of the library shares: the one way to say that an input cannot be used, the one
 * interval, and the one style of printing numbers.
 */
@NullMarked
package org.socialcure.core;

import org.jspecify.annotations.NullMarked;
