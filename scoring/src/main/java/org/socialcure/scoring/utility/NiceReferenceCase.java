package org.socialcure.scoring.utility;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Evidence;

/**
 * How the National Institute for Health and Care Excellence (NICE) asks for EQ-5D answers to be
 * valued in appraisals whose topic started on a day.
 *
 * <p>The rules changed several times, so that a value without its date says little. This is what
 * was read, with how well it is supported; confirm it at nice.org.uk before an appraisal.
 *
 * <p>Immutable and thread-safe.
 *
 * @param answered the version that people answered; not null
 * @param topicStart the day on which the topic of the appraisal started; not null
 * @param method how its answers are valued; not null
 * @param evidence how well the rule is supported; not null
 * @param rule the rule in words, with its period; not null
 * @param sources where it was read; not null
 * @since 0.1
 */
public record NiceReferenceCase(
    Eq5dVersion answered,
    LocalDate topicStart,
    Method method,
    Evidence evidence,
    String rule,
    List<String> sources) {
  /** How answers are valued. */
  public enum Method {
    /** {@link ValueSets#UK_3L_MVH}. */
    UK_3L_VALUE_SET,
    /** {@link ValueSets#CROSSWALK_UK_2012}, or its published table. */
    CROSSWALK,
    /** {@link ValueSets#UK_5L_2026}. */
    UK_5L_VALUE_SET,
    /** The mapping of the Decision Support Unit, whose table the caller supplies. */
    DSU_MAPPING;

    /**
     * The value set that is shipped for it.
     *
     * @return the set; empty for {@link #DSU_MAPPING}, whose 31,250 numbers are not shipped, see
     *     {@link DsuMapping}
     */
    public Optional<ValueSet> valueSet() {
      return switch (this) {
        case UK_3L_VALUE_SET -> Optional.of(ValueSets.UK_3L_MVH);
        case CROSSWALK -> Optional.of(ValueSets.CROSSWALK_UK_2012);
        case UK_5L_VALUE_SET -> Optional.of(ValueSets.UK_5L_2026);
        case DSU_MAPPING -> Optional.empty();
      };
    }

    /**
     * The method in words.
     *
     * @return the label of its value set, or {@code "the mapping of the Decision Support Unit"}
     */
    @Override
    public String toString() {
      return valueSet()
          .map(ValueSet::label)
          .orElse("the mapping of the Decision Support Unit, by age and sex");
    }
  }

  /** The first day of which anything was read; the statement is of 2017, without its day. */
  private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

  /** The manual of January 2022 (PMG36). */
  private static final LocalDate MANUAL = LocalDate.of(2022, 1, 31);

  /** The interim methods statement (PMG51) is of topics that started after this day. */
  private static final LocalDate INTERIM = LocalDate.of(2026, 8, 27);

  /** Copies the list and refuses nulls. */
  public NiceReferenceCase {
    Objects.requireNonNull(answered, "answered");
    Objects.requireNonNull(topicStart, "topicStart");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(rule, "rule");
    sources = List.copyOf(sources);
  }

  /**
   * The rule for a topic that started on a day.
   *
   * @param topicStart the day
   * @param answered the version that people answered
   * @return the rule
   * @throws InvalidInputException if the day lies before 2017, of which nothing was read
   */
  public static NiceReferenceCase of(LocalDate topicStart, Eq5dVersion answered) {
    if (topicStart.isBefore(FIRST)) {
      throw new InvalidInputException(
          "topicStart", "must not lie before 2017: nothing was read of the rules before");
    }
    if (topicStart.isAfter(INTERIM)) {
      return interim(topicStart, answered);
    }
    if (answered == Eq5dVersion.THREE_LEVELS) {
      return new NiceReferenceCase(
          answered,
          topicStart,
          Method.UK_3L_VALUE_SET,
          Evidence.DERIVED,
          "until 27 August 2026: five-level answers were to be brought to three-level values, which"
              + " three-level answers have themselves",
          List.of("NICE, position statement on the EQ-5D-5L"));
    }
    return topicStart.isBefore(MANUAL)
        ? new NiceReferenceCase(
            answered,
            topicStart,
            Method.CROSSWALK,
            Evidence.TWO_OR_MORE,
            "2017 to January 2022 (the statement is of 2017, renewed in 2019; its days were not"
                + " seen): three-level values by van Hout and others 2012; the value set of England"
                + " is not recommended",
            List.of("NICE, position statement on the EQ-5D-5L (ECD16)", "ohe.org"))
        : new NiceReferenceCase(
            answered,
            topicStart,
            Method.DSU_MAPPING,
            Evidence.ONE,
            "January 2022 (the day, the 31st, is recalled) to 27 August 2026: three-level values"
                + " by the mapping of the Decision Support Unit with the EEPRU data set, by age and"
                + " sex (Hernández Alava and others); its 31,250 numbers are not shipped, pass"
                + " them to DsuMapping",
            List.of("NICE, manual PMG36", "NICE, consultation 3296, appendix A"));
  }

  private static NiceReferenceCase interim(LocalDate topicStart, Eq5dVersion answered) {
    boolean five = answered == Eq5dVersion.FIVE_LEVELS;
    return new NiceReferenceCase(
        answered,
        topicStart,
        five ? Method.UK_5L_VALUE_SET : Method.DSU_MAPPING,
        Evidence.ONE,
        five
            ? "topics started after 27 August 2026: the UK value set for the EQ-5D-5L"
            : "topics started after 27 August 2026, where there are three-level answers only:"
                + " five-level values by the mapping of the Decision Support Unit; its numbers are"
                + " not shipped, pass them to DsuMapping",
        List.of(
            "NICE, interim methods statement PMG51, as quoted by the help of an R package; confirm"
                + " at nice.org.uk/process/pmg51"));
  }

  /**
   * The rule in a sentence.
   *
   * @return what is answered, how it is valued, and why
   */
  @Override
  public String toString() {
    return answered + ", topic started " + topicStart + ": " + method + " (" + rule + ")";
  }
}
