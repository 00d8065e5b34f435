package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupType;
import org.socialcure.examples.study.plan.Columns;
import org.socialcure.examples.study.plan.GroupSection;

/** Counts the group memberships of every row. */
final class GroupCounts {
  private static final Map<String, GroupType> TYPES =
      Stream.of(GroupType.values())
          .collect(Collectors.toUnmodifiableMap(GroupCounts::word, Function.identity()));

  private final GroupSection section;
  private final Dataset raw;
  private final Cells cells;
  private final List<String> kinds;
  private final List<String> importance;
  private final List<String> identification;

  private GroupCounts(GroupSection section, Dataset raw, Cells cells) {
    this.section = section;
    this.raw = raw;
    this.cells = cells;
    this.kinds = names(section.kinds());
    this.importance = section.importance().map(this::names).orElse(List.of());
    this.identification = section.identification().map(this::names).orElse(List.of());
  }

  /** The column of counts. */
  static Dataset of(GroupSection section, Dataset raw, Cells cells) {
    GroupCounts counts = new GroupCounts(section, raw, cells);
    cells.require(
        Stream.of(counts.kinds, counts.importance, counts.identification)
            .flatMap(List::stream)
            .toList(),
        "\"groups\" of the plan");
    double[] values = new double[raw.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] =
          counts.memberships(row).count(section.count()).value().stream()
              .asDoubleStream()
              .findFirst()
              .orElse(Double.NaN);
    }
    return Dataset.builder()
        .numbers(section.column(), values)
        .build()
        .withLabels(Map.of(section.column(), section.count().label()));
  }

  /** The word for a kind of group in a file. */
  static String word(GroupType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> names(Columns columns) {
    if (columns instanceof Columns.Names names) {
      return names.names();
    }
    String pattern = ((Columns.Pattern) columns).pattern();
    return IntStream.rangeClosed(1, section.question().slots())
        .mapToObj(slot -> pattern.replace("{n}", Integer.toString(slot)))
        .toList();
  }

  private GroupMemberships memberships(int row) {
    Optional<String> first = raw.text(kinds.get(0), row);
    boolean none = first.equals(Optional.of(GroupSection.NONE));
    List<GroupMembership> groups = new ArrayList<>();
    boolean valid = true;
    for (int slot = none ? 1 : 0; slot < kinds.size(); slot++) {
      Optional<String> kind = raw.text(kinds.get(slot), row);
      if (kind.isEmpty()) {
        continue;
      }
      if (none) {
        cells.invalid(
            row, kinds.get(slot), "must be empty, since the first slot says that there are none");
        valid = false;
      } else if (!TYPES.containsKey(kind.get())) {
        cells.invalid(
            row,
            kinds.get(slot),
            "must be a kind of group: "
                + String.join(", ", TYPES.keySet().stream().sorted().toList())
                + "; or none in the first slot");
        valid = false;
      } else {
        groups.add(rated(GroupMembership.of(TYPES.get(kind.get())), row, slot));
      }
    }
    if (!valid || (groups.isEmpty() && !none)) {
      return GroupMemberships.notAnswered(section.question());
    }
    return none
        ? GroupMemberships.none(section.question())
        : GroupMemberships.listed(section.question(), groups);
  }

  private GroupMembership rated(GroupMembership group, int row, int slot) {
    GroupMembership rated = group;
    if (!importance.isEmpty()) {
      int highest = section.question().importanceMaximum();
      Optional<Double> rating = cells.whole(row, importance.get(slot), 1, highest);
      rated = rating.isPresent() ? rated.withImportance(rating.get().intValue()) : rated;
    }
    if (!identification.isEmpty()) {
      Optional<Double> rating =
          cells.number(row, identification.get(slot), 1, GroupMembership.HIGHEST_IDENTIFICATION);
      rated = rating.isPresent() ? rated.withIdentification(rating.get()) : rated;
    }
    return rated;
  }
}
