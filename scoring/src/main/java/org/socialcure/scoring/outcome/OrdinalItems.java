package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * What became of several single items with ordered answers, such as eight areas of life from 1 to
 * 5.
 *
 * <p>"Better in at least one" is told together with "worse in at least one" and with what chance
 * alone would give: with eight items nearly everybody gets better in one. It is of the people with
 * all items at both waves, the others being counted; each item on its own is of those who answered
 * it twice.
 *
 * <p>Immutable and thread-safe.
 *
 * @param cut the answer up to which, from the worse end, people count as starting there
 * @param items the items
 * @param leftOut how many people have an item at both waves, but not all
 * @param any better and worse in at least one; empty if nobody has all items
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrdinalItems(double cut, List<ItemChange> items, int leftOut, Optional<AnyItem> any) {
  /**
   * Copies the list.
   *
   * @throws InvalidInputException if there is no item or the cut is not finite
   */
  public OrdinalItems {
    items = List.copyOf(items);
    Objects.requireNonNull(any, "any");
    if (items.isEmpty() || !Double.isFinite(cut) || leftOut < 0) {
      throw new InvalidInputException("items", "need one or more, and a finite cut");
    }
  }

  /**
   * The items with the default settings.
   *
   * @param data one row a person, with the columns {@code item@wave}
   * @param items the items, each with a better end
   * @param before the earlier wave
   * @param after the later wave
   * @param cut the answer up to which, from the worse end, people count as starting there: 2 for
   *     answers from 1, worst, to 5
   * @return what became of them
   * @throws InvalidInputException as the method with settings
   */
  public static OrdinalItems of(
      Dataset data, List<Measure> items, String before, String after, double cut) {
    return of(data, items, before, after, cut, OutcomeSettings.DEFAULT);
  }

  /**
   * The items.
   *
   * @param data one row a person, with the columns {@code item@wave}
   * @param items the items, each with a better end
   * @param before the earlier wave
   * @param after the later wave
   * @param cut the answer up to which, from the worse end, people count as starting there
   * @param settings how intervals are formed
   * @return what became of them
   * @throws InvalidInputException if there is no item, one is named twice or has no better end, the
   *     cut is not finite, a column does not exist or is not numeric, or an answer is outside of an
   *     item's range; all problems at once
   */
  public static OrdinalItems of(
      Dataset data,
      List<Measure> items,
      String before,
      String after,
      double cut,
      OutcomeSettings settings) {
    Waves.requireTwo(before, after);
    requireDirected("items", items);
    Problems problems = new Problems();
    List<ItemChange> changes = new ArrayList<>();
    for (Measure item : items) {
      problems.attempt(
          () -> {
            double[] x = item.values(data, before);
            double[] y = item.values(data, after);
            changes.add(
                new ItemChange(
                    ScaleOutcome.of(data, item, before, after, settings),
                    fromWorseEnd(item, cut, Pairs.of(x, y), settings),
                    fromWorseEnd(item, cut, Pairs.of(y, x), settings)));
          });
    }
    problems.throwIfAny();
    Profiles profiles = Profiles.of(data, items, before, after);
    return new OrdinalItems(
        cut,
        changes,
        profiles.leftOut(),
        profiles.people() == 0
            ? Optional.empty()
            : Optional.of(AnyItem.of(profiles.better(), profiles.worse(), settings.level())));
  }

  /** Measures of which each is named once and has a better end. */
  static void requireDirected(String where, List<Measure> measures) {
    Problems problems = new Problems();
    problems.require(!measures.isEmpty(), where, "name one or more");
    problems.requireDistinct(where, "column", measures, Measure::column);
    for (int i = 0; i < measures.size(); i++) {
      problems.require(
          measures.get(i).direction() != Direction.NEUTRAL,
          where + "[" + i + "]",
          "needs a better end: higher or lower");
    }
    problems.throwIfAny();
  }

  private static Optional<Share> fromWorseEnd(
      Measure item, double cut, Pairs pairs, OutcomeSettings settings) {
    int there = 0;
    int better = 0;
    double[] differences = pairs.differences();
    for (int i = 0; i < pairs.n(); i++) {
      if (item.sign() * pairs.before()[i] <= item.sign() * cut) {
        there++;
        better += item.sign() * differences[i] > 0 ? 1 : 0;
      }
    }
    return there == 0 ? Optional.empty() : Optional.of(Share.of(better, there, settings.level()));
  }

  /**
   * Why better and worse in at least one are not there.
   *
   * @return the reason; empty if they are there
   */
  public Optional<NotEstimable> whyNot() {
    return any.isPresent() ? Optional.empty() : Optional.of(NotEstimable.TOO_FEW_PEOPLE);
  }

  /**
   * The items as a table.
   *
   * @return a row an item
   */
  public Table table() {
    ScaleOutcome first = items.get(0).outcome();
    Table.Builder table =
        Table.titled("Items, " + first.before().wave() + " to " + first.after().wave())
            .text("Item")
            .numbers("n", "Better", "The same", "Worse", "From the worse end", "By chance");
    for (ItemChange item : items) {
      Optional<ChangeShares> shares = item.outcome().shares();
      table.row(
          Cell.text(item.outcome().measure().label()),
          Cell.count(item.outcome().n()),
          percent(shares.flatMap(ChangeShares::better)),
          percent(shares.map(ChangeShares::same)),
          percent(shares.flatMap(ChangeShares::worse)),
          percent(item.betterFromWorseEnd()),
          percent(item.mirrored()));
    }
    return table
        .note(
            "From the worse end: better after, of those at "
                + Numbers.value(cut)
                + " or worse before. By chance: what symmetric noise alone would give them, which is"
                + " the share better before of those at "
                + Numbers.value(cut)
                + " or worse after.")
        .build();
  }

  private static Cell percent(Optional<Share> share) {
    return share.map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty);
  }

  /**
   * The same items to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the items for people
   */
  public OrdinalItems callingWaves(Map<String, String> names) {
    return new OrdinalItems(
        cut,
        items.stream()
            .map(
                item ->
                    new ItemChange(
                        item.outcome().callingWaves(names),
                        item.betterFromWorseEnd(),
                        item.mirrored()))
            .toList(),
        leftOut,
        any);
  }

  /**
   * The items as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return better and worse in at least one, the chances and their definition, and the table
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    return Section.of(
        id,
        "Single items",
        new Block.Lead(anyInWords()),
        table(),
        new Block.Paragraph(
            "Orders tossed: each person's answers before and after, all items together, come as"
                + " likely in the one order as in the other. Signs tossed: each item that changed is"
                + " as likely to rise as to fall, whatever the others do. Both leave how much changes"
                + " as it is. The p-value is that of tossed orders (exact sign test)."));
  }

  private String anyInWords() {
    String left = leftOut == 0 ? "" : "; left out: " + leftOut + " without all items at both waves";
    return any.map(AnyItem::toString)
            .orElse("Better in at least one is " + NotEstimable.TOO_FEW_PEOPLE)
        + left
        + ".";
  }

  /**
   * The items in a few lines.
   *
   * @return better and worse in at least one, and a line an item
   */
  @Override
  public String toString() {
    return anyInWords() + items.stream().map(item -> "\n  " + item).collect(Collectors.joining());
  }
}
