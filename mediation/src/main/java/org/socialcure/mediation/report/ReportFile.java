package org.socialcure.mediation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.socialcure.core.InvalidInputException;

/** Writes a file whole or not at all. */
final class ReportFile {
  private ReportFile() {}

  static void write(Path file, String content) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(name, "a folder; name a file to write");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidInputException(name, "its folder does not exist; create it first");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A terminal or a pipe has no place beside it, and is never half-written anyway.
        Files.writeString(file, content);
        return;
      }
      Path whole = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
      try {
        Files.writeString(whole, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        move(whole, file);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
