@NullMarked
package org.socialcure.mediation;

import org.jspecify.annotations.NullMarked;
