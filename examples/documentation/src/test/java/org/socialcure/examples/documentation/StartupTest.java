package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The start-up of {@code examples/shell} imports exactly what the library exports. */
@Tag("ci")
class StartupTest {
  @Test
  void everyExportedPackageIsImported() {
    TreeSet<String> exported = new TreeSet<>();
    for (String module : Repository.LIBRARY) {
      Path descriptor = Repository.sources(module).resolve("module-info.java");
      exported.addAll(names(descriptor, "exports ", line -> !line.contains(" to ")));
    }
    assertEquals(
        exported,
        new TreeSet<>(names(Shell.startup(), "import org.socialcure", line -> line.contains("*"))));
  }

  private static List<String> names(Path file, String start, Predicate<String> wanted) {
    return Repository.lines(file).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(start))
        .filter(wanted)
        .map(line -> line.replaceFirst("^\\w+ ", "").replaceFirst("(\\.\\*)?;$", ""))
        .toList();
  }
}
