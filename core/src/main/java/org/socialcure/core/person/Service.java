package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A kind of contact with health or social care.
 *
 * @since 0.1
 */
@MapperForm
public enum Service {
  /** A consultation with a general practitioner. */
  GP_VISIT(CareLevel.PRIMARY, "GP visits"),
  /** A consultation with a nurse of the practice. */
  PRACTICE_NURSE_VISIT(CareLevel.PRIMARY, "Visits to the practice nurse"),
  /** A contact with another professional of the practice, such as a pharmacist. */
  OTHER_PRIMARY_CARE(CareLevel.PRIMARY, "Other contacts with the practice"),
  /** A contact with care out of hours or a walk-in centre. */
  URGENT_CARE(CareLevel.PRIMARY, "Urgent care contacts"),
  /** An attendance at an emergency department. */
  EMERGENCY_DEPARTMENT(CareLevel.HOSPITAL, "Emergency department attendances"),
  /** An outpatient appointment. */
  OUTPATIENT_APPOINTMENT(CareLevel.HOSPITAL, "Outpatient appointments"),
  /** An admission to hospital. */
  INPATIENT_ADMISSION(CareLevel.HOSPITAL, "Hospital admissions"),
  /** A contact with physiotherapy, occupational therapy, dietetics and the like. */
  ALLIED_HEALTH(CareLevel.COMMUNITY, "Allied health contacts"),
  /** A contact with community mental health care. */
  MENTAL_HEALTH(CareLevel.COMMUNITY, "Mental health care contacts"),
  /** A contact with social care. */
  SOCIAL_CARE(CareLevel.COMMUNITY, "Social care contacts"),
  /** Any other contact. */
  OTHER(CareLevel.COMMUNITY, "Other contacts with care");

  private final CareLevel level;
  private final String label;

  Service(CareLevel level, String label) {
    this.level = level;
    this.label = label;
  }

  /**
   * The text for people of counts of such contacts.
   *
   * @return for example {@code GP visits}
   */
  public String label() {
    return label;
  }

  /**
   * The part of the system that gives it.
   *
   * @return the level of care
   */
  public CareLevel level() {
    return level;
  }
}
