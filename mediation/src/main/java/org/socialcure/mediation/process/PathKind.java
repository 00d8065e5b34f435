package org.socialcure.mediation.process;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of a template, or all paths of a kind.
 *
 * @param stage {@code a}: exposure to mediator, {@code d}: mediator to mediator, {@code b}:
 *     mediator to outcome, {@code c}: exposure to outcome
 * @param to position of the mediator, or of the later mediator of {@code d}, from 1; empty for all
 * @param from position of the earlier mediator of {@code d}, from 1; empty for all
 */
record PathKind(Stage stage, OptionalInt to, OptionalInt from) {
  enum Stage {
    A,
    D,
    B,
    C
  }

  private static final Pattern PATTERN = Pattern.compile("([abcd])(\\d)?(\\d)?");

  static PathKind parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a path: " + text);
    }
    return new PathKind(
        Stage.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        digit(matcher.group(2)),
        digit(matcher.group(3)));
  }

  private static OptionalInt digit(@org.jspecify.annotations.Nullable String text) {
    return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  boolean covers(Stage otherStage, int otherTo, int otherFrom) {
    return stage == otherStage
        && (to.isEmpty() || to.getAsInt() == otherTo)
        && (from.isEmpty() || from.getAsInt() == otherFrom);
  }
}
