package org.socialcure.core.internal.jackson;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.JsonCodec;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeBuilder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.TypeFactory;

/**
 * Reads values of the library for Jackson 3, as strictly as the codec does and whatever the mapper
 * permits. Immutable and thread-safe.
 */
public final class Jackson3Deserializer extends ValueDeserializer<Object> {
  private final JsonCodec codec;
  private final JavaType type;

  /** Creates the deserializer that knows what is built in. */
  public Jackson3Deserializer() {
    this(JsonCodec.standard());
  }

  /**
   * Creates a deserializer.
   *
   * @param codec reads the values; not null
   */
  public Jackson3Deserializer(JsonCodec codec) {
    this(codec, TypeFactory.unsafeSimpleType(Object.class));
  }

  private Jackson3Deserializer(JsonCodec codec, JavaType type) {
    this.codec = codec;
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson3Deserializer(codec, context.getContextualType());
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    try {
      Problems problems = new Problems();
      Node node = NodeBuilder.build(new Jackson3Tokens(parser), problems);
      return codec.read(node, type.getRawClass(), problems);
    } catch (StreamReadException broken) {
      // The original exception is left out on purpose: its message quotes the text.
      throw new StreamReadException(
          parser, "The text is not JSON from here on", broken.getLocation());
    } catch (InvalidInputException refused) {
      DatabindException shown = MismatchedInputException.from(parser, type, refused.getMessage());
      shown.initCause(refused);
      throw shown;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (IllegalArgumentException noForm) {
      return context.reportBadDefinition(type, noForm.getMessage());
    }
  }

  /** As {@link #deserialize}: the form itself says of what kind a value is. */
  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer) {
    return deserialize(parser, context);
  }
}
