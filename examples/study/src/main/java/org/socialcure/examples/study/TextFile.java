package org.socialcure.examples.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.socialcure.core.InvalidInputException;

/** Text files that the job reads whole. */
final class TextFile {
  private TextFile() {}

  /** The last part of a path, which is what messages call it. */
  static String name(Path file) {
    Path last = file.toAbsolutePath().getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /** The text; what keeps it from being read is a problem at the file's place. */
  static String read(Path file) {
    String where = file.toString().isEmpty() ? name(file) : file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(where, "a folder; name a file");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(where, "there is no such file; check its name and folder");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(where, "may not be read; check its permissions");
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(where, "not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
