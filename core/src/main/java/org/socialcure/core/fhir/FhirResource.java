package org.socialcure.core.fhir;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.JsonPrinter;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Plain;

/**
 * A resource of FHIR as a tree of JSON.
 *
 * <p>Two resources are equal if their fields are. Immutable and thread-safe. {@code toString}
 * prints the type of the resource and nothing of its content.
 *
 * @since 0.1
 */
public final class FhirResource {
  private final String type;
  private final Map<String, @Nullable Object> fields;

  private FhirResource(String type, Map<String, @Nullable Object> fields) {
    this.type = type;
    this.fields = fields;
  }

  /**
   * A resource of the caller's own, to go with others into a bundle.
   *
   * @param fields the fields of the resource, its {@code resourceType} among them, as maps by text,
   *     lists, texts, numbers and booleans within each other; not null
   * @return the resource, which is not checked any further
   * @throws InvalidInputException if there is anything else in it, or the type is not named
   */
  public static FhirResource of(Map<String, ?> fields) {
    return of(Plain.node(Objects.requireNonNull(fields, "fields")));
  }

  /**
   * Reads a resource without looking into it.
   *
   * @param json the JSON text; not null
   * @return the resource
   * @throws InvalidInputException if the text is not one JSON object with a {@code resourceType},
   *     or a field stands twice
   */
  public static FhirResource parse(String json) {
    Problems problems = new Problems();
    Node node = JsonText.parse(Objects.requireNonNull(json, "json"), problems);
    problems.throwIfAny();
    return of(node);
  }

  private static FhirResource of(Node node) {
    if (node instanceof Node.Obj object
        && object.fields().get("resourceType") instanceof Node.Text type
        && type.text().matches("[A-Za-z]{1,64}")) {
      return new FhirResource(type.text(), Plain.map(object));
    }
    throw new InvalidInputException(
        "$", "must be an object whose field resourceType names a type of FHIR");
  }

  /**
   * What it is.
   *
   * @return the {@code resourceType}, {@code "Questionnaire"}
   */
  public String type() {
    return type;
  }

  /**
   * The fields.
   *
   * @return unmodifiable maps, lists, texts, numbers and booleans within each other
   */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /**
   * The resource as JSON.
   *
   * @return text on several lines with a line feed at the end
   */
  public String json() {
    return JsonPrinter.print(fields);
  }

  /**
   * The resource as JSON on one line, as in files with a resource a line.
   *
   * @return text without line feeds
   */
  public String jsonLine() {
    return JsonPrinter.line(fields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FhirResource that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /**
   * The type, nothing of the content.
   *
   * @return {@code "FHIR QuestionnaireResponse"}
   */
  @Override
  public String toString() {
    return "FHIR " + type;
  }
}
