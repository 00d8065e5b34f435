package org.socialcure.examples.study.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.json.Json;

/** Plans that differ from one in a single value: another in its place, none, or one more. */
public final class PlanMutants {
  private static final List<@Nullable Object> VALUES =
      Collections.unmodifiableList(
          new ArrayList<>(
              Arrays.asList(
                  null,
                  0,
                  2.5,
                  1e300,
                  true,
                  "",
                  "x",
                  "y ~",
                  List.of(),
                  List.of(List.of("x")),
                  Map.of(),
                  Map.of("name", Map.of()))));

  private PlanMutants() {}

  /** The mutants of a plan. */
  public static List<String> of(String plan) {
    return mutants(plain(Json.tree(plan))).stream().map(Json::write).toList();
  }

  /** The value with each of its parts taken out or changed in turn, and other values. */
  private static List<Object> mutants(@Nullable Object value) {
    List<Object> mutants = new ArrayList<>();
    if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        mutants.add(with(object, (String) entry.getKey(), Collections.emptyList()));
        for (Object part : mutants(entry.getValue())) {
          mutants.add(with(object, (String) entry.getKey(), List.of(part)));
        }
        for (@Nullable Object other : VALUES) {
          mutants.add(with(object, (String) entry.getKey(), Collections.singletonList(other)));
        }
      }
      mutants.add(with(object, "unknown", List.of(1)));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        for (Object part : mutants(list.get(i))) {
          mutants.add(with(list, i, part));
        }
        for (@Nullable Object other : VALUES) {
          mutants.add(with(list, i, other));
        }
      }
    }
    return mutants;
  }

  /** Numbers as they can be written again. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      object.forEach((name, part) -> fields.put((String) name, plain(part)));
      return fields;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> parts = new ArrayList<>();
      list.forEach(part -> parts.add(plain(part)));
      return parts;
    }
    return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
  }

  private static Map<String, @Nullable Object> with(
      Map<?, ?> object, String name, List<? extends @Nullable Object> value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    object.forEach((key, part) -> changed.put((String) key, part));
    changed.remove(name);
    value.forEach(it -> changed.put(name, it));
    return changed;
  }

  private static List<@Nullable Object> with(List<?> list, int index, @Nullable Object value) {
    List<@Nullable Object> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
