package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.OutcomesSection.Pair;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.plan.ServiceSection;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.ContactSummary;
import org.socialcure.scoring.contact.CountColumn;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;

/** The contacts with every service at two waves, as rates. */
final class Contacts {
  private Contacts() {}

  /** The contacts that a plan asks for; services seen at one wave only are left out. */
  static List<ContactDocument> of(Plan plan, Preparation prepared) {
    List<String> waves = plan.data().waves();
    List<ContactDocument> contacts = new ArrayList<>();
    if (waves.size() < 2) {
      return contacts;
    }
    OutcomesSection section = plan.outcomes().orElse(null);
    List<Pair> pairs =
        section == null
            ? List.of(new Pair(waves.get(0), waves.get(waves.size() - 1)))
            : pairs(section, waves);
    PersonBootstrap bootstrap = PersonBootstrap.DEFAULT.withSeed(plan.seed());
    for (String service : services(plan)) {
      for (Pair pair : pairs) {
        change(prepared, service, pair.first(), pair.last())
            .map(change -> change.withBootstrap(bootstrap))
            .ifPresent(
                change ->
                    summaries(change, section, prepared, pair)
                        .forEach(
                            summary ->
                                contacts.add(
                                    new ContactDocument(
                                        service, pair.first(), pair.last(), summary))));
      }
    }
    if (section != null && contacts.isEmpty() && !services(plan).isEmpty()) {
      throw new InvalidInputException(
          "outcomes.services",
          "no service is counted at both waves of a pair; give counts of both waves, or leave"
              + " services out with an empty list");
    }
    return contacts;
  }

  /** The services to be told of, once each, also where their waves stand side by side. */
  static List<String> services(Plan plan) {
    Optional<List<String>> asked = plan.outcomes().flatMap(OutcomesSection::services);
    return plan.services().stream()
        .map(ServiceSection::name)
        .distinct()
        .filter(name -> asked.map(names -> names.contains(name)).orElse(true))
        .toList();
  }

  /** The pairs of waves that the plan names, or each later wave with the first. */
  static List<Pair> pairs(OutcomesSection section, List<String> waves) {
    return section.pairs().isEmpty()
        ? waves.stream().skip(1).map(wave -> new Pair(waves.get(0), wave)).toList()
        : section.pairs();
  }

  private static List<ContactSummary> summaries(
      ContactChange change, @Nullable OutcomesSection section, Preparation prepared, Pair pair) {
    if (section == null) {
      return List.of(
          change.summary(
              RateUnit.MONTH,
              List.of(
                  change.change(PercentDefinition.TOTALS),
                  change.change(PercentDefinition.USED_LESS))));
    }
    List<ContactSummary> summaries = new ArrayList<>();
    summaries.add(change.summary(section.per(), estimates(change, section)));
    if (section.rose().isPresent()) {
      String groups = section.rose().get();
      requireGroups(prepared.wide(), groups, pair);
      ContactChange rose =
          change.whereGroupsRose(
              prepared.wide().numbers(ColumnName.at(groups, pair.first()).toString()),
              prepared.wide().numbers(ColumnName.at(groups, pair.last()).toString()));
      summaries.add(rose.summary(section.per(), estimates(rose, section)));
    }
    return summaries;
  }

  private static void requireGroups(Dataset wide, String groups, Pair pair) {
    for (String wave : List.of(pair.first(), pair.last())) {
      if (!wide.has(ColumnName.at(groups, wave).toString())) {
        throw new InvalidInputException(
            "outcomes.rose",
            groups
                + " is not counted at "
                + wave
                + "; give its \"kinds\" for both waves, or leave \"rose\" out");
      }
    }
  }

  private static List<ContactEstimate> estimates(ContactChange change, OutcomesSection section) {
    List<PercentDefinition> definitions = section.percent().orElseGet(() -> defaults(change));
    List<ContactEstimate> estimates = new ArrayList<>();
    for (PercentDefinition definition : definitions) {
      List<ContactInterval> intervals =
          section.intervals().stream().filter(it -> it.goesWith(definition)).toList();
      if (intervals.isEmpty()) {
        estimates.add(change.change(definition));
      }
      intervals.forEach(interval -> estimates.add(change.change(definition, interval)));
    }
    return estimates;
  }

  /** Mean rates tell something of their own only where windows differ between people. */
  private static List<PercentDefinition> defaults(ContactChange change) {
    boolean own =
        Stream.of(change.before(), change.after())
            .flatMap(Optional::stream)
            .anyMatch(rate -> !rate.windows().areEqual());
    return Stream.of(PercentDefinition.values())
        .filter(it -> it != PercentDefinition.MODEL)
        .filter(it -> own || it != PercentDefinition.MEAN_RATES)
        .toList();
  }

  /** The contacts with one service; empty if a wave has none. */
  static Optional<ContactChange> change(
      Preparation prepared, String service, String first, String last) {
    Dataset wide = prepared.wide();
    String before = ColumnName.at(service, first).toString();
    String after = ColumnName.at(service, last).toString();
    String months = ServiceCounts.months(service);
    String monthsBefore = ColumnName.at(months, first).toString();
    String monthsAfter = ColumnName.at(months, last).toString();
    if (!wide.has(before)
        || !wide.has(after)
        || !wide.has(monthsBefore)
        || !wide.has(monthsAfter)) {
      return Optional.empty();
    }
    String label = prepared.measures().getOrDefault(service, service);
    return Optional.of(
        ContactChange.of(
                wide, CountColumn.over(before, monthsBefore), CountColumn.over(after, monthsAfter))
            .withLabel(label));
  }
}
