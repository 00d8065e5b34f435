package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Words;
import org.socialcure.examples.study.document.CostDocument;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.OutcomesSection.Pair;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.CostChange;
import org.socialcure.scoring.contact.CostedContacts;
import org.socialcure.scoring.contact.UnitCost;

/** What the contacts of people cost before and after, by the unit costs of the plan. */
final class Costs {
  private Costs() {}

  /** The costs of all services with a unit cost together, by pair of waves. */
  static List<CostDocument> of(Plan plan, OutcomesSection section, Preparation prepared) {
    List<CostDocument> costs = new ArrayList<>();
    if (section.costs().isEmpty()) {
      return costs;
    }
    for (Pair pair : Contacts.pairs(section, plan.data().waves())) {
      List<CostedContacts> counted = new ArrayList<>();
      List<String> notCounted = new ArrayList<>();
      for (Map.Entry<String, UnitCost> cost : section.costs().entrySet()) {
        Optional<ContactChange> contacts = Contacts.change(prepared, cost.getKey(), pair);
        contacts.ifPresentOrElse(
            found -> counted.add(found.at(cost.getValue())), () -> notCounted.add(cost.getKey()));
      }
      boolean anybody = !counted.isEmpty() && CostChange.people(counted) > 0;
      costs.add(
          new CostDocument(
              pair.first(),
              pair.last(),
              section.per(),
              anybody
                  ? Optional.of(
                      CostChange.of(counted, PersonBootstrap.DEFAULT.withSeed(plan.seed())))
                  : Optional.empty(),
              anybody ? Optional.empty() : Optional.of(NotEstimable.TOO_FEW_PEOPLE),
              notCounted));
    }
    return costs;
  }

  /** What changed in costs, in a sentence. */
  static String sentence(CostDocument cost) {
    return "Cost of contacts from "
        + cost.first()
        + " to "
        + cost.last()
        + ": "
        + cost.change()
            .map(change -> change.inWords(cost.unit()))
            .orElseGet(() -> cost.because().map(NotEstimable::toString).orElse(""))
        + "."
        + left(cost);
  }

  private static String left(CostDocument cost) {
    return cost.notCounted().isEmpty()
        ? ""
        : " Not counted at both waves and not in the sum: "
            + String.join(", ", cost.notCounted())
            + ".";
  }

  /** The costs as a section of the page. */
  static Section section(List<CostDocument> costs) {
    List<Section> sections = new ArrayList<>();
    for (CostDocument cost : costs) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(new Block.Paragraph(sentence(cost)));
      cost.change().ifPresent(change -> blocks.add(change.table(cost.unit())));
      sections.add(
          Section.of(
              "costs-" + (sections.size() + 1),
              "Costs of contacts, " + cost.first() + " to " + cost.last(),
              blocks));
    }
    return Section.of(
            "costs",
            "Costs of contacts",
            new Block.Paragraph("Of everybody with all counts at both waves, not by group."))
        .withSections(sections);
  }

  /** The costs for other programs, a row a pair of waves. */
  static Table rows(List<CostDocument> costs) {
    Table.Builder table =
        Table.titled("Costs")
            .text("From", "To", "Currency", "Year", "Per")
            .numbers("Before", "After", "Difference", "Lower", "Upper", "People")
            .text("Services", "Not counted", "Why not");
    for (CostDocument cost : costs) {
      double months = cost.unit().inMonths();
      Optional<CostChange> change = cost.change();
      Optional<Interval> limits = change.flatMap(CostChange::limits).map(it -> it.times(months));
      table.row(
          Cell.text(cost.first()),
          Cell.text(cost.last()),
          Cell.text(change.map(CostChange::currency).orElse("")),
          Cell.text(change.map(it -> Integer.toString(it.year())).orElse("")),
          Cell.text(Words.of(cost.unit())),
          number(change.map(it -> it.before() * months)),
          number(change.map(it -> it.after() * months)),
          number(change.map(it -> it.difference() * months)),
          number(limits.map(Interval::lower)),
          number(limits.map(Interval::upper)),
          change.map(it -> Cell.count(it.people())).orElseGet(Cell::empty),
          Cell.text(change.map(it -> String.join("; ", it.services())).orElse("")),
          Cell.text(String.join("; ", cost.notCounted())),
          Cell.text(
              change
                  .flatMap(CostChange::because)
                  .or(cost::because)
                  .map(NotEstimable::because)
                  .orElse("")));
    }
    return table.build();
  }

  private static Cell number(Optional<Double> value) {
    return value.<Cell>map(it -> new Cell.Quantity(it, Numbers.plain(it))).orElseGet(Cell::empty);
  }
}
