package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Reference values: golden JSON files among the test resources, and data files beside the
 * repository.
 */
public final class Reference {
  private final Object value;

  private Reference(Object value) {
    this.value = value;
  }

  /** The {@code values} of a golden file. */
  public static Reference golden(String name) {
    return resource("golden/" + name + ".json");
  }

  /** The {@code values} of a JSON file among the test resources of this package. */
  public static Reference resource(String file) {
    try (InputStream in = Reference.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Reference(new Parser(text).value()).get("values");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of the folder {@code shared} beside the repository; skips the test where there is none.
   */
  public static Path shared(String relative) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path shared = folder.resolveSibling("shared");
      if (Files.isDirectory(shared.resolve("reference"))) {
        return shared.resolve(relative);
      }
    }
    Assumptions.abort("needs the folder 'shared' beside the repository: " + relative);
    throw new AssertionError();
  }

  /**
   * The columns of a CSV file of numbers without quoted fields; other fields and empty ones are
   * NaN.
   */
  public static Map<String, double[]> columns(String relative) {
    try {
      return columns(Files.readAllLines(shared(relative)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns of a CSV file among the golden files. */
  public static Map<String, double[]> goldenColumns(String name) {
    try (InputStream in = Reference.class.getResourceAsStream("golden/" + name + ".csv")) {
      return columns(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, double[]> columns(List<String> lines) {
    String[] names = lines.get(0).replace("\"", "").split(",");
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : names) {
      columns.put(name, new double[lines.size() - 1]);
    }
    for (int r = 1; r < lines.size(); r++) {
      String[] cells = lines.get(r).split(",", -1);
      for (int c = 0; c < names.length; c++) {
        boolean number = cells[c].matches("-?[0-9.]+(e[-+]?[0-9]+)?");
        columns.get(names[c])[r - 1] = number ? Double.parseDouble(cells[c]) : Double.NaN;
      }
    }
    return columns;
  }

  public Reference get(String... path) {
    Object at = value;
    for (String name : path) {
      at = ((Map<?, ?>) at).get(name);
    }
    if (at == null) {
      throw new AssertionError("no reference value " + String.join(".", path));
    }
    return new Reference(at);
  }

  /** Whether there is a value at this path. */
  public boolean has(String... path) {
    Object at = value;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at != null;
  }

  /** The names of a JSON object, in order. */
  public List<String> names() {
    return ((Map<?, ?>) value).keySet().stream().map(String.class::cast).toList();
  }

  /** The elements of a JSON array. */
  public List<Reference> elements(String... path) {
    return ((List<?>) get(path).value).stream().map(Reference::new).toList();
  }

  /** The values of a JSON object, in order. */
  public List<Reference> values() {
    return names().stream().map(name -> get(name)).toList();
  }

  /** Whether there is a finite number at this path. */
  public boolean isNumber(String... path) {
    return has(path) && get(path).value instanceof Double number && Double.isFinite(number);
  }

  public String text(String... path) {
    return (String) get(path).value;
  }

  public double number(String... path) {
    return (Double) get(path).value;
  }

  public double[] numbers(String... path) {
    return ((List<?>) get(path).value).stream().mapToDouble(v -> (Double) v).toArray();
  }

  public List<String> texts(String... path) {
    return ((List<?>) get(path).value).stream().map(v -> (String) v).toList();
  }

  /** Equal up to a relative difference. */
  public static void assertClose(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Object value() {
      char first = peek();
      if (first == '{') {
        Map<String, Object> map = new LinkedHashMap<>();
        for (at++; peek() != '}'; skip(',')) {
          String name = string();
          skip(':');
          map.put(name, value());
        }
        at++;
        return map;
      }
      if (first == '[') {
        List<Object> list = new ArrayList<>();
        for (at++; peek() != ']'; skip(',')) {
          list.add(value());
        }
        at++;
        return list;
      }
      if (first == '"') {
        return string();
      }
      int start = at;
      while (",]} \n\r".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String token = text.substring(start, at);
      return switch (token) {
        case "null" -> Double.NaN;
        case "true", "false" -> Boolean.valueOf(token);
        default -> Double.valueOf(token);
      };
    }

    private String string() {
      peek();
      int end = at + 1;
      while (text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      String result = text.substring(at + 1, end);
      at = end + 1;
      return result;
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void skip(char separator) {
      if (peek() == separator) {
        at++;
      }
    }
  }
}
