package org.socialcure.core.document;

/** Text in markup. */
final class Xml {
  private Xml() {}

  /** Text for elements and attributes; characters that XML does not permit become spaces. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(permitted(c) ? c : ' ');
              }
            });
    return escaped.toString();
  }

  private static boolean permitted(int c) {
    return c == '\n'
        || c >= ' ' && c != 0x7f && !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff;
  }
}
