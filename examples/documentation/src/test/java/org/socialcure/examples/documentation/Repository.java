package org.socialcure.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, found from wherever the tests run. */
final class Repository {
  /** The modules that other projects depend on. */
  static final List<String> LIBRARY = List.of("core", "core/files", "scoring", "mediation");

  private Repository() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Path sources(String module) {
    return root().resolve(module).resolve("src/main/java");
  }

  /** Where the build puts a module's compiled classes. */
  static Path classes(String module) {
    return root().resolve(module).resolve("target/classes");
  }

  /** The files of a module's main sources whose name ends so, in a fixed order. */
  static List<Path> sources(String module, String ending) {
    try (Stream<Path> files = Files.walk(sources(module))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packages that the library exports to everyone. */
  static List<String> exportedPackages() {
    return LIBRARY.stream()
        .map(module -> sources(module).resolve("module-info.java"))
        .flatMap(file -> lines(file).stream())
        .map(String::strip)
        .filter(line -> line.startsWith("exports ") && line.endsWith(";"))
        .map(line -> line.substring("exports ".length(), line.length() - 1))
        .toList();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
