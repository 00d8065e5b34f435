package org.socialcure.core.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;

/** Lays a cohort out as one row per participant and wave. */
final class CohortTable {
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final Map<String, List<Optional<String>>> texts = new LinkedHashMap<>();

  /** In the order in which the columns are first needed. */
  private final List<String> names = new ArrayList<>();

  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Set<String>> windows = new HashMap<>();
  private final Problems problems = new Problems();

  /** The columns of the person, which have another role than those of a wave. */
  private final Set<String> ofPerson = new LinkedHashSet<>();

  private record Row(String place, Participant person, Assessment assessment) {}

  private CohortTable() {}

  static Dataset of(Cohort cohort, List<GroupCount> rules, List<SocialIdentityIndex> indices) {
    CohortTable table = new CohortTable();
    for (int i = 0; i < cohort.participants().size(); i++) {
      Participant participant = cohort.participants().get(i);
      String place = "participants[" + i + "], wave ";
      for (String wave : cohort.waves()) {
        participant
            .at(wave)
            .ifPresent(found -> table.rows.add(new Row(place + wave, participant, found)));
      }
    }
    table.people();
    for (int row = 0; row < table.rows.size(); row++) {
      table.responses(row);
    }
    for (int row = 0; row < table.rows.size(); row++) {
      table.groups(row, rules);
    }
    for (int row = 0; row < table.rows.size(); row++) {
      table.identityMap(row, indices);
    }
    for (int row = 0; row < table.rows.size(); row++) {
      table.services(row);
    }
    table.problems.throwIfAny();
    return table.dataset();
  }

  private Dataset dataset() {
    DatasetBuilder builder =
        Dataset.builder()
            .texts("id", rows.stream().map(row -> Optional.of(row.person().key())).toList())
            .texts("wave", rows.stream().map(row -> Optional.of(row.assessment().wave())).toList());
    for (String name : names) {
      double[] values = numbers.get(name);
      if (values != null) {
        builder.numbers(name, values);
      } else {
        builder.texts(name, texts.getOrDefault(name, List.of()));
      }
    }
    return builder
        .build()
        .withRole(
            ColumnRole.MEASURE,
            names.stream().filter(name -> !ofPerson.contains(name)).toArray(String[]::new))
        .withRole(ColumnRole.PERSON, ofPerson.toArray(String[]::new))
        .withLabels(labels);
  }

  private void people() {
    for (PersonColumns.Column column : PersonColumns.of(rows.stream().map(Row::person).toList())) {
      ofPerson.add(column.name());
      labels.put(column.name(), column.label());
      for (int row = 0; row < rows.size(); row++) {
        Participant person = rows.get(row).person();
        if (column.isText()) {
          set(column.name(), row, column.text(person));
        } else {
          set(column.name(), row, column.number(person));
        }
      }
    }
  }

  private void responses(int row) {
    for (Responses responses : rows.get(row).assessment().responses()) {
      Instrument instrument = responses.instrument();
      for (Item item : instrument.items()) {
        String name = ColumnName.ofItem(instrument.id(), responses.target(), item.id()).toString();
        labels.put(name, instrument.label(item.label(), responses.target()));
        Optional<AnswerOption> given = responses.given(item.id());
        if (item.options().stream().allMatch(option -> option.value().isPresent())) {
          set(name, row, given.map(option -> option.value().orElseThrow()).orElse(Double.NaN));
        } else {
          set(name, row, given.map(AnswerOption::id));
        }
      }
    }
  }

  private void groups(int row, List<GroupCount> rules) {
    Row here = rows.get(row);
    if (here.assessment().groups().isPresent()) {
      GroupMemberships groups = here.assessment().groups().get();
      for (GroupCount rule : rules) {
        problems.attempt(
            here.place(),
            () -> {
              set(rule.column(), row, number(groups.count(rule).value()));
              labels.put(rule.column(), rule.label());
              return rule;
            });
      }
    }
  }

  private void identityMap(int row, List<SocialIdentityIndex> indices) {
    rows.get(row)
        .assessment()
        .identityMap()
        .ifPresent(
            map -> {
              for (SocialIdentityIndex index : indices) {
                set(index.column(), row, map.index(index).value().orElse(Double.NaN));
                labels.put(index.column(), index.label() + ", unverified");
              }
            });
  }

  private void services(int row) {
    Row here = rows.get(row);
    for (ServiceWindows.Subject subject : ServiceWindows.subjects(here.assessment())) {
      String name = subject.column();
      problems.attempt(
          here.place(),
          () -> {
            ServiceWindows found = ServiceWindows.of(here.assessment(), subject);
            set(name, row, number(found.count()));
            set(name + "_months", row, found.inMonths());
            describe(subject, found.inWords());
            return name;
          });
    }
  }

  /** A count says its window where all rows have the same. */
  private void describe(ServiceWindows.Subject subject, String window) {
    String name = subject.column();
    windows.computeIfAbsent(name, added -> new HashSet<>()).add(window);
    Set<String> lengths = windows.getOrDefault(name, Set.of());
    labels.put(name, lengths.size() == 1 ? subject.label() + ", " + window : subject.label());
    labels.put(name + "_months", subject.label() + ", months asked about");
  }

  private static double number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : Double.NaN;
  }

  private void set(String name, int row, double value) {
    numbers
            .computeIfAbsent(
                name,
                added -> {
                  names.add(added);
                  double[] values = new double[rows.size()];
                  Arrays.fill(values, Double.NaN);
                  return values;
                })[row] =
        value;
  }

  private void set(String name, int row, Optional<String> value) {
    texts
        .computeIfAbsent(
            name,
            added -> {
              names.add(added);
              List<Optional<String>> values = new ArrayList<>();
              rows.forEach(each -> values.add(Optional.empty()));
              return values;
            })
        .set(row, value);
  }
}
