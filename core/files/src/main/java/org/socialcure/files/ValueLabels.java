package org.socialcure.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Item;

/**
 * The texts that a file gives to the codes of one column: {@code 1 = never, 2 = sometimes}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param labels the text for people by code, in the order of the file; numbers are written without
 *     needless decimals, Stata's missing values as {@code .a} to {@code .z}
 * @param missing those of the codes that the file declares missing
 * @since 0.1
 */
public record ValueLabels(Map<String, String> labels, Set<String> missing) {
  /**
   * Copies the collections, which keep their order.
   *
   * @throws InvalidInputException if there is none, or a label is blank
   */
  public ValueLabels {
    if (labels.isEmpty()) {
      throw new InvalidInputException("labels", "must hold at least one code");
    }
    labels.forEach(
        (code, label) -> {
          if (label.isBlank()) {
            throw new InvalidInputException("labels", "has a blank label; leave it out");
          }
        });
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
  }

  /**
   * The text of a code.
   *
   * @param code a code as the data set shows it
   * @return its text, or empty where it has none
   */
  public Optional<String> label(String code) {
    return Optional.ofNullable(labels.get(code));
  }

  /**
   * The code that somebody means who gives a code or a label.
   *
   * @param text a code or, in full and by case, a label
   * @param isCode whether a text is a code of the column that has no label
   * @return the code; the text itself where it is neither
   * @throws InvalidInputException if two codes have the label, a code and the label of another are
   *     the same, or the label is that of a code that the file declares missing
   */
  public String code(String text, Predicate<String> isCode) {
    List<String> labelled =
        labels.entrySet().stream()
            .filter(it -> it.getValue().equals(text.strip()))
            .map(Map.Entry::getKey)
            .toList();
    if (labelled.isEmpty() || labelled.equals(List.of(text))) {
      return text;
    }
    String place = "label " + text.strip();
    if (labelled.size() > 1) {
      throw new InvalidInputException(
          place, "two codes or more have it; give the code in its place");
    }
    if (labels.containsKey(text) || isCode.test(text)) {
      throw new InvalidInputException(
          place,
          "it is a code and the label of another; change the label in the file, or choose by"
              + " another column");
    }
    if (missing.contains(labelled.get(0))) {
      throw new InvalidInputException(
          place,
          "it is that of a code that the file declares missing; choose missing cells with \"\"");
    }
    return labelled.get(0);
  }

  /**
   * The answers of an item that the codes stand for, by the words of the labels: capitals, blanks
   * and hyphens do not count.
   *
   * <p>A file may number the answers otherwise than the questionnaire does. The words say so; the
   * numbers alone would be scored wrong without anybody noticing.
   *
   * @param item an item of a questionnaire
   * @return the coding of the codes that are not missing; empty where a label is none of the item's
   *     options, or two are the same one
   */
  public Optional<Coding> coding(Item item) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : labels.entrySet()) {
      if (missing.contains(entry.getKey())) {
        continue;
      }
      Optional<AnswerOption> option =
          item.options().stream().filter(it -> saysSame(entry.getValue(), it)).findFirst();
      if (option.isEmpty() || options.containsValue(option.get().id())) {
        return Optional.empty();
      }
      options.put(entry.getKey(), option.get().id());
    }
    return options.isEmpty() ? Optional.empty() : Optional.of(Coding.of(options));
  }

  private static boolean saysSame(String label, AnswerOption option) {
    String words = words(label);
    return words.equals(words(option.label())) || words.equals(words(option.id()));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}\u00A0]+", " ").strip();
  }

  /**
   * The codes with their labels.
   *
   * @return {@code "1 = never, 2 = sometimes"}
   */
  @Override
  public String toString() {
    return String.join(
        ", ", labels.entrySet().stream().map(it -> it.getKey() + " = " + it.getValue()).toList());
  }
}
