/**
 * Contacts with services before and after: how often people used a service within a known stretch
 * of time, and by how much that changed.
 *
 * <p>A count means nothing without its window. Everything here compares rates, contacts per month
 * of observation; what "25 % fewer" is of is said by a {@link
 * org.socialcure.scoring.contact.PercentDefinition}, and how sure it is by a {@link
 * org.socialcure.scoring.contact.ContactInterval}, both of which travel with the number. The front
 * door is {@link org.socialcure.scoring.contact.ContactChange}.
 */
@NullMarked
package org.socialcure.scoring.contact;

import org.jspecify.annotations.NullMarked;
