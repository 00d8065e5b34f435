package org.socialcure.core.data;

/**
 * How numbers are written in a file.
 *
 * @param mark the decimal mark
 * @param thousands what parts groups of three digits
 */
record NumberForm(DecimalMark mark, ThousandsSeparator thousands) {
  /** How numbers are written where nothing else is said. */
  static final NumberForm PLAIN = new NumberForm(DecimalMark.POINT, ThousandsSeparator.NONE);

  private static final char TYPESET_APOSTROPHE = '\u2019';

  /** The nearest double, or NaN where the characters are not a finite decimal number. */
  double parse(char[] text, int from, int to) {
    double value = DecimalText.parse(text, from, to, mark);
    if (!Double.isNaN(value) || thousands == ThousandsSeparator.NONE) {
      return value;
    }
    double grouped = DecimalText.grouped(text, from, to, mark, thousands.character());
    return Double.isNaN(grouped) && thousands == ThousandsSeparator.APOSTROPHE
        ? DecimalText.grouped(text, from, to, mark, TYPESET_APOSTROPHE)
        : grouped;
  }

  double parse(String text) {
    char[] characters = text.toCharArray();
    return parse(characters, 0, characters.length);
  }
}
