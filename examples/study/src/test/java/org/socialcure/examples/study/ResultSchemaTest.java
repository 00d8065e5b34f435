package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.socialcure.core.internal.Words;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.mediation.report.ModelDocument;

/** The schema names exactly what the records hold, so that neither can change without the other. */
class ResultSchemaTest {
  private final Map<?, ?> root = (Map<?, ?>) Json.tree(ResultSchema.text());
  private final Map<Class<?>, Map<?, ?>> described = new LinkedHashMap<>();

  @Test
  void everyRecordIsDescribedAsItIs() {
    compare(StudyDocument.class, root);

    Set<?> definitions = ((Map<?, ?>) root.get("$defs")).keySet();
    // The root has no definition.
    assertEquals(
        definitions.size(), described.size() - 1, () -> "described: " + described.keySet());
  }

  @Test
  void modelsAreDescribedByTheLibrarysSchemaAlone() {
    Map<?, ?> library = (Map<?, ?>) Json.tree(ModelDocument.schema());

    assertEquals(ResultSchema.MODEL, library.get("$id"));
  }

  private void compare(Class<?> type, Map<?, ?> schema) {
    if (described.put(type, schema) != null) {
      return;
    }
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    Set<String> names = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
      if (!component.getType().getSimpleName().startsWith("Optional")) {
        required.add(component.getName());
      }
      Map<?, ?> property = (Map<?, ?>) properties.get(component.getName());
      assertNotNull(
          property,
          () -> "result.schema.json lacks " + type.getSimpleName() + "." + component.getName());
      compare(
          component.getGenericType(), property, type.getSimpleName() + "." + component.getName());
    }
    assertEquals(names, new TreeSet<>(properties.keySet()), type.getSimpleName());
    assertEquals(required, new TreeSet<>((List<?>) schema.get("required")), type.getSimpleName());
  }

  private void compare(Type type, Map<?, ?> schema, String where) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String raw = ((Class<?>) generic.getRawType()).getSimpleName();
      switch (raw) {
        case "Optional" -> compare(arguments[0], schema, where);
        case "List" -> {
          assertEquals("array", schema.get("type"), where);
          compare(arguments[0], (Map<?, ?>) schema.get("items"), where);
        }
        default -> {
          assertEquals("object", schema.get("type"), where);
          compare(arguments[1], (Map<?, ?>) schema.get("additionalProperties"), where);
        }
      }
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == ModelDocument.class) {
      assertEquals(ResultSchema.MODEL, schema.get("$ref"), where);
      return;
    }
    if (plain.isRecord()) {
      String name = ((String) schema.get("$ref")).replace("#/$defs/", "");
      compare(plain, (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(name));
      return;
    }
    if (plain.isEnum()) {
      assertEquals(Words.all(plain), schema.get("enum"), where);
      return;
    }
    String expected =
        switch (plain.getSimpleName()) {
          case "boolean", "Boolean" -> "boolean";
          case "String" -> "string";
          case "int", "long", "Integer", "OptionalInt", "OptionalLong" -> "integer";
          default -> "number";
        };
    assertEquals(expected, schema.get("type"), where);
  }

  @Test
  void theSchemaRefusesWhatIsNoResult() {
    assertFalse(ResultSchema.errors("{}").isEmpty());
    assertFalse(ResultSchema.errors("{\"format\": 2}").isEmpty());
    String empty =
        """
        { "format": 1, "title": "t", "library": "l", "version": "v",
          "data": { "file": "f", "rows": 1, "waves": [],
                    "leftOut": { "headings": 0, "skipped": 0, "notChosen": 0, "empty": 0, "columns": 0 },
                    "missing": {}, "invalid": {}, "moments": [], "notes": [] },
          "scores": [], "changes": [], "contacts": [], "models": [%s] }
        """;
    assertEquals(List.of(), ResultSchema.errors(String.format(empty, "")));
    assertFalse(ResultSchema.errors(String.format(empty, "{ \"name\": \"m\" }")).isEmpty());
  }
}
