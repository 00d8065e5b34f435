package org.socialcure.core.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Running text in HTML. */
final class HtmlText {
  /** Names such as {@code ucla-3.total@during}, which browsers would break at their hyphens. */
  private static final Pattern NAME = Pattern.compile("(?U)[\\w\\[][^\\s]*[\\w]-[^\\s]*\\w");

  /** Where a long name may be broken without a hyphen being mistaken for it. */
  private static final Pattern BREAK = Pattern.compile("(?=[@(\\[])|(?<=[.:])");

  private static final int LONGEST_KEPT = 52;

  private HtmlText() {}

  /** Text with true minus signs and arrows, names broken at sense, and everything escaped. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    Matcher name = NAME.matcher(text);
    int done = 0;
    while (name.find()) {
      out.append(plain(text.substring(done, name.start())));
      out.append(
          BREAK
              .splitAsStream(name.group())
              .map(HtmlText::part)
              .collect(Collectors.joining("<wbr/>")));
      done = name.end();
    }
    return out.append(plain(text.substring(done))).toString();
  }

  private static String part(String part) {
    String text = Xml.escape(part);
    return part.length() <= LONGEST_KEPT ? "<span class=\"name\">" + text + "</span>" : text;
  }

  private static String plain(String text) {
    return Xml.escape(Svg.minus(text)).replace("-&gt;", "\u2192");
  }
}
