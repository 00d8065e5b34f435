package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.core.person.FamilyAndFriends;
import org.socialcure.core.person.GroupCoding;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;

/** Reads the entries of {@code groups} and {@code services}. */
final class PersonReader {
  private static final int MOST_SLOTS = 100;
  private static final int DEFAULT_IMPORTANCE_MAXIMUM = 7;

  private static final NodeReader<ForWaves<Columns>> COLUMNS =
      ForWaves.reader(Values.columns("{n}"));

  private PersonReader() {}

  /** Which groups count. */
  private enum Rule {
    ALL,
    IMPORTANT,
    IDENTIFIED_WITH
  }

  /** One list of groups, once for each wave that stands beside the others. */
  static @Nullable List<GroupSection> groups(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> name = fields.required("name", "give the counted column a name", Values::text);
    Optional<ForWaves<Columns>> kinds =
        fields.required("kinds", "the columns with the kind of each group", COLUMNS);
    Optional<String> separator = separator(fields, kinds);
    int slots = slots(fields, kinds);
    Optional<ForWaves<Columns>> importance = rated(fields, "importance", kinds, slots);
    Optional<ForWaves<Columns>> identification = rated(fields, "identification", kinds, slots);
    int maximum =
        fields
            .optional("importanceMaximum", Values.whole(2, MOST_SLOTS))
            .orElse(DEFAULT_IMPORTANCE_MAXIMUM);
    FamilyAndFriends family =
        fields.constant("familyAndFriends", FamilyAndFriends.class, FamilyAndFriends.NOT_SAID);
    Optional<GroupCount> count = count(fields);
    Optional<GroupCoding> coding = coding(fields);
    List<GroupType> types = types(fields);
    if (!fields.done().isSound()
        || name.isEmpty()
        || kinds.isEmpty()
        || count.isEmpty()
        || coding.isEmpty()) {
      return null;
    }
    GroupQuestion question = new GroupQuestion(slots, family, maximum);
    return kinds.get().waves().stream()
        .map(
            wave ->
                new GroupSection(
                    name.get(),
                    question,
                    count.get(),
                    kinds.get().at(wave).orElseThrow(),
                    importance.flatMap(it -> it.at(wave)),
                    identification.flatMap(it -> it.at(wave)),
                    coding.get(),
                    separator,
                    types,
                    wave))
        .toList();
  }

  private static Stream<Columns> all(ForWaves<Columns> columns) {
    return columns.waves().stream().flatMap(wave -> columns.at(wave).stream());
  }

  /** What separates several groups in one cell, which has no ratings of each. */
  private static Optional<String> separator(Fields fields, Optional<ForWaves<Columns>> kinds) {
    Optional<String> separator = fields.optional("separator", Scalars::text);
    if (separator.isEmpty()) {
      return separator;
    }
    if (separator.get().isEmpty()) {
      fields.report("separator", "must not be empty; leave it out where a cell holds one group");
    }
    boolean one =
        kinds.stream()
            .flatMap(PersonReader::all)
            .allMatch(it -> it instanceof Columns.Names list && list.names().size() == 1);
    if (!one) {
      fields.report("kinds", "must be a list of one column, which \"separator\" splits");
    }
    fields.refuse(
        "has a column a group, but \"separator\" splits one cell into groups; give one of the two",
        "importance",
        "identification");
    return separator;
  }

  private static Optional<GroupCoding> coding(Fields fields) {
    Map<String, GroupType> words = fields.map("words", Values.word(GroupType.class));
    Optional<GroupType> otherwise = fields.optional("otherwise", Values.word(GroupType.class));
    return fields
        .attempt("words", () -> GroupCoding.english().with(words))
        .map(coding -> otherwise.map(coding::otherwise).orElse(coding));
  }

  private static List<GroupType> types(Fields fields) {
    List<GroupType> types = fields.list("types", Values.word(GroupType.class));
    if (types.stream().distinct().count() < types.size()) {
      fields.report("types", "must not name a type twice");
    }
    return types;
  }

  private static int slots(Fields fields, Optional<ForWaves<Columns>> kinds) {
    Optional<Integer> slots = fields.optional("slots", Values.whole(1, MOST_SLOTS));
    if (kinds.isEmpty()) {
      return slots.orElse(1);
    }
    List<Integer> lists =
        all(kinds.get())
            .filter(Columns.Names.class::isInstance)
            .map(names -> ((Columns.Names) names).names().size())
            .toList();
    if (lists.isEmpty()) {
      fields.require("slots", "with a pattern, say how many groups the form has room for");
      return slots.orElse(1);
    }
    if (fields.has("separator")) {
      return slots.orElse(MOST_SLOTS);
    }
    fields.refuse("contradicts \"kinds\", a list that already says how many there are", "slots");
    if (lists.stream().distinct().count() > 1 || lists.size() < kinds.get().waves().size()) {
      fields.report("kinds", "must name as many columns at every wave, all of them in lists");
    }
    if (lists.get(0) > MOST_SLOTS) {
      fields.report("kinds", "must name at most " + MOST_SLOTS + " columns");
    }
    return Math.min(MOST_SLOTS, lists.get(0));
  }

  private static Optional<ForWaves<Columns>> rated(
      Fields fields, String name, Optional<ForWaves<Columns>> kinds, int slots) {
    Optional<ForWaves<Columns>> columns = fields.optional(name, COLUMNS);
    if (columns.isPresent() && kinds.isPresent()) {
      kinds.get().requireSameWaves(fields, "kinds", name, columns.get());
    }
    boolean otherwise =
        columns.stream()
            .flatMap(PersonReader::all)
            .anyMatch(it -> it instanceof Columns.Names list && list.names().size() != slots);
    if (otherwise) {
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

  /** How far back the question asked: a number, or the column that says so. */
  private record Window(Optional<String> column, OptionalInt length) {
    static @Nullable Window read(Node node, Problems problems) {
      if (node instanceof Node.Text) {
        String column = Values.text(node, problems);
        return column == null ? null : new Window(Optional.of(column), OptionalInt.empty());
      }
      Integer length = Values.whole(1, RecallWindow.LONGEST).read(node, problems);
      return length == null ? null : new Window(Optional.empty(), OptionalInt.of(length));
    }
  }

  /** The use of one service, once for each wave that stands beside the others. */
  static @Nullable List<ServiceSection> service(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<String> name = fields.required("name", "give the column a name", Values::text);
    Service service = fields.constant("service", Service.class, Service.OTHER);
    Optional<ForWaves<String>> count =
        fields.required(
            "count", "name the column with the number of contacts", ForWaves.reader(Values::text));
    Optional<ForWaves<Window>> window =
        fields.required(
            "window",
            "how far back the question asked, or the column that says so",
            ForWaves.reader(Window::read));
    if (count.isPresent() && window.isPresent() && window.get().one().isEmpty()) {
      count.get().requireSameWaves(fields, "count", "window", window.get());
    }
    RecallWindow.Unit unit =
        fields.constant("unit", RecallWindow.Unit.class, RecallWindow.Unit.MONTHS);
    if (!fields.done().isSound() || name.isEmpty() || count.isEmpty() || window.isEmpty()) {
      return null;
    }
    return count.get().waves().stream()
        .map(
            wave -> {
              Window asked = window.get().at(wave).orElseThrow();
              return new ServiceSection(
                  name.get(),
                  service,
                  count.get().at(wave).orElseThrow(),
                  asked.column(),
                  asked.length(),
                  unit,
                  wave);
            })
        .toList();
  }
}
