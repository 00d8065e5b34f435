package org.socialcure.core.internal.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;

/**
 * Finds where a text stops being JSON and what was expected there. It looks at texts that the
 * parser has refused, whose own messages quote them.
 */
final class JsonFault {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.0-9][-+.0-9\\p{L}]*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
  private static final String VALUE =
      "a value: a text in double quotes, a number, true, false, null, { or [";

  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  /** Where the last value, bracket or comma ended. */
  private int ended;

  private JsonFault(String text) {
    this.text = text;
  }

  /** The first fault of a text; empty if its grammar is that of JSON. */
  static Optional<Problem> of(String text) {
    try {
      new JsonFault(text).walk();
      return Optional.empty();
    } catch (Found fault) {
      return Optional.of(fault.problem);
    }
  }

  private void walk() throws Found {
    value();
    while (!open.isEmpty()) {
      boolean object = text.charAt(open.peek()) == '{';
      char close = object ? '}' : ']';
      if (skipped(',')) {
        int comma = ended - 1;
        if (next() == '}' || next() == ']') {
          throw fault(
              comma, "this comma has nothing after it; take it out, or add what was to follow");
        }
        entry(object);
      } else if (skipped(close)) {
        open.pop();
      } else {
        throw unfinished(object, close);
      }
    }
    if (!isAtEnd()) {
      throw fault(at, "text follows after the end of the JSON value; take it out");
    }
  }

  private Found unfinished(boolean object, char close) {
    Problem.Position start = position(open.peek());
    String whole = (object ? "the object" : "the list") + " that begins at " + start;
    if (isAtEnd()) {
      return fault(at, "the text ends within " + whole + "; expected a comma or " + close);
    }
    if (next() == '}' || next() == ']') {
      return fault(at, "expected " + close + " to end " + whole);
    }
    boolean value = next() == '"' || next() == '{' || next() == '[' || isWordOrNumber();
    return value
        ? fault(ended, "expected a comma here, before what follows at " + position(at))
        : fault(at, "expected a comma or " + close);
  }

  private void entry(boolean object) throws Found {
    if (object) {
      name();
    }
    value();
  }

  private void name() throws Found {
    if (isAtEnd()) {
      throw unfinished(true, '}');
    }
    if (next() != '"') {
      throw fault(at, "expected the name of a field in double quotes" + comment());
    }
    string();
    if (!skipped(':')) {
      throw fault(ended, "expected a colon here, between the name of the field and its value");
    }
  }

  /** A value; of an object or a list only the beginning, up to the end of its first entry. */
  private void value() throws Found {
    for (char first = next(); first == '{' || first == '['; first = next()) {
      open.push(at);
      take(at + 1);
      if (skipped(first == '{' ? '}' : ']')) {
        open.pop();
        return;
      }
      if (first == '{') {
        name();
      }
    }
    if (isAtEnd()) {
      throw fault(at, "the text ends where there should be " + VALUE);
    }
    if (next() == '"') {
      string();
    } else {
      scalar();
    }
  }

  private void scalar() throws Found {
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (word.lookingAt()) {
      if (!word.group().matches("true|false|null")) {
        throw fault(at, "expected " + VALUE);
      }
      take(word.end());
      return;
    }
    Matcher digits = NUMBER_LIKE.matcher(text).region(at, text.length());
    if (!digits.lookingAt()) {
      throw fault(at, "expected " + VALUE + comment());
    }
    if (!NUMBER.matcher(digits.group()).matches()) {
      throw fault(at, "not a number as JSON has it, such as 0.5, -12 or 1e-6");
    }
    take(digits.end());
  }

  private void string() throws Found {
    int start = at;
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        break;
      }
      if (c < ' ') {
        throw fault(i, "a text cannot hold this control character; write a tab as \\t");
      }
      if (c == '\\') {
        Matcher escape = ESCAPE.matcher(text).region(i, text.length());
        if (!escape.lookingAt()) {
          throw fault(i, "expected one of \\\\ \\\" \\/ \\b \\f \\n \\r \\t \\u0000 after a \\");
        }
        i = escape.end();
      } else {
        i++;
      }
    }
    if (i >= text.length() || text.charAt(i) != '"') {
      throw fault(
          start, "the text in quotes that begins here does not end on its line; expected \"");
    }
    take(i + 1);
  }

  private String comment() {
    return next() == '/' || next() == '#' ? "; JSON has no comments, take it out" : "";
  }

  private boolean isWordOrNumber() {
    return WORD.matcher(text).region(at, text.length()).lookingAt()
        || NUMBER_LIKE.matcher(text).region(at, text.length()).lookingAt();
  }

  /** The next character that is not white space; a space at the end. */
  private char next() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private boolean isAtEnd() {
    return next() == ' ';
  }

  private boolean skipped(char expected) {
    if (next() != expected) {
      return false;
    }
    take(at + 1);
    return true;
  }

  private void take(int end) {
    at = end;
    ended = end;
  }

  private Problem.Position position(int offset) {
    String before = text.substring(0, offset).replace("\r\n", "\n").replace('\r', '\n');
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Problem.Position(line, before.length() - before.lastIndexOf('\n'));
  }

  private Found fault(int offset, String message) {
    return new Found(
        Problem.coded(position(offset).toString(), ProblemCode.NOT_JSON, Map.of(), message));
  }

  /** Ends the walk. */
  private static final class Found extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Found(Problem problem) {
      super(problem.toString(), null, false, false);
      this.problem = problem;
    }
  }
}
