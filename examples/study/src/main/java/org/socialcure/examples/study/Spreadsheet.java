package org.socialcure.examples.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.files.Xlsx;

/** The table of scores as a spreadsheet of the user's own. */
final class Spreadsheet {
  private static final String OPTION = "--scores";

  private Spreadsheet() {}

  /**
   * Checks what can be known before anything is written.
   *
   * @return what writes the file
   */
  static Runnable of(Outcome outcome, Path file) {
    if (outcome.scores().isEmpty()) {
      throw Refusal.ofCommandLine(
          OPTION, "has no place beside \"moments\", which give no scores; leave it out");
    }
    Dataset scores = outcome.scores().get();
    Refusal.naming(
        OPTION,
        () -> {
          Path folder = file.toAbsolutePath().getParent();
          Problems problems = new Problems();
          problems.require(
              file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx"),
              file.toString(),
              "does not end in .xlsx, the one format there is");
          problems.require(
              folder != null && Files.isDirectory(folder) && !Files.isDirectory(file),
              file.toString(),
              "cannot be written there; name a file in a folder that exists");
          problems.throwIfAny();
          problems.require(
              folder != null
                  && Files.isWritable(folder)
                  && (!Files.exists(file) || Files.isWritable(file)),
              file.toString(),
              "may not be written; change the permissions of the folder or the file, or name"
                  + " another one");
          problems.throwIfAny();
          Xlsx.bytes(scores);
        });
    return () -> Refusal.naming(OPTION, () -> Xlsx.write(scores, file));
  }
}
