package org.socialcure.core.internal.jackson;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.Words;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.ContextualKeyDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.type.TypeFactory;

/** Reads enums of the library as keys of maps for Jackson 3. Immutable and thread-safe. */
public final class Jackson3KeyDeserializer extends KeyDeserializer
    implements ContextualKeyDeserializer {
  private final JavaType type;

  /** Creates a deserializer that does not know its type yet. */
  public Jackson3KeyDeserializer() {
    this(TypeFactory.unsafeSimpleType(Object.class));
  }

  private Jackson3KeyDeserializer(JavaType type) {
    this.type = type;
  }

  @Override
  public KeyDeserializer createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson3KeyDeserializer(context.getContextualType().getKeyType());
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
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
