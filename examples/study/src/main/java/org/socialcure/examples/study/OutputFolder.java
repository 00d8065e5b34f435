package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.file.Place;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.RunDocument;
import org.socialcure.examples.study.document.StudyDocument;

/** A folder of results: its files are of one run, whatever else runs or was killed. */
final class OutputFolder {
  private static final String OPTION = "--out";

  private OutputFolder() {}

  /**
   * Completes or takes back what a run that was killed has left, as far as there is something.
   *
   * @param folder the folder, which need not exist
   * @throws Refusal if the folder cannot be written to
   */
  // The lock is held, not used.
  @SuppressWarnings("try")
  static void settle(Path folder) {
    if (Files.isDirectory(folder) && Unfinished.isLeft(folder)) {
      attempt(
          folder,
          0,
          () -> {
            try (FolderLock lock = FolderLock.of(folder)) {
              Unfinished.settle(folder);
            }
          });
    }
  }

  /**
   * Writes all files beside their places first and moves them there when the last one is complete.
   * Tables of an earlier run that this one does not have are removed if they are still as that run
   * wrote them.
   *
   * @param folder the folder; it is made where it does not exist
   * @param files the content by file name
   * @throws Refusal if the folder cannot take them
   */
  // The lock is held, not used.
  @SuppressWarnings("try")
  static void write(Path folder, Map<String, String> files) {
    Refusal.naming(OPTION, () -> refuseFoldersInPlaceOfFiles(folder, files));
    long size = files.values().stream().mapToLong(String::length).sum();
    attempt(
        folder,
        size,
        () -> {
          if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
          }
          try (FolderLock lock = FolderLock.of(folder)) {
            Unfinished.settle(folder);
            Unfinished.moveIn(folder, files, obsolete(folder, files.keySet()));
          }
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void attempt(Path folder, long size, Writing writing) {
    Refusal.naming(
        OPTION,
        () -> {
          try {
            writing.run();
          } catch (IOException e) {
            throw new InvalidInputException(folder.toString(), FolderFault.remedy(folder, size, e));
          }
        });
  }

  private static void refuseFoldersInPlaceOfFiles(Path folder, Map<String, String> files) {
    Problems problems = new Problems();
    FolderFault.fileInTheWay(folder)
        .ifPresent(file -> problems.add(file.toString(), "a file; name a folder"));
    for (String name : files.keySet()) {
      if (Files.isDirectory(folder.resolve(name))) {
        problems.add(
            folder.resolve(name).toString(), "a folder where a file is to be; move it away");
      }
    }
    problems.throwIfAny();
  }

  /** The tables of the run before that this one has not, unless somebody has changed them. */
  private static Set<String> obsolete(Path folder, Set<String> files) throws IOException {
    Set<String> obsolete = new TreeSet<>();
    for (Map.Entry<String, String> table : tablesBefore(folder).entrySet()) {
      Path file = folder.resolve(table.getKey());
      if (Outcome.FILES.contains(table.getKey())
          && !files.contains(table.getKey())
          && Files.isRegularFile(Place.behindLinks(file))
          && Checksum.of(Files.readAllBytes(file)).equals(table.getValue())) {
        obsolete.add(table.getKey());
      }
    }
    return obsolete;
  }

  private static Map<String, String> tablesBefore(Path folder) throws IOException {
    Path result = folder.resolve(Outcome.RESULT);
    if (!Files.isRegularFile(result)) {
      return Map.of();
    }
    try {
      return Json.read(Files.readString(result), StudyDocument.class)
          .run()
          .map(RunDocument::tables)
          .orElse(Map.of());
    } catch (InvalidInputException | java.nio.charset.CharacterCodingException e) {
      // Not a result of this program, or of another version: it says nothing of tables.
      return Map.of();
    }
  }
}
