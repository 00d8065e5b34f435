package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialcure.core.Problems;

/**
 * A token of the path syntax with its place.
 *
 * @param kind what it is
 * @param text its text, without backquotes
 * @param line its line, from 1
 * @param column its column, from 1
 */
record Token(Kind kind, String text, int line, int column) {
  enum Kind {
    NAME,
    NUMBER,
    SYMBOL,
    END
  }

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<space>[ \\t]+)|(?<comment>[#!].*)|`(?<quoted>(?:[^`]|``)+)`"
              + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\p{L}\\p{N}_.@]))"
              // A hyphen belongs to a name only where a letter or digit follows it at once.
              + "|(?<name>[\\p{L}_.\\p{N}][\\p{L}\\p{N}_.@]*(?:\\[[^\\]\\n]*\\])?)"
              + "|(?<symbol>:=|~~|=~|==|[~+*:/^(),;<>|-])");

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  String where() {
    return "line " + line + ", column " + column;
  }

  /**
   * Splits a text into statements; a line that ends with an operator goes on in the next. A
   * statement that cannot be split is left out.
   */
  static List<List<Token>> statements(String text, Problems problems) {
    List<List<Token>> statements = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = PATTERN.matcher(lines[i]);
      int at = 0;
      while (at < lines[i].length()) {
        int column = at + 1;
        if (!matcher.find(at) || matcher.start() != at) {
          problems.add(
              "line " + (i + 1) + ", column " + column,
              "unexpected character; names other than words stand in backquotes, `like-this`");
          current.clear();
          break;
        }
        at = matcher.end();
        if (matcher.group("name") != null) {
          current.add(new Token(Kind.NAME, matcher.group("name"), i + 1, column));
        } else if (matcher.group("quoted") != null) {
          current.add(
              new Token(Kind.NAME, matcher.group("quoted").replace("``", "`"), i + 1, column));
        } else if (matcher.group("number") != null) {
          current.add(new Token(Kind.NUMBER, matcher.group("number"), i + 1, column));
        } else if (";".equals(matcher.group("symbol"))) {
          finish(statements, current, i + 1, column);
        } else if (matcher.group("symbol") != null) {
          current.add(new Token(Kind.SYMBOL, matcher.group("symbol"), i + 1, column));
        }
      }
      boolean goesOn =
          !current.isEmpty()
              && current.get(current.size() - 1).kind() == Kind.SYMBOL
              && !current.get(current.size() - 1).is(")");
      if (!goesOn) {
        finish(statements, current, i + 1, lines[i].length() + 1);
      }
    }
    finish(statements, current, lines.length, lines[lines.length - 1].length() + 1);
    return statements;
  }

  private static void finish(
      List<List<Token>> statements, List<Token> current, int line, int column) {
    if (!current.isEmpty()) {
      List<Token> statement = new ArrayList<>(current);
      statement.add(new Token(Kind.END, "end of line", line, column));
      statements.add(statement);
      current.clear();
    }
  }
}
