package org.socialcure.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a schema against the record that it describes: every component is there with its type and a
 * description, the components that are no options are required, and every part in {@code $defs} is
 * held against its own record.
 */
public final class SchemaOfRecord {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode root;
  private final Set<String> more;
  private final Set<String> seen = new TreeSet<>();

  private SchemaOfRecord(JsonNode root, Set<String> more) {
    this.root = root;
    this.more = more;
  }

  /**
   * Fails unless the schema describes the record.
   *
   * @param schema the schema, as JSON
   * @param type the record
   * @param more fields of the root that are no components
   * @return the names of the definitions that were held against records
   */
  public static Set<String> check(String schema, Class<?> type, Set<String> more) {
    try {
      SchemaOfRecord check = new SchemaOfRecord(MAPPER.readTree(schema), more);
      check.record(type, check.root, more);
      return check.seen;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void record(Class<?> type, JsonNode schema, Set<String> besides) {
    Set<String> names = new TreeSet<>(besides);
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      names.add(name);
      boolean option = component.getType().getSimpleName().startsWith("Optional");
      if (!option) {
        required.add(name);
      }
      JsonNode property = schema.path("properties").path(name);
      String where = type.getSimpleName() + "." + name;
      assertFalse(property.path("description").asText().isBlank(), where);
      assertEquals(option, isNullable(property), where);
      value(component.getGenericType(), property, where);
    }
    Set<String> described = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    if (Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)) {
      names.add("kind");
    }
    assertEquals(names, described, type.getName());
    Set<String> said = new TreeSet<>();
    schema.path("required").forEach(each -> said.add(each.asText()));
    assertEquals(required, said, type.getName());
  }

  private static boolean isNullable(JsonNode property) {
    return property.path("type").toString().contains("null")
        || property.path("anyOf").toString().contains("{\"type\":\"null\"}")
        || property.path("enum").toString().contains("null");
  }

  private void value(Type type, JsonNode schema, String where) {
    JsonNode found = schema.has("anyOf") ? schema.path("anyOf").get(0) : schema;
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Type inner = arguments[arguments.length - 1];
      switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "Optional" -> value(inner, found, where);
        case "Map" -> value(inner, found.path("additionalProperties"), where);
        default -> {
          assertEquals("array", found.path("type").asText(), where);
          value(inner, found.path("items"), where);
        }
      }
      return;
    }
    Class<?> plain = (Class<?>) type;
    String reference = found.path("$ref").asText();
    if (reference.startsWith("urn:")) {
      return;
    }
    JsonNode there =
        reference.isEmpty()
            ? found
            : root.path("$defs").path(reference.substring("#/$defs/".length()));
    assertTrue(there.isObject(), where + " refers to nothing: " + reference);
    if (!reference.isEmpty()) {
      assertFalse(there.path("description").asText().isBlank(), reference);
    }
    if (plain.isEnum()) {
      List<String> words = new ArrayList<>();
      there.path("enum").forEach(word -> words.add(word.asText()));
      assertEquals(RandomValues.words(plain), words, where);
      seen.add(reference);
    } else if (there.has("oneOf")) {
      seen.add(reference);
      for (int i = 0; i < plain.getPermittedSubclasses().length; i++) {
        value(plain.getPermittedSubclasses()[i], there.path("oneOf").get(i), where);
      }
    } else if (plain.isRecord() && there.path("type").asText().equals("object")) {
      if (seen.add(reference)) {
        record(plain, there, Set.of());
      }
    } else {
      String expected =
          switch (plain.getSimpleName()) {
            case "int", "OptionalInt" -> "integer";
            case "double", "OptionalDouble" -> "number";
            default -> "string";
          };
      assertTrue(there.path("type").toString().contains(expected), where);
      if (!reference.isEmpty()) {
        seen.add(reference);
      }
    }
  }

  @Override
  public String toString() {
    return root.path("$id").asText() + more;
  }
}
