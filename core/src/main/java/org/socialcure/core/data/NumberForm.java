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

  /** The nearest double, or NaN where the characters are not a finite decimal number. */
  double parse(char[] text, int from, int to) {
    double value = DecimalText.parse(text, from, to, mark);
    return Double.isNaN(value) && thousands != ThousandsSeparator.NONE
        ? DecimalText.grouped(text, from, to, mark, thousands.character())
        : value;
  }

  double parse(String text) {
    char[] characters = text.toCharArray();
    return parse(characters, 0, characters.length);
  }
}
