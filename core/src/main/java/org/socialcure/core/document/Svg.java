package org.socialcure.core.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/**
 * Scalable vector graphics, element by element.
 *
 * <p>Pictures use the text colour of the page they are on and one accent that stands out on light
 * and dark ground; what the accent says is always said by shape as well. They need neither style
 * sheet, script nor identifiers, so that several can be put into one page.
 */
final class Svg {
  /** A mid blue with a contrast of more than 3 : 1 on white and on black. */
  static final String ACCENT = "#3f7fbf";

  /** The colour of what is less sure. */
  static final String FAINT = "0.55";

  private static final String FONT =
      "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

  private static final Pattern MINUS = Pattern.compile("(?<=^|[\\s\u2007\u00a0(\\[])-(?=[0-9.])");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Starts a picture.
   *
   * @param left the smallest x
   * @param top the smallest y
   * @param width the width
   * @param height the height
   * @param title what it is
   * @param description what it shows, for readers who do not see it
   */
  Svg(double left, double top, double width, double height, String title, String description) {
    String box = number(left) + " " + number(top) + " " + number(width) + " " + number(height);
    open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        box,
        "width",
        number(width),
        "height",
        number(height),
        "role",
        "img",
        "aria-label",
        title,
        "font-family",
        FONT,
        "font-size",
        "14",
        "fill",
        "currentColor");
    element("title", title);
    element("desc", description);
  }

  Svg open(String name, String... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append(">\n");
    open.push(name);
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  private void attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Xml.escape(attributes[i + 1])).append('"');
    }
  }

  Svg element(String name, String text, String... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append('>').append(Xml.escape(text)).append("</").append(name).append(">\n");
    return this;
  }

  private Svg empty(String name, String[] first, String... attributes) {
    out.append('<').append(name);
    attributes(first);
    attributes(attributes);
    out.append("/>\n");
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String... attributes) {
    String[] ends = {
      "x1",
      number(x1),
      "y1",
      number(y1),
      "x2",
      number(x2),
      "y2",
      number(y2),
      "stroke",
      "currentColor"
    };
    return empty("line", ends, attributes);
  }

  Svg rect(double x, double y, double width, double height, String... attributes) {
    String[] sides = {
      "x", number(x), "y", number(y), "width", number(width), "height", number(height)
    };
    return empty("rect", sides, attributes);
  }

  Svg circle(double x, double y, double radius, String... attributes) {
    String[] round = {"cx", number(x), "cy", number(y), "r", number(radius)};
    return empty("circle", round, attributes);
  }

  Svg path(String data, String... attributes) {
    return empty("path", new String[] {"d", data}, attributes);
  }

  /** Text at a point; {@code text-anchor} and the rest as attributes. */
  Svg text(double x, double y, String text, String... attributes) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    attributes(attributes);
    out.append('>').append(Xml.escape(text)).append("</text>\n");
    return this;
  }

  /** A patch of the page's ground that hides lines behind a text. */
  Svg ground(double x, double y, double width, double height) {
    // The attribute is for viewers that do not know style variables.
    return rect(x, y, width, height, "rx", "3", "fill", "#fff", "style", "fill:var(--page,#fff)");
  }

  /** Closes everything that is open. */
  String end() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString();
  }

  /** Numbers in a text with a true minus sign; hyphens in names stay. */
  static String minus(String text) {
    return MINUS.matcher(text).replaceAll("\u2212");
  }

  /** A text with true minus signs and arrows. */
  static String typeset(String text) {
    return minus(text.replace("->", "\u2192"));
  }

  /** A point of a path. */
  static String point(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** A coordinate. */
  static String number(double value) {
    String text = ShortestDecimal.fixed(value, 1);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** About how wide a text is, in a wide font. */
  static double width(String text, double size) {
    return text.codePointCount(0, text.length()) * size * 0.6;
  }
}
