package org.socialcure.testsupport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * A mapper of a user of the library: both versions of Jackson, each as it comes, with the modules
 * that it finds, and with settings that change or permit more than the library does.
 */
public interface Mapper {
  /**
   * Writes a value.
   *
   * @param value the value
   * @return JSON text
   * @throws RefusedException if the mapper refuses
   */
  String write(Object value);

  /**
   * Reads a value.
   *
   * @param <T> the type
   * @param json JSON text
   * @param type the type
   * @return the value
   * @throws RefusedException if the mapper refuses
   */
  <T> T read(String json, Class<T> type);

  /** What a mapper throws, whichever its version. */
  final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(Exception thrown) {
      super(thrown.getMessage(), thrown);
    }
  }

  /**
   * All of them.
   *
   * @return the mappers, which print what they are
   */
  static Stream<Mapper> all() {
    return Stream.of(
        of("Jackson 2", new ObjectMapper()),
        of("Jackson 2 with modules", new ObjectMapper().findAndRegisterModules()),
        of(
            "Jackson 2 that permits much",
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .build()),
        of("Jackson 3", tools.jackson.databind.json.JsonMapper.builder().build()),
        of(
            "Jackson 3 with modules",
            tools.jackson.databind.json.JsonMapper.builder().findAndAddModules().build()),
        of(
            "Jackson 3 that permits much",
            tools.jackson.databind.json.JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(
                    it -> it.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .build()));
  }

  /**
   * A mapper of Jackson 2.
   *
   * @param name what to print
   * @param mapper the mapper
   * @return the same
   */
  static Mapper of(String name, ObjectMapper mapper) {
    return new Mapper() {
      @Override
      public String write(Object value) {
        return refusing(() -> mapper.writeValueAsString(value));
      }

      @Override
      public <T> T read(String json, Class<T> type) {
        return refusing(() -> mapper.readValue(json, type));
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  /**
   * A mapper of Jackson 3.
   *
   * @param name what to print
   * @param mapper the mapper
   * @return the same
   */
  static Mapper of(String name, tools.jackson.databind.ObjectMapper mapper) {
    return new Mapper() {
      @Override
      public String write(Object value) {
        return refusing(() -> mapper.writeValueAsString(value));
      }

      @Override
      public <T> T read(String json, Class<T> type) {
        return refusing(() -> mapper.readValue(json, type));
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  private static <T> T refusing(Step<T> step) {
    try {
      return step.run();
    } catch (com.fasterxml.jackson.core.JacksonException | JacksonException refused) {
      throw new RefusedException(refused);
    }
  }

  /**
   * What a mapper does.
   *
   * @param <T> what comes of it
   */
  interface Step<T> {
    /**
     * Does it.
     *
     * @return what comes of it
     * @throws com.fasterxml.jackson.core.JacksonException if it is refused
     */
    T run() throws com.fasterxml.jackson.core.JacksonException;
  }
}
