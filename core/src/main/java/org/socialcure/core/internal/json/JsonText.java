package org.socialcure.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;

/**
 * Reads a JSON text into nodes: standard JSON only, one value, no trailing text, no field twice in
 * an object. The messages quote nothing of the text, because it may hold answers.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final int LONGEST_NAME = 64;

  private final JsonParser parser;
  private final Problems problems;

  private JsonText(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads a text.
   *
   * @param text the text; a byte order mark before it is passed over; not null
   * @param problems where fields that stand twice are reported; not null
   * @return the value
   * @throws InvalidInputException if the text is not one JSON value
   */
  public static Node parse(String text, Problems problems) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = FACTORY.createParser(json)) {
      JsonText reader = new JsonText(parser, problems);
      if (parser.nextToken() == null) {
        throw new InvalidInputException("$", "the text is empty; JSON is expected");
      }
      Node node = reader.value("");
      if (parser.nextToken() != null) {
        throw refused(
            parser.currentTokenLocation(), "text follows after the end of the JSON value");
      }
      return node;
    } catch (StreamConstraintsException excessive) {
      throw refused(excessive.getLocation(), "is too long or too deep to be read from here on");
    } catch (JsonProcessingException broken) {
      throw JsonFault.of(json)
          .map(fault -> new InvalidInputException(List.of(fault)))
          .orElseGet(() -> refused(broken.getLocation(), "is not JSON from here on"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static InvalidInputException refused(@Nullable JsonLocation at, String message) {
    // The original exception is left out on purpose: its message quotes the text.
    return new InvalidInputException(
        at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr(), message);
  }

  private Node value(String path) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    Node.Place place = new Node.Place(path, at.getLineNr(), at.getColumnNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(place);
      case START_ARRAY -> array(place);
      case VALUE_STRING -> new Node.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Num(place, parser.getText());
      case VALUE_TRUE -> new Node.Bool(place, true);
      case VALUE_FALSE -> new Node.Bool(place, false);
      case VALUE_NULL -> new Node.Null(place);
      default -> throw new IllegalStateException("No JSON value starts with this token.");
    };
  }

  private Node object(Node.Place place) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Node node = value(Problem.path(place.path(), shown(name)));
      if (fields.putIfAbsent(name, node) != null) {
        node.report(problems, "stands twice in the same object");
      }
    }
    return new Node.Obj(place, Collections.unmodifiableMap(fields));
  }

  /** A field's name as it stands in a path: on one line and not endless. */
  private static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
  }

  private Node array(Node.Place place) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(place.path() + "[" + elements.size() + "]"));
    }
    return new Node.Arr(place, Collections.unmodifiableList(elements));
  }
}
