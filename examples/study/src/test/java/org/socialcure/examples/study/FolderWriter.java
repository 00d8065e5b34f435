package org.socialcure.examples.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program of its own that writes into a folder of results each time it is told a number. */
final class FolderWriter {
  private static final int LINES = 4000;

  private FolderWriter() {}

  /**
   * Writes one set of files a number, and says so.
   *
   * @param args the folder
   * @throws IOException if it cannot be told
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      OutputFolder.write(folder, files(line));
      System.out.println("written " + line);
    }
  }

  /** Files of which each line says of which run they are. */
  static Map<String, String> files(String run) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of(Outcome.SCORES, Outcome.RESULT, Outcome.REPORT)) {
      files.put(name, (run + "\n").repeat(LINES));
    }
    return files;
  }

  /** Of which run the files of a folder are, by file; a file that is not whole says so. */
  static Map<String, String> runs(Path folder) throws IOException {
    Map<String, String> runs = new TreeMap<>();
    for (String name : List.of(Outcome.SCORES, Outcome.RESULT, Outcome.REPORT)) {
      List<String> lines = Files.readAllLines(folder.resolve(name));
      boolean whole = lines.size() == LINES && lines.stream().distinct().count() == 1;
      runs.put(name, whole ? lines.get(0) : "half of something");
    }
    return runs;
  }

  static Process start(Path folder) throws IOException {
    List<String> classPath =
        new java.util.ArrayList<>(
            List.of(
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                Path.of("target", "classes").toAbsolutePath().toString()));
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null && !value.isEmpty()) {
        classPath.addAll(List.of(value.split(java.io.File.pathSeparator)));
      }
    }
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            String.join(java.io.File.pathSeparator, classPath),
            FolderWriter.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
