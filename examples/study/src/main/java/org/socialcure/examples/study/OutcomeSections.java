package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Words;
import org.socialcure.core.person.AroundReferral;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.document.ContactGroupsDocument;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.ProfileDocument;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.contact.ContactComparison;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.ContactRate;
import org.socialcure.scoring.contact.ContactSummary;
import org.socialcure.scoring.contact.PercentDefinition;
import org.socialcure.scoring.contact.RateUnit;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.ControlledOutcome;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.OrdinalItems;
import org.socialcure.scoring.outcome.OutcomeBattery;
import org.socialcure.scoring.outcome.QualityAdjustedYears;
import org.socialcure.scoring.outcome.ScaleOutcome;

/** Outcomes as sections of the page and as tables for other programs. */
final class OutcomeSections {
  private static final double LEVEL = 0.95;

  private OutcomeSections() {}

  /** First the sentences that answer, then the tables and pictures. */
  static Section outcomes(
      OutcomesDocument outcomes, List<ContactDocument> contacts, Map<String, Double> months) {
    List<Block> answers = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (OutcomeBattery battery : outcomes.batteries()) {
      battery.entries().stream()
          .map(entry -> new Block.Paragraph(entry.outcome().sentence()))
          .forEach(answers::add);
      sections.add(battery.section("outcomes-" + (sections.size() + 1), months));
    }
    for (ContactDocument contact : contacts) {
      contact.summary().changes().stream()
          .findFirst()
          .map(change -> new Block.Paragraph(sentence(contact, change)))
          .ifPresent(answers::add);
    }
    for (GroupComparison groups : outcomes.groups()) {
      sections.add(groups.section("groups-" + (sections.size() + 1)));
    }
    outcomes
        .referrals()
        .forEach(
            referral ->
                referral.summary().changes().stream()
                    .findFirst()
                    .map(change -> new Block.Paragraph(Referrals.sentence(referral, change)))
                    .ifPresent(answers::add));
    outcomes.costs().forEach(cost -> answers.add(new Block.Paragraph(Costs.sentence(cost))));
    outcomes.regression().forEach(sentence -> answers.add(new Block.Paragraph(sentence)));
    for (ControlledOutcome controlled : outcomes.controlled()) {
      sections.add(controlled.section("control-" + (sections.size() + 1)));
    }
    for (OrdinalItems areas : outcomes.areas()) {
      Section section = areas.section("areas-" + (sections.size() + 1));
      sections.add(section.withHeading(section.heading() + waves(areas)));
    }
    for (ProfileDocument profile : outcomes.profiles()) {
      sections.add(
          Section.of(
              "profiles-" + (sections.size() + 1),
              "Profiles, " + profile.first() + " to " + profile.last(),
              profile.change().table()));
    }
    for (QualityAdjustedYears qalys : outcomes.qalys()) {
      sections.add(
          Section.of(
              "qalys-" + (sections.size() + 1),
              "Quality-adjusted life years"
                  + (qalys.groups().isEmpty()
                      ? ""
                      : qalys.groups().stream()
                          .map(QualityAdjustedYears.Group::name)
                          .collect(Collectors.joining(", ", ": ", ""))),
              qalys.table()));
    }
    for (CaseChange cases : outcomes.cases()) {
      sections.add(cases.section("cases-" + (sections.size() + 1)));
    }
    outcomes
        .stayed()
        .ifPresent(
            stayed -> {
              stayed.cautions().forEach(caution -> answers.add(new Block.Paragraph(caution)));
              sections.add(stayed.section("stayed"));
            });
    if (!outcomes.contacts().isEmpty()) {
      sections.add(
          Section.of(
              "contacts-by-group", "Contacts by group", contacts(outcomes.contacts(), contacts)));
    }
    if (!outcomes.referrals().isEmpty()) {
      sections.add(Referrals.section(outcomes.referrals()));
    }
    if (!outcomes.costs().isEmpty()) {
      sections.add(Costs.section(outcomes.costs()));
    }
    return Section.of("outcomes", "Outcomes", answers).withSections(sections);
  }

  private static String waves(OrdinalItems areas) {
    ScaleOutcome first = areas.items().get(0).outcome();
    return ", " + first.before().wave() + " to " + first.after().wave();
  }

