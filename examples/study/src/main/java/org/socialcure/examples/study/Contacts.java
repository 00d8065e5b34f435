package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.plan.ServiceSection;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.CountColumn;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;

/** The contacts with every service at two waves, as rates. */
final class Contacts {
  private Contacts() {}

  /**
   * The contacts of a plan from the first to the last wave; services seen at one only are left out.
   */
  static List<ContactDocument> of(
      Preparation prepared, List<ServiceSection> services, List<String> waves) {
    List<ContactDocument> contacts = new ArrayList<>();
    if (waves.size() < 2) {
      return contacts;
    }
    String first = waves.get(0);
    String last = waves.get(waves.size() - 1);
    Set<String> told = new HashSet<>();
    for (ServiceSection service : services) {
      if (!told.add(service.name())) {
        // The same service at another wave that stands beside the first.
        continue;
      }
      change(prepared, service, first, last)
          .ifPresent(
              change ->
                  contacts.add(
                      new ContactDocument(
                          service.name(),
                          first,
                          last,
                          change.summary(RateUnit.MONTH, defaults(change)))));
    }
    return contacts;
  }

  /** The contacts with one service; empty if a wave has none. */
  static Optional<ContactChange> change(
      Preparation prepared, ServiceSection service, String first, String last) {
    Dataset wide = prepared.wide();
    String before = ColumnName.at(service.name(), first).toString();
    String after = ColumnName.at(service.name(), last).toString();
    String months = ServiceCounts.months(service.name());
    String monthsBefore = ColumnName.at(months, first).toString();
    String monthsAfter = ColumnName.at(months, last).toString();
    if (!wide.has(before)
        || !wide.has(after)
        || !wide.has(monthsBefore)
        || !wide.has(monthsAfter)) {
      return Optional.empty();
    }
    String label = prepared.measures().getOrDefault(service.name(), service.name());
    return Optional.of(
        ContactChange.of(
                wide, CountColumn.over(before, monthsBefore), CountColumn.over(after, monthsAfter))
            .withLabel(label));
  }

  private static List<ContactEstimate> defaults(ContactChange change) {
    return List.of(
        change.change(PercentDefinition.TOTALS), change.change(PercentDefinition.USED_LESS));
  }
}
