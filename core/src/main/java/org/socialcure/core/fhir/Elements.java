package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/**
 * Looks into JSON objects as FHIR writes them: no null, no empty list, no field that the element
 * does not have, and nothing that changes the meaning of the rest.
 */
final class Elements {
  private static final Set<String> EVERYWHERE = Set.of("id", "extension");

  private final Problems problems;

  Elements(Problems problems) {
    this.problems = problems;
  }

  /**
   * The fields of an element.
   *
   * @param node the element, reported if it is no object
   * @param name what FHIR calls it
   * @param known the fields that it may have beside id and extensions
   * @return the fields; none if it is no object
   */
  Map<String, Node> of(Node node, String name, Set<String> known) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object", problems);
      return Map.of();
    }
    Map<String, Node> sound = new LinkedHashMap<>();
    int unknown = 0;
    String first = "";
    for (Map.Entry<String, Node> field : object.fields().entrySet()) {
      String plain = field.getKey().startsWith("_") ? field.getKey().substring(1) : field.getKey();
      if (field.getValue() instanceof Node.Null && isKnown(plain, known)) {
        field.getValue().report(problems, "is null; leave the field out instead");
      } else if (plain.equals("modifierExtension") || plain.equals("implicitRules")) {
        field
            .getValue()
            .report(problems, "may change the meaning of the rest in a way that is not known here");
      } else if (isKnown(plain, known)) {
        sound.put(field.getKey(), field.getValue());
      } else {
        first = unknown == 0 ? field.getKey() : first;
        unknown++;
      }
    }
    if (unknown > 0) {
      String others = unknown == 1 ? "" : ", nor are " + (unknown - 1) + " more";
      object.reportUnnamed(problems, first, "is not one of " + name + " in R4" + others);
    }
    return sound;
  }

  private static boolean isKnown(String name, Set<String> known) {
    return EVERYWHERE.contains(name) || known.contains(name);
  }

  /** Does something with each element of a list that may be left out. */
  void each(@Nullable Node list, Consumer<Node> step) {
    elements(list).forEach(step);
  }

  List<Node> elements(@Nullable Node list) {
    if (list == null) {
      return List.of();
    }
    if (!(list instanceof Node.Arr array)) {
      Scalars.wrong(list, "a list", problems);
      return List.of();
    }
    if (array.elements().isEmpty()) {
      list.report(problems, "is empty; leave the field out instead");
    }
    return array.elements();
  }

  Optional<String> text(@Nullable Node node) {
    return node == null ? Optional.empty() : Optional.ofNullable(Scalars.text(node, problems));
  }

  /** The values of the extensions of some addresses, each with its own fields. */
  List<Map<String, Node>> extensions(Map<String, Node> element, Set<String> urls) {
    List<Map<String, Node>> found = new ArrayList<>();
    each(
        element.get("extension"),
        node -> {
          if (node instanceof Node.Obj object) {
            if (object.fields().get("url") instanceof Node.Text url && urls.contains(url.text())) {
              found.add(object.fields());
            }
          } else {
            Scalars.wrong(node, "an object", problems);
          }
        });
    return found;
  }
}
