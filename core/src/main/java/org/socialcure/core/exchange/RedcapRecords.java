package org.socialcure.core.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.RowCondition;

/**
 * Which rows of a REDCap export are used, and what the others say of a person.
 *
 * <p>A record of REDCap has a row for each event, and one more for each time that a repeating
 * instrument was filled in; a field is empty in the rows that are not of its form. So its rows are
 * of three kinds: those of an event, those of a repeating instrument, and those of an event that
 * repeats as a whole.
 *
 * <pre>{@code
 * Dataset visits = RedcapRecords.by("id").events("baseline", "month_3").of(raw);
 * Dataset people = visits.widen("id", "redcap_event_name");
 * }</pre>
 *
 * <p><b>Rows.</b> Unless a {@linkplain #repeating repeating} instrument or event is named, the rows
 * of repeating instruments are left out, and with {@link #events} those of other events. If it is
 * named, its rows alone are used, and {@code redcap_repeat_instance} tells them apart. A
 * participant who then still has two rows of one event or instance is refused by {@linkplain
 * Dataset#widen widening}; nothing is ever averaged, added or taken from the first or the last.
 *
 * <p><b>Values in rows that are left out.</b> A column that has values only in rows of events that
 * are left out, and never two different ones for one record, is the person's, such as an age asked
 * at screening: its value is given to all rows of the record. A column with two is left out, and so
 * is one that has values only in rows of a repeating instrument; whoever asks for it is told why. A
 * column with values in rows that are used and in others of a repeating instrument is remarked on.
 *
 * <p><b>Events.</b> An event may be called by its full name, {@code baseline_arm_1} or, in labelled
 * exports, {@code Baseline (Arm 1: Usual care)}, or without its arm, which is then the same wave in
 * all arms. The column of events holds the names as they were given here. If the rows used are of
 * several arms, their numbers become the column {@value #ARM}.
 *
 * <table>
 * <caption>Columns by which the rows are told apart</caption>
 * <tr><th>raw headings</th><th>labelled headings</th></tr>
 * <tr><td>{@code redcap_event_name}</td><td>{@code Event Name}</td></tr>
 * <tr><td>{@code redcap_repeat_instrument}</td><td>{@code Repeat Instrument}</td></tr>
 * <tr><td>{@code redcap_repeat_instance}</td><td>{@code Repeat Instance}</td></tr>
 * </table>
 *
 * <p>A file without one of them has no events, or nothing that repeats.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class RedcapRecords {
  /** The column with the number of the arm of each row. */
  public static final String ARM = "redcap_arm";

  private final String id;
  private final List<String> events;
  private final Optional<String> repeating;
  private final Optional<RowCondition> where;
  private final Set<String> person;

  private RedcapRecords(
      String id,
      List<String> events,
      Optional<String> repeating,
      Optional<RowCondition> where,
      Set<String> person) {
    this.id = id;
    this.events = events;
    this.repeating = repeating;
    this.where = where;
    this.person = person;
  }

  /**
   * All rows that are not of a repeating instrument.
   *
   * @param id the column of the record's identifier, {@code "record_id"}; not null
   * @return the choice
   */
  public static RedcapRecords by(String id) {
    return new RedcapRecords(
        Objects.requireNonNull(id, "id"), List.of(), Optional.empty(), Optional.empty(), Set.of());
  }

  /**
   * The rows of these events only.
   *
   * @param names the events from the first to the last, with or without their arms
   * @return the changed choice
   * @throws InvalidInputException if none is named, or one is blank, named twice or can be no wave
   */
  public RedcapRecords events(String... names) {
    return events(List.of(names));
  }

  /**
   * The rows of these events only.
   *
   * @param names the events from the first to the last, with or without their arms
   * @return the changed choice
   * @throws InvalidInputException if none is named, or one is blank, named twice or can be no wave
   */
  public RedcapRecords events(List<String> names) {
    List<String> copy = List.copyOf(names);
    Problems problems = new Problems();
    problems.require(!copy.isEmpty(), "events", "none named; name at least one");
    for (int i = 0; i < copy.size(); i++) {
      String place = "events[" + i + "]";
      String name = copy.get(i);
      problems.attempt(() -> ColumnName.requireWave(place, name));
      problems.require(copy.indexOf(name) == i, place, "named twice; name each event once");
    }
    problems.throwIfAny();
    return new RedcapRecords(id, copy, repeating, where, person);
  }

  /**
   * The rows of a repeating instrument, or of an event that repeats as a whole, in the place of
   * those that repeat nothing.
   *
   * @param name the instrument or the event, as the file calls it; not null
   * @return the changed choice
   */
  public RedcapRecords repeating(String name) {
    return new RedcapRecords(id, events, Optional.of(name), where, person);
  }

  /**
   * Those rows only that meet a condition besides, such as that of a form marked as complete.
   * Others still say what is the person's, as they would not if they were left out when reading.
   *
   * @param condition the condition on the cells of the export, in the place of an earlier one
   * @return the changed choice
   */
  public RedcapRecords where(RowCondition condition) {
    return new RedcapRecords(id, events, repeating, Optional.of(condition), person);
  }

  /**
   * With columns that hold one value for each record, at whatever event it was asked.
   *
   * @param columns their names, in the place of earlier ones; one that is not there has no effect
   * @return the changed choice
   */
  public RedcapRecords person(String... columns) {
    return person(List.of(columns));
  }

  /**
   * With columns that hold one value for each record, at whatever event it was asked.
   *
   * @param columns their names, in the place of earlier ones; one that is not there has no effect
   * @return the changed choice
   */
  public RedcapRecords person(Collection<String> columns) {
    return new RedcapRecords(id, events, repeating, where, Set.copyOf(columns));
  }

  /**
   * Whether a column of an export is that of the events.
   *
   * @param column its name; not null
   * @return whether REDCap calls it so, in raw or labelled headings
   */
  public static boolean isEvent(String column) {
    return RedcapRows.EVENT.contains(column);
  }

  /**
   * Whether a column of an export is that of the numbers by which repeats are told apart.
   *
   * @param column its name; not null
   * @return whether REDCap calls it so, in raw or labelled headings
   */
  public static boolean isInstance(String column) {
    return RedcapRows.INSTANCE.contains(column);
  }

  /**
   * The rows used, with what the others say of a person.
   *
   * @param export the data of an export; not null
   * @return the same columns, but for those that are left out with a reason; remarks tell what was
   *     left out
   * @throws InvalidInputException if there is no such column of identifiers, the condition names
   *     one that is not there or compares a word, or no row is of the events or of what repeats,
   *     with the names that there are
   */
  public Dataset of(Dataset export) {
    return new RedcapChoice(export, id, events, repeating, where, person).made();
  }

  @Override
  public String toString() {
    return "records by "
        + id
        + (events.isEmpty() ? "" : ", events " + String.join(", ", events))
        + repeating.map(name -> ", rows of the repeating " + name).orElse("")
        + where.map(condition -> ", where " + condition).orElse("");
  }
}
