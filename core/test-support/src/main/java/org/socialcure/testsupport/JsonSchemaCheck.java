package org.socialcure.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds JSON texts against schemas that refer to each other by their {@code $id}. */
public final class JsonSchemaCheck {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SchemaRegistry registry;

  /**
   * Takes the schemas.
   *
   * @param schemas all of them, as JSON
   */
  public JsonSchemaCheck(List<String> schemas) {
    Map<String, String> byId =
        schemas.stream().collect(Collectors.toMap(JsonSchemaCheck::id, s -> s));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
  }

  private static String id(String schema) {
    return node(schema).path("$id").asText();
  }

  private static JsonNode node(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * What a schema finds wrong.
   *
   * @param schema the schema, as JSON
   * @param json the text
   * @return the faults; empty if the text is valid
   */
  public List<Error> faults(String schema, String json) {
    Schema found = registry.getSchema(SchemaLocation.of(id(schema)));
    return found.validate(json, InputFormat.JSON);
  }

  /**
   * What the draft finds wrong with a schema.
   *
   * @param schema the schema, as JSON
   * @return the faults; empty if it is a schema of the draft
   */
  public List<Error> faults(String schema) {
    return registry
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
        .validate(schema, InputFormat.JSON);
  }
}
