@NullMarked
package org.socialcure.core;

import org.jspecify.annotations.NullMarked;
