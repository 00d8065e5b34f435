package org.socialcure.examples.study.plan;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.core.person.FamilyAndFriends;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;

/** Reads the entries of {@code groups} and {@code services}. */
final class PersonReader {
  private static final int MOST_SLOTS = 100;
  private static final int DEFAULT_IMPORTANCE_MAXIMUM = 7;

  private static final NodeReader<Columns> COLUMNS = Values.columns("{n}");

  private PersonReader() {}

  /** Which groups count. */
  private enum Rule {
    ALL,
    IMPORTANT,
    IDENTIFIED_WITH
  }

  static @Nullable GroupSection groups(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> name = fields.required("name", "give the counted column a name", Values::text);
    Optional<Columns> kinds =
        fields.required("kinds", "the columns with the kind of each group", COLUMNS);
    int slots = slots(fields, kinds);
    Optional<Columns> importance = rated(fields, "importance", slots);
    Optional<Columns> identification = rated(fields, "identification", slots);
    int maximum =
        fields
            .optional("importanceMaximum", Values.whole(2, MOST_SLOTS))
            .orElse(DEFAULT_IMPORTANCE_MAXIMUM);
    FamilyAndFriends family =
        fields.constant("familyAndFriends", FamilyAndFriends.class, FamilyAndFriends.NOT_SAID);
    Optional<GroupCount> count = count(fields);
    return fields.done().isSound() && name.isPresent() && kinds.isPresent() && count.isPresent()
        ? new GroupSection(
            name.get(),
            new GroupQuestion(slots, family, maximum),
            count.get(),
            kinds.get(),
            importance,
            identification)
        : null;
  }

  private static int slots(Fields fields, Optional<Columns> kinds) {
    Optional<Integer> slots = fields.optional("slots", Values.whole(1, MOST_SLOTS));
    if (kinds.isPresent() && kinds.get() instanceof Columns.Names names) {
      fields.refuse("contradicts \"kinds\", a list that already says how many there are", "slots");
      if (names.names().size() > MOST_SLOTS) {
        fields.report("kinds", "must name at most " + MOST_SLOTS + " columns");
      }
      return Math.min(MOST_SLOTS, names.names().size());
    }
    if (kinds.isPresent()) {
      fields.require("slots", "with a pattern, say how many groups the form has room for");
    }
    return slots.orElse(1);
  }

  private static Optional<Columns> rated(Fields fields, String name, int slots) {
    Optional<Columns> columns = fields.optional(name, COLUMNS);
    if (columns.isPresent()
        && columns.get() instanceof Columns.Names names
        && names.names().size() != slots) {
      fields.report(name, "must name as many columns as there are slots: " + slots);
    }
    return columns;
  }

  private static Optional<GroupCount> count(Fields fields) {
    Rule rule = fields.constant("count", Rule.class, Rule.ALL);
    if (rule == Rule.ALL) {
      fields.refuse("belongs to \"count\": \"important\" or \"identified-with\"", "threshold");
      return Optional.of(GroupCount.all());
    }
    String rating = rule == Rule.IMPORTANT ? "importance" : "identification";
    fields.require(rating, "the columns with the rating of each group");
    fields.require("threshold", "the least " + rating + " that counts");
    return rule == Rule.IMPORTANT
        ? fields.optional("threshold", Values.whole(1, MOST_SLOTS)).map(GroupCount::important)
        : fields
            .optional("threshold", Scalars::number)
            .flatMap(it -> fields.attempt("threshold", () -> GroupCount.identifiedWith(it)));
  }

  static @Nullable ServiceSection service(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> name = fields.required("name", "give the column a name", Values::text);
    Service service = fields.constant("service", Service.class, Service.OTHER);
    Optional<String> count =
        fields.required("count", "name the column with the number of contacts", Values::text);
    fields.require("window", "how far back the question asked, or the column that says so");
    boolean column = fields.node("window") instanceof Node.Text;
    Optional<String> windowColumn =
        column ? fields.optional("window", Values::text) : Optional.empty();
    OptionalInt windowLength =
        column
            ? OptionalInt.empty()
            : fields
                .optional("window", Values.whole(1, RecallWindow.LONGEST))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    RecallWindow.Unit unit =
        fields.constant("unit", RecallWindow.Unit.class, RecallWindow.Unit.MONTHS);
    return fields.done().isSound() && name.isPresent() && count.isPresent()
        ? new ServiceSection(name.get(), service, count.get(), windowColumn, windowLength, unit)
        : null;
  }
}
