package org.socialcure.core.internal.jackson;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that every mapper reads and writes in its JSON form, whether or not a module of this
 * library is registered with the mapper. Holds for the records of a marked interface too.
 *
 * <p>A mapper sees the annotations of its own version of Jackson; those of a version that is not
 * there do not exist at run time.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@JsonSerialize(using = Jackson2Serializer.class, keyUsing = Jackson2KeySerializer.class)
@JsonDeserialize(using = Jackson2Deserializer.class, keyUsing = Jackson2KeyDeserializer.class)
@tools.jackson.databind.annotation.JsonSerialize(
    using = Jackson3Serializer.class,
    keyUsing = Jackson3KeySerializer.class)
@tools.jackson.databind.annotation.JsonDeserialize(
    using = Jackson3Deserializer.class,
    keyUsing = Jackson3KeyDeserializer.class)
public @interface MapperForm {}
