package org.socialcure.examples.study;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Nearest;
import org.socialcure.examples.study.plan.ModelSection;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.OutcomesSection.ReferenceSource;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.plan.ServiceSection;
import org.socialcure.scoring.change.CitedReferences;
import org.socialcure.scoring.contact.PercentDefinition;

/** Refuses a plan whose models and labels name columns that the data as prepared do not have. */
final class ColumnsOfPlan {
  private final Dataset raw;
  private final Preparation prepared;
  private final Places places;
  private final Set<String> known = new LinkedHashSet<>();
  private final Problems problems = new Problems();

  private ColumnsOfPlan(Plan plan, Places places, Dataset raw, Preparation prepared) {
    this.raw = raw;
    this.prepared = prepared;
    this.places = places;
    known.addAll(prepared.wide().names());
    // Any other column of the file is there as soon as its name is right.
    List<String> waves = plan.data().wave().isPresent() ? plan.data().waves() : List.of();
    List<String> others = raw.names().stream().filter(name -> !prepared.rows().has(name)).toList();
    for (String name : others) {
      Stream<String> columns =
          waves.isEmpty()
              ? Stream.of(name)
              : Stream.concat(waves.stream(), Stream.of(ColumnName.CHANGE))
                  .map(wave -> ColumnName.parse(name).withWave(wave).toString());
      columns.forEach(known::add);
    }
  }

  static void check(Plan plan, Places places, Dataset raw, Preparation prepared) {
    ColumnsOfPlan columns = new ColumnsOfPlan(plan, places, raw, prepared);
    columns.models(plan.models());
    columns.labels(plan.labels().keySet(), plan);
    plan.outcomes()
        .ifPresent(
            it -> {
              columns.outcomes(it, plan.data().waves());
              columns.told(plan, it);
            });
    columns.problems.throwIfAny();
  }

  private void models(List<ModelSection> models) {
    for (int i = 0; i < models.size(); i++) {
      Set<String> needed = new LinkedHashSet<>(models.get(i).columns());
      needed.addAll(models.get(i).categories());
      for (String name : needed) {
        if (!prepared.wide().has(name)) {
          problems.add(places.problem("models[" + i + "]", name, message(name)));
        }
      }
    }
  }

