package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;

/** The published schema of a model's document, the record and what is written agree. */
class ModelSchemaTest {
  private static final String TEXT = ModelDocument.schema();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

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
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"rowsUsed\": 198>\"rowsUsed\": -1",
        "\"rowsUsed\": 198>\"rowsUsed\": 1.5",
        "\"level\": 0.95>\"level\": 95",
        "\"centring\": \"none\">\"centring\": null",
        "\"kind\": \"total\">\"kind\": \"\"",
        "\"equations\">\"equation\"",
        "\"version\": \"0.1.0\">\"version\": 1",
      })
  void aChangedDocumentDoesNot(String change) {
    String json = Json.write(Samples.simple());
    String[] parts = change.split(">");
    assertTrue(json.contains(parts[0]), parts[0]);
    String changed = json.replace(parts[0], parts[1]);
    assertFalse(SCHEMA.validate(changed, InputFormat.JSON).isEmpty(), change);
  }

  @Test
  void everyComponentIsDescribedAndNothingElse() {
    Object schema = Objects.requireNonNull(Json.tree(TEXT));
    check(ModelDocument.class, schema);
    for (Class<?> part : ModelDocument.class.getDeclaredClasses()) {
      String name = part.getSimpleName();
      String key = Character.toLowerCase(name.charAt(0)) + name.substring(1);
      check(part, member(member(schema, "$defs"), key));
    }
  }

  private static void check(Class<?> record, Object schema) {
    Set<String> components =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    assertEquals(components, ((Map<?, ?>) member(schema, "properties")).keySet());
    Set<String> required =
        Arrays.stream(record.getRecordComponents())
            .filter(c -> !c.getType().getSimpleName().startsWith("Optional"))
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    assertEquals(required, Set.copyOf((List<?>) member(schema, "required")), record.getName());
  }

  private static Object member(Object schema, String name) {
    return Objects.requireNonNull(((Map<?, ?>) schema).get(name), name);
  }

  @Test
  void aTextThatIsNoReportIsRefused() {
    assertThrows(InvalidInputException.class, () -> Report.read("{\"title\": \"t\"}"));
    assertThrows(
        InvalidInputException.class, () -> Report.read("{\"title\": \"t\", \"models\": []}"));
  }
}
