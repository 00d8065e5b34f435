package org.socialcure.scoring.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.change.PairedSample;

/**
 * What can be told of the contacts of people with a service: rates, windows, and the change in
 * every sense that was asked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param label what was counted
 * @param whose who the people are, if they are not all
 * @param people how many have a count at both waves, or at one of them
 * @param before the contacts before of people with both counts; empty if nobody has both
 * @param after their contacts after
 * @param unit the unit of time that rates are told for
 * @param changes the changes in the order in which they were asked for
 * @param cautions what has to be known beside the numbers
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactSummary(
    String label,
    Optional<String> whose,
    PairedSample people,
    Optional<ContactRate> before,
    Optional<ContactRate> after,
    RateUnit unit,
    List<ContactEstimate> changes,
    List<String> cautions) {
  private static final double DEFAULT_LEVEL = 0.95;

  /** Copies the lists and refuses nulls. */
  public ContactSummary {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(whose, "whose");
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(unit, "unit");
    changes = List.copyOf(changes);
    cautions = List.copyOf(cautions);
  }

  /**
   * What was counted and in whom.
   *
   * @return {@code "GP visits, men"}
   */
  public String heading() {
    return label + whose.map(who -> ", " + who).orElse("");
  }

  /**
   * Whether the windows before and after, or those of different people, differ, so that counts
   * cannot be compared.
   *
   * @return whether they differ
   */
  public boolean windowsDiffer() {
    return !before.map(ContactRate::windows).equals(after.map(ContactRate::windows))
        || before.stream().anyMatch(rate -> !rate.windows().areEqual());
  }

  /**
   * The summary as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return rates with windows and people, changes with definition and method, cautions
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    List<Block> blocks = new ArrayList<>(List.of(rates(), table()));
    cautions.forEach(caution -> blocks.add(new Block.Paragraph(caution)));
    return Section.of(id, heading(), blocks);
  }

  /**
   * The rates before and after as a table for people.
   *
   * @return people, contacts, windows and rate of each wave, for people with both counts
   */
  public Table rates() {
    Table.Builder table =
        Table.titled("Contacts")
            .text("When")
            .numbers("People", "Contacts")
            .text("Window")
            .numbers("Rate " + unit);
    before.ifPresent(rate -> table.row(row("before", rate)));
    after.ifPresent(rate -> table.row(row("after", rate)));
    return table
        .note(
            people
                + "; the rate is all contacts by all months of observation"
                + (windowsDiffer() ? ". The windows differ, so counts are not compared" : "")
                + ".")
        .build();
  }

  private List<Cell> row(String when, ContactRate rate) {
    return List.of(
        Cell.text(when),
        Cell.count(rate.people()),
        Cell.count(rate.contacts()),
        Cell.text(rate.windows().toString()),
        Cell.number(rate.per(unit), 2));
  }

  /**
   * The changes as a table for people.
   *
   * @return a row a definition, with its people, interval and method; what definitions and
   *     intervals mean in the notes
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Change in contacts")
            .text("Definition")
            .numbers("Percent")
            .interval(level())
            .numbers("People")
            .text("Method");
    Set<PercentDefinition> told = EnumSet.noneOf(PercentDefinition.class);
    for (ContactEstimate change : changes) {
      table.row(
          Cell.text(change.definition().label()),
          Cell.of(change.percent(), percent -> Cell.number(percent, 1)),
          Cell.interval(change.percentLimits(), 1),
          Cell.count(change.people()),
          Cell.text(change.method()));
      change
          .because()
          .ifPresent(
              reason ->
                  table.note(
                      (change.value().isPresent() ? "The interval of the " : "The ")
                          + change.definition().label()
                          + " is "
                          + reason
                          + "."));
      if (change.undefined() > 0 && told.add(change.definition())) {
        table.note(
            change.undefined()
                + (change.undefined() == 1
                    ? " person without a contact before has no change of their own and is"
                    : " people without a contact before have no change of their own and are")
                + " left out of the "
                + change.definition().label()
                + ".");
      }
      change.caution().ifPresent(table::note);
      change
          .limits()
          .filter(limits -> limits.level() != level())
          .ifPresent(
              limits ->
                  table.note(
                      "The interval of the "
                          + change.definition().label()
                          + " is one of "
                          + Numbers.percent(limits.level())
                          + "."));
    }
    changes.stream()
        .map(ContactEstimate::definition)
        .distinct()
        .forEach(
            definition ->
                table.note(capital(definition.label()) + ": " + definition.meaning() + "."));
    changes.stream()
        .filter(change -> change.limits().isPresent())
        .map(ContactEstimate::interval)
        .distinct()
        .forEach(
            interval ->
                table.note(capital(interval.label()) + " assumes: " + interval.assumption() + "."));
    return table.build();
  }

  private double level() {
    return changes.stream()
        .flatMap(change -> change.limits().stream())
        .mapToDouble(Interval::level)
        .findFirst()
        .orElse(DEFAULT_LEVEL);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * Rates and changes, a line each, with what has to be known beside them.
   *
   * @return a few lines
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(heading() + ": " + people);
    before.ifPresent(rate -> text.append("\n  before ").append(rate));
    after.ifPresent(rate -> text.append("\n  after ").append(rate));
    for (ContactEstimate change : changes) {
      text.append("\n  ").append(change);
      change.caution().ifPresent(caution -> text.append("\n    ").append(caution));
    }
    cautions.forEach(caution -> text.append("\n  ").append(caution));
    return text.toString();
  }
}
