package org.socialcure.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The public types of a module. */
public final class PublicTypes {
  private PublicTypes() {}

  /**
   * The public types outside packages named internal.
   *
   * @param classes the folder of the module's compiled classes
   * @return the types
   */
  public static List<Class<?>> of(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.contains("internal"))
          .filter(name -> !name.endsWith("-info.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .filter(PublicTypes::isPublic)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicTypes.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  /**
   * The types with values that do not say how they print themselves, so that a reader would see the
   * components of a record or an address in memory.
   *
   * @param classes the folder of the module's compiled classes
   * @return their names
   */
  public static List<String> printingThemselvesRaw(Path classes) {
    return of(classes).stream()
        .filter(type -> !type.isInterface() && !type.isEnum())
        .filter(type -> !Throwable.class.isAssignableFrom(type))
        .filter(PublicTypes::hasValues)
        .filter(type -> Stream.of(type.getDeclaredMethods()).noneMatch(PublicTypes::isToString))
        .map(Class::getName)
        .toList();
  }

  /** A class of static methods has no values. */
  private static boolean hasValues(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            method ->
                Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers()));
  }

  /** The compiler gives every record one, by way of a bootstrap method. */
  private static boolean isToString(Method method) {
    return method.getName().equals("toString")
        && method.getParameterCount() == 0
        && !isGenerated(method);
  }

  private static boolean isGenerated(Method method) {
    return method.getDeclaringClass().isRecord() && Modifier.isFinal(method.getModifiers());
  }
}
