package org.socialcure.scoring.contact;

import java.util.Objects;

/**
 * Contacts with a service and what one of them costs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param contacts the contacts
 * @param cost the cost of one contact
 * @since 0.1
 */
public record CostedContacts(ContactChange contacts, UnitCost cost) {
  /** Refuses nulls. */
  public CostedContacts {
    Objects.requireNonNull(contacts, "contacts");
    Objects.requireNonNull(cost, "cost");
  }

  /**
   * The service with its unit cost.
   *
   * @return {@code "GP visits, men: GBP 42.50 (2024 prices; PSSRU)"}
   */
  @Override
  public String toString() {
    return contacts.heading() + ": " + cost;
  }
}
