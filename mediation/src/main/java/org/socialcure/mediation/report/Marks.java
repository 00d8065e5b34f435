package org.socialcure.mediation.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Letters that stand for longer texts in a column, and the note that explains them. */
final class Marks {
  private final List<String> texts;
  private final int fewest;

  /** Letters for the different texts among these; none where all rows have the same text. */
  Marks(List<String> texts) {
    this(texts, 2);
  }

  /**
   * Letters for the different texts among these, in their order.
   *
   * @param texts the texts
   * @param fewest for fewer different texts than this, no letters are needed
   */
  Marks(List<String> texts, int fewest) {
    this.texts = texts.stream().distinct().toList();
    this.fewest = fewest;
  }

  /** The letter of a text; empty where none is needed, so that the column can be left out. */
  String mark(String text) {
    return texts.size() < fewest ? "" : letter(texts.indexOf(text));
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('a' + index)) : String.valueOf(index);
  }

  /** The note: {@code Interval: a = …; b = ….} */
  Optional<String> note(String subject) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (texts.size() < fewest) {
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
