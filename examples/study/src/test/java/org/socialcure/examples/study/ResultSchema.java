package org.socialcure.examples.study;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.mediation.report.ModelDocument;

/** The published schema of {@code result.json}. */
final class ResultSchema {
  /** The name by which it refers to the library's schema of a model. */
  static final String MODEL = "urn:social-cure:mediation:model:1";

  private ResultSchema() {}

  static String text() {
    try (InputStream in = StudyDocument.class.getResourceAsStream("result.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Error> errors(String result) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(MODEL, ModelDocument.schema())))
        .getSchema(text(), InputFormat.JSON)
        .validate(result, InputFormat.JSON);
  }
}
