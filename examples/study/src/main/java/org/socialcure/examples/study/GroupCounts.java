package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;
import org.socialcure.core.internal.NumberedColumns;
import org.socialcure.core.internal.Words;
import org.socialcure.core.person.GroupCoding;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupType;
import org.socialcure.examples.study.plan.Columns;
import org.socialcure.examples.study.plan.GroupSection;

/** Counts the group memberships of every row. */
final class GroupCounts {
  private static final Pattern SEPARATED = Pattern.compile("[;,/|]");

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
    Map<String, double[]> columns = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    section
        .columns()
        .forEach(
            (name, count) -> {
              columns.put(name, new double[raw.rows()]);
              labels.put(name, count.label());
            });
    for (int i = 0; i < raw.rows(); i++) {
      int row = i;
      GroupMemberships listed = counts.memberships(row);
      columns.forEach(
          (name, values) -> {
            GroupCount count = section.columns().getOrDefault(name, section.count());
            values[row] =
                listed.count(count).value().stream()
                    .asDoubleStream()
                    .findFirst()
                    .orElse(Double.NaN);
          });
    }
    DatasetBuilder builder = Dataset.builder();
    columns.forEach(builder::numbers);
    return builder.build().withLabels(labels);
  }

  private List<String> names(Columns columns) {
    if (columns instanceof Columns.Names names) {
      return names.names();
    }
    String pattern = ((Columns.Pattern) columns).pattern();
    return IntStream.rangeClosed(1, section.question().slots())
        .mapToObj(slot -> NumberedColumns.name(pattern, slot))
        .toList();
  }

  private GroupMemberships memberships(int row) {
    if (section.separator().isPresent()) {
      return split(row, section.separator().get());
    }
    Optional<String> first = raw.text(kinds.get(0), row);
    boolean none = first.filter(GroupCoding::isNone).isPresent();
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
        continue;
      }
      Optional<GroupType> type = section.coding().typeOf(kind.get());
      if (type.isEmpty()) {
        cells.invalid(row, kinds.get(slot), unknown(kind.get()));
        valid = false;
      } else {
        groups.add(rated(GroupMembership.of(type.get()), row, slot));
      }
    }
    if (!valid || (groups.isEmpty() && !none)) {
      return GroupMemberships.notAnswered(section.question());
    }
    return none
        ? GroupMemberships.none(section.question())
        : GroupMemberships.listed(section.question(), groups);
  }

  /** Several groups in one cell; an entry that comes twice is one group. */
  private GroupMemberships split(int row, String separator) {
    String column = kinds.get(0);
    try {
      return section.coding().read(section.question(), raw.text(column, row).orElse(""), separator);
    } catch (InvalidInputException refused) {
      // One cell, one problem: which of its groups it is says nothing more to whoever mends it.
      Problem first = refused.problems().get(0);
      boolean unknown = first.where().startsWith("groups[") && first.message().startsWith("is no");
      cells.invalid(row, column, unknown ? unknown("") : first.message());
      return GroupMemberships.notAnswered(section.question());
    }
  }

  private static String unknown(String kind) {
    return "must be a kind of group ("
        + String.join(", ", Words.all(GroupType.class))
        + ") or a word for one, or none in the first slot; add other words under \"words\", give all"
        + " others a type by \"otherwise\", or list what is no answer under \"missing\" of \"data\""
        + (SEPARATED.matcher(kind).find()
            ? "; if several groups stand in one cell, say the \"separator\""
            : "");
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
