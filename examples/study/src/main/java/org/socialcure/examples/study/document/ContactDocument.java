package org.socialcure.examples.study.document;

import org.socialcure.scoring.contact.ContactSummary;

/**
 * How the contacts with a service changed from one wave to another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param service the name of the service in the plan
 * @param first the earlier wave
 * @param last the later wave
 * @param summary rates, windows, people and changes
 */
public record ContactDocument(String service, String first, String last, ContactSummary summary) {}
