package org.socialcure.examples.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.person.AroundReferral;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.CohortWindows;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.Referral;
import org.socialcure.core.person.ReferralSource;
import org.socialcure.examples.study.document.ReferralDocument;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.OutcomesSection.ReferralSection;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.plan.ServiceSection;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactEstimate;
import org.socialcure.scoring.contact.CountColumn;

/** Contacts before and after each person's referral, a person as their own control. */
final class Referrals {
  private static final int DAY = 10;
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2200;

  private final Plan plan;
  private final OutcomesSection outcomes;
  private final ReferralSection section;
  private final Preparation prepared;
  private final Dataset raw;
  private final Problems problems = new Problems();
  private final Cells cells;

  private Referrals(
      Plan plan,
      OutcomesSection outcomes,
      ReferralSection section,
      Preparation prepared,
      Dataset raw) {
    this.plan = plan;
    this.outcomes = outcomes;
    this.section = section;
    this.prepared = prepared;
    this.raw = raw;
    this.cells = new Cells(raw, plan.data().invalid(), problems);
  }

  static List<ReferralDocument> of(
      Plan plan, OutcomesSection outcomes, Preparation prepared, Dataset raw) {
    return outcomes
        .referral()
        .map(section -> new Referrals(plan, outcomes, section, prepared, raw).documents())
        .orElse(List.of());
  }

