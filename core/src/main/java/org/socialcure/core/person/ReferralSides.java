package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;
import org.socialcure.core.person.ServiceWindows.Counted;
import org.socialcure.core.person.ServiceWindows.Subject;

/** Puts the windows of every person on a side of the referral. */
final class ReferralSides {
  private final Cohort cohort;
  private final int tolerance;
  private final Map<Subject, Sides> services = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  private static final class Side {
    final double[] counts;
    final double[] months;

    Side(int people) {
      counts = new double[people];
      months = new double[people];
      Arrays.fill(counts, Double.NaN);
      Arrays.fill(months, Double.NaN);
    }

    void add(int person, Counted window) {
      boolean first = Double.isNaN(counts[person]);
      counts[person] = (first ? 0 : counts[person]) + window.count().orElseThrow();
      months[person] = (first ? 0 : months[person]) + window.window().inMonths();
    }

    boolean has(int person) {
      return !Double.isNaN(counts[person]);
    }
  }

  private static final class Sides {
    final Side before;
    final Side after;
    int tolerated;
    int across;
    int overlapping;
    int notAnswered;
    int undated;

    Sides(int people) {
      before = new Side(people);
      after = new Side(people);
    }
  }

  /** A window that lies, but for days that are tolerated, on one side. */
  private record Placed(Counted window, boolean isBefore, boolean isTolerated, int daysAway) {
    boolean isTwiceWith(Placed other) {
      return isBefore == other.isBefore
          && window.window().overlap(other.window().window()).orElse(0) > 0;
    }
  }

  ReferralSides(Cohort cohort, int tolerance) {
    this.cohort = cohort;
    this.tolerance = tolerance;
  }

  AroundReferral result() {
    List<Participant> people = cohort.participants();
    int without = 0;
    for (int i = 0; i < people.size(); i++) {
      int person = i;
      Optional<Referral> referral = people.get(i).referral();
      without += referral.isEmpty() ? 1 : 0;
      windows(person)
          .forEach(
              (subject, windows) -> {
                Sides sides = services.computeIfAbsent(subject, added -> new Sides(people.size()));
                referral.ifPresent(how -> place(person, how.date(), windows, sides));
              });
    }
    problems.throwIfAny();
    return new AroundReferral(dataset(), tolerance, without, told());
  }

  private Map<Subject, List<Counted>> windows(int person) {
    Participant participant = cohort.participants().get(person);
    Map<Subject, List<Counted>> windows = new LinkedHashMap<>();
    for (String wave : cohort.waves()) {
      Optional<Assessment> found = participant.at(wave);
      if (found.isPresent()) {
        for (Subject subject : ServiceWindows.subjects(found.get())) {
          problems
              .attempt(
                  "participants[" + person + "], wave " + wave,
                  () -> ServiceWindows.of(found.get(), subject))
              .ifPresent(
                  each ->
                      windows
                          .computeIfAbsent(subject, added -> new ArrayList<>())
                          .addAll(each.windows()));
        }
      }
    }
    return windows;
  }

  private void place(int person, LocalDate referred, List<Counted> windows, Sides sides) {
    List<Placed> placed = new ArrayList<>();
    for (Counted window : windows) {
      if (window.count().isEmpty()) {
        sides.notAnswered++;
      } else if (window.window().end().isEmpty()) {
        sides.undated++;
      } else {
        place(window, referred).ifPresentOrElse(placed::add, () -> sides.across++);
      }
    }
    placed.sort(Comparator.comparingInt(Placed::daysAway));
    List<Placed> used = new ArrayList<>();
    for (Placed each : placed) {
      if (used.stream().anyMatch(each::isTwiceWith)) {
        sides.overlapping++;
        continue;
      }
      used.add(each);
      sides.tolerated += each.isTolerated() ? 1 : 0;
      (each.isBefore() ? sides.before : sides.after).add(person, each.window());
    }
  }

  private Optional<Placed> place(Counted window, LocalDate referred) {
    int before = window.window().daysBefore(referred).orElseThrow();
    int after = window.window().daysAfter(referred).orElseThrow();
    int other = Math.min(before, after);
    if (other > tolerance || before == after) {
      return Optional.empty();
    }
    // Within one side the further of two windows has more days between it and the referral.
    LocalDate near =
        before > after
            ? window.window().end().orElseThrow()
            : window.window().start().orElseThrow();
    int away = (int) Math.abs(near.toEpochDay() - referred.toEpochDay());
    return Optional.of(new Placed(window, before > after, other > 0, away));
  }

  private Dataset dataset() {
    DatasetBuilder builder =
        Dataset.builder()
            .texts(
                "id", cohort.participants().stream().map(each -> Optional.of(each.key())).toList());
    Map<String, String> labels = new HashMap<>();
    List<String> names = new ArrayList<>();
    services.forEach(
        (subject, sides) -> {
          add(builder, subject, sides.before, AroundReferral.BEFORE, names, labels);
          add(builder, subject, sides.after, AroundReferral.AFTER, names, labels);
        });
    return builder
        .build()
        .withRole(ColumnRole.PERSON, names.toArray(String[]::new))
        .withLabels(labels);
  }

  private static void add(
      DatasetBuilder builder,
      Subject subject,
      Side side,
      String when,
      List<String> names,
      Map<String, String> labels) {
    String count = ColumnName.at(subject.column(), when).toString();
    String months = ColumnName.at(subject.column() + "_months", when).toString();
    builder.numbers(count, side.counts).numbers(months, side.months);
    names.addAll(List.of(count, months));
    String words = when.replace('-', ' ');
    labels.put(count, subject.label() + " " + words);
    labels.put(months, subject.label() + " " + words + ", months asked about");
  }

  private List<AroundReferral.Counts> told() {
    List<AroundReferral.Counts> told = new ArrayList<>();
    services.forEach(
        (subject, sides) -> {
          int[] people = new int[3];
          for (int i = 0; i < cohort.participants().size(); i++) {
            people[0] += sides.before.has(i) ? 1 : 0;
            people[1] += sides.after.has(i) ? 1 : 0;
            people[2] += sides.before.has(i) && sides.after.has(i) ? 1 : 0;
          }
          told.add(
              new AroundReferral.Counts(
                  subject.column(),
                  subject.label(),
                  people[0],
                  people[1],
                  people[2],
                  sides.tolerated,
                  sides.across,
                  sides.overlapping,
                  sides.notAnswered,
                  sides.undated));
        });
    return told;
  }
}
