package org.socialcure.core.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Running text in HTML. */
final class HtmlText {
  private static final Pattern WORD = Pattern.compile("(?U)\\S+");
  private static final Pattern START = Pattern.compile("(?U)[\\w\\[]");
  private static final Pattern HYPHEN = Pattern.compile("(?U)\\w-");
  private static final Pattern LETTER = Pattern.compile("(?U)\\w");

  /** Where a long name may be broken without a hyphen being mistaken for it. */
  private static final Pattern BREAK = Pattern.compile("(?=[@(\\[])|(?<=[.:])");

  private static final int LONGEST_KEPT = 52;

  private HtmlText() {}

  /** Text with true minus signs and arrows, names broken at sense, and everything escaped. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    Matcher word = WORD.matcher(text);
    int done = 0;
    while (word.find()) {
      Optional<Span> name = name(word.group());
      if (name.isPresent()) {
        int start = word.start() + name.get().start();
        int end = word.start() + name.get().end();
        out.append(plain(text.substring(done, start)));
        out.append(
            BREAK
                .splitAsStream(text.substring(start, end))
                .map(HtmlText::part)
                .collect(Collectors.joining("<wbr/>")));
        done = end;
      }
    }
    return out.append(plain(text.substring(done))).toString();
  }

  private record Span(int start, int end) {}

  /**
   * Where in a word a name such as {@code ucla-3.total@during} stands, which browsers would break
   * at its hyphens: from a letter or bracket to the last letter, with a hyphen after a letter in
   * between.
   */
  private static Optional<Span> name(String word) {
    Matcher start = START.matcher(word);
    if (word.indexOf('-') < 0 || !start.find()) {
      return Optional.empty();
    }
    Matcher hyphen = HYPHEN.matcher(word);
    if (!hyphen.find(start.end())) {
      return Optional.empty();
    }
    int end = word.length();
    while (end > hyphen.end()) {
      int before = word.offsetByCodePoints(end, -1);
      if (LETTER.matcher(word.substring(before, end)).matches()) {
        return Optional.of(new Span(start.start(), end));
      }
      end = before;
    }
    return Optional.empty();
  }

  private static String part(String part) {
    String text = Xml.escape(part);
    return part.length() <= LONGEST_KEPT ? "<span class=\"name\">" + text + "</span>" : text;
  }

  private static String plain(String text) {
    return Xml.escape(Svg.minus(text)).replace("-&gt;", "\u2192");
  }
}
