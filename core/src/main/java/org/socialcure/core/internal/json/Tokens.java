package org.socialcure.core.internal.json;

import java.io.IOException;

/** The tokens of a JSON value one by one, whichever parser makes them. */
public interface Tokens {
  /** The kinds of tokens. */
  enum Kind {
    /** An object begins. */
    OBJECT,
    /** An object ends. */
    END_OBJECT,
    /** A list begins. */
    LIST,
    /** A list ends. */
    END_LIST,
    /** The name of a field. */
    NAME,
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True. */
    TRUE,
    /** False. */
    FALSE,
    /** Null. */
    NULL,
    /** Something that no JSON text holds. */
    OTHER,
    /** There is no further token. */
    END
  }

  /**
   * The kind of the token that was read last.
   *
   * @return its kind
   */
  Kind kind();

  /**
   * Reads on.
   *
   * @return the kind of the next token
   * @throws IOException if there is no token to be made of what follows
   */
  Kind next() throws IOException;

  /**
   * The text of the token that was read last.
   *
   * @return a name, a text, or the digits of a number
   * @throws IOException if the text cannot be read
   */
  String text() throws IOException;

  /**
   * The line of the token that was read last.
   *
   * @return the line from 1, or less if it is not known
   */
  int line();

  /**
   * The column of the token that was read last.
   *
   * @return the column from 1, or less if it is not known
   */
  int column();
}
