package org.socialcure.core.internal.json;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/** Makes a node of tokens and reports fields that stand twice in an object. */
public final class NodeBuilder {
  /** Nothing that people write nests deeper, and a stack has an end. */
  private static final int DEEPEST = 1000;

  private static final String HALF =
      "holds half of a character (a surrogate without the other), which is no text";

  private final Tokens tokens;
  private final Problems problems;
  private int depth;

  private NodeBuilder(Tokens tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /**
   * Reads the value that begins with the token read last, up to its own last token.
   *
   * @param tokens the tokens; not null
   * @param problems where to report; not null
   * @return the value
   * @throws IOException if the tokens cannot be read
   */
  public static Node build(Tokens tokens, Problems problems) throws IOException {
    return new NodeBuilder(tokens, problems).value(Node.Place.root(tokens.line(), tokens.column()));
  }

  private Node value(Node.Place place) throws IOException {
    if (depth == DEEPEST) {
      throw new InvalidInputException(
          Problem.coded(
              place.path(),
              ProblemCode.NOT_JSON,
              Map.of(),
              "nests more than " + DEEPEST + " levels deep; JSON to be read does not"));
    }
    depth++;
    Node value = made(place);
    depth--;
    return value;
  }

  private Node made(Node.Place place) throws IOException {
    return switch (tokens.kind()) {
      case OBJECT -> {
        tokens.next();
        yield object(place);
      }
      case NAME -> object(place);
      case LIST -> list(place);
      case TEXT -> text(place, tokens.text());
      case NUMBER -> number(place, tokens.text());
      case TRUE -> new Node.Bool(place, true);
      case FALSE -> new Node.Bool(place, false);
      case NULL -> new Node.Null(place);
      case END -> throw new EOFException("The tokens end within a value.");
      default -> {
        new Node.Null(place)
            .report(problems, ProblemCode.NOT_JSON, Map.of(), "is not a JSON value");
        yield new Node.Null(place);
      }
    };
  }

  /** Half of a character cannot be written to any file again. */
  private Node text(Node.Place place, String text) {
    Node node = new Node.Text(place, text);
    if (Names.hasHalfCharacter(text)) {
      unnamed(node.place(), ProblemCode.HALF_CHARACTER, HALF);
    }
    return node;
  }

  /** Whether the names on the way are known ones shows later; until then they may be anything. */
  private void unnamed(Node.Place place, ProblemCode code, String message) {
    Optional<Problem.Position> position =
        place.line() < 1
            ? Optional.empty()
            : Optional.of(new Problem.Position(place.line(), place.column()));
    problems.add(Problem.coded("$", code, Map.of(), message).at("$", position));
  }

  /** A caller's parser may let words such as NaN pass as numbers, which in JSON are none. */
  private static Node number(Node.Place place, String digits) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return new Node.Text(place, digits);
      }
    }
    return new Node.Num(place, digits);
  }

  private Node object(Node.Place place) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (tokens.kind() == Tokens.Kind.NAME) {
      String name = tokens.text();
      tokens.next();
      Node node = value(place.field(name, tokens.line(), tokens.column()));
      if (Names.hasHalfCharacter(name)) {
        unnamed(node.place(), ProblemCode.HALF_CHARACTER, HALF);
      }
      if (fields.putIfAbsent(name, node) != null) {
        unnamed(
            node.place(), ProblemCode.REPEATED_FIELD, "a field stands twice in the same object");
      }
      tokens.next();
    }
    return new Node.Obj(place, Collections.unmodifiableMap(fields));
  }

  private Node list(Node.Place place) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (tokens.next() != Tokens.Kind.END_LIST) {
      elements.add(value(place.element(elements.size(), tokens.line(), tokens.column())));
    }
    return new Node.Arr(place, Collections.unmodifiableList(elements));
  }
}
