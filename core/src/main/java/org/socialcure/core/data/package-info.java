@NullMarked
package org.socialcure.core.data;

import org.jspecify.annotations.NullMarked;
