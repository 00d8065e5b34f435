package org.socialcure.core.internal.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.json.JsonCodec;

/** Writes values of the library for Jackson 2. Immutable and thread-safe. */
public final class Jackson2Serializer extends JsonSerializer<Object> {
  /** Creates the serializer. */
  public Jackson2Serializer() {}

  @Override
  public void serialize(Object value, JsonGenerator generator, SerializerProvider context)
      throws IOException {
    Object tree;
    try {
      tree = JsonCodec.tree(value);
    } catch (IllegalArgumentException refused) {
      throw JsonMappingException.from(generator, refused.getMessage(), refused);
    }
    write(tree, generator);
  }

  /** As {@link #serialize}: the form itself says of what kind a value is. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator generator, SerializerProvider context, TypeSerializer type)
      throws IOException {
    serialize(value, generator, context);
  }

  private static void write(@Nullable Object tree, JsonGenerator generator) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        generator.writeFieldName((String) field.getKey());
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
