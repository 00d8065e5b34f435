package org.socialcure.core.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.socialcure.core.internal.json.JsonCodec;

/**
 * The published JSON Schemas (draft 2020-12) of what {@link Json} writes and reads, for programs in
 * other languages, for editors and for the documentation of an interface.
 *
 * <p>There is one for instruments, responses, assessments, participants, cohorts, social identity
 * maps and problems; with the module of scores also for score sheets and changes, and with that of
 * mediation for documents of models. Each describes every field, its unit and its meaning, and has
 * an {@code $id} such as {@code urn:social-cure:responses:1}, by which the others refer to it: give
 * a validator {@link #all()} of them.
 *
 * <pre>{@code
 * String schema = JsonSchemas.of(Responses.class);
 * List<String> forValidators = JsonSchemas.all();
 * }</pre>
 *
 * <p>What {@code Json} writes is valid, and so is what it reads. The reverse does not hold: a
 * schema cannot say that an instrument is known, an answer permitted, a date in order or a check
 * digit right. Where {@code Json} refuses unknown fields so does the schema; scores and changes,
 * which a later version may have written, may hold more.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JsonSchemas {
  private JsonSchemas() {}

  /**
   * The schema of a type.
   *
   * @param type one of the {@link #types()}; not null
   * @return the schema as JSON
   * @throws IllegalArgumentException if there is no schema of that type; the message lists those
   *     that there are
   */
  public static String of(Class<?> type) {
    Objects.requireNonNull(type, "type");
    Map<Class<?>, Supplier<String>> schemas = JsonCodec.schemas();
    Supplier<String> schema = schemas.get(type);
    if (schema == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no published schema; there are those of "
              + String.join(", ", schemas.keySet().stream().map(Class::getSimpleName).toList()));
    }
    return schema.get();
  }

  /**
   * The types that have a schema, of all modules that are there.
   *
   * @return the types, in the order of the modules
   */
  public static Set<Class<?>> types() {
    return JsonCodec.schemas().keySet();
  }

  /**
   * All schemas, as a validator needs them, since they refer to each other.
   *
   * @return the schemas as JSON, in the order of {@link #types()}
   */
  public static List<String> all() {
    return JsonCodec.schemas().values().stream().map(Supplier::get).toList();
  }
}
