package org.socialcure.core.internal.jackson;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.json.JsonCodec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes values of the library for Jackson 3. Immutable and thread-safe. */
public final class Jackson3Serializer extends ValueSerializer<Object> {
  /** Creates the serializer. */
  public Jackson3Serializer() {}

  @Override
  public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
    Object tree;
    try {
      tree = JsonCodec.tree(value);
    } catch (IllegalArgumentException refused) {
      throw DatabindException.from(generator, refused.getMessage(), refused);
    }
    write(tree, generator);
  }

  /** As {@link #serialize}: the form itself says of what kind a value is. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator generator, SerializationContext context, TypeSerializer type) {
    serialize(value, generator, context);
  }

  private static void write(@Nullable Object tree, JsonGenerator generator) {
    if (tree instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        generator.writeName((String) field.getKey());
        write(field.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (tree instanceof Collection<?> list) {
      generator.writeStartArray();
      for (Object element : list) {
        write(element, generator);
      }
      generator.writeEndArray();
    } else if (tree instanceof String text) {
      generator.writeString(text);
    } else if (tree instanceof Long number) {
      generator.writeNumber(number);
    } else if (tree instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else if (tree instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else {
      generator.writeNull();
    }
  }
}
