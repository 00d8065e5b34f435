package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.socialcure.core.data.Dataset;

/** What each row of a REDCap export is of. */
final class RedcapRows {
  /** The arm at the end of the name of an event, raw or labelled. */
  private static final Pattern WITH_ARM =
      Pattern.compile("(.+?)(?:_arm_(\\d+)| \\(Arm (\\d+):.*\\))", Pattern.DOTALL);

  static final List<String> EVENT = List.of("redcap_event_name", "Event Name");
  static final List<String> INSTANCE = List.of("redcap_repeat_instance", "Repeat Instance");
  private static final List<String> INSTRUMENT =
      List.of("redcap_repeat_instrument", "Repeat Instrument");

  private final Dataset data;
  private final Optional<String> event;
  private final Optional<String> instrument;
  private final Optional<String> instance;

  RedcapRows(Dataset data) {
    this.data = data;
    event = column(EVENT);
    instrument = column(INSTRUMENT);
    instance = column(INSTANCE);
  }

  private Optional<String> column(List<String> names) {
    return names.stream().filter(data::has).findFirst();
  }

  /** The columns that only tell the rows apart. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    event.ifPresent(columns::add);
    instrument.ifPresent(columns::add);
    instance.ifPresent(columns::add);
    return columns;
  }

  Optional<String> eventColumn() {
    return event;
  }

  Optional<String> instrument(int row) {
    return instrument.flatMap(column -> data.text(column, row));
  }

  boolean isOfRepeatedEvent(int row) {
    return instrument(row).isEmpty()
        && instance.flatMap(column -> data.text(column, row)).isPresent();
  }

  /** What the event of a row is called here: as one of the names given, if it is one of them. */
  Optional<String> event(int row, List<String> names) {
    Optional<String> full = event.flatMap(column -> data.text(column, row));
    if (names.isEmpty() || full.filter(names::contains).isPresent()) {
      return full;
    }
    return full.map(RedcapRows::withoutArm).filter(names::contains);
  }

  boolean isOfRepeated(int row, String name) {
    return instrument(row).isPresent()
        ? instrument(row).get().equals(name)
        : isOfRepeatedEvent(row) && event(row, List.of(name)).isPresent();
  }

  private static String withoutArm(String event) {
    Matcher matcher = WITH_ARM.matcher(event);
    return matcher.matches() ? matcher.group(1) : event;
  }

  /** The number of the arm that a row is of. */
  Optional<String> arm(int row) {
    return event
        .flatMap(column -> data.text(column, row))
        .map(WITH_ARM::matcher)
        .filter(Matcher::matches)
        .map(it -> it.group(2) == null ? it.group(3) : it.group(2));
  }

  /** The events of some rows, without their arms. */
  List<String> events() {
    Set<String> events = new LinkedHashSet<>();
    event.ifPresent(
        column ->
            data.texts(column)
                .forEach(it -> it.map(RedcapRows::withoutArm).ifPresent(events::add)));
    return List.copyOf(events);
  }

  /** What repeats in some rows, and in how many. */
  Map<String, Integer> repeated(IntPredicate some) {
    Map<String, Integer> repeated = new TreeMap<>();
    IntStream.range(0, data.rows())
        .filter(some)
        .forEach(row -> instrument(row).ifPresent(name -> repeated.merge(name, 1, Integer::sum)));
    return repeated;
  }

  /** All that repeats: instruments, and events as a whole. */
  List<String> repeating() {
    List<String> names = new ArrayList<>(repeated(row -> true).keySet());
    IntStream.range(0, data.rows())
        .filter(this::isOfRepeatedEvent)
        .mapToObj(row -> event(row, List.of()))
        .flatMap(Optional::stream)
        .map(RedcapRows::withoutArm)
        .distinct()
        .forEach(names::add);
    return names;
  }
}
