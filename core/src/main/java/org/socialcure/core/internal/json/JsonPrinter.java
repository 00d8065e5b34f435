package org.socialcure.core.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.Names;

/** Writes trees as JSON text. */
public final class JsonPrinter {
  private static final int WIDTH = 100;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private JsonPrinter(int width) {
    this.width = width;
  }

  /**
   * Writes a tree on several lines: two spaces for each level, and on one line what holds single
   * values only and fits.
   *
   * @param tree maps, lists and single values, as of {@link JsonCodec#tree}; not null
   * @return the text, with a line feed at the end
   */
  public static String print(Object tree) {
    JsonPrinter printer = new JsonPrinter(WIDTH);
    printer.append(tree, 0);
    return printer.out.append('\n').toString();
  }

  /**
   * Writes a tree on one line.
   *
   * @param tree maps, lists and single values, as of {@link JsonCodec#tree}; not null
   * @return the text, without a line feed
   */
  public static String line(Object tree) {
    JsonPrinter printer = new JsonPrinter(Integer.MAX_VALUE);
    printer.append(tree, 0);
    return printer.out.toString();
  }

  private void append(@Nullable Object tree, int indent) {
    if (tree instanceof Map<?, ?> map) {
      List<String> names = map.keySet().stream().map(key -> quoted(key.toString()) + ": ").toList();
      append('{', '}', names, map.values(), indent);
    } else if (tree instanceof Collection<?> list) {
      append('[', ']', Collections.nCopies(list.size(), ""), list, indent);
    } else {
      out.append(single(tree));
    }
  }

  private void append(char open, char close, List<String> names, Collection<?> values, int indent) {
    boolean oneLine = width == Integer.MAX_VALUE || fits(names, values, indent);
    String start = oneLine ? "" : "\n" + " ".repeat(indent + 2);
    Iterator<String> name = names.iterator();
    String before = start;
    out.append(open);
    for (Object value : values) {
      out.append(before).append(name.next());
      append(value, indent + 2);
      before = oneLine ? ", " : "," + start;
    }
    out.append(oneLine ? "" : "\n" + " ".repeat(indent)).append(close);
  }

  private boolean fits(List<String> names, Collection<?> values, int indent) {
    int length = indent + names.stream().mapToInt(name -> name.length() + 2).sum();
    for (Object value : values) {
      if (value instanceof Map || value instanceof Collection) {
        return false;
      }
      length += single(value).length();
    }
    return length <= width;
  }

  private static String single(@Nullable Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    return value instanceof BigDecimal number ? Names.number(number) : String.valueOf(value);
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
