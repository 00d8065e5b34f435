/** What is wrong with answers, in one place. Not exported. */
@NullMarked
package org.socialcure.core.internal.answer;

import org.jspecify.annotations.NullMarked;
