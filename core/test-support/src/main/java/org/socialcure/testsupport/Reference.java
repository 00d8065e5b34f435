package org.socialcure.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of other software, read from a golden file.
 *
 * <p>A file in a module's test resources can be read by that module alone, so that the test opens
 * it: {@code Reference.read(MyTest.class.getResourceAsStream("equations.json"))}.
 */
public final class Reference {
  private final JsonNode node;
  private final String place;

  private Reference(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  /**
   * Reads a golden file.
   *
   * @param json the open file, which is closed; {@code null}, for a missing one, is refused
   * @return the whole file
   */
  public static Reference read(@Nullable InputStream json) {
    if (json == null) {
      throw new AssertionError("no such reference file");
    }
    try (json) {
      return new Reference(new JsonMapper().readTree(json), "$");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A part of the file.
   *
   * @param path names of members, or numbers of elements from 0
   * @return the part; an error if there is none
   */
  public Reference get(String... path) {
    JsonNode at = node;
    for (String name : path) {
      JsonNode next = at.isArray() ? at.get(Integer.parseInt(name)) : at.get(name);
      if (next == null) {
        throw new AssertionError("no reference value " + place + "." + String.join(".", path));
      }
      at = next;
    }
    return new Reference(at, place + "." + String.join(".", path));
  }

  /**
   * Whether a member exists.
   *
   * @param name its name
   * @return whether it does
   */
  public boolean has(String name) {
    return node.has(name);
  }

  /**
   * The names of an object's members.
   *
   * @return the names in order
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * The elements of an array.
   *
   * @param path as for {@link #get}
   * @return the elements in order
   */
  public List<Reference> all(String... path) {
    Reference array = get(path);
    List<Reference> elements = new ArrayList<>();
    for (JsonNode element : array.node) {
      elements.add(new Reference(element, array.place + "[" + elements.size() + "]"));
    }
    return elements;
  }

  /**
   * A number.
   *
   * @param path as for {@link #get}
   * @return its value; {@code NaN} for null
   */
  public double number(String... path) {
    Reference at = get(path);
    if (at.node.isNull()) {
      return Double.NaN;
    }
    if (!at.node.isNumber()) {
      throw new AssertionError(at.place + " is not a number");
    }
    return at.node.doubleValue();
  }

  /**
   * A whole number.
   *
   * @param path as for {@link #get}
   * @return its value
   */
  public int integer(String... path) {
    double value = number(path);
    if (value != Math.rint(value)) {
      throw new AssertionError(get(path).place + " is not a whole number");
    }
    return (int) value;
  }

  /**
   * An array of numbers.
   *
   * @param path as for {@link #get}
   * @return its values; {@code NaN} for null
   */
  public double[] numbers(String... path) {
    return all(path).stream().flatMapToDouble(each -> DoubleStream.of(each.number())).toArray();
  }

  /**
   * An array of arrays of numbers.
   *
   * @param path as for {@link #get}
   * @return its rows
   */
  public double[][] matrix(String... path) {
    return all(path).stream().map(each -> each.numbers()).toArray(double[][]::new);
  }

  /**
   * A text.
   *
   * @param path as for {@link #get}
   * @return its value
   */
  public String text(String... path) {
    Reference at = get(path);
    if (!at.node.isTextual()) {
      throw new AssertionError(at.place + " is not a text");
    }
    return at.node.textValue();
  }

  /**
   * An array of texts.
   *
   * @param path as for {@link #get}
   * @return its values
   */
  public List<String> texts(String... path) {
    return all(path).stream().map(each -> each.text()).toList();
  }

  /**
   * Asserts that a value is the reference's up to a relative difference.
   *
   * @param expected the reference value
   * @param actual ours
   * @param tolerance how large the difference may be, relative to the reference value
   */
  public static void assertClose(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.max(Math.abs(expected), 1e-300));
  }

  @Override
  public String toString() {
    return place;
  }
}
