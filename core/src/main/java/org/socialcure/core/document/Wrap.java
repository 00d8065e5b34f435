package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines. */
final class Wrap {
  /** Characters after which a long name may be broken without a hyphen being mistaken for it. */
  private static final String BREAKS_AFTER = ".:/_-*)";

  /** Characters before which a long name may be broken. */
  private static final String BREAKS_BEFORE = "@([";

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Wrap() {}

  /**
   * Breaks a text at spaces; inside a word that is too long, at punctuation; if there is none,
   * anywhere. Nothing but spaces at breaks is lost.
   *
   * @param text the text
   * @param width the width of the first line
   * @param indent by how much all further lines are indented
   * @return at least one line, none longer than the width
   */
  static List<String> lines(String text, int width, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = CONTROL.matcher(text).replaceAll(" ").strip();
    String margin = "";
    while (margin.length() + TextWidth.of(rest) > width) {
      int room = TextWidth.end(rest, width - margin.length());
      // A wide character may need more room than there is.
      int end = room == rest.length() ? room : breakAt(rest, room);
      lines.add(margin + rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
      margin = " ".repeat(Math.min(indent, width - 1));
    }
    lines.add(rest.isEmpty() && !lines.isEmpty() ? "" : margin + rest);
    if (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** The text without control characters, and with arrows and minus signs that any terminal has. */
  static String plain(String text) {
    return CONTROL.matcher(text).replaceAll(" ").replace("\u2192", "->").replace('\u2212', '-');
  }

  private static int breakAt(String text, int room) {
    int space = text.lastIndexOf(' ', room);
    // A break at a space that leaves most of the line empty is worse than one inside the word.
    if (space > 0 && (space >= room / 2 || text.indexOf(' ', space + 1) < 0 && space > room / 3)) {
      return space;
    }
    for (int end = room; end > room / 3; end--) {
      if (BREAKS_AFTER.indexOf(text.charAt(end - 1)) >= 0
          || BREAKS_BEFORE.indexOf(text.charAt(end)) >= 0) {
        return end;
      }
    }
    return space > 0 ? space : room;
  }
}
