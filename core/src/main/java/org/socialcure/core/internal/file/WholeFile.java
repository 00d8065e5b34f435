package org.socialcure.core.internal.file;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.socialcure.core.InvalidInputException;

/** Writes a file whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    void writeTo(Writer out) throws IOException;
  }

  /** What a file that is no text is to hold. */
  @FunctionalInterface
  public interface BinaryContent {
    /**
     * Writes it.
     *
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The last part of a path, which is what messages call the file.
   *
   * @param file a path; the empty one is the working folder
   * @return its name, or the whole path where it is a root
   */
  public static String name(Path file) {
    Path last = file.toAbsolutePath().getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /**
   * Writes a UTF-8 file under another name beside its place and moves it there when it is complete.
   * Links to the file and its permissions stay; what a killed program left beside it is removed.
   *
   * @param file the file, replaced if it exists
   * @param content what it is to hold
   * @throws InvalidInputException if there can be no file of that name
   * @throws UncheckedIOException if writing fails
   */
  public static void write(Path file, Content content) {
    writeBytes(
        file,
        out -> {
          // A strict encoder: half a character is an error and no question mark.
          Writer text =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
          content.writeTo(text);
          text.flush();
        });
  }

  /**
   * As {@link #write}, for a file that is no text.
   *
   * @param file the file, replaced if it exists
   * @param content what it is to hold
   * @throws InvalidInputException if there can be no file of that name
   * @throws UncheckedIOException if writing fails
   */
  public static void writeBytes(Path file, BinaryContent content) {
    String name = name(file);
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(name, "a folder; name a file to write");
    }
    try {
      Path place = Place.behindLinks(file.toAbsolutePath());
      Path folder = place.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new InvalidInputException(name, "its folder does not exist; create it first");
      }
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        // A terminal or a pipe has no place beside it, and is never half-written anyway.
        write(place, content, StandardOpenOption.WRITE);
        return;
      }
      UnfinishedFile.removeLeft(place);
      try (UnfinishedFile unfinished = UnfinishedFile.beside(place)) {
        unfinished.write(content);
        Place.move(unfinished.path(), place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, BinaryContent content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
      content.writeTo(out);
    }
  }
}
