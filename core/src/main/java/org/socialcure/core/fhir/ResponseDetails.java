package org.socialcure.core.fhir;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a {@code QuestionnaireResponse} says beside the answers: about whom, when and by whom.
 *
 * <p>Immutable and thread-safe. {@code toString} tells what is known, not what it is.
 *
 * @param id the id of the resource; empty if it has none yet; not null
 * @param subject who the answers are about; empty if it is not said; not null
 * @param author who filled it in; empty if it is not said; not null
 * @param authored when, as FHIR writes it: a year, a month, a day, or a day with a time and its
 *     offset; empty if it is not said; not null
 * @param status how far it was filled in; empty for completed, or stopped where an answer to a
 *     required item is missing; not null
 * @since 0.1
 */
@MapperForm
public record ResponseDetails(
    Optional<String> id,
    Optional<FhirReference> subject,
    Optional<FhirReference> author,
    Optional<String> authored,
    Optional<ResponseStatus> status) {
  /** Nothing is said. */
  public static final ResponseDetails EMPTY =
      new ResponseDetails(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?!0000)\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])"
              + "(T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d{1,9})?"
              + "(Z|[+-]((0\\d|1[0-3]):[0-5]\\d|14:00)))?)?)?");

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id or the time is not of FHIR's form
   */
  public ResponseDetails {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(authored, "authored");
    Objects.requireNonNull(status, "status");
    Problems problems = new Problems();
    problems.require(
        id.filter(text -> !ID.matcher(text).matches()).isEmpty(),
        "id",
        "must be letters, digits, hyphens and points, at most 64");
    problems.require(
        authored.filter(text -> !DATE_TIME.matcher(text).matches()).isEmpty(),
        "authored",
        "must be a date, or a date and time with its offset, as in 2019-11-26T14:30:00Z");
    problems.throwIfAny();
  }

  /**
   * These details with the id of the resource.
   *
   * @param resourceId letters, digits, hyphens and points; not null
   * @return the changed details
   * @throws InvalidInputException if it is no id
   */
  public ResponseDetails withId(String resourceId) {
    return new ResponseDetails(Optional.of(resourceId), subject, author, authored, status);
  }

  /**
   * These details with whom the answers are about.
   *
   * @param who the person; not null
   * @return the changed details
   */
  public ResponseDetails withSubject(FhirReference who) {
    return new ResponseDetails(id, Optional.of(who), author, authored, status);
  }

  /**
   * These details with who filled the form in.
   *
   * @param who the person or device; not null
   * @return the changed details
   */
  public ResponseDetails withAuthor(FhirReference who) {
    return new ResponseDetails(id, subject, Optional.of(who), authored, status);
  }

  /**
   * These details with the day.
   *
   * @param day the day; not null
   * @return the changed details
   * @throws InvalidInputException if the year has not four digits
   */
  public ResponseDetails withAuthored(LocalDate day) {
    return new ResponseDetails(id, subject, author, Optional.of(day.toString()), status);
  }

  /**
   * These details with the time.
   *
   * @param time the time; not null
   * @return the changed details
   * @throws InvalidInputException if the year has not four digits, or the offset seconds
   */
  public ResponseDetails withAuthored(OffsetDateTime time) {
    return new ResponseDetails(
        id,
        subject,
        author,
        Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)),
        status);
  }

  /**
   * These details with how far the form was filled in.
   *
   * @param how the status; not null
   * @return the changed details
   */
  public ResponseDetails withStatus(ResponseStatus how) {
    return new ResponseDetails(id, subject, author, authored, Optional.of(how));
  }

  /**
   * What is known, never what it is.
   *
   * @return {@code "details of a response: subject, authored"}
   */
  @Override
  public String toString() {
    return "details of a response:"
        + (id.isPresent() ? " id" : "")
        + (subject.isPresent() ? " subject" : "")
        + (author.isPresent() ? " author" : "")
        + (authored.isPresent() ? " authored" : "")
        + (status.isPresent() ? " status" : "");
  }
}
