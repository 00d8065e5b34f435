package org.socialcure.core.internal.jackson;

import org.socialcure.core.internal.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes enums of the library as keys of maps for Jackson 3. Immutable and thread-safe. */
public final class Jackson3KeySerializer extends ValueSerializer<Object> {
  /** Creates the serializer. */
  public Jackson3KeySerializer() {}

  @Override
  public void serialize(Object key, JsonGenerator generator, SerializationContext context) {
    if (key instanceof Enum<?> constant) {
      generator.writeName(Words.of(constant));
    } else {
      context.reportBadDefinition(key.getClass(), "Only enums can be the keys of a map.");
    }
  }
}
