package org.socialcure.core.internal.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.socialcure.core.internal.Words;

/** Writes enums of the library as keys of maps for Jackson 2. Immutable and thread-safe. */
public final class Jackson2KeySerializer extends JsonSerializer<Object> {
  /** Creates the serializer. */
  public Jackson2KeySerializer() {}

  @Override
  public void serialize(Object key, JsonGenerator generator, SerializerProvider context)
      throws IOException {
    if (key instanceof Enum<?> constant) {
      generator.writeFieldName(Words.of(constant));
    } else {
      context.reportBadDefinition(key.getClass(), "Only enums can be the keys of a map.");
    }
  }
}
