package org.socialcure.core.internal.fhir;

import java.util.Map;
import org.socialcure.core.answer.Answer;

/** The names that FHIR R4 gives to things. */
public final class Terms {
  /** The weight of an option as R4 has it. */
  public static final String ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

  /** The weight of an option as later extension packs have it. */
  public static final String ITEM_WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight";

  /** Why something is not there. */
  public static final String DATA_ABSENT_REASON =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  /** The codes for why something is not there. */
  public static final String DATA_ABSENT_REASONS =
      "http://terminology.hl7.org/CodeSystem/data-absent-reason";

  /** How an item is best shown. */
  public static final String ITEM_CONTROL =
      "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

  /** The codes for how an item is best shown. */
  public static final String ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

  /** The unit of a number that is filled in. */
  public static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

  /** The expression that fills an item in. */
  public static final String CALCULATED_EXPRESSION =
      "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

  /** The system of units. */
  public static final String UCUM = "http://unitsofmeasure.org";

  /** The unit of scores. */
  public static final String SCORE_UNIT = "{score}";

  private static final Map<Answer.Missing, String> REASONS =
      Map.of(
          Answer.Missing.SKIPPED, "unknown",
          Answer.Missing.DECLINED, "asked-declined",
          Answer.Missing.NOT_APPLICABLE, "not-applicable",
          Answer.Missing.NOT_ASKED, "not-asked");

  /** What the codes for absent data mean for an answer. */
  public static final Map<String, Answer.Missing> MISSING =
      Map.of(
          "unknown", Answer.Missing.SKIPPED,
          "asked-unknown", Answer.Missing.SKIPPED,
          "temp-unknown", Answer.Missing.SKIPPED,
          "asked-declined", Answer.Missing.DECLINED,
          "not-applicable", Answer.Missing.NOT_APPLICABLE,
          "not-asked", Answer.Missing.NOT_ASKED,
          "not-performed", Answer.Missing.NOT_ASKED);

  private Terms() {}

  /**
   * The code of a reason for the absence of an answer.
   *
   * @param missing the reason; not null
   * @return the code in {@link #DATA_ABSENT_REASONS}
   */
  public static String reason(Answer.Missing missing) {
    return REASONS.getOrDefault(missing, "unknown");
  }
}