  private static String sentence(ContactDocument contact, ContactEstimate change) {
    String waves = " from " + contact.first() + " to " + contact.last();
    String sentence =
        contact.summary().heading()
            + waves
            + ": "
            + rates(contact.summary(), change)
            + change
            + ".";
    return Stream.of(
            Stream.of(sentence), change.caution().stream(), contact.summary().cautions().stream())
        .flatMap(Function.identity())
        .collect(Collectors.joining(" "));
  }

  /** The rates and windows that a change is of, and the level of its interval. */
  static String rates(ContactSummary summary, ContactEstimate change) {
    String rates =
        summary.before().isPresent() && summary.after().isPresent()
            ? "of people with both counts, "
                + rate(summary.before().get(), summary.unit())
                + " before and "
                + rate(summary.after().get(), summary.unit())
                + " after; "
            : "";
    return rates
        + change
            .limits()
            .map(limits -> "with the interval of " + Numbers.percent(limits.level()) + ", ")
            .orElse("");
  }

  private static String rate(ContactRate rate, RateUnit unit) {
    return Numbers.fixed(rate.per(unit), 2) + " " + unit + " in windows of " + rate.windows();
  }

  private static Cell rate(Optional<ContactRate> rate, RateUnit unit) {
    return rate.map(it -> Cell.number(it.per(unit), 2)).orElseGet(Cell::empty);
  }

  private static Cell windows(Optional<ContactRate> rate) {
    return Cell.text(rate.map(it -> it.windows().toString()).orElse(""));
  }

  private static Table contacts(
      List<ContactGroupsDocument> groups, List<ContactDocument> contacts) {
    Map<String, String> labels = new LinkedHashMap<>();
    contacts.forEach(it -> labels.putIfAbsent(it.service(), it.summary().label()));
    Table.Builder table =
        Table.titled("Contacts by group")
            .text("Service", "From", "To", "Group")
            .numbers("n", "Rate before", "Rate after")
            .text("Window before", "Window after")
            .numbers("Percent")
            .text("Against")
            .numbers("n", "Rate before", "Rate after")
            .text("Window before", "Window after")
            .numbers("Percent", "Ratio")
            .interval(
                groups.stream()
                    .flatMap(group -> group.comparison().limits().stream())
                    .mapToDouble(Interval::level)
                    .findFirst()
                    .orElse(0.95));
    Set<String> cautions = new LinkedHashSet<>();
    for (ContactGroupsDocument group : groups) {
      ContactComparison compared = group.comparison();
      table.row(
          Cell.text(labels.getOrDefault(group.service(), group.service())),
          Cell.text(group.first()),
          Cell.text(group.last()),
          Cell.text(compared.group()),
          Cell.count(compared.ofGroup().people()),
          rate(group.ofGroup().before(), group.ofGroup().unit()),
          rate(group.ofGroup().after(), group.ofGroup().unit()),
          windows(group.ofGroup().before()),
          windows(group.ofGroup().after()),
          Cell.of(compared.ofGroup().percent(), percent -> Cell.number(percent, 1)),
          Cell.text(compared.reference()),
          Cell.count(compared.ofReference().people()),
          rate(group.ofReference().before(), group.ofReference().unit()),
          rate(group.ofReference().after(), group.ofReference().unit()),
          windows(group.ofReference().before()),
          windows(group.ofReference().after()),
          Cell.of(compared.ofReference().percent(), percent -> Cell.number(percent, 1)),
          Cell.of(compared.ratio(), ratio -> Cell.number(ratio, 2)),
          Cell.interval(compared.limits(), 2));
      Stream.of(compared.ofGroup(), compared.ofReference())
          .flatMap(change -> change.caution().stream())
          .forEach(cautions::add);
      cautions.addAll(compared.cautions());
      compared
          .because()
          .ifPresent(
              reason ->
                  table.note(
                      labels.getOrDefault(group.service(), group.service())
                          + " from "
                          + group.first()
                          + " to "
                          + group.last()
                          + ", "
                          + compared.group()
                          + " against "
                          + compared.reference()
                          + ": "
                          + reason
                          + "."));
    }
    cautions.forEach(table::note);
    return table
        .note(
            "Rates are "
                + groups.get(0).ofGroup().unit()
                + ", of people with both counts. Percent: the ratio of totals in people with both counts. Ratio: the one group's ratio"
                + " of rates divided by the other's, 1 being equal change, with the "
                + Words.of(groups.get(0).comparison().interval())
                + " interval. People were not assigned to these groups; a difference is no effect of the"
                + " group.")
        .build();
  }

