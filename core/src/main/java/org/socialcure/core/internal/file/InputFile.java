package org.socialcure.core.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.socialcure.core.InvalidInputException;

/**
 * Files that are read whole. Only regular ones are: a device or a pipe need not end, and what is
 * too large is refused before memory is taken for it.
 */
public final class InputFile {
  /** The largest text, in bytes, that is read whole. */
  public static final long LARGEST_TEXT = 256L << 20;

  private InputFile() {}

  /**
   * Reads a text in UTF-8.
   *
   * @param file the file
   * @param where what messages call it
   * @return its text
   * @throws InvalidInputException if there is no such regular file, it may not be read, is larger
   *     than 256 MB or not in UTF-8
   * @throws UncheckedIOException if reading fails otherwise
   */
  public static String text(Path file, String where) {
    byte[] bytes = bytes(file, where, "a file", LARGEST_TEXT, "larger than 256 MB");
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInputException(where, "not UTF-8 text; save it as UTF-8");
    }
  }

  /**
   * Reads all bytes.
   *
   * @param file the file
   * @param where what messages call it
   * @param wanted what kind of file is meant
   * @param most how many bytes at most
   * @param tooLarge what is said of a larger file
   * @return its bytes
   * @throws InvalidInputException if there is no such regular file, it may not be read or is larger
   * @throws UncheckedIOException if reading fails otherwise
   */
  public static byte[] bytes(Path file, String where, String wanted, long most, String tooLarge) {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(where, "a folder; name " + wanted);
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new InvalidInputException(
            where, "a device or a pipe, which need not end; save its content and name " + wanted);
      }
      if (Files.size(file) > most) {
        throw new InvalidInputException(where, tooLarge);
      }
      try (InputStream in = Files.newInputStream(file)) {
        // A file may grow while it is read.
        byte[] bytes = in.readNBytes((int) Math.min(most, Files.size(file)));
        if (bytes.length == most || in.read() < 0) {
          return bytes;
        }
        throw new InvalidInputException(where, "grows while it is read; wait for its end");
      }
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(where, "there is no such file; check its name and folder");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(where, "may not be read; check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
