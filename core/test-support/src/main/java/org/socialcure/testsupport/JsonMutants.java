package org.socialcure.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Texts of JSON that differ from a given one in a single place. */
public final class JsonMutants {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "2",
          "3",
          "7",
          "-1",
          "2.0",
          "2.5",
          "1e99",
          "5000",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"T1\"",
          "\"other\"",
          "\"none\"",
          "\"2019-11-26\"",
          "\"2019-02-30\"",
          "\"a\\nb\"",
          "[]",
          "{}",
          "[null]",
          "{\"missing\": \"declined\"}");

  private JsonMutants() {}

  /**
   * One mutant.
   *
   * @param json an object as JSON
   * @param random what draws it
   * @param spared names of fields within which nothing is changed
   * @return the text in which one value was changed, taken out, added or put in twice
   */
  public static String of(String json, Random random, Predicate<String> spared) {
    JsonNode root = read(json);
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders, spared);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    JsonNode value = read(VALUES.get(random.nextInt(VALUES.size())));
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.removeIf(spared);
      String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set("unheardOf", value);
        case 2 -> object.set("x" + name, object.path(name));
        default -> object.set(name, value);
      }
    } else if (holder instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : random.nextInt(array.size());
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(value);
      } else if (random.nextBoolean()) {
        array.insert(at, array.get(at));
      } else {
        array.set(at, value);
      }
    }
    return root.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> holders, Predicate<String> spared) {
    if (node.isContainerNode()) {
      holders.add(node);
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, holders, spared));
    }
    node.properties()
        .forEach(
            field -> {
              if (!spared.test(field.getKey())) {
                collect(field.getValue(), holders, spared);
              }
            });
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
