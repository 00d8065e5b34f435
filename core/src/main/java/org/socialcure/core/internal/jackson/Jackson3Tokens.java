package org.socialcure.core.internal.jackson;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.json.Tokens;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The tokens of a Jackson 3 parser.
 *
 * @param parser the parser
 */
record Jackson3Tokens(JsonParser parser) implements Tokens {
  @Override
  public Kind kind() {
    return kind(parser.currentToken());
  }

  @Override
  public Kind next() {
    return kind(parser.nextToken());
  }

  @Override
  public String text() {
    return parser.getString();
  }

  @Override
  public int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  @Override
  public int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private static Kind kind(@Nullable JsonToken token) {
    if (token == null) {
      return Kind.END;
    }
    return switch (token) {
      case START_OBJECT -> Kind.OBJECT;
      case END_OBJECT -> Kind.END_OBJECT;
      case START_ARRAY -> Kind.LIST;
      case END_ARRAY -> Kind.END_LIST;
      case PROPERTY_NAME -> Kind.NAME;
      case VALUE_STRING -> Kind.TEXT;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
      case VALUE_TRUE -> Kind.TRUE;
      case VALUE_FALSE -> Kind.FALSE;
      case VALUE_NULL -> Kind.NULL;
      default -> Kind.OTHER;
    };
  }
}
