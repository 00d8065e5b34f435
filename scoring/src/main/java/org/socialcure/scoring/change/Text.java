package org.socialcure.scoring.change;

import java.util.Locale;

/** How numbers of this package are printed. */
final class Text {
  private Text() {}

  static String fixed(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.equals("-0.00") ? "0.00" : text;
  }

  /** At most four significant decimals and no trailing zeros: 6, 23.2, -1.3333. */
  static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.equals("-0") ? "0" : text;
  }

  static String signed(double value) {
    return value > 0 ? "+" + plain(value) : plain(value);
  }

  static String percent(double level) {
    return plain(100 * level) + " %";
  }

  static String probability(double p) {
    if (p < 0.001) {
      return "p < .001";
    }
    String text = String.format(Locale.ROOT, "%.3f", p);
    return "p = " + (text.startsWith("0") ? text.substring(1) : text);
  }
}
