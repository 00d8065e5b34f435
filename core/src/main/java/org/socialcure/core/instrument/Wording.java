package org.socialcure.core.instrument;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The words of an instrument in one language, apart from how it is scored. The library ships words
 * only where their licence is open; those of other instruments, and translations, are given by the
 * caller with {@link Instrument#withWording(Wording)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param language the language as a BCP 47 tag, {@code "en"}, {@code "cy-GB"}; not null
 * @param title the name of the form for who fills it in; empty if it is shown none; not null
 * @param instruction what is said before the items; empty if nothing is; not null
 * @param items the words of the items by item id; not null
 * @param options the words of the options that all items share, by option id; those left out have
 *     the option's label; not null
 * @param source where the words come from; empty if it is not stated; not null
 * @since 0.1
 */
@MapperForm
public record Wording(
    String language,
    Optional<String> title,
    Optional<String> instruction,
    Map<String, ItemWording> items,
    Map<String, String> options,
    Optional<String> source) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the language is no BCP 47 tag or a text is blank
   */
  public Wording {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(instruction, "instruction");
    Objects.requireNonNull(source, "source");
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    Problems problems = new Problems();
    problems.require(isLanguage(language), "language", "must be a language tag, as in en or cy-GB");
    problems.require(title.filter(String::isBlank).isEmpty(), "title", "must not be blank");
    problems.require(
        instruction.filter(String::isBlank).isEmpty(), "instruction", "must not be blank");
    problems.require(source.filter(String::isBlank).isEmpty(), "source", "must not be blank");
    options.forEach(
        (id, words) -> problems.require(!words.isBlank(), "options." + id, "must not be blank"));
    problems.throwIfAny();
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException notOne) {
      return false;
    }
  }

  /**
   * Words for items alone.
   *
   * @param language the language as a BCP 47 tag; not null
   * @param items the question or statement of each item by item id; not null
   * @return the wording
   * @throws InvalidInputException if the language is no BCP 47 tag or a text is blank
   */
  public static Wording of(String language, Map<String, String> items) {
    Map<String, ItemWording> words = new LinkedHashMap<>();
    Problems problems = new Problems();
    items.forEach(
        (id, text) ->
            problems
                .attempt("items." + id, () -> ItemWording.of(text))
                .ifPresent(wording -> words.put(id, wording)));
    problems.throwIfAny();
    return new Wording(
        language, Optional.empty(), Optional.empty(), words, Map.of(), Optional.empty());
  }

  /**
   * The question or statement of an item.
   *
   * @param item the item; not null
   * @return the text; empty if there is none in this language
   */
  public Optional<String> text(Item item) {
    return Optional.ofNullable(items.get(item.id())).flatMap(ItemWording::text);
  }

  /**
   * What an option of an item is called.
   *
   * @param item the item; not null
   * @param option an option of it; not null
   * @return the item's own words for it, or those that all items share, or the option's label
   */
  public String text(Item item, AnswerOption option) {
    return Optional.ofNullable(items.get(item.id()))
        .map(words -> words.options().get(option.id()))
        .or(() -> Optional.ofNullable(options.get(option.id())))
        .orElse(option.label());
  }

  /** Checks that everything that is worded is a part of an instrument. */
  void checkAgainst(List<Item> all, String where, Problems problems) {
    items.forEach(
        (id, words) -> {
          Optional<Item> item = Definition.find(all, id);
          String place = where + ".items." + id;
          problems.require(item.isPresent(), place, "is not the id of an item");
          item.ifPresent(
              found ->
                  words
                      .options()
                      .keySet()
                      .forEach(
                          option ->
                              problems.require(
                                  found.option(option).isPresent(),
                                  place + ".options." + option,
                                  "is not the id of an option of this item")));
        });
    options
        .keySet()
        .forEach(
            option ->
                problems.require(
                    all.stream().anyMatch(item -> item.option(option).isPresent()),
                    where + ".options." + option,
                    "is not the id of an option of any item"));
  }

  /**
   * Which language it is and how much of it there is, never the words.
   *
   * @return {@code "en: words for 4 items"}
   */
  @Override
  public String toString() {
    return language + ": words for " + items.size() + (items.size() == 1 ? " item" : " items");
  }
}
