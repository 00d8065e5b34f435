package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.person.FamilyAndFriends;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;

/** Reads the entries of {@code groups} and {@code services}. */
final class PersonReader {
  private static final int MOST_SLOTS = 100;
  private static final int DEFAULT_IMPORTANCE_MAXIMUM = 7;

  private static final Map<String, FamilyAndFriends> FAMILY = words(FamilyAndFriends.values());
  private static final Map<String, Service> SERVICES = words(Service.values());
  private static final Map<String, RecallWindow.Unit> UNITS = words(RecallWindow.Unit.values());

  private PersonReader() {}

  static Optional<GroupSection> groups(Fields fields) {
    Optional<String> name = fields.required("name", "give the counted column a name");
    Optional<Columns> kinds = fields.columns("kinds", List.of("{n}"));
    if (!fields.has("kinds")) {
      fields.problem("kinds", "is missing: the columns with the kind of each group");
    }
    int slots = slots(fields, kinds);
    Optional<Columns> importance = rated(fields, "importance", slots);
    Optional<Columns> identification = rated(fields, "identification", slots);
    OptionalLong maximum = fields.whole("importanceMaximum", 2, MOST_SLOTS);
    FamilyAndFriends family =
        fields.choice("familyAndFriends", FAMILY).orElse(FamilyAndFriends.NOT_SAID);
    GroupQuestion question =
        new GroupQuestion(slots, family, (int) maximum.orElse(DEFAULT_IMPORTANCE_MAXIMUM));
    Optional<GroupCount> count = count(fields);
    fields.close();
    return name.isPresent() && kinds.isPresent() && count.isPresent()
        ? Optional.of(
            new GroupSection(
                name.get(), question, count.get(), kinds.get(), importance, identification))
        : Optional.empty();
  }

  private static int slots(Fields fields, Optional<Columns> kinds) {
    OptionalLong slots = fields.whole("slots", 1, MOST_SLOTS);
    if (kinds.isPresent() && kinds.get() instanceof Columns.Names names) {
      fields.refuse("contradicts \"kinds\", a list that already says how many there are", "slots");
      if (names.names().size() > MOST_SLOTS) {
        fields.problem("kinds", "must name at most " + MOST_SLOTS + " columns");
      }
      return Math.max(1, Math.min(MOST_SLOTS, names.names().size()));
    }
    if (kinds.isPresent() && !fields.has("slots")) {
      fields.problem(
          "slots", "is missing: with a pattern, say how many groups the form has room for");
    }
    return (int) slots.orElse(1);
  }

  private static Optional<Columns> rated(Fields fields, String name, int slots) {
    Optional<Columns> columns = fields.columns(name, List.of("{n}"));
    if (columns.isPresent()
        && columns.get() instanceof Columns.Names names
        && names.names().size() != slots) {
      fields.problem(name, "must name as many columns as there are slots: " + slots);
    }
    return columns;
  }

  private static Optional<GroupCount> count(Fields fields) {
    String rule =
        fields
            .choice(
                "count",
                Map.of("all", "", "important", "importance", "identified-with", "identification"))
            .orElse("");
    if (rule.isEmpty()) {
      fields.refuse("belongs to \"count\": \"important\" or \"identified-with\"", "threshold");
      return Optional.of(GroupCount.all());
    }
    if (!fields.has(rule)) {
      fields.problem(rule, "is missing: the columns with the rating of each group");
    }
    if (!fields.has("threshold")) {
      fields.problem("threshold", "is missing: the least " + rule + " that counts");
    }
    if (rule.equals("importance")) {
      OptionalLong threshold = fields.whole("threshold", 1, MOST_SLOTS);
      return threshold.isPresent()
          ? Optional.of(GroupCount.important((int) threshold.getAsLong()))
          : Optional.empty();
    }
    OptionalDouble threshold = fields.between("threshold", -Double.MAX_VALUE, Double.MAX_VALUE);
    return threshold.isPresent()
        ? fields.attempt("threshold", () -> GroupCount.identifiedWith(threshold.getAsDouble()))
        : Optional.empty();
  }

  static Optional<ServiceSection> service(Fields fields) {
    Optional<String> name = fields.required("name", "give the column a name");
    Service service = fields.choice("service", SERVICES).orElse(Service.OTHER);
    Optional<String> count =
        fields.required("count", "name the column with the number of contacts");
    Optional<String> windowColumn = Optional.empty();
    OptionalInt windowLength = OptionalInt.empty();
    if (fields.peek("window").filter(String.class::isInstance).isPresent()) {
      windowColumn = fields.text("window");
    } else if (fields.has("window")) {
      OptionalLong length = fields.whole("window", 1, RecallWindow.LONGEST);
      windowLength =
          length.isPresent() ? OptionalInt.of((int) length.getAsLong()) : OptionalInt.empty();
    } else {
      fields.problem(
          "window", "is missing: how far back the question asked, or the column that says so");
    }
    RecallWindow.Unit unit = fields.choice("unit", UNITS).orElse(RecallWindow.Unit.MONTHS);
    fields.close();
    return name.isPresent() && count.isPresent()
        ? Optional.of(
            new ServiceSection(name.get(), service, count.get(), windowColumn, windowLength, unit))
        : Optional.empty();
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    return Stream.of(values)
        .collect(
            Collectors.toUnmodifiableMap(
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Function.identity()));
  }
}
