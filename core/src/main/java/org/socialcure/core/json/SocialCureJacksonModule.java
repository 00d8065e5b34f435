package org.socialcure.core.json;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.jackson.Jackson3Deserializer;
import org.socialcure.core.internal.jackson.Jackson3Serializer;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.json.JsonCodec;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * The module for mappers of Jackson 3, with which they know the caller's own instruments.
 *
 * <p>A mapper without it reads and writes the library's values as {@link Json} does. With it,
 * responses may also be to instruments of the caller's own, and {@link
 * org.socialcure.core.Interval} and {@link org.socialcure.core.Problem} keep the form of {@code
 * Json} too, which a mapper otherwise treats as it treats any record. Jackson 3 is an optional
 * dependency: bring it, and this class can be used.
 *
 * <p>{@code JsonMapper.builder().findAndAddModules()} finds it on the class path. On the module
 * path it does not, since a Java module can only provide for what is always there; add it there as
 * shown:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new SocialCureJacksonModule(List.of(mine))).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SocialCureJacksonModule extends JacksonModule {
  private final List<Instrument> own;

  /** Creates the module that knows the built-in instruments. */
  public SocialCureJacksonModule() {
    this(List.of());
  }

  /**
   * Creates a module that also knows instruments of the caller's own.
   *
   * @param own the instruments; each takes the place of a built-in one with the same id
   */
  public SocialCureJacksonModule(Collection<Instrument> own) {
    this.own = List.copyOf(own);
  }

  @Override
  public String getModuleName() {
    return "social-cure";
  }

  /**
   * Nothing: the module goes with the library.
   *
   * @return an unknown version
   */
  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  /**
   * What tells modules apart: a mapper takes two only if they know different instruments.
   *
   * @return the class and the instruments
   */
  @Override
  public Object getRegistrationId() {
    return List.of(SocialCureJacksonModule.class, own);
  }

  @Override
  public void setupModule(SetupContext context) {
    context.insertAnnotationIntrospector(new Forms(JsonCodec.knowing(own)));
  }

  /**
   * Which instruments it knows.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "social-cure: the built-in instruments"
        + own.stream().map(it -> ", " + it.id()).collect(Collectors.joining());
  }

  /** Puts the codec of the module in the place of the one that the types themselves name. */
  private static final class Forms extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final transient JsonCodec codec;

    Forms(JsonCodec codec) {
      this.codec = codec;
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated type) {
      return type instanceof AnnotatedClass
              && (type.hasAnnotation(MapperForm.class)
                  || RootForms.TYPES.contains(type.getRawType()))
          ? new Jackson3Deserializer(codec)
          : null;
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated type) {
      return type instanceof AnnotatedClass && RootForms.TYPES.contains(type.getRawType())
          ? new Jackson3Serializer()
          : null;
    }
  }
}
