package org.socialcure.core.internal.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.internal.Names;

/** Collects the fields of a JSON object. FHIR knows no empty values: what is empty is left out. */
public final class Tree {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Creates an object without fields. */
  public Tree() {}

  /**
   * Adds a field, unless its value is an empty optional, list or object.
   *
   * @param name the name; not null
   * @param value the value, a text, a number, a boolean, a list, a tree or an optional of these;
   *     not null
   * @return this tree
   */
  public Tree put(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(found -> put(name, found));
    } else if (value instanceof Tree tree) {
      put(name, tree.map());
    } else if (value instanceof Collection<?> list) {
      if (!list.isEmpty()) {
        fields.put(name, plain(list));
      }
    } else if (value instanceof Map<?, ?> map) {
      if (!map.isEmpty()) {
        fields.put(name, map);
      }
    } else {
      fields.put(name, value);
    }
    return this;
  }

  private static List<Object> plain(Collection<?> list) {
    List<Object> elements = new ArrayList<>();
    for (Object element : list) {
      elements.add(element instanceof Tree tree ? tree.map() : element);
    }
    return Collections.unmodifiableList(elements);
  }

  /**
   * The fields so far.
   *
   * @return a copy
   */
  public Map<String, Object> map() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A number.
   *
   * @param value a finite number
   * @return the value to put, in the fewest digits that read back as the same number
   */
  public static BigDecimal number(double value) {
    return new BigDecimal(Names.number(value));
  }

  /**
   * An extension.
   *
   * @param url what it means; not null
   * @param type the field of its value, {@code "valueCode"}; not null
   * @param value the value; not null
   * @return the extension
   */
  public static Tree extension(String url, String type, Object value) {
    return new Tree().put("url", url).put(type, value);
  }

  /**
   * A coding.
   *
   * @param system whose code it is; not null
   * @param code the code; not null
   * @param display its meaning for people; not null
   * @return the coding
   */
  public static Tree coding(String system, String code, Optional<String> display) {
    return new Tree().put("system", system).put("code", code).put("display", display);
  }
}
