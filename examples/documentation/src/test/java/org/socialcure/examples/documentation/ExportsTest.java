package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the library exports, and what it does not let out. */
@Tag("ci")
class ExportsTest {
  @Test
  void theShellImportsEveryExportedPackage() {
    TreeSet<String> imported =
        Repository.lines(Shell.startup()).stream()
            .filter(line -> line.startsWith("import org.socialcure."))
            .map(line -> line.substring("import ".length(), line.indexOf(".*")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Repository.exportedPackages()), imported);
  }

  @Test
  void noExportedSignatureNamesAnInternalType() throws ClassNotFoundException {
    List<Class<?>> types = exportedTypes();
    assertTrue(types.size() > 10);
    List<String> signatures = new ArrayList<>();
    for (Class<?> type : types) {
      signatures.add(type.getName() + " extends " + type.getGenericSuperclass());
      signatures.addAll(
          Stream.of(type.getGenericInterfaces())
              .map(each -> type.getName() + " is " + each)
              .toList());
      Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
          .flatMap(Stream::of)
          .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
          .map(ExportsTest::signature)
          .forEach(signatures::add);
    }
    assertEquals(
        List.of(), signatures.stream().filter(text -> text.contains(".internal.")).toList());
  }

  private static List<Class<?>> exportedTypes() throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    List<String> exported = Repository.exportedPackages();
    for (String module : Repository.LIBRARY) {
      for (Path file : Repository.sources(module, ".java")) {
        Path name = Repository.sources(module).relativize(file);
        String type = name.toString().replace(".java", "").replaceAll("[/\\\\]", ".");
        int dot = type.lastIndexOf('.');
        if (dot > 0 && exported.contains(type.substring(0, dot)) && !type.endsWith("-info")) {
          addVisible(Class.forName(type), types);
        }
      }
    }
    return types;
  }

  private static void addVisible(Class<?> type, List<Class<?>> types) {
    if (isVisible(type.getModifiers())) {
      types.add(type);
      for (Class<?> nested : type.getDeclaredClasses()) {
        addVisible(nested, types);
      }
    }
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String signature(Member member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : ((Field) member).toGenericString();
  }
}
