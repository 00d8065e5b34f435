package org.socialcure.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;

/**
 * Reads a JSON text into nodes: standard JSON only, one value, no trailing text, no field twice in
 * an object. The messages quote nothing of the text, because it may hold answers.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

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
      if (parser.nextToken() == null) {
        throw refused(null, "the text is empty; JSON is expected");
      }
      Node node = NodeBuilder.build(new Jackson2Tokens(parser), problems);
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
          .orElseGet(
              () ->
                  refused(
                      broken.getLocation(),
                      "the text before this place is not JSON: a name there holds half of a"
                          + " character (a surrogate without the other), or the like"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static InvalidInputException refused(@Nullable JsonLocation at, String message) {
    // The original exception is left out on purpose: its message quotes the text.
    return new InvalidInputException(
        Problem.coded(
            at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr(),
            ProblemCode.NOT_JSON,
            Map.of(),
            message));
  }
}
