/**
 * People over time: what they answered, to which groups they belong and which services they used.
 *
 * <p>An {@link org.socialcure.core.person.Assessment} is one wave of one {@link
 * org.socialcure.core.person.Participant}; participants make a {@link
 * org.socialcure.core.person.Cohort}, which counts who stayed and becomes a {@link
 * org.socialcure.core.data.Dataset}. A {@link org.socialcure.core.person.Pathway} is what happened
 * between a person's referral and their exit. Every type is immutable, refuses a state that cannot
 * be, and has a {@code toString} that says nothing about the person.
 */
@NullMarked
package org.socialcure.core.person;

import org.jspecify.annotations.NullMarked;
