package org.socialcure.examples.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socialcure.core.internal.file.Place;
import org.socialcure.core.internal.file.WholeFile;

/**
 * The files of a run on their way into a folder of results: written beside it first, then listed,
 * then moved one after the other. A run that was killed before its list was whole is taken back,
 * one that was killed after it is completed.
 *
 * <p>To be used by one run at a time, see {@link FolderLock}.
 */
final class Unfinished {
  private static final String PREFIX = ".unfinished-";
  private static final String LIST = "list";
  private static final String LIST_BEING_WRITTEN = "list.part";
  private static final String FIRST_LINE = "social-cure run";
  private static final String PUT = "put ";
  private static final String REMOVE = "remove ";

  private final Path folder;
  private final Path staging;

  private Unfinished(Path folder, Path staging) {
    this.folder = folder;
    this.staging = staging;
  }

  /**
   * Puts files into a folder, all or none.
   *
   * @param folder the folder
   * @param files the content by file name
   * @param obsolete the names of files of an earlier run that this one does not have
   */
  static void moveIn(Path folder, Map<String, String> files, Set<String> obsolete)
      throws IOException {
    Unfinished run = new Unfinished(folder, Files.createTempDirectory(folder, PREFIX));
    try {
      List<String> list = new ArrayList<>(List.of(FIRST_LINE));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(run.staging.resolve(file.getKey()), file.getValue());
        list.add(PUT + file.getKey());
      }
      obsolete.forEach(name -> list.add(REMOVE + name));
      Path written = Files.write(run.staging.resolve(LIST_BEING_WRITTEN), list);
      Files.move(written, run.staging.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      run.takeBack();
      throw e;
    }
    run.complete();
  }

  /** Whether there is anything that a run may have left. */
  static boolean isLeft(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*")) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** Completes or takes back what runs that were killed have left in a folder. */
  static void settle(Path folder) throws IOException {
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*")) {
      entries.forEach(left::add);
    }
    for (Path staging : left) {
      Unfinished run = new Unfinished(folder, staging);
      if (run.isOurs()) {
        if (Files.exists(staging.resolve(LIST))) {
          run.complete();
        } else {
          run.takeBack();
        }
      }
    }
  }

  /** Whether a folder holds nothing but what a run puts there; another's is left as it is. */
  private boolean isOurs() throws IOException {
    if (!Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Set<String> known = new LinkedHashSet<>(Outcome.FILES);
    known.addAll(List.of(LIST, LIST_BEING_WRITTEN));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(staging)) {
      for (Path entry : entries) {
        if (!known.contains(WholeFile.name(entry))
            || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          return false;
        }
      }
    }
    Path list = staging.resolve(LIST);
    return !Files.exists(list) || isList(Files.readAllLines(list, StandardCharsets.UTF_8));
  }

  private static boolean isList(List<String> lines) {
    return !lines.isEmpty()
        && lines.get(0).equals(FIRST_LINE)
        && lines.stream()
            .skip(1)
            .allMatch(
                line ->
                    Outcome.FILES.contains(after(PUT, line))
                        || Outcome.FILES.contains(after(REMOVE, line)));
  }

  private static String after(String word, String line) {
    return line.startsWith(word) ? line.substring(word.length()) : "";
  }

  /** Does what the list says and is not done yet. */
  private void complete() throws IOException {
    Path list = staging.resolve(LIST);
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      Path complete = staging.resolve(after(PUT, line));
      if (line.startsWith(PUT) && Files.exists(complete)) {
        Place.move(complete, folder.resolve(after(PUT, line)));
      } else if (line.startsWith(REMOVE)) {
        Files.deleteIfExists(folder.resolve(after(REMOVE, line)));
      }
    }
    Files.delete(list);
    takeBack();
  }

  private void takeBack() throws IOException {
    for (String name : Outcome.FILES) {
      Files.deleteIfExists(staging.resolve(name));
    }
    Files.deleteIfExists(staging.resolve(LIST_BEING_WRITTEN));
    Files.deleteIfExists(staging.resolve(LIST));
    Files.deleteIfExists(staging);
  }
}
