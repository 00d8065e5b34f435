package org.socialcure.core.json;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.file.InputFile;
import org.socialcure.core.internal.json.JsonCodec;
import org.socialcure.core.internal.json.JsonPrinter;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Plain;

/**
 * Reads and writes the library's values, and any public record in an exported package, as JSON.
 *
 * <p>Reading is strict. Fields that are missing or there twice, text after the end, a text in the
 * place of a number, 2.7 in the place of a whole number, and null in the place of a value are all
 * refused, and all at once: the {@link InvalidInputException} names the path of every offending
 * field with its line and column, and quotes no value.
 *
 * <p><b>Unknown fields</b> are refused where a person or another program says something to the
 * library, since a misspelt field would be lost: in answers, instruments, people and plans, and in
 * records of the caller's own. They are passed over in results that are read back, which a later
 * version may have written: in scores, changes, reports and the documents of fitted models. A type
 * is read so, with all of its parts, if it carries {@link
 * com.fasterxml.jackson.annotation.JsonIgnoreProperties @JsonIgnoreProperties(ignoreUnknown =
 * true)}, which works for records of the caller's own too.
 *
 * <p>Names of components are the names of fields; enums are written in lower case with hyphens (or
 * as {@link com.fasterxml.jackson.annotation.JsonProperty @JsonProperty} on the constant says),
 * dates in ISO 8601; an empty {@link java.util.Optional} is left out; a record of a sealed
 * interface carries its name in the field {@code kind}. A number that is not finite is not written.
 *
 * <p>Jackson's mappers read and write the same forms by the same rules, see {@link
 * org.socialcure.core.json}.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Json {
  private Json() {}

  /**
   * Reads a value. Responses may be to built-in instruments.
   *
   * @param <T> the type of the value
   * @param text the JSON text; not null
   * @param type the type of the value; not null
   * @return the value
   * @throws InvalidInputException with everything that is wrong with the text
   * @throws IllegalArgumentException if the type has no JSON form
   */
  public static <T> T read(String text, Class<T> type) {
    return read(text, type, List.of());
  }

  /**
   * Reads a value in which responses may also be to instruments of the caller's own.
   *
   * @param <T> the type of the value
   * @param text the JSON text; not null
   * @param type the type of the value; not null
   * @param own the caller's instruments; each takes the place of a built-in one with the same id;
   *     not null
   * @return the value
   * @throws InvalidInputException with everything that is wrong with the text
   * @throws IllegalArgumentException if the type has no JSON form
   */
  public static <T> T read(String text, Class<T> type, Collection<Instrument> own) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    Problems problems = new Problems();
    Node node = JsonText.parse(text, problems);
    return type.cast(JsonCodec.knowing(own).read(node, type, problems));
  }

  /**
   * Reads a value from a file in UTF-8.
   *
   * @param <T> the type of the value
   * @param file the file; not null
   * @param type the type of the value; not null
   * @return the value
   * @throws InvalidInputException with everything that is wrong with the file, each place after the
   *     name of the file; or if it is not a regular file, is not in UTF-8 or larger than 256 MB
   * @throws IllegalArgumentException if the type has no JSON form
   * @throws UncheckedIOException if the file cannot be read
   */
  public static <T> T read(Path file, Class<T> type) {
    String name = Objects.requireNonNull(file, "file").toString();
    String text = InputFile.text(file, name);
    try {
      return read(text, type);
    } catch (InvalidInputException refused) {
      throw refused.in(name);
    }
  }

  /**
   * Reads a JSON text of no fixed form, for a reader that knows the form itself.
   *
   * @param text the JSON text; not null
   * @return an unmodifiable {@link Map} by field name in the order of the text, an unmodifiable
   *     {@link List}, a {@link String}, a {@link java.math.BigDecimal}, a {@link Boolean}, or null
   * @throws InvalidInputException if the text is not one JSON value, or a field stands twice
   */
  public static @Nullable Object tree(String text) {
    Objects.requireNonNull(text, "text");
    Problems problems = new Problems();
    Node node = JsonText.parse(text, problems);
    problems.throwIfAny();
    return Plain.of(node);
  }

  /**
   * Writes a value.
   *
   * @param value the value; not null
   * @return JSON text on several lines, indented by two spaces, with a line feed at the end
   * @throws InvalidInputException if a number is not finite
   * @throws IllegalArgumentException if the type of a value has no JSON form
   */
  public static String write(Object value) {
    return JsonPrinter.print(JsonCodec.tree(Objects.requireNonNull(value, "value")));
  }

  /**
   * Writes a value on one line, as for a log or a file with a value a line.
   *
   * @param value the value; not null
   * @return JSON text without line feeds
   * @throws InvalidInputException if a number is not finite
   * @throws IllegalArgumentException if the type of a value has no JSON form
   */
  public static String writeLine(Object value) {
    return JsonPrinter.line(JsonCodec.tree(Objects.requireNonNull(value, "value")));
  }
}
