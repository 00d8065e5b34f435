package org.socialcure.examples.study;

import java.nio.file.Path;
import org.socialcure.core.internal.file.InputFile;

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
    return InputFile.text(file, where);
  }
}
