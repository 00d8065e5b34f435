package org.socialcure.mediation.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Letters that stand for longer texts in a column, and the note that explains them. */
final class Marks {
  private final List<String> texts;

  /** Letters for the different texts among these, in their order. */
  Marks(List<String> texts) {
    this.texts = texts.stream().distinct().toList();
  }

  /** The letter of a text; empty where all rows have the same text, so that no column is needed. */
  String mark(String text) {
    return texts.size() < 2 ? "" : letter(texts.indexOf(text));
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('a' + index)) : String.valueOf(index);
  }

  /** The note: {@code Interval: a = …; b = ….} */
  Optional<String> note(String subject) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (texts.size() == 1) {
      return Optional.of(subject + ": " + texts.get(0) + ".");
    }
    StringBuilder note = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      note.append(
          String.format(Locale.ROOT, "%s%s = %s", i > 0 ? "; " : "", letter(i), texts.get(i)));
    }
    return Optional.of(subject + ": " + note + ".");
  }
}
