package org.socialcure.core.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;

/**
 * The words for the constants of enums, wherever they stand as text: in JSON, in plans, in results
 * and in messages.
 *
 * <p>A word is the constant's name in lower case with hyphens, or what {@link JsonProperty} on the
 * constant says instead.
 */
public final class Words {
  private static final ClassValue<List<String>> WORDS =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants()).map(Words::declared).toList();
        }
      };

  private Words() {}

  /**
   * The word for a constant.
   *
   * @param constant a constant of any enum; not null
   * @return its word, such as {@code bias-corrected}
   */
  public static String of(Enum<?> constant) {
    return WORDS.get(constant.getDeclaringClass()).get(constant.ordinal());
  }

  /**
   * The words of an enum.
   *
   * @param type the enum; not null
   * @return the words in the order of the constants
   */
  public static List<String> all(Class<?> type) {
    return WORDS.get(type);
  }

  /**
   * The constant for a word.
   *
   * @param <E> the enum
   * @param type the enum; not null
   * @param word the word, exactly; not null
   * @return the constant, or empty if the enum has no such word
   */
  public static <E> Optional<E> find(Class<E> type, String word) {
    int found = WORDS.get(type).indexOf(Objects.requireNonNull(word, "word"));
    return found < 0 ? Optional.empty() : Optional.of(type.getEnumConstants()[found]);
  }

  /**
   * The constant for a word that has to be one of the enum's.
   *
   * @param <E> the enum
   * @param type the enum; not null
   * @param word the word, exactly; not null
   * @param where the place of the word, for the message; not null
   * @return the constant
   * @throws InvalidInputException if the enum has no such word; it says which are permitted
   */
  public static <E> E find(Class<E> type, String word, String where) {
    return find(type, word)
        .orElseThrow(() -> new InvalidInputException(where, expected(word, all(type))));
  }

  /**
   * What to say of a word that is not permitted. The word itself is not quoted, because it may be
   * an answer.
   *
   * @param word the word; not null
   * @param permitted the permitted words; not null
   * @return {@code "must be logit, probit or poisson (did you mean probit?)"}
   */
  public static String expected(String word, Collection<String> permitted) {
    return "must be " + Names.anyOf(List.copyOf(permitted)) + Nearest.question(word, permitted);
  }

  private static String declared(Object constant) {
    Enum<?> one = (Enum<?>) constant;
    try {
      JsonProperty declared =
          one.getDeclaringClass().getField(one.name()).getAnnotation(JsonProperty.class);
      return declared == null ? Names.kebab(one.name()) : declared.value();
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException("A constant is a field of its enum.", impossible);
    }
  }
}
