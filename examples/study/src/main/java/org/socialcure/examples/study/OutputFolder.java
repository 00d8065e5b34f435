package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/** Writes the files of a job so that none of them is ever half there. */
final class OutputFolder {
  private static final String OPTION = "--out";

  private OutputFolder() {}

  /**
   * Writes all files beside their places first and moves them there when the last one is complete.
   *
   * @param folder the folder; it is made where it does not exist
   * @param files the content by file name
   * @throws Refusal if the folder cannot take them
   */
  static void write(Path folder, Map<String, String> files) {
    Refusal.naming(
        OPTION,
        () -> {
          refuseFoldersInPlaceOfFiles(folder, files);
          try {
            moveIn(folder, files);
          } catch (IOException e) {
            throw new InvalidInputException(
                folder.toString(), "cannot be written to; name a folder that can");
          }
          return files;
        });
  }

  private static void refuseFoldersInPlaceOfFiles(Path folder, Map<String, String> files) {
    Problems problems = new Problems();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      problems.add(folder.toString(), "a file; name a folder");
    }
    for (String name : files.keySet()) {
      if (Files.isDirectory(folder.resolve(name))) {
        problems.add(
            folder.resolve(name).toString(), "a folder where a file is to be; move it away");
      }
    }
    problems.throwIfAny();
  }

  private static void moveIn(Path folder, Map<String, String> files) throws IOException {
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
