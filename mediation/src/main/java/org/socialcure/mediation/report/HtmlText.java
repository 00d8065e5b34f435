package org.socialcure.mediation.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running text in HTML. */
final class HtmlText {
  /** Names such as {@code ucla-3.total@during}, which browsers would break at their hyphens. */
  private static final Pattern NAME = Pattern.compile("(?U)[\\w\\[][^\\s]*[\\w]-[^\\s]*\\w");

  private static final int LONGEST_KEPT = 52;

  private HtmlText() {}

  /** Text with true minus signs and arrows, names kept on one line, and everything escaped. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    Matcher name = NAME.matcher(text);
    int done = 0;
    while (name.find()) {
      out.append(plain(text.substring(done, name.start())));
      boolean kept = name.group().length() <= LONGEST_KEPT;
      out.append(kept ? "<span class=\"name\">" : "");
      out.append(Xml.escape(name.group()));
      out.append(kept ? "</span>" : "");
      done = name.end();
    }
    return out.append(plain(text.substring(done))).toString();
  }

  private static String plain(String text) {
    return Xml.escape(Svg.minus(text)).replace("-&gt;", "\u2192");
  }
}
