package org.socialcure.core.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.Names;

/** Finds the option that a cell of a survey's export names in words. */
final class OptionWords {
  /** The number of the option and its label, as in {@code 1 - Hardly ever} or {@code (1) Never}. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\(?\\[?([+-]?\\d{1,6})[)\\]]?\\s*[-–—=:.)]?\\s*(\\D.*)", Pattern.DOTALL);

  private OptionWords() {}

  /** The option of that label, or of that number and label; empty if they are not of one option. */
  static Optional<AnswerOption> option(Item item, String text) {
    return numberedOrNot(text, words -> labelled(item, words));
  }

  /** The same with the words of a coding in the place of labels. */
  static Optional<AnswerOption> coded(Item item, Map<String, String> targets, String text) {
    return numberedOrNot(text, words -> coding(item, targets, words));
  }

  private static Optional<AnswerOption> numberedOrNot(
      String text, Function<String, Optional<AnswerOption>> optionOf) {
    Optional<AnswerOption> labelled = optionOf.apply(text);
    if (labelled.isPresent()) {
      return labelled;
    }
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? optionOf
            .apply(numbered.group(2))
            .filter(
                option ->
                    option.value().isPresent()
                        && option.value().getAsDouble()
                            == Names.parse(numbered.group(1)).orElse(Double.NaN))
        : Optional.empty();
  }

  private static Optional<AnswerOption> coding(
      Item item, Map<String, String> targets, String text) {
    String wanted = plain(text);
    List<AnswerOption> found =
        targets.entrySet().stream()
            .filter(it -> Names.parse(it.getKey()).isEmpty() && plain(it.getKey()).equals(wanted))
            .flatMap(it -> Coding.resolve(item, it.getValue()).stream())
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Optional<AnswerOption> labelled(Item item, String text) {
    String wanted = plain(text);
    AnswerOption found = null;
    for (AnswerOption option : item.options()) {
      if (plain(option.label()).equals(wanted) || plain(option.id()).equals(wanted)) {
        if (found != null) {
          return Optional.empty();
        }
        found = option;
      }
    }
    return Optional.ofNullable(found);
  }

  /** What is left of a label without capitals, hyphens and double blanks. */
  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0_-]+", " ").strip();
  }
}
