package org.socialcure.core;

import java.util.List;
import java.util.Locale;

/**
 * What kind of thing a {@link Problem} is: the catalogue of the {@linkplain Problem#code() codes}
 * of the problems that an application shows to the people who fill in forms and keep records, so
 * that it can tell them in another language.
 *
 * <p>A code is written as its word, {@code answer-not-permitted}. Codes are not renamed and the
 * {@linkplain #parameters() parameters} of a code not taken away; later versions may add codes, so
 * that an application falls back to the English {@linkplain Problem#message() message} for a code
 * that it does not know. A parameter is an id, a number, a word of the JSON form or a list of these
 * with commas, never a person's answer. All other problems, of data files, plans and models, have
 * the code {@code invalid}.
 *
 * @since 0.1
 */
public enum ProblemCode {
  /** Anything that has no code of its own; the message says what. */
  INVALID(""),
  /** The answer is none of the options of the item; {@code permitted} lists the options. */
  ANSWER_NOT_PERMITTED("instrument item permitted"),
  /** The item is answered twice. */
  ANSWERED_TWICE("instrument item"),
  /** An answer is to an item that the instrument does not have; {@code number} counts from 1. */
  UNKNOWN_ITEM("instrument number"),
  /** The answers are about a group, which the instrument does not ask about. */
  TARGET_NOT_USED("instrument"),
  /** The group that the answers are about is not named. */
  TARGET_MISSING("instrument"),
  /** There is no instrument of that id. */
  UNKNOWN_INSTRUMENT(""),
  /** The instrument has to be asked for by name. */
  INSTRUMENT_ON_REQUEST("instrument"),
  /** That version of the instrument is not known; {@code known} lists those that are. */
  UNKNOWN_VERSION("instrument known"),
  /** Several versions of the instrument are known and none is named. */
  VERSION_MISSING("instrument known"),
  /** A second concern is rated that was not named. */
  CONCERN_NOT_NAMED(""),
  /** The text is blank. */
  BLANK(""),
  /** The text has more characters than {@code most}. */
  TOO_LONG("most"),
  /** The text holds line breaks or control characters that it may not hold. */
  CONTROL_CHARACTERS(""),
  /** The text is no id: letters and digits in lower case with single hyphens. */
  NOT_AN_ID(""),
  /** The number is below {@code least} or above {@code most}. */
  OUT_OF_RANGE("least most"),
  /** The number is below {@code least}. */
  TOO_SMALL("least"),
  /** The text is no age band such as 65-74 or 85+. */
  NOT_AN_AGE_BAND(""),
  /** The text is not the identifier of a SNOMED CT concept. */
  NOT_A_SNOMED_CONCEPT(""),
  /** What may stand once stands twice. */
  REPEATED(""),
  /** The list has no entry and needs one. */
  NOTHING_LISTED(""),
  /** The list has more entries than {@code most}. */
  TOO_MANY("most"),
  /** Something is given that another field rules out: {@code field}. */
  CONTRADICTS("field"),
  /** The date is before that of the referral. */
  BEFORE_REFERRAL(""),
  /** The date is after that of the assessment. */
  AFTER_ASSESSMENT(""),
  /** The date is before that of the entry or wave that comes before it. */
  DATES_NOT_IN_ORDER(""),
  /** The wave is none of the cohort's, {@code permitted}. */
  UNKNOWN_WAVE("permitted"),
  /** A line joins something else than two groups of the map. */
  NOT_TWO_GROUPS(""),
  /** The text is not JSON, or too deep or too long to be read. */
  NOT_JSON(""),
  /** The value is of the wrong kind, such as a text in the place of a number: {@code found}. */
  WRONG_KIND("found"),
  /** A field is not there: {@code field}. */
  MISSING_FIELD("field"),
  /** The field is null and must not be. */
  NULL_FIELD(""),
  /** The object has a field that nobody knows. */
  UNKNOWN_FIELD(""),
  /** An object has the same field twice. */
  REPEATED_FIELD(""),
  /** The word is none of {@code permitted}. */
  WORD_NOT_PERMITTED("permitted"),
  /** The number is not whole. */
  NOT_A_WHOLE_NUMBER(""),
  /** The number is too large for any computer. */
  NUMBER_TOO_LARGE(""),
  /** The text is no date such as 2019-11-26. */
  NOT_A_DATE(""),
  /** The text holds half of a character, which is no text. */
  HALF_CHARACTER(""),
  /** More items are missing than the rule of the scale permits. */
  SCORE_MISSING_ITEMS("instrument scale answered items"),
  /** No item of the scale was answered. */
  SCORE_NO_ANSWERS("instrument scale answered items"),
  /** Every item of the scale was declined. */
  SCORE_DECLINED("instrument scale answered items"),
  /** No item of the scale applies to the person. */
  SCORE_NOT_APPLICABLE("instrument scale answered items"),
  /** No item of the scale was asked. */
  SCORE_NOT_ASKED("instrument scale answered items");

  private final String parameters;

  ProblemCode(String parameters) {
    this.parameters = parameters;
  }

  /**
   * The names of the parameters that go with the code.
   *
   * @return the names; empty if the code says it all
   */
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
  }

  /**
   * The code as it stands in {@link Problem#code()} and in JSON.
   *
   * @return for example {@code answer-not-permitted}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
