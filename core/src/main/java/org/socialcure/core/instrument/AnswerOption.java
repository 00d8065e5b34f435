package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One of the answers that an item permits.
 *
 * <p>An option without a value can be counted but not added up, and is only ever answered by its
 * id: De Jong Gierveld's yes, more or less and no have been numbered in both directions, so that a
 * number would not say which answer was meant.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the option within its item, lower-case words joined by hyphens; not null
 * @param value the number that stands for the option; empty where no numbering is agreed on; not
 *     null, finite
 * @param label a short text for people; not null, not blank
 * @since 0.1
 */
@MapperForm
public record AnswerOption(String id, OptionalDouble value, String label) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id is not of the form {@code some-words}, the label is
   *     blank or the value is not finite
   */
  public AnswerOption {
    Objects.requireNonNull(value, "value");
    Names.requireId("id", id);
    Names.requireText("label", label);
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new InvalidInputException("value", "must be a finite number");
    }
  }

  /**
   * An option with a value.
   *
   * @param id the id; not null
   * @param value the value; finite
   * @param label the label; not null
   * @return the option
   * @throws InvalidInputException as the constructor does
   */
  public static AnswerOption of(String id, double value, String label) {
    return new AnswerOption(id, OptionalDouble.of(value), label);
  }

  /**
   * The way in which an answer names this option: its value if it has one, otherwise its id.
   *
   * @return the value, whole numbers without a decimal point, or the id
   */
  public String code() {
    return value.isPresent() ? Names.number(value.getAsDouble()) : id;
  }

  /**
   * The code and the label.
   *
   * @return {@code "3 Often"}, without a value {@code "yes Yes"}
   */
  @Override
  public String toString() {
    return code() + " " + label;
  }
}
