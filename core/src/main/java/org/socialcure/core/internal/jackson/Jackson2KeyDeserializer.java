package org.socialcure.core.internal.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualKeyDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.Words;

/** Reads enums of the library as keys of maps for Jackson 2. Immutable and thread-safe. */
public final class Jackson2KeyDeserializer extends KeyDeserializer
    implements ContextualKeyDeserializer {
  private final JavaType type;

  /** Creates a deserializer that does not know its type yet. */
  public Jackson2KeyDeserializer() {
    this(TypeFactory.unknownType());
  }

  private Jackson2KeyDeserializer(JavaType type) {
    this.type = type;
  }

  @Override
  public KeyDeserializer createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson2KeyDeserializer(context.getContextualType().getKeyType());
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) throws IOException {
    Class<?> constants = type.getRawClass();
    if (!constants.isEnum()) {
      return context.reportBadDefinition(type, "Only enums can be the keys of a map.");
    }
    Object constant = Words.find(constants, key).orElse(null);
    if (constant == null) {
      throw MismatchedInputException.from(
          context.getParser(), type, Words.expected(key, Words.all(constants)));
    }
    return constant;
  }
}
