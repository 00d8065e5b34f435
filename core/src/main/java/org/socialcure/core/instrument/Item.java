package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One question of an instrument.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the item within its instrument, lower-case words joined by hyphens; not
 *     null
 * @param number the number of the item in the printed form; at least 1
 * @param label a short text of our own that says what the item is about; not null, not blank
 * @param options the permitted answers in the order of the form; at least two; either all or none
 *     of them have a value; not null
 * @param keying whether the item points in the direction of the score; not null
 * @param counted the ids of the options that a {@link ScoringRule.Count} counts; empty if the item
 *     is not counted; not null
 * @param requirement whether a form insists on an answer; empty if that is left to the form; not
 *     null
 * @param layout how the item is best laid out; empty if that is left to the form; not null
 * @param codes by which terminologies know the item; not null
 * @since 0.1
 */
@MapperForm
public record Item(
    String id,
    int number,
    String label,
    List<AnswerOption> options,
    Keying keying,
    List<String> counted,
    Optional<Requirement> requirement,
    Optional<Layout> layout,
    List<TerminologyCode> codes) {

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException with every rule above that is broken
   */
  public Item {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(keying, "keying");
    options = List.copyOf(options);
    counted = List.copyOf(counted);
    Objects.requireNonNull(requirement, "requirement");
    Objects.requireNonNull(layout, "layout");
    codes = List.copyOf(codes);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(number >= 1, "number", "must be 1 or more");
    problems.require(!label.isBlank(), "label", "must not be blank");
    problems.require(options.size() >= 2, "options", "must hold at least two options");
    checkOptions(options, keying, problems);
    checkCounted(options, counted, problems);
    problems.requireDistinct("codes", "code", codes, code -> code.system() + " " + code.code());
    problems.throwIfAny();
  }

  /**
   * An item that is keyed directly and neither counted nor known to a terminology.
   *
   * @param id the id; not null
   * @param number the number in the printed form; at least 1
   * @param label what it is about; not null
   * @param options the permitted answers; not null
   * @return the item
   * @throws InvalidInputException as the constructor does
   */
  public static Item of(String id, int number, String label, List<AnswerOption> options) {
    return new Item(
        id,
        number,
        label,
        options,
        Keying.DIRECT,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * This item with another keying.
   *
   * @param other whether it points in the direction of the score; not null
   * @return the item
   * @throws InvalidInputException if it is to be reversed and its options have no values
   */
  public Item withKeying(Keying other) {
    return new Item(id, number, label, options, other, counted, requirement, layout, codes);
  }

  /**
   * This item with other counted options.
   *
   * @param ids the ids of the options that are counted; not null
   * @return the item
   * @throws InvalidInputException if an id is not an option's or is named twice
   */
  public Item withCounted(List<String> ids) {
    return new Item(id, number, label, options, keying, ids, requirement, layout, codes);
  }

  /**
   * This item with another number.
   *
   * @param other the number in the printed form; at least 1
   * @return the item
   * @throws InvalidInputException if the number is less than 1
   */
  public Item withNumber(int other) {
    return new Item(id, other, label, options, keying, counted, requirement, layout, codes);
  }

  private static void checkOptions(List<AnswerOption> options, Keying keying, Problems problems) {
    problems.requireDistinct("options", "id", options, AnswerOption::id);
    List<Double> values = new ArrayList<>();
    for (AnswerOption option : options) {
      if (option.value().isPresent()) {
        // Adding 0.0 makes the two zeros one.
        values.add(option.value().getAsDouble() + 0.0);
      }
    }
    problems.requireDistinct("options", "value", values, value -> value);
    int valued = values.size();
    problems.require(
        valued == 0 || valued == options.size(),
        "options",
        "either all options have a value or none has");
    problems.require(
        keying == Keying.DIRECT || valued > 0,
        "keying",
        "only an item whose options have values can be reversed");
  }

  private static void checkCounted(
      List<AnswerOption> options, List<String> counted, Problems problems) {
    for (int i = 0; i < counted.size(); i++) {
      String id = counted.get(i);
      problems.require(
          options.stream().anyMatch(option -> option.id().equals(id)),
          "counted[" + i + "]",
          "is not the id of an option of this item");
    }
    problems.require(
        new HashSet<>(counted).size() == counted.size(), "counted", "names an option twice");
  }

  /**
   * The option of that id.
   *
   * @param optionId an option's id; not null
   * @return the option, or empty if the item has none of that id
   */
  public Optional<AnswerOption> option(String optionId) {
    Objects.requireNonNull(optionId, "optionId");
    return options.stream().filter(option -> option.id().equals(optionId)).findFirst();
  }

  /**
   * The option of that value.
   *
   * @param value a value
   * @return the option, or empty if the item has none of that value
   */
  public Optional<AnswerOption> optionOf(double value) {
    return options.stream()
        .filter(option -> option.value().isPresent() && option.value().getAsDouble() == value)
        .findFirst();
  }

  /**
   * Whether the options have values, so that answers can be added up.
   *
   * @return whether they have
   */
  public boolean isNumeric() {
    return options.get(0).value().isPresent();
  }

  /**
   * The lowest value of an option.
   *
   * @return the value
   * @throws IllegalStateException if the options have no values
   */
  public double lowest() {
    requireNumeric();
    double lowest = Double.POSITIVE_INFINITY;
    for (AnswerOption option : options) {
      lowest = Math.min(lowest, option.value().orElseThrow());
    }
    return lowest;
  }

  /**
   * The highest value of an option.
   *
   * @return the value
   * @throws IllegalStateException if the options have no values
   */
  public double highest() {
    requireNumeric();
    double highest = Double.NEGATIVE_INFINITY;
    for (AnswerOption option : options) {
      highest = Math.max(highest, option.value().orElseThrow());
    }
    return highest;
  }

  /**
   * The value with which an answer enters a score: as it is, or {@code lowest + highest − value} if
   * the item is reversed.
   *
   * @param value the value of an option
   * @return the keyed value
   * @throws IllegalStateException if the options have no values
   */
  public double keyed(double value) {
    requireNumeric();
    return keying == Keying.DIRECT ? value : lowest() + highest() - value;
  }

  /**
   * What may be answered, in words.
   *
   * @return {@code "1, 2 or 3"} or {@code "yes, more-or-less or no"}
   */
  public String permitted() {
    return Names.anyOf(options.stream().map(AnswerOption::code).toList());
  }

  private void requireNumeric() {
    if (!isNumeric()) {
      throw new IllegalStateException("The options of item " + id + " have no values.");
    }
  }

  /**
   * The item and what it permits.
   *
   * @return {@code "2 left-out: feeling left out; 1, 2 or 3"}
   */
  @Override
  public String toString() {
    return number
        + " "
        + id
        + ": "
        + label
        + "; "
        + permitted()
        + (keying == Keying.REVERSED ? ", reversed" : "");
  }
}
