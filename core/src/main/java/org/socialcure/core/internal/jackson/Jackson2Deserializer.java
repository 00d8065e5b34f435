package org.socialcure.core.internal.jackson;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Jackson2Tokens;
import org.socialcure.core.internal.json.JsonCodec;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeBuilder;

/**
 * Reads values of the library for Jackson 2, as strictly as the codec does and whatever the mapper
 * permits. Immutable and thread-safe.
 */
public final class Jackson2Deserializer extends JsonDeserializer<Object>
    implements ContextualDeserializer {
  private final JsonCodec codec;
  private final JavaType type;

  /** Creates the deserializer that knows what is built in. */
  public Jackson2Deserializer() {
    this(JsonCodec.standard());
  }

  /**
   * Creates a deserializer.
   *
   * @param codec reads the values; not null
   */
  public Jackson2Deserializer(JsonCodec codec) {
    this(codec, TypeFactory.unknownType());
  }

  private Jackson2Deserializer(JsonCodec codec, JavaType type) {
    this.codec = codec;
    this.type = type;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson2Deserializer(codec, context.getContextualType());
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    try {
      Problems problems = new Problems();
      Node node = NodeBuilder.build(new Jackson2Tokens(parser), problems);
      return codec.read(node, type.getRawClass(), problems);
    } catch (StreamReadException broken) {
      // The original exception is left out on purpose: its message quotes the text.
      throw new JsonParseException(
          parser, "The text is not JSON from here on", broken.getLocation());
    } catch (InvalidInputException refused) {
      JsonMappingException shown =
          MismatchedInputException.from(parser, type, refused.getMessage());
      shown.initCause(refused);
      throw shown;
    } catch (IllegalArgumentException noForm) {
      return context.reportBadDefinition(type, noForm.getMessage());
    }
  }

  /** As {@link #deserialize}: the form itself says of what kind a value is. */
  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer)
      throws IOException {
    return deserialize(parser, context);
  }
}
