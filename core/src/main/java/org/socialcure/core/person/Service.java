package org.socialcure.core.person;

/**
 * A kind of contact with health or social care.
 *
 * @since 0.1
 */
public enum Service {
  /** A consultation with a general practitioner. */
  GP_VISIT(CareLevel.PRIMARY),
  /** A consultation with a nurse of the practice. */
  PRACTICE_NURSE_VISIT(CareLevel.PRIMARY),
  /** A contact with another professional of the practice, such as a pharmacist. */
  OTHER_PRIMARY_CARE(CareLevel.PRIMARY),
  /** A contact with care out of hours or a walk-in centre. */
  URGENT_CARE(CareLevel.PRIMARY),
  /** An attendance at an emergency department. */
  EMERGENCY_DEPARTMENT(CareLevel.HOSPITAL),
  /** An outpatient appointment. */
  OUTPATIENT_APPOINTMENT(CareLevel.HOSPITAL),
  /** An admission to hospital. */
  INPATIENT_ADMISSION(CareLevel.HOSPITAL),
  /** A contact with physiotherapy, occupational therapy, dietetics and the like. */
  ALLIED_HEALTH(CareLevel.COMMUNITY),
  /** A contact with community mental health care. */
  MENTAL_HEALTH(CareLevel.COMMUNITY),
  /** A contact with social care. */
  SOCIAL_CARE(CareLevel.COMMUNITY),
  /** Any other contact. */
  OTHER(CareLevel.COMMUNITY);

  private final CareLevel level;

  Service(CareLevel level) {
    this.level = level;
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
