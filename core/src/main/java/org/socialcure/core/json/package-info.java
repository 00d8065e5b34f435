/**
 * JSON in and out: {@link org.socialcure.core.json.Json}, and the same through Jackson's mappers.
 *
 * <p>{@link org.socialcure.core.json.JsonSchemas} has the published schemas of what is written.
 *
 * <p>Any mapper of Jackson 2 or 3 reads and writes the library's values as {@code Json} does,
 * within records and collections of the caller's own too. The values say so themselves, so that
 * nothing has to be registered, and no setting of a mapper makes it more lenient. What {@code Json}
 * refuses with an {@code InvalidInputException} is a {@code MismatchedInputException} here, with
 * the same message and that exception as its cause.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper();
 * String json = mapper.writeValueAsString(Map.of("before", before, "after", after));
 * Ucla3 form = mapper.readValue("{\"companionship\": 2, \"leftOut\": 1, \"isolated\": null}", Ucla3.class);
 * }</pre>
 *
 * <p>A module is needed where responses are to instruments of the caller's own: {@link
 * org.socialcure.core.json.SocialCureModule} for Jackson 2, {@link
 * org.socialcure.core.json.SocialCureJacksonModule} for Jackson 3. In Spring Boot 3 it is a bean,
 * which the application's mapper takes up:
 *
 * <pre>
 * &#64;Bean
 * Module socialCure() {
 *   return new SocialCureModule(List.of(mine));
 * }
 * </pre>
 *
 * <p>{@code findAndRegisterModules} (Jackson 2) and, on the class path, {@code findAndAddModules}
 * (Jackson 3) find a module that knows the built-in instruments. On the module path a mapper of
 * Jackson 3 is given it by {@code addModule(new SocialCureJacksonModule(List.of(mine)))}.
 *
 * <p>In Spring Boot 4, which has Jackson 3, the bean is a {@code JacksonModule}, and a {@code
 * SocialCureJacksonModule}.
 */
@NullMarked
package org.socialcure.core.json;

import org.jspecify.annotations.NullMarked;
