package org.socialcure.files.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number format of a spreadsheet shows of a date. */
enum DateFormat {
  /** Nothing: numbers are numbers. */
  NONE,
  /** A day, with or without a time. */
  DATE,
  /** A time of day only. */
  TIME,
  /** A length of time, in hours that go beyond a day. */
  ELAPSED;

  private static final Pattern ELAPSED_PART = Pattern.compile("\\[(h+|m+|s+)]");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");
  private static final Pattern ESCAPED = Pattern.compile("[\\\\_*].");
  private static final int LONGEST = 1000;

  /** One of the formats that have a number and no code in the file. */
  static DateFormat ofNumber(int number) {
    if ((number >= 14 && number <= 17) || number == 22) {
      return DATE;
    }
    if (number == 46) {
      return ELAPSED;
    }
    if ((number >= 18 && number <= 21) || number == 45 || number == 47) {
      return TIME;
    }
    boolean eastern = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
    return eastern ? DATE : NONE;
  }

  static DateFormat ofCode(String code) {
    if (code.length() > LONGEST) {
      return NONE;
    }
    // What is quoted or escaped first: it may hold brackets and semicolons.
    String plain = ESCAPED.matcher(QUOTED.matcher(code).replaceAll("")).replaceAll("");
    String positive = plain.split(";", 2)[0].toLowerCase(Locale.ROOT);
    if (ELAPSED_PART.matcher(positive).find()) {
      return ELAPSED;
    }
    String letters = IN_BRACKETS.matcher(positive).replaceAll("");
    if (letters.contains("general") || letters.matches(".*[0#?@].*") && !has(letters, "ydhs")) {
      return NONE;
    }
    if (has(letters, "yd") || has(letters, "m") && !has(letters, "hs")) {
      return DATE;
    }
    return has(letters, "hs") ? TIME : NONE;
  }

  private static boolean has(String format, String letters) {
    return letters.chars().anyMatch(letter -> format.indexOf(letter) >= 0);
  }
}