  private List<ReferralDocument> documents() {
    List<String> columns = new ArrayList<>(section.assessed().values());
    columns.add(section.column());
    cells.require(columns.stream().distinct().toList(), "\"referral\" of the plan");
    Map<String, LocalDate> referred = new LinkedHashMap<>();
    Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < raw.rows(); row++) {
      String person = person(row);
      Optional<LocalDate> day = day(row, section.column());
      if (day.isPresent() && !referred.getOrDefault(person, day.get()).equals(day.get())) {
        problems.add(
            raw.place(row, section.column()),
            "is another day than in an earlier row of the same person; keep one referral a person");
      }
      day.ifPresent(it -> referred.putIfAbsent(person, it));
      for (String wave : waves(row)) {
        rows.computeIfAbsent(person, added -> new LinkedHashMap<>()).put(wave, row);
      }
    }
    problems.throwIfAny();
    List<ReferralDocument> documents = new ArrayList<>();
    for (String service : Contacts.services(plan)) {
      documents.add(document(service, cohort(service, referred, rows)));
    }
    return documents;
  }

  private String person(int row) {
    return plan.data().wave().isPresent()
        ? raw.text(plan.data().id().orElseThrow(), row).orElse("")
        : Integer.toString(row);
  }

  /** The waves that a row tells of. */
  private List<String> waves(int row) {
    return plan.data().wave().isPresent()
        ? raw.text(plan.data().wave().get(), row).stream().toList()
        : plan.data().waves();
  }

  private Optional<LocalDate> day(int row, String column) {
    Optional<String> text = raw.text(column, row).map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String day = text.get();
      boolean timed = day.length() > DAY && (day.charAt(DAY) == 'T' || day.charAt(DAY) == ' ');
      LocalDate found = LocalDate.parse(timed ? day.substring(0, DAY) : day);
      if (found.getYear() >= EARLIEST && found.getYear() <= LATEST) {
        return Optional.of(found);
      }
    } catch (DateTimeException noDay) {
      // Told below together with days that nobody means.
    }
    problems.add(
        raw.place(row, column),
        "must be a day from the years " + EARLIEST + " to " + LATEST + ", such as 2024-01-31");
    return Optional.empty();
  }

  private Cohort cohort(
      String service, Map<String, LocalDate> referred, Map<String, Map<String, Integer>> rows) {
    List<Participant> people = new ArrayList<>();
    rows.forEach(
        (person, byWave) -> {
          // Nobody's own identifier is needed here, and none can get into a message.
          Participant participant = Participant.of(Integer.toString(people.size() + 1));
          if (referred.containsKey(person)) {
            participant =
                participant.with(
                    new Referral(referred.get(person), ReferralSource.OTHER, Set.of()));
          }
          Optional<LocalDate> latest = Optional.empty();
          for (String wave : plan.data().waves()) {
            Integer row = byWave.get(wave);
            if (row == null) {
              continue;
            }
            String dated = section.assessed().get(wave);
            Optional<LocalDate> day = dated == null ? Optional.empty() : day(row, dated);
            if (dated != null
                && day.isPresent()
                && latest.filter(day.get()::isBefore).isPresent()) {
              problems.add(raw.place(row, dated), "must not be before the day of an earlier wave");
              day = Optional.empty();
            }
            latest = day.isPresent() ? day : latest;
            participant = participant.with(assessment(service, wave, row, day));
          }
          people.add(participant);
        });
    problems.throwIfAny();
    return new Cohort(plan.data().waves(), people);
  }

  private Assessment assessment(String service, String wave, int row, Optional<LocalDate> day) {
    Assessment assessment = Assessment.at(wave);
    if (day.isPresent()) {
      assessment = assessment.on(day.get());
    }
    for (ServiceSection uses : plan.services()) {
      if (uses.name().equals(service) && uses.wave().map(wave::equals).orElse(true)) {
        Assessment before = assessment;
        assessment = ServiceCounts.use(uses, cells, row).map(before::with).orElse(before);
      }
    }
    return assessment;
  }

  private ReferralDocument document(String service, Cohort cohort) {
    AroundReferral around = cohort.aroundReferral(section.toleranceDays());
    if (around.services().isEmpty()) {
      throw new InvalidInputException(
          "outcomes.referral", "no count of " + service + " has a window; leave the service out");
    }
    AroundReferral.Counts counts = around.services().get(0);
    ContactChange change =
        ContactChange.of(
                around.data(),
                column(counts, AroundReferral.BEFORE),
                column(counts, AroundReferral.AFTER))
            .withLabel(prepared.measures().getOrDefault(service, service).replaceFirst(", .*", ""))
            .withBootstrap(PersonBootstrap.DEFAULT.withSeed(plan.seed()));
    return new ReferralDocument(
        service,
        around.toleranceDays(),
        around.withoutReferral(),
        counts,
        change.summary(outcomes.per(), Contacts.ofCounts(change, outcomes)),
        named(cohort.windows()).cautions());
  }

  private static CountColumn column(AroundReferral.Counts counts, String side) {
    return CountColumn.over(counts.column() + "@" + side, counts.column() + "_months@" + side);
  }

  /** The windows with the waves called by what people call them. */
  private CohortWindows named(CohortWindows windows) {
    Map<String, String> names = plan.data().waveLabels();
    return new CohortWindows(
        windows.across().stream()
            .map(
                it ->
                    new CohortWindows.Across(
                        it.service(),
                        it.source(),
                        names.getOrDefault(it.wave(), it.wave()),
                        it.people(),
                        it.fewestBefore(),
                        it.mostBefore(),
                        it.fewestAfter(),
                        it.mostAfter()))
            .toList(),
        windows.overlaps().stream()
            .map(
                it ->
                    new CohortWindows.Overlap(
                        it.service(),
                        it.source(),
                        names.getOrDefault(it.earlier(), it.earlier()),
                        names.getOrDefault(it.later(), it.later()),
                        it.people(),
                        it.fewestDays(),
                        it.mostDays()))
            .toList(),
        windows.undated());
  }

  /** The first change in a sentence. */
  static String sentence(ReferralDocument referral, ContactEstimate change) {
    return referral.summary().heading()
        + " from before to after the referral: "
        + OutcomeSections.rates(referral.summary(), change)
        + change
        + "."
        + change.caution().map(caution -> " " + caution).orElse("");
  }

  private static Table sides(ReferralDocument referral) {
    AroundReferral.Counts counts = referral.counts();
    return Table.titled("Around the referral")
        .numbers("Before", "After", "Both")
        .numbers("Tolerated", "Across", "Overlapping", "Not answered", "Undated")
        .row(
            Cell.count(counts.before()),
            Cell.count(counts.after()),
            Cell.count(counts.both()),
            Cell.count(counts.tolerated()),
            Cell.count(counts.across()),
            Cell.count(counts.overlapping()),
            Cell.count(counts.notAnswered()),
            Cell.count(counts.undated()))
        .note(
            "Before, after, both: people with a count there. Tolerated: windows that cross the"
                + " referral by at most "
                + referral.toleranceDays()
                + " days and count for the side with more of their days. Across, overlapping, not"
                + " answered, undated: windows that were left out. People without a referral, who"
                + " have no sides: "
                + referral.withoutReferral()
                + ".")
        .build();
  }

  /** What became of contacts around the referral, a section a service. */
  static Section section(List<ReferralDocument> referrals) {
    List<Section> services = new ArrayList<>();
    for (ReferralDocument referral : referrals) {
      Section summary = referral.summary().section("referral-" + (services.size() + 1));
      List<Block> blocks = new ArrayList<>(summary.blocks());
      blocks.add(1, sides(referral));
      referral.cautions().forEach(caution -> blocks.add(new Block.Paragraph(caution)));
      services.add(Section.of(summary.id(), summary.heading() + ", around the referral", blocks));
    }
    return Section.of(
            "referral",
            "Contacts before and after the referral",
            new Block.Paragraph(
                "Each person is their own control: windows that end before the referral against"
                    + " those that begin after it, all waves together. People are often referred"
                    + " when they use services much; a fall is then to be expected without any"
                    + " help."))
        .withSections(services);
  }
}
