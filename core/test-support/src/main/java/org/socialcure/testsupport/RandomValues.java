package org.socialcure.testsupport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;

/** Draws records of texts, numbers, days, enums, lists and options that their constructors take. */
public final class RandomValues {
  private static final int TRIES = 2000;
  private static final LocalDate DAY = LocalDate.of(2019, 11, 26);

  private final Random random;
  private final Map<Class<?>, Function<Random, ?>> own;

  /**
   * Takes what it draws with.
   *
   * @param random what draws
   * @param own draws the values of types that are not to be drawn part by part
   */
  public RandomValues(Random random, Map<Class<?>, Function<Random, ?>> own) {
    this.random = random;
    this.own = own;
  }

  /**
   * A value that the constructors of all of its parts take.
   *
   * @param <T> the type
   * @param type the type, a record
   * @return the value
   */
  public <T> T draw(Class<T> type) {
    return type.cast(any(type));
  }

  private Object any(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Optional.class) {
        return random.nextBoolean() ? Optional.of(any(inner)) : Optional.empty();
      }
      List<Object> list = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        list.add(any(inner));
      }
      return raw == List.class ? list : new HashSet<>(list);
    }
    Class<?> plain = (Class<?>) type;
    if (own.containsKey(plain)) {
      return own.get(plain).apply(random);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    return switch (plain.getSimpleName()) {
      case "String" -> text();
      case "int" -> random.nextInt(12);
      case "double" -> random.nextInt(80) / 8.0;
      case "LocalDate" -> DAY.plusDays(random.nextInt(30) - 15L);
      case "OptionalInt" ->
          random.nextBoolean() ? OptionalInt.of(random.nextInt(12)) : OptionalInt.empty();
      case "OptionalDouble" ->
          random.nextBoolean()
              ? OptionalDouble.of(random.nextInt(80) / 8.0)
              : OptionalDouble.empty();
      default -> throw new IllegalArgumentException("cannot draw a " + plain);
    };
  }

  private String text() {
    List<String> texts =
        List.of("T0", "T1", "T2", "g1", "g2", "65-74", "85+", "871731000000106", "Côr y Cwm \"1\"");
    return texts.get(random.nextInt(texts.size()));
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Object[] arguments =
          Arrays.stream(components).map(component -> any(component.getGenericType())).toArray();
      try {
        return type.getConstructor(types).newInstance(arguments);
      } catch (InvocationTargetException refused) {
        if (!(refused.getCause() instanceof IllegalArgumentException)) {
          throw new IllegalStateException(refused);
        }
      } catch (ReflectiveOperationException closed) {
        throw new IllegalStateException(closed);
      }
    }
    throw new IllegalStateException("no " + type + " was taken");
  }

  /**
   * The words of an enum in JSON.
   *
   * @param type the enum
   * @return the words in the order of the constants
   */
  public static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> word(type, (Enum<?>) c)).toList();
  }

  private static String word(Class<?> type, Enum<?> constant) {
    try {
      JsonProperty said = type.getField(constant.name()).getAnnotation(JsonProperty.class);
      return said == null
          ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
          : said.value();
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
