package org.socialcure.core.internal.json;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;

/** Makes a node of tokens and reports fields that stand twice in an object. */
public final class NodeBuilder {
  private static final int LONGEST_NAME = 64;

  private final Tokens tokens;
  private final Problems problems;

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
    return new NodeBuilder(tokens, problems).value("");
  }

  private Node value(String path) throws IOException {
    Node.Place place = new Node.Place(path, tokens.line(), tokens.column());
    return switch (tokens.kind()) {
      case OBJECT -> {
        tokens.next();
        yield object(place);
      }
      case NAME -> object(place);
      case LIST -> list(place);
      case TEXT -> new Node.Text(place, tokens.text());
      case NUMBER -> number(place, tokens.text());
      case TRUE -> new Node.Bool(place, true);
      case FALSE -> new Node.Bool(place, false);
      case NULL -> new Node.Null(place);
      case END -> throw new EOFException("The tokens end within a value.");
      default -> {
        new Node.Null(place).report(problems, "is not a JSON value");
        yield new Node.Null(place);
      }
    };
  }

  /** A caller's parser may let words such as NaN pass as numbers, which in JSON are none. */
  private static Node number(Node.Place place, String digits) {
    boolean finite = digits.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
    return finite ? new Node.Num(place, digits) : new Node.Text(place, digits);
  }

  private Node object(Node.Place place) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (tokens.kind() == Tokens.Kind.NAME) {
      String name = tokens.text();
      tokens.next();
      Node node = value(Problem.path(place.path(), shown(name)));
      if (fields.putIfAbsent(name, node) != null) {
        node.report(problems, "stands twice in the same object");
      }
      tokens.next();
    }
    return new Node.Obj(place, Collections.unmodifiableMap(fields));
  }

  /** A field's name as it stands in a path: to be seen, on one line and not endless. */
  private static String shown(String name) {
    String line = name.isBlank() ? "\"" + name + "\"" : name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
  }

  private Node list(Node.Place place) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (tokens.next() != Tokens.Kind.END_LIST) {
      elements.add(value(place.path() + "[" + elements.size() + "]"));
    }
    return new Node.Arr(place, Collections.unmodifiableList(elements));
  }
}
