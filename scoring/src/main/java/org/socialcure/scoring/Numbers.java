package org.socialcure.scoring;

import java.util.Locale;

/** How scores are printed. */
final class Numbers {
  private Numbers() {}

  /** At most two decimals, and none that are zero: 6, 19.98, 3.5. */
  static String plain(double value) {
    String text =
        String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.equals("-0") ? "0" : text;
  }
}
