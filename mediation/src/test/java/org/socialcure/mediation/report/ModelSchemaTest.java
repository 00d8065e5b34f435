package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.core.json.Json;

/** The published schema of a model's document, the record and what is written agree. */
class ModelSchemaTest {
  private static final String TEXT = text();
  private static final Map<?, ?> ROOT = (Map<?, ?>) Objects.requireNonNull(Json.tree(TEXT));
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  private static String text() {
    try (InputStream in = Report.class.getResourceAsStream("model.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<ModelDocument> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenFollowsTheSchema(ModelDocument sample) {
    List<Error> errors = SCHEMA.validate(Json.write(sample), InputFormat.JSON);
    assertEquals(List.of(), errors);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenCanBeToldAgain(ModelDocument sample) {
    Report report = Report.of(sample);
    Report again = Report.read(report.json());
    assertEquals(report.models(), again.models());
    assertEquals(report.text(), again.text());
    assertEquals(report.html(), again.html());
  }

  /** What the schema must refuse, so that agreement means something. */
  /** What the schema must refuse, so that agreement means something. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"rowsUsed\": \\d+>\"rowsUsed\": -1",
        "\"rowsUsed\": \\d+>\"rowsUsed\": 1.5",
        "\"level\": 0.95>\"level\": 95",
        "\"centring\": \"none\">\"centring\": null",
        "\"centring\": \"none\">\"centring\": \"some\"",
        "\"kind\": \"total\">\"kind\": \"\"",
        "\"kind\": \"total\">\"kind\": \"whole\"",
        "\"method\": \"t\">\"method\": \"T\"",
        "\"equations\">\"equation\"",
        "\"version\": \"[^\"]*\">\"version\": 1",
      })
  void aChangedDocumentDoesNot(String change) {
    String json = Json.write(Samples.simple());
    String[] parts = change.split(">");
    String changed = json.replaceFirst(parts[0], parts[1]);
    assertNotEquals(json, changed);
    assertFalse(SCHEMA.validate(changed, InputFormat.JSON).isEmpty(), change);
  }

  @Test
  void aReaderPassesOverWhatItDoesNotKnow() {
    String json = Json.write(Samples.simple());
    String later = json.replaceFirst("\\{", "{ \"tomorrow\": { \"a\": [1] },");
    assertEquals(List.of(), SCHEMA.validate(later, InputFormat.JSON));
  }

  @Test
  void everyComponentIsDescribedAndNothingElse() {
    Map<Class<?>, String> described = new LinkedHashMap<>();
    describe(ModelDocument.class, ROOT, described);
    // The definitions are those of the records that a document is made of, and no more.
    Set<String> definitions =
        new TreeSet<>(
            ((Map<?, ?>) member(ROOT, "$defs")).keySet().stream().map(String.class::cast).toList());
    assertEquals(definitions, new TreeSet<>(described.values()));
  }

  private static void describe(Class<?> record, Map<?, ?> schema, Map<Class<?>, String> described) {
    Map<?, ?> properties = member(schema, "properties");
    Set<String> components = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : record.getRecordComponents()) {
      components.add(component.getName());
      if (!component.getType().getSimpleName().startsWith("Optional")) {
        required.add(component.getName());
      }
      Map<?, ?> property = member(properties, component.getName());
      assertFalse(String.valueOf(property.get("description")).isBlank(), component.getName());
      describe(component.getGenericType(), property, component.toString(), described);
    }
    assertEquals(components, properties.keySet(), record.getName());
    assertEquals(
        required,
        new TreeSet<>(((List<?>) schema.get("required")).stream().map(String::valueOf).toList()),
        record.getName());
  }

  private static void describe(
      Type type, Map<?, ?> schema, String where, Map<Class<?>, String> described) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "Optional" -> describe(last, schema, where, described);
        case "List" -> {
          assertEquals("array", schema.get("type"), where);
          describe(last, member(schema, "items"), where, described);
        }
        default -> {
          assertEquals("object", schema.get("type"), where);
          describe(last, member(schema, "additionalProperties"), where, described);
        }
      }
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      assertEquals(Words.all(plain), schema.get("enum"), where);
    } else if (plain.isRecord()) {
      String name = ((String) Objects.requireNonNull(schema.get("$ref"), where)).substring(8);
      if (described.put(plain, name) == null) {
        describe(plain, member(member(ROOT, "$defs"), name), described);
      }
    } else {
      String expected =
          switch (plain.getSimpleName()) {
            case "String" -> "string";
            case "int", "Integer", "long", "OptionalLong" -> "integer";
            default -> "number";
          };
      assertEquals(expected, schema.get("type"), where);
    }
  }

  private static Map<?, ?> member(Map<?, ?> schema, String name) {
    return (Map<?, ?>) Objects.requireNonNull(schema.get(name), name);
  }

  @Test
  void aTextThatIsNoReportIsRefused() {
    assertThrows(InvalidInputException.class, () -> Report.read("{\"title\": \"t\"}"));
    assertThrows(
        InvalidInputException.class, () -> Report.read("{\"title\": \"t\", \"models\": []}"));
  }
}
