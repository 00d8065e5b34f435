package org.socialcure.core.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Wording;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the codes in a file of raw answers stand for answer options: {@code 1=yes, 2=more-or-less,
 * 3=no}.
 *
 * <p>A code goes to the id or to the value of an option. A code that is a number matches every way
 * to write that number, so that {@code 1} also reads {@code 1.0}; one that is a word matches
 * whatever the capitals, blanks and hyphens, and after the number of its option, as in {@code 3 -
 * Oft}, unless that leaves a choice between two options. {@link #none()} takes the codes as they
 * are: the value of an option, its id or its label, whatever the capitals and blanks, or both as in
 * {@code 1 - Hardly ever}.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public final class Coding {
  private static final Coding NONE = new Coding(Map.of());

  private final Map<String, String> targets;

  private Coding(Map<String, String> targets) {
    this.targets = targets;
  }

  /**
   * The codes as they are: a number is the value of an option, a word is its id or its label; a
   * number before a label must be that of the same option.
   *
   * @return the coding
   */
  public static Coding none() {
    return NONE;
  }

  /**
   * A coding from texts.
   *
   * @param pairs {@code "code=option"} each, the option by its id or its value, as in {@code
   *     "1=yes"} or {@code "1=0"}; not null
   * @return the coding
   * @throws InvalidInputException if there is no pair, a text is not of that form, or a code stands
   *     twice
   */
  public static Coding of(String... pairs) {
    Map<String, String> targets = new LinkedHashMap<>();
    Problems problems = new Problems();
    for (int i = 0; i < pairs.length; i++) {
      int sign = pairs[i].indexOf('=');
      String where = "coding[" + i + "]";
      if (sign < 0) {
        problems.add(where, "must have the form code=option, as in 1=yes");
      } else {
        String code = normal(pairs[i].substring(0, sign));
        problems.require(
            targets.put(code, pairs[i].substring(sign + 1).strip()) == null,
            where,
            "another pair has the same code");
      }
    }
    problems.throwIfAny();
    return of(targets);
  }

  /**
   * The words that the options of an instrument have in a language, for files that hold words.
   *
   * @param instrument the instrument; not null
   * @param language a BCP 47 tag, {@code "cy"}; not null
   * @return each option by its words
   * @throws InvalidInputException if the instrument has no {@linkplain Instrument#wording words} in
   *     that language, or two options have the same
   */
  public static Coding ofWords(Instrument instrument, String language) {
    Wording words =
        instrument
            .wording(language)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        instrument.id(),
                        "has no words in that language; add them with withWording"));
    Map<String, String> targets = new LinkedHashMap<>();
    Problems problems = new Problems();
    for (Item item : instrument.items()) {
      for (AnswerOption option : item.options()) {
        String text = words.text(item, option);
        String other = targets.put(normal(text), option.id());
        problems.require(
            other == null || other.equals(option.id()),
            instrument.id() + ", item " + item.id() + ", option " + option.id(),
            "has the same words as another option");
      }
    }
    problems.throwIfAny();
    return of(targets);
  }

  /**
   * A coding from a map.
   *
   * @param options the option, by its id or its value, for each code; not null, not empty
   * @return the coding
   * @throws InvalidInputException if there is no code, a code or an option is blank, or a code
   *     stands twice
   */
  public static Coding of(Map<String, String> options) {
    Problems problems = new Problems();
    problems.require(!options.isEmpty(), "coding", "must hold at least one code");
    Map<String, String> targets = new LinkedHashMap<>();
    options.forEach(
        (code, option) -> {
          problems.require(!code.isBlank(), "coding", "has a blank code");
          problems.require(!option.isBlank(), "coding." + code, "must name an option");
          problems.require(
              targets.put(normal(code), normal(option)) == null,
              "coding." + code,
              "another code is the same number");
        });
    problems.throwIfAny();
    return new Coding(Collections.unmodifiableMap(targets));
  }

  /**
   * The codes and what they stand for.
   *
   * @return an option's id or value by code, in the order given; empty for {@link #none()}
   */
  public Map<String, String> options() {
    return targets;
  }

  /**
   * The option of an item that a code stands for.
   *
   * @param item the item; not null
   * @param code the code in the file; not null, not the mark of a missing answer
   * @return the option, or empty if the item does not permit the code
   */
  public Optional<AnswerOption> option(Item item, String code) {
    String normal = normal(code);
    if (targets.isEmpty()) {
      return resolve(item, normal).or(() -> OptionWords.option(item, normal));
    }
    String option = targets.get(normal);
    return option == null ? OptionWords.coded(item, targets, normal) : resolve(item, option);
  }

  /**
   * The option of an item that a numeric code stands for.
   *
   * @param item the item; not null
   * @param code the code in the file; not NaN
   * @return the option, or empty if the item does not permit the code
   */
  public Optional<AnswerOption> option(Item item, double code) {
    return Double.isFinite(code) ? option(item, Names.number(code)) : Optional.empty();
  }

  /**
   * The codes that an item permits.
   *
   * @param item the item; not null
   * @return the option by code, in the order of the coding or, without a coding, of the form
   */
  public Map<String, AnswerOption> codes(Item item) {
    Map<String, AnswerOption> codes = new LinkedHashMap<>();
    if (targets.isEmpty()) {
      item.options().forEach(option -> codes.put(option.code(), option));
    } else {
      targets.forEach(
          (code, option) -> resolve(item, option).ifPresent(found -> codes.put(code, found)));
    }
    return Collections.unmodifiableMap(codes);
  }

  /**
   * Requires that the coding fits an instrument.
   *
   * @param instrument the instrument; not null
   * @throws InvalidInputException if a code stands for an option that no item of the instrument has
   */
  public void requireFits(Instrument instrument) {
    Problems problems = new Problems();
    targets.forEach(
        (code, option) ->
            problems.require(
                instrument.items().stream().anyMatch(item -> resolve(item, option).isPresent()),
                "coding." + code,
                "stands for an option that no item of "
                    + instrument.id()
                    + " has; options of item "
                    + instrument.items().get(0).id()
                    + " are "
                    + instrument.items().get(0).permitted()));
    problems.throwIfAny();
  }

  static Optional<AnswerOption> resolve(Item item, String option) {
    Optional<AnswerOption> byId = item.option(option);
    if (byId.isPresent()) {
      return byId;
    }
    OptionalDouble value = Names.parse(option);
    return value.isPresent() ? item.optionOf(value.getAsDouble()) : Optional.empty();
  }

  private static String normal(String text) {
    String stripped = text.strip();
    OptionalDouble number = Names.parse(stripped);
    return number.isPresent() ? Names.number(number.getAsDouble()) : stripped;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Coding that && targets.equals(that.targets);
  }

  @Override
  public int hashCode() {
    return Objects.hash(targets);
  }

  /**
   * The pairs.
   *
   * @return {@code "1=yes, 2=more-or-less, 3=no"}, or {@code "as it is"} for {@link #none()}
   */
  @Override
  public String toString() {
    return targets.isEmpty()
        ? "as it is"
        : String.join(
            ", ", targets.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }
}
