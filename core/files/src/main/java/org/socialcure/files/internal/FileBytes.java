package org.socialcure.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.file.WholeFile;

/** Files that are read whole, or of which the first bytes are looked at. */
public final class FileBytes {
  /** What one array of bytes can hold on every virtual machine. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private FileBytes() {}

  private interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * The size of a file.
   *
   * @param file the file
   * @return how many bytes it has
   * @throws InvalidInputException if there is no such file
   * @throws UncheckedIOException if that cannot be found out for another reason
   */
  public static long size(Path file) {
    return read(file, () -> Files.size(file));
  }

  /**
   * The whole file.
   *
   * @param file the file
   * @param memory what it may take
   * @return its bytes
   * @throws InvalidInputException if there is no such file, or it is too large
   * @throws UncheckedIOException if reading fails for another reason
   */
  public static byte[] all(Path file, Memory memory) {
    return read(
        file,
        () -> {
          long size = Files.size(file);
          if (size > LARGEST) {
            throw new InvalidInputException(
                WholeFile.name(file), "larger than 2 GB; split it into several files");
          }
          memory.take(size);
          return Files.readAllBytes(file);
        });
  }

  /**
   * The first bytes of a file.
   *
   * @param file the file
   * @param count how many at most
   * @return the bytes, fewer where the file is shorter
   * @throws InvalidInputException if there is no such file
   * @throws UncheckedIOException if reading fails for another reason
   */
  public static byte[] first(Path file, int count) {
    return read(
        file,
        () -> {
          try (var in = Files.newInputStream(file)) {
            return in.readNBytes(count);
          }
        });
  }

  private static <T> T read(Path file, Reading<T> reading) {
    String name = WholeFile.name(file);
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(name, "a folder; name a file");
    }
    try {
      return reading.read();
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(name, "there is no such file; check its name and folder");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(name, "may not be read; check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
