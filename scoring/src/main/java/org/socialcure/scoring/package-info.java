@NullMarked
package org.socialcure.scoring;

import org.jspecify.annotations.NullMarked;
