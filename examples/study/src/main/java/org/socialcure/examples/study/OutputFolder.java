package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes the files of a job so that none of them is ever half there. */
final class OutputFolder {
  private OutputFolder() {}

  /**
   * Writes all files beside their places first and moves them there when the last one is complete.
   *
   * @param folder the folder; it is made where it does not exist
   * @param files the content by file name
   */
  static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    Path staging = Files.createTempDirectory(folder, ".unfinished-");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(staging.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
      for (String name : files.keySet()) {
        Files.move(staging.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (String name : files.keySet()) {
        Files.deleteIfExists(staging.resolve(name));
      }
      Files.delete(staging);
    }
  }
}
