package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.plan.OutcomesSection.Pair;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.PairedTTest;
import org.socialcure.scoring.contact.ContactSummary;
import org.socialcure.scoring.contact.RateUnit;

/** The change of every measure from the first to the last wave. */
final class Changes {
  private Changes() {}

  /**
   * The changes; measures with fewer than two persons seen at both waves are left out, and so are
   * counts of contacts whose windows differ, for those can be compared as rates only.
   */
  static List<ChangeDocument> of(Preparation prepared, Plan plan) {
    List<String> waves = plan.data().waves();
    Dataset wide = prepared.wide();
    List<ChangeDocument> changes = new ArrayList<>();
    if (waves.size() < 2) {
      return changes;
    }
    String first = waves.get(0);
    String last = waves.get(waves.size() - 1);
    for (Map.Entry<String, String> entry : prepared.measures().entrySet()) {
      String measure = entry.getKey();
      if (plan.services().stream().anyMatch(service -> service.name().equals(measure))
          && windowsDiffer(prepared, measure, first, last)) {
        continue;
      }
      String before = ColumnName.at(measure, first).toString();
      String after = ColumnName.at(measure, last).toString();
      if (wide.has(before) && wide.kind(before) == ColumnKind.NUMBER && wide.has(after)) {
        change(wide, before, after)
            .ifPresent(it -> changes.add(document(measure, entry.getValue(), first, last, it)));
      }
    }
    return changes;
  }

  private static boolean windowsDiffer(
      Preparation prepared, String service, String first, String last) {
    return Contacts.change(prepared, service, new Pair(first, last))
        .map(change -> change.summary(RateUnit.MONTH, List.of()))
        .stream()
        .anyMatch(ContactSummary::windowsDiffer);
  }

  private static Optional<PairedChange> change(Dataset wide, String before, String after) {
    try {
      return Optional.of(PairedChange.of(wide, before, after));
    } catch (InvalidInputException tooFewPairs) {
      return Optional.empty();
    }
  }

  private static ChangeDocument document(
      String measure, String label, String first, String last, PairedChange change) {
    Optional<PairedTTest> test = change.test();
    return new ChangeDocument(
        measure,
        label,
        first,
        last,
        change.sample().pairs(),
        change.sample().onlyBefore(),
        change.sample().onlyAfter(),
        change.before().mean(),
        change.before().sd(),
        change.after().mean(),
        change.after().sd(),
        change.difference().mean(),
        change.difference().sd(),
        test.map(PairedTTest::interval),
        number(test.map(PairedTTest::statistic)),
        number(test.map(t -> (double) t.df())),
        number(test.map(PairedTTest::p)),
        number(change.effect(ChangeEffectSize.D_Z).map(effect -> effect.estimate())));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
