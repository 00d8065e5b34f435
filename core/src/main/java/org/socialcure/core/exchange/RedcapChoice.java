package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.RowCondition;
import org.socialcure.core.internal.Nearest;

/** Chooses rows of a REDCap export. Lives within one call. */
final class RedcapChoice {
  private final Dataset data;
  private final String id;
  private final List<String> events;
  private final Optional<String> repeating;
  private final Set<String> person;
  private final Set<Integer> unwanted;
  private final RedcapRows rows;
  private final boolean[] used;
  private final List<Problem> remarks;

  RedcapChoice(
      Dataset data,
      String id,
      List<String> events,
      Optional<String> repeating,
      Optional<RowCondition> where,
      Set<String> person) {
    this.data = data;
    this.id = id;
    this.events = events;
    this.repeating = repeating;
    this.person = person;
    unwanted = where.map(it -> unwanted(data, it)).orElse(Set.of());
    rows = new RedcapRows(data);
    used = new boolean[data.rows()];
    remarks = new ArrayList<>(data.remarks());
  }

  Dataset made() {
    data.texts(id);
    choose();
    int[] chosen = IntStream.range(0, used.length).filter(row -> used[row]).toArray();
    Dataset made = named(data.take(chosen), chosen);
    Map<String, String> left = new LinkedHashMap<>();
    List<String> ofPersons = new ArrayList<>();
    for (String name : data.names()) {
      if (name.equals(id) || rows.columns().contains(name)) {
        continue;
      }
      if (made.missingCount(name) < chosen.length) {
        remarkOnOthers(name);
        continue;
      }
      Optional<String> why = whyLeftOut(name);
      if (why.isPresent()) {
        left.put(name, why.get());
      } else if (data.missingCount(name) < data.rows()) {
        made = filled(made, name, chosen);
        ofPersons.add(name);
      }
    }
    for (Map.Entry<String, String> column : left.entrySet()) {
      made = made.withAbsence(column.getKey(), column.getValue());
    }
    tell(ofPersons, chosen);
    return withArm(made, chosen)
        .withRole(ColumnRole.PERSON, ofPersons.toArray(String[]::new))
        .withRemarks(remarks);
  }

  private static Set<Integer> unwanted(Dataset data, RowCondition where) {
    double[] numbers = IntStream.range(0, data.rows()).asDoubleStream().toArray();
    String name = "row";
    while (data.has(name)) {
      name += "#";
    }
    double[] wanted = data.with(name, numbers).filter(where).numbers(name);
    Set<Integer> unwanted =
        IntStream.range(0, data.rows()).boxed().collect(Collectors.toCollection(HashSet::new));
    DoubleStream.of(wanted).forEach(row -> unwanted.remove((int) row));
    return unwanted;
  }

  private void choose() {
    for (int row = 0; row < used.length; row++) {
      boolean repeats = rows.instrument(row).isPresent();
      used[row] =
          !unwanted.contains(row)
              && (repeating.isPresent() ? rows.isOfRepeated(row, repeating.get()) : !repeats)
              && (events.isEmpty() || rows.event(row, events).isPresent());
    }
    if (repeating.isPresent()
        && IntStream.range(0, used.length)
            .noneMatch(it -> rows.isOfRepeated(it, repeating.get()))) {
      throw new InvalidInputException(
          "repeating",
          "no row is of a repeating instrument or event of that name"
              + Nearest.listed(repeating.get(), rows.repeating(), "of them"));
    }
    if (IntStream.range(0, used.length).noneMatch(row -> used[row])) {
      throw new InvalidInputException(
          rows.eventColumn().map(it -> "column " + it).orElse("rows"),
          "no row is of the events named"
              + (unwanted.isEmpty() ? "" : " and meets the condition")
              + (events.isEmpty() || rows.eventColumn().isEmpty()
                  ? " or repeats nothing; name what repeats with \"repeating\""
                  : Nearest.listed(events.get(0), rows.events(), "events")));
    }
  }

  /** With events called as they were named. */
  private Dataset named(Dataset taken, int[] chosen) {
    if (events.isEmpty() || rows.eventColumn().isEmpty()) {
      return taken;
    }
    List<Optional<String>> names =
        IntStream.of(chosen).mapToObj(row -> rows.event(row, events)).toList();
    return taken.with(rows.eventColumn().get(), names);
  }

  private Dataset withArm(Dataset made, int[] chosen) {
    List<Optional<String>> arms = IntStream.of(chosen).mapToObj(rows::arm).toList();
    if (made.has(RedcapRecords.ARM) || arms.stream().distinct().count() < 2) {
      return made;
    }
    double[] numbers =
        arms.stream().mapToDouble(arm -> arm.map(Double::parseDouble).orElse(Double.NaN)).toArray();
    return made.with(RedcapRecords.ARM, numbers).withLabels(Map.of(RedcapRecords.ARM, "Arm"));
  }

