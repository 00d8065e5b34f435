/**
 * What people answered: the five kinds of {@link org.socialcure.core.answer.Answer}, the {@link
 * org.socialcure.core.answer.Responses} to one form, and a small typed record for each built-in
 * instrument.
 */
@NullMarked
package org.socialcure.core.answer;

import org.jspecify.annotations.NullMarked;
