package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A session or another contact between a person and their link worker or health coach.
 *
 * <p>Immutable and thread-safe. {@code toString} shows neither the day nor the notes.
 *
 * @param date the day; not null
 * @param kind what kind of contact; not null
 * @param setting where or how; not null
 * @param attendance whether the person was there; not null
 * @param notes what was noted; empty if nothing was; not null
 * @since 0.1
 */
@MapperForm
public record Contact(
    LocalDate date,
    Kind kind,
    CareSetting setting,
    Attendance attendance,
    Optional<OwnWords> notes) {
  /** What kind of contact it is. */
  @MapperForm
  public enum Kind {
    /** A session, in which plans are made or looked at. */
    SESSION,
    /** A shorter contact in between, such as a call or a message. */
    CHECK_IN,
    /** Any other contact. */
    OTHER
  }

  /** Whether the person was there. */
  @MapperForm
  public enum Attendance {
    /** The person was there. */
    ATTENDED,
    /** The person did not come. */
    MISSED,
    /** One of the two called it off. */
    CANCELLED
  }

  /** Refuses null. */
  public Contact {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(attendance, "attendance");
    Objects.requireNonNull(notes, "notes");
  }

  /**
   * A session without notes, settings not told apart.
   *
   * @param date the day
   * @param attendance whether the person was there
   * @return the contact
   */
  public static Contact session(LocalDate date, Attendance attendance) {
    return new Contact(date, Kind.SESSION, CareSetting.ANY, attendance, Optional.empty());
  }

  /**
   * Whether it is a session at which the person was there.
   *
   * @return whether it counts as a session attended
   */
  public boolean isSessionAttended() {
    return kind == Kind.SESSION && attendance == Attendance.ATTENDED;
  }

  /**
   * The kind and the attendance.
   *
   * @return for example {@code Contact[SESSION, ATTENDED]}
   */
  @Override
  public String toString() {
    return "Contact[" + kind + ", " + attendance + "]";
  }
}