  /** Values of a column that is used which stand in rows that are not, and repeat or do not. */
  private void remarkOnOthers(String name) {
    Map<String, Integer> others = new TreeMap<>();
    for (int row = 0; row < used.length; row++) {
      if (!used[row] && !data.missing(name, row)) {
        rows.instrument(row)
            .or(() -> repeating.map(it -> ""))
            .ifPresent(instrument -> others.merge(instrument, 1, Integer::sum));
      }
    }
    others.forEach(
        (instrument, count) ->
            remarks.add(
                new Problem(
                    "column " + name,
                    count
                        + (count == 1 ? " value" : " values")
                        + " in rows "
                        + (instrument.isEmpty()
                            ? "that are not of the repeating " + repeating.orElseThrow()
                            : "of the repeating instrument " + instrument)
                        + (count == 1 ? " is left out" : " are left out"))));
  }

  /** Why a column without a value in the rows used is left out; empty if it is not. */
  private Optional<String> whyLeftOut(String name) {
    Map<String, String> values = new HashMap<>();
    boolean differs = false;
    for (int row = 0; row < used.length; row++) {
      if (data.missing(name, row)) {
        continue;
      }
      Optional<String> instrument = rows.instrument(row);
      if (instrument.isPresent() || rows.isOfRepeatedEvent(row)) {
        return Optional.of(
            "it has values only in rows of the repeating "
                + instrument.map(it -> "instrument " + it).orElse("event")
                + ", which are left out; choose them with \"repeating\"");
      }
      String value = data.text(name, row).orElseThrow();
      String earlier = data.text(id, row).map(record -> values.put(record, value)).orElse(null);
      differs |= earlier != null && !earlier.equals(value);
    }
    if (values.isEmpty() || (person.contains(name) && !differs)) {
      return Optional.empty();
    }
    return Optional.of(
        "it has values only in rows that are left out"
            + (differs
                ? ", and different ones for one record"
                : "; say that it is the person's, under \"person\", if it is,")
            + (differs ? "; name the event" : " or name the event")
            + " among those that are used");
  }

  private Dataset filled(Dataset made, String name, int[] chosen) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < used.length; row++) {
      if (!data.missing(name, row) && data.text(id, row).isPresent()) {
        rowOf.putIfAbsent(data.text(id, row).get(), row);
      }
    }
    int[] from =
        IntStream.of(chosen)
            .map(
                row ->
                    data.text(id, row).map(record -> rowOf.getOrDefault(record, row)).orElse(row))
            .toArray();
    Dataset values = data.select(name).take(from);
    return switch (data.kind(name)) {
      case NUMBER -> made.with(name, values.numbers(name));
      case TEXT -> made.with(name, values.texts(name));
    };
  }

  private void tell(List<String> ofPersons, int[] chosen) {
    Map<String, Integer> repeated = rows.repeated(row -> !used[row]);
    if (!repeated.isEmpty()) {
      remarks.add(
          new Problem(
              "rows",
              "those of repeating instruments are left out: "
                  + repeated.entrySet().stream()
                      .map(it -> it.getKey() + " " + it.getValue())
                      .collect(Collectors.joining(", "))));
    }
    long others =
        IntStream.range(0, used.length)
            .filter(row -> !used[row] && rows.instrument(row).isEmpty())
            .count();
    if (others > 0) {
      remarks.add(
          new Problem(
              "rows",
              others
                  + (others == 1 ? " that repeats nothing is" : " that repeat nothing are")
                  + " not of the "
                  + repeating.map(it -> "repeating " + it).orElse("events named")
                  + (unwanted.isEmpty() ? "" : ", or do not meet the condition")
                  + ", and left out"));
    }
    if (!ofPersons.isEmpty()) {
      remarks.add(
          new Problem(
              "rows",
              "values that stand in rows left out are the person's, as is said: "
                  + String.join(", ", ofPersons)));
    }
    Set<Optional<String>> all = new HashSet<>(data.texts(id));
    Set<Optional<String>> seen =
        IntStream.of(chosen).mapToObj(row -> data.text(id, row)).collect(Collectors.toSet());
    if (seen.size() < all.size()) {
      int none = all.size() - seen.size();
      remarks.add(
          new Problem(
              "column " + id,
              none
                  + " of "
                  + all.size()
                  + (none == 1 ? " records has" : " records have")
                  + " no row that is used"));
    }
  }
}