  /** The tables of a run by the names of their files. */
  static Map<String, String> tables(OutcomesDocument outcomes, List<ContactDocument> contacts) {
    Map<String, String> tables = new LinkedHashMap<>();
    StringBuilder scales = new StringBuilder();
    for (OutcomeBattery battery : outcomes.batteries()) {
      String csv = battery.table().csv();
      scales.append(scales.length() == 0 ? csv : csv.substring(csv.indexOf('\n') + 1));
    }
    if (scales.length() > 0) {
      tables.put(Outcome.OUTCOMES, scales.toString());
    }
    List<ContactDocument> all = new ArrayList<>(contacts);
    outcomes.referrals().stream()
        .map(
            it ->
                new ContactDocument(
                    it.service(), AroundReferral.BEFORE, AroundReferral.AFTER, it.summary()))
        .forEach(all::add);
    for (ContactGroupsDocument group : outcomes.contacts()) {
      Stream.of(group.ofReference(), group.ofGroup())
          .map(it -> new ContactDocument(group.service(), group.first(), group.last(), it))
          .filter(it -> !all.contains(it))
          .forEach(all::add);
    }
    if (!all.isEmpty()) {
      tables.put(Outcome.CONTACTS, rows(all).csv());
    }
    if (!outcomes.costs().isEmpty()) {
      tables.put(Outcome.COSTS, Costs.rows(outcomes.costs()).csv());
    }
    return tables;
  }

  private static Cell number(Optional<Double> value) {
    return value.<Cell>map(it -> new Cell.Quantity(it, Numbers.plain(it))).orElseGet(Cell::empty);
  }

  /** A share of people is no ratio of rates. */
  private static Cell ratio(ContactEstimate change) {
    return change.definition() == PercentDefinition.USED_LESS
        ? Cell.empty()
        : Cell.of(change.value(), ratio -> new Cell.Quantity(ratio, Numbers.plain(ratio)));
  }

  private static Table rows(List<ContactDocument> contacts) {
    Table.Builder table =
        Table.titled("Contacts")
            .text("Service", "From", "To", "Who", "Definition")
            .numbers("Percent")
            .interval(LEVEL)
            .numbers("People")
            .text("Method", "Why not", "Interval")
            .numbers("Level", "Ratio", "With both counts", "Rate before", "Rate after")
            .text("Per")
            .numbers("Shortest window before", "Longest window before")
            .numbers("Shortest window after", "Longest window after");
    for (ContactDocument contact : contacts) {
      ContactSummary summary = contact.summary();
      for (ContactEstimate change : summary.changes()) {
        table.row(
            Cell.text(contact.service()),
            Cell.text(contact.first()),
            Cell.text(contact.last()),
            Cell.text(contact.summary().whose().orElse("all")),
            Cell.text(change.definition().label()),
            Cell.of(
                change.percent(), percent -> new Cell.Quantity(percent, Numbers.plain(percent))),
            Cell.interval(change.percentLimits(), 2),
            Cell.count(change.people()),
            Cell.text(change.method()),
            Cell.text(change.because().map(NotEstimable::because).orElse("")),
            Cell.text(change.interval().label()),
            number(change.limits().map(Interval::level)),
            ratio(change),
            Cell.count(summary.people().pairs()),
            number(summary.before().map(rate -> rate.per(summary.unit()))),
            number(summary.after().map(rate -> rate.per(summary.unit()))),
            Cell.text(summary.unit().toString()),
            number(summary.before().map(rate -> rate.windows().shortest())),
            number(summary.before().map(rate -> rate.windows().longest())),
            number(summary.after().map(rate -> rate.windows().shortest())),
            number(summary.after().map(rate -> rate.windows().longest())));
      }
    }
    return table.build();
  }
}
