/** The numeric data set and its CSV form. */
@NullMarked
package org.socialcure.core.data;

import org.jspecify.annotations.NullMarked;
