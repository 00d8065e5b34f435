package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * The contacts with one service that one assessment tells of, settings added up, a count for each
 * of its windows; no two of them share a day.
 */
record ServiceWindows(List<Counted> windows) {
  /** What was asked about: a service by one source. */
  record Subject(Service service, UseSource source) {
    String column() {
      return Words.of(service) + (source == UseSource.RECORD ? "_record" : "");
    }

    String label() {
      return service.label() + (source == UseSource.RECORD ? " by the record" : "");
    }
  }

  /** A count and its window, with its last day where that is known. */
  record Counted(RecallWindow window, OptionalInt count) {}

  ServiceWindows {
    windows = List.copyOf(windows);
  }

  /** The services of an assessment in their order. */
  static List<Subject> subjects(Assessment assessment) {
    return assessment.serviceUse().stream()
        .map(use -> new Subject(use.service(), use.source()))
        .distinct()
        .toList();
  }

  /**
   * The windows of a service.
   *
   * @throws InvalidInputException if two of them overlap or may do so
   */
  static ServiceWindows of(Assessment assessment, Subject subject) {
    Map<RecallWindow, List<ServiceUse>> uses = new LinkedHashMap<>();
    for (ServiceUse use : assessment.serviceUse()) {
      if (use.service() == subject.service() && use.source() == subject.source()) {
        uses.computeIfAbsent(dated(use.window(), assessment.date()), added -> new ArrayList<>())
            .add(use);
      }
    }
    List<Counted> windows = new ArrayList<>();
    for (Map.Entry<RecallWindow, List<ServiceUse>> entry : uses.entrySet()) {
      windows.forEach(earlier -> requireApart(earlier.window(), entry.getKey(), subject));
      windows.add(new Counted(entry.getKey(), sum(entry.getValue(), subject)));
    }
    return new ServiceWindows(windows);
  }

  /** "The past 3 months" without an end are those before the assessment. */
  private static RecallWindow dated(RecallWindow window, Optional<LocalDate> assessed) {
    return window.end().isPresent() ? window : assessed.map(window::endingOn).orElse(window);
  }

  private static void requireApart(RecallWindow one, RecallWindow other, Subject subject) {
    boolean bothOpen = one.end().isEmpty() && other.end().isEmpty();
    OptionalInt overlap = one.overlap(other);
    if (bothOpen || overlap.orElse(0) > 0) {
      throw refused(
          subject, "two windows overlap, so that contacts would count twice; keep one of them");
    }
    if (overlap.isEmpty()) {
      throw refused(
          subject,
          "windows may overlap; give the assessment its date, or every window its last day");
    }
  }

  private static OptionalInt sum(List<ServiceUse> uses, Subject subject) {
    Set<CareSetting> settings = EnumSet.noneOf(CareSetting.class);
    int sum = 0;
    boolean complete = true;
    for (ServiceUse use : uses) {
      if (!settings.add(use.setting())) {
        throw refused(subject, "a setting is counted twice over one window; keep one count");
      }
      if (settings.size() > 1 && settings.contains(CareSetting.ANY)) {
        throw refused(
            subject,
            "a count of any setting stands beside one of a single setting over the same window, so"
                + " that contacts would count twice; keep the one or the others");
      }
      complete &= use.count().isPresent();
      sum += use.count().orElse(0);
    }
    return complete ? OptionalInt.of(sum) : OptionalInt.empty();
  }

  private static InvalidInputException refused(Subject subject, String message) {
    return new InvalidInputException("serviceUse", subject.label() + ": " + message);
  }

  /** The contacts in all windows together, or empty if one of them was not answered. */
  OptionalInt count() {
    return windows.stream().allMatch(each -> each.count().isPresent())
        ? OptionalInt.of(windows.stream().mapToInt(each -> each.count().orElse(0)).sum())
        : OptionalInt.empty();
  }

  /** The months of all windows together. */
  double inMonths() {
    return windows.stream().mapToDouble(each -> each.window().inMonths()).sum();
  }

  /** The windows in words, without their days. */
  String inWords() {
    return windows.size() == 1
        ? windows.get(0).window().toString()
        : Names.number(inMonths()) + " months in " + windows.size() + " windows";
  }
}
