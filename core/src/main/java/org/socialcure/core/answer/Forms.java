package org.socialcure.core.answer;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/** Takes the components of typed records for answers to the items of the same names. */
final class Forms {
  private static final String TARGET = "target";

  private Forms() {}

  /** The components as values or as names of options; null was skipped. */
  static Responses responses(TypedAnswers form) {
    Responses.Builder builder = Responses.builder(form.instrument());
    Map<String, @Nullable Object> answers = components(form);
    if (form.instrument().targeting() == Targeting.GROUP
        && answers.remove(TARGET) instanceof String target) {
      builder.target(target);
    }
    answers.forEach(
        (component, answer) -> {
          String item = Names.kebab(component);
          if (answer instanceof Integer value) {
            builder.value(item, value);
          } else if (answer instanceof Enum<?> option) {
            builder.option(item, Words.of(option));
          } else {
            builder.missing(item, Answer.Missing.SKIPPED);
          }
        });
    return builder.build();
  }

  /** How much was answered, never what. */
  static String summary(TypedAnswers form) {
    Map<String, @Nullable Object> answers = components(form);
    if (form.instrument().targeting() == Targeting.GROUP) {
      answers.remove(TARGET);
    }
    return form.instrument().id()
        + ": "
        + answers.values().stream().filter(Objects::nonNull).count()
        + " of "
        + answers.size()
        + " items answered";
  }

  private static Map<String, @Nullable Object> components(TypedAnswers form) {
    Class<?> type = form.getClass();
    if (!type.isRecord()) {
      throw new IllegalStateException(
          type.getName() + " is no record and has to make its responses itself.");
    }
    Map<String, @Nullable Object> components = new LinkedHashMap<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        components.put(component.getName(), component.getAccessor().invoke(form));
      }
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(
          type.getName() + " is not a public record in an exported package.", closed);
    }
    return components;
  }
}