  private void outcomes(OutcomesSection outcomes, List<String> waves) {
    Stream.of(
            outcomes.groups().stream(),
            outcomes.adjust().stream(),
            outcomes.comparison().stream().map(OutcomesSection.Comparison::column))
        .flatMap(names -> names)
        .filter(name -> !prepared.wide().has(name))
        .forEach(name -> problems.add(places.problem("outcomes", name, message(name))));
    outcomes.single().stream()
        .filter(
            name ->
                waves.stream()
                    .noneMatch(wave -> prepared.wide().has(ColumnName.at(name, wave).toString())))
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is no column of the file that has waves"
                            + Nearest.amongColumns(name, known)
                            + sideBySide(name, waves))));
    Set<String> scales = prepared.measures().keySet();
    Stream.of(outcomes.scales().orElse(List.of()), outcomes.spokenOf())
        .flatMap(Collection::stream)
        .distinct()
        .filter(name -> !scales.contains(name) && !scales.contains(name + ".total"))
        .filter(
            name ->
                outcomes.scales().orElse(List.of()).contains(name)
                    ? waves.stream()
                        .noneMatch(
                            wave -> prepared.wide().has(ColumnName.at(name, wave).toString()))
                    : !isInFile(waves, name))
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is neither a scored scale nor a column of the file"
                            + Nearest.amongColumns(name, scales)
                            + sideBySide(name, waves))));
  }

  /** What is told as a scale, and what is said of scales that are not told. */
  private void told(Plan plan, OutcomesSection outcomes) {
    Set<String> contacts = new LinkedHashSet<>();
    for (ServiceSection service : plan.services()) {
      contacts.add(service.name());
      contacts.add(ServiceCounts.months(service.name()));
      contacts.add(service.count());
      service.windowColumn().ifPresent(contacts::add);
      contacts.add(ColumnName.parse(service.count()).measure());
    }
    Set<String> scored = scored(plan);
    Set<String> scales =
        outcomes.scales().isEmpty() ? scored : new LinkedHashSet<>(outcomes.scales().get());
    if (scales.isEmpty() && plan.services().isEmpty() && outcomes.single().isEmpty()) {
      problems.add(
          places.problem(
              "outcomes",
              "scales",
              "has nothing to tell of: score \"instruments\", declare \"services\", or name numeric"
                  + " columns under \"scales\""));
    }
    Stream.concat(scales.stream(), outcomes.single().stream())
        .filter(contacts::contains)
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is about contacts with a service, which are compared as rates and told"
                            + " without being named here; leave it out")));
    if (outcomes.percent().stream().anyMatch(it -> it.contains(PercentDefinition.MODEL))) {
      outcomes.adjust().stream()
          .filter(name -> contacts.contains(ColumnName.parse(name).measure()))
          .forEach(
              name ->
                  problems.add(
                      places.problem(
                          "outcomes",
                          name,
                          "is about contacts, which \"model\" under \"percent\" is of; no count"
                              + " is a covariate of itself. Leave it out of \"adjust\"")));
    }
    outcomes.spokenOf().stream()
        .filter(
            name ->
                (isInFile(plan.data().waves(), name)
                        || scored.contains(name)
                        || scored.contains(name + ".total"))
                    && !scales.contains(name)
                    && !scales.contains(name + ".total")
                    && !(name.endsWith(".total") && scales.contains(stem(name))))
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is not among the scales that are told; name it under \"scales\" or leave it"
                            + " out"
                            + Nearest.question(name, scales))));
    outcomes.scales().orElse(List.of()).stream()
        .filter(name -> outcomes.scales().orElse(List.of()).contains(name + ".total"))
        .filter(name -> scored.contains(name + ".total"))
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is the same scale as " + name + ".total; name one of the two")));
    outcomes
        .saidTwice()
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is said the same thing of as "
                            + name
                            + ".total, which is the same scale; say it once")));
    outcomes
        .references()
        .forEach(
            (name, reference) -> {
              if (reference instanceof ReferenceSource.Cited && Outcomes.cited(name).isEmpty()) {
                problems.add(
                    places.problem(
                        "outcomes.references",
                        name,
                        "has no published reference here, as "
                            + CitedReferences.all().stream()
                                .map(it -> it.instrument() + "." + it.scale())
                                .distinct()
                                .collect(Collectors.joining(", "))
                            + " have; give \"sd\", \"sdOf\", \"reliability\" and \"source\""));
              }
            });
    outcomes.directions().keySet().stream()
        .filter(name -> scored.contains(name) || scored.contains(name + ".total"))
        .forEach(
            name ->
                problems.add(
                    places.problem(
                        "outcomes",
                        name,
                        "is a scored scale, whose direction its questionnaire says; leave it out of"
                            + " \"directions\"")));
  }

  /** How columns of the file say their waves where none of its columns does. */
  private String sideBySide(String name, List<String> waves) {
    return prepared.data().waves().isEmpty()
        ? ". Where waves stand side by side, columns are called as "
            + ColumnName.at(ColumnName.parse(name).measure(), waves.get(0))
            + "; where a row is of one wave, \"wave\" under \"data\" names the column that says so"
        : "";
  }

  private boolean isInFile(List<String> waves, String name) {
    return known.contains(name)
        || waves.stream().anyMatch(wave -> known.contains(ColumnName.at(name, wave).toString()));
  }

  private static String stem(String total) {
    return total.substring(0, total.length() - ".total".length());
  }

  private Set<String> scored(Plan plan) {
    Set<String> scored = new LinkedHashSet<>(prepared.measures().keySet());
    plan.services().forEach(service -> scored.remove(service.name()));
    plan.groups().forEach(groups -> scored.remove(groups.name()));
    return scored;
  }

  private void labels(Set<String> labelled, Plan plan) {
    known.addAll(prepared.rows().names());
    for (String name : labelled) {
      boolean told =
          plan.outcomes().stream().anyMatch(it -> it.measured().contains(name))
              && plan.data().waves().stream()
                  .anyMatch(wave -> prepared.wide().has(ColumnName.at(name, wave).toString()));
      if (!told
          && !prepared.wide().has(name)
          && !prepared.rows().has(name)
          && !prepared.measures().containsKey(name)) {
        problems.add(places.problem("labels", name, message(name)));
      }
    }
  }

  private String message(String name) {
    // Why widening left a column out says more than which names are like it.
    return "there is no column "
        + name
        + prepared
            .wide()
            .absence(name)
            .or(() -> raw.absence(name))
            .or(() -> raw.absence(ColumnName.parse(name).measure()))
            .map(why -> ": " + why)
            .orElseGet(() -> Nearest.amongColumns(name, known));
  }
}
