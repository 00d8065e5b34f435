/** The formats themselves. Not exported. */
@NullMarked
package org.socialcure.files.internal;

import org.jspecify.annotations.NullMarked;
