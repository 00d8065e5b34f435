package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        columns(prepared, service, pair)
            .map(columns -> summaries(columns, bootstrap, section, prepared, pair, service))
            .ifPresent(
                summaries ->
                    summaries.forEach(
                        summary ->
                            contacts.add(
                                new ContactDocument(service, pair.first(), pair.last(), summary))));
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

  /** The counts of a service at two waves. */
  private record Counts(CountColumn before, CountColumn after) {}

  private static List<ContactSummary> summaries(
      Counts counts,
      PersonBootstrap bootstrap,
      @Nullable OutcomesSection section,
      Preparation prepared,
      Pair pair,
      String service) {
    ContactChange change = change(prepared, service, counts).withBootstrap(bootstrap);
    if (section == null) {
      return List.of(
          change.summary(
              RateUnit.MONTH,
              List.of(
                  change.change(PercentDefinition.TOTALS),
                  change.change(PercentDefinition.USED_LESS))));
    }
    Dataset wide = prepared.wide();
    boolean[] people = new boolean[wide.rows()];
    Arrays.fill(people, true);
    List<ContactSummary> summaries = new ArrayList<>();
    summaries.add(
        change.summary(
            section.per(),
            estimates(change, section, model(section, change, wide, people, counts))));
    if (section.rose().isPresent()) {
      String groups = section.rose().get();
      requireGroups(wide, groups, pair);
      double[] first = wide.numbers(ColumnName.at(groups, pair.first()).toString());
      double[] last = wide.numbers(ColumnName.at(groups, pair.last()).toString());
      ContactChange rose = change.whereGroupsRose(first, last);
      for (int i = 0; i < people.length; i++) {
        people[i] = last[i] > first[i];
      }
      summaries.add(
          rose.summary(
              section.per(),
              estimates(rose, section, model(section, change, wide, people, counts))));
    }
    return summaries;
  }

  private static Supplier<ContactEstimate> model(
      OutcomesSection section, ContactChange all, Dataset wide, boolean[] people, Counts counts) {
    return () ->
        new CountModel(section.family(), section.adjust())
            .estimate(all, wide, people, counts.before(), counts.after());
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

  /** The estimates that are asked for but that of a model, which is of waves. */
  static List<ContactEstimate> ofCounts(ContactChange change, OutcomesSection section) {
    List<PercentDefinition> asked =
        section.percent().orElseGet(() -> defaults(change)).stream()
            .filter(it -> it != PercentDefinition.MODEL)
            .toList();
    return estimates(change, section, asked.isEmpty() ? defaults(change) : asked, Optional.empty());
  }

  private static List<ContactEstimate> estimates(
      ContactChange change, OutcomesSection section, Supplier<ContactEstimate> model) {
    return estimates(
        change, section, section.percent().orElseGet(() -> defaults(change)), Optional.of(model));
  }

  private static List<ContactEstimate> estimates(
      ContactChange change,
      OutcomesSection section,
      List<PercentDefinition> definitions,
      Optional<Supplier<ContactEstimate>> model) {
    List<ContactEstimate> estimates = new ArrayList<>();
    for (PercentDefinition definition : definitions) {
      if (definition == PercentDefinition.MODEL) {
        model.map(Supplier::get).ifPresent(estimates::add);
        continue;
      }
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
  static Optional<ContactChange> change(Preparation prepared, String service, Pair pair) {
    return columns(prepared, service, pair).map(counts -> change(prepared, service, counts));
  }

  private static ContactChange change(Preparation prepared, String service, Counts counts) {
    return ContactChange.of(prepared.wide(), counts.before(), counts.after())
        .withLabel(prepared.measures().getOrDefault(service, service));
  }

  private static Optional<Counts> columns(Preparation prepared, String service, Pair pair) {
    Optional<CountColumn> before = column(prepared.wide(), service, pair.first());
    Optional<CountColumn> after = column(prepared.wide(), service, pair.last());
    return before.flatMap(first -> after.map(last -> new Counts(first, last)));
  }

  private static Optional<CountColumn> column(Dataset wide, String service, String wave) {
    String count = ColumnName.at(service, wave).toString();
    String months = ColumnName.at(ServiceCounts.months(service), wave).toString();
    return wide.has(count) && wide.has(months)
        ? Optional.of(CountColumn.over(count, months))
        : Optional.empty();
  }
}
