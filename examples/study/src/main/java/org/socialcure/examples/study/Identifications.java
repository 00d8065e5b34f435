package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;
import org.socialcure.examples.study.plan.IdentificationSection;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.GroupIdentificationCount;
import org.socialcure.scoring.InstrumentColumns;

/** Finds what a plan counts of the groups that people identify with. */
final class Identifications {
  private Identifications() {}

  /** All that is wrong with them is reported together, at its place in the plan. */
  static void check(Plan plan, Places places, List<InstrumentColumns> instruments) {
    Problems problems = new Problems();
    for (int i = 0; i < plan.identifications().size(); i++) {
      IdentificationSection section = plan.identifications().get(i);
      String place = "identifications[" + i + "]";
      problems.attempt(problem -> places.within(place, problem), () -> rule(section, instruments));
    }
    problems.throwIfAny();
  }

  static List<GroupIdentificationCount> of(Plan plan, List<InstrumentColumns> instruments) {
    List<GroupIdentificationCount> rules = new ArrayList<>();
    plan.identifications().forEach(section -> rules.add(rule(section, instruments)));
    return rules;
  }

  private static GroupIdentificationCount rule(
      IdentificationSection section, List<InstrumentColumns> instruments) {
    List<InstrumentColumns> asked =
        instruments.stream()
            .filter(it -> it.instrument().id().equals(section.instrument()))
            .toList();
    if (asked.isEmpty()) {
      List<String> ids = instruments.stream().map(it -> it.instrument().id()).distinct().toList();
      throw new InvalidInputException(
          "instrument",
          "is not scored; add it under \"instruments\", once for each group"
              + Nearest.question(section.instrument(), ids));
    }
    List<String> groups = asked.stream().flatMap(it -> it.target().stream()).distinct().toList();
    Problems problems = new Problems();
    for (int i = 0; i < section.targets().size(); i++) {
      String target = section.targets().get(i);
      problems.require(
          groups.contains(target),
          "targets[" + i + "]",
          "is no target under \"instruments\"; add it there" + Nearest.question(target, groups));
    }
    problems.throwIfAny();
    return new GroupIdentificationCount(
        asked.get(0).instrument(),
        section.threshold(),
        section.targets().isEmpty() ? groups : section.targets());
  }
}
