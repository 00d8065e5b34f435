package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What brings the members of a group together.
 *
 * @since 0.1
 */
@MapperForm
public enum GroupType {
  /** Family and relatives. */
  FAMILY,
  /** Sport, exercise and walking groups. */
  SPORT,
  /** Congregations and other groups of a faith. */
  FAITH,
  /** Choirs, bands, theatre, crafts, writing and other arts. */
  MUSIC_AND_ARTS,
  /** Unpaid work for others. */
  VOLUNTEERING,
  /** The neighbourhood, village or local community. */
  NEIGHBOURHOOD,
  /** Hobbies and interests that no other type names. */
  HOBBY,
  /** People with a common illness, loss or burden. */
  SUPPORT_GROUP,
  /** Colleagues, fellow students, professions and unions. */
  WORK_OR_STUDY,
  /** Any other group. */
  OTHER
}
