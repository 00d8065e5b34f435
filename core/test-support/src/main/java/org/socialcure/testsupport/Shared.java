package org.socialcure.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder {@code shared} beside the repository, which holds data that may not be copied into it.
 * A test that needs it is skipped where it is absent.
 */
public final class Shared {
  private Shared() {}

  /**
   * The folder.
   *
   * @return it, if it is there
   */
  public static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolveSibling("shared");
      if (Files.isDirectory(folder.resolve("reference"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * A file of the folder.
   *
   * @param relative its path there
   * @return the file
   */
  public static Path file(String relative) {
    return folder()
        .map(folder -> folder.resolve(relative))
        .orElseGet(
            () ->
                Assumptions.abort("needs the folder 'shared' beside the repository: " + relative));
  }
}
