package org.socialcure.core.internal;

import java.util.regex.Pattern;

/** What a cell that is no plain number looks like, so that a message can name the remedy. */
public enum CellForm {
  /** A calendar date, with or without the time of day: {@code 2021-09-11}, {@code 3 May 2021}. */
  DATE(
      "(\\d{4}([-/.])\\d{1,2}\\2\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\3(\\d{4}|\\d{2})"
          + "|\\d{1,2}(st|nd|rd|th|er)?[-. /]{1,2}MONTH[-. /,]{1,2}(\\d{4}|\\d{2})"
          + "|MONTH \\d{1,2}(st|nd|rd|th)?,? \\d{4})TIME"),
  /** A number with one comma, before three digits: thousands or decimals. */
  COMMA_AND_THREE_DIGITS("[-+]?\\d{1,3},\\d{3}"),
  /** A number in groups of three digits. */
  THOUSANDS(
      "[-+]?(\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d+)?|\\d{1,3}(['\u2019 ]\\d{3})+([.,]\\d+)?"
          + "|\\d{1,3}(\\.\\d{3}){2,}|\\d{1,3}(\\.\\d{3})+,\\d+)"),
  /** A number with a decimal comma. */
  DECIMAL_COMMA("[-+]?(\\d+,\\d*|,\\d+)(e[-+]?\\d+)?"),
  /** A number with a decimal point, which is none where the decimal mark is a comma. */
  POINT_BESIDE_COMMAS("[-+]?\\d*\\.\\d+"),
  /** A character without any shape within digits. */
  INVISIBLE_CHARACTER("[-+\\d.,]*\\p{Cf}[-+\\d.,\\p{Cf}]*"),
  /** A dash that looks like a minus. */
  DASH("[\u2010-\u2015\uFE58\uFE63\uFF0D]\\s?\\d[\\d.,]*"),
  /** An error of a spreadsheet. */
  SPREADSHEET_ERROR("#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)"),
  /** A code with its label, {@code 1 - never}. */
  CODE_WITH_LABEL("[(\\[]?[-+]?\\d{1,4}\\s*[-\u2013\u2014=:.)\\]]+\\s*[^\\d\\s].*"),
  /** A time of day: {@code 10:30}. */
  TIME_OF_DAY("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?(\\s?[ap]m)?"),
  /**
   * A number with something around it, {@code 47 years}, {@code 50%}, {@code £3}, {@code 2d},
   * {@code (3.5)}, {@code '3}, {@code ="3"}, or written otherwise than in the digits 0 to 9 with a
   * point.
   */
  NUMBER_WITH_UNIT(
      "[€$£<>~≈≤≥]{1,2}\\s?[-+]?\\d[\\d.,]*|[-+]?\\d[\\d.,]*\\s?[^\\d\\s]\\D{0,14}"
          + "|['\u2018\u2019`]\\s?[-+]?\\d[\\d.,]*|=\"?[-+]?\\d[\\d.,]*\"?|[(\\[][-+]?\\d[\\d.,]*[)\\]]"
          + "|[-+]?\\d+\u00B7\\d+|[-+]?\\p{Nd}[\\p{Nd}.,\u066B]*|\\d+ \\d+/\\d+|\\d*\\s?[\u00BC-\u00BE]"),
  /** Anything else. */
  WORDS("");

  private static final String TIME =
      "([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s?(Z|[ap]m|[-+]\\d{2}:?\\d{2})?)?";
  private static final String MONTH =
      "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
          + "|oct(ober)?|nov(ember)?|dec(ember)?|januar|j\u00E4nner|februar|m(\u00E4|ae)rz|mai|juni|juli"
          + "|okt(ober)?|dez(ember)?|janv(ier)?|f(\u00E9|e)vr(ier)?|mars|avr(il)?|juin|juil(let)?"
          + "|ao(\u00FB|u)t|septembre|octobre|novembre|d(\u00E9|e)c(embre)?)";
  private static final int LONGEST = 200;

  private final Pattern pattern;

  CellForm(String rule) {
    pattern =
        Pattern.compile(
            rule.replace("TIME", TIME).replace("MONTH", MONTH),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * What a cell looks like.
   *
   * @param cell a cell that is no plain number; not null
   * @return the form
   */
  public static CellForm of(String cell) {
    String text = cell.strip();
    if (text.length() <= LONGEST) {
      for (CellForm form : values()) {
        if (form.pattern.matcher(text).matches()) {
          return form;
        }
      }
    }
    return WORDS;
  }
}
