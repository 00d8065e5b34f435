package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.RunDocument;
import org.socialcure.examples.study.document.StudyDocument;

/** The files of a folder of results are of one run, whatever else runs or is killed. */
class OutputFolderTest {
  private static final int PAIRS = Integer.getInteger("tests.pairs", 25);
  private static final int KILLS = Integer.getInteger("tests.kills", 6);

  @TempDir private Path temporary;

  private static Set<String> one(Path folder) throws IOException {
    return Set.copyOf(FolderWriter.runs(folder).values());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static final List<String> THREE = List.of("report.html", "result.json", "scores.csv");

  @Test
  void pairsOfRunsInOneProgramAreNotMixed() throws Exception {
    Path folder = temporary.resolve("out");
    for (int pair = 0; pair < PAIRS; pair++) {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Throwable> failures = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (String run : List.of(pair + "a", pair + "b")) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    start.await();
                    OutputFolder.write(folder, FolderWriter.files(run));
                  } catch (Exception | Error e) {
                    synchronized (failures) {
                      failures.add(e);
                    }
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(List.of(), failures);
      assertEquals(1, one(folder).size(), () -> "mixed");
      assertEquals(THREE, names(folder));
    }
  }

  @Test
  @Tag("ci")
  void pairsOfRunsInTwoProgramsAreNotMixed() throws Exception {
    Path folder = temporary.resolve("out");
    Process first = FolderWriter.start(folder);
    Process second = FolderWriter.start(folder);
    try {
      BufferedReader ofFirst = first.inputReader();
      BufferedReader ofSecond = second.inputReader();
      assertEquals("ready", ofFirst.readLine());
      assertEquals("ready", ofSecond.readLine());
      for (int pair = 0; pair < PAIRS; pair++) {
        tell(first, pair + "a");
        tell(second, pair + "b");
        assertEquals("written " + pair + "a", ofFirst.readLine());
        assertEquals("written " + pair + "b", ofSecond.readLine());
        assertEquals(1, one(folder).size(), () -> "mixed");
        assertEquals(THREE, names(folder));
      }
    } finally {
      first.destroyForcibly().waitFor();
      second.destroyForcibly().waitFor();
    }
  }

  private static void tell(Process writer, String run) throws IOException {
    writer.outputWriter().write(run + "\n");
    writer.outputWriter().flush();
  }

  @Test
  @Tag("ci")
  void afterAKillTheNextRunFindsOneRunAndNothingElse() throws Exception {
    Path folder = temporary.resolve("out");
    SplittableRandom random = new SplittableRandom(3);
    OutputFolder.write(folder, FolderWriter.files("before"));
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = FolderWriter.start(folder);
      assertEquals("ready", writer.inputReader().readLine());
      for (int run = 0; run < 400; run++) {
        writer.outputWriter().write(kill + "." + run + "\n");
      }
      Thread flushing =
          new Thread(
              () -> {
                try {
                  writer.outputWriter().flush();
                } catch (IOException killed) {
                  // As it should be.
                }
              });
      flushing.start();
      Thread.sleep(random.nextInt(20, 200));
      writer.destroyForcibly().waitFor();
      flushing.join();

      OutputFolder.settle(folder);

      assertEquals(1, one(folder).size(), () -> "mixed");
      assertEquals(THREE, names(folder).stream().filter(n -> !n.endsWith(".lock")).toList());
      if (kill % 3 == 0) {
        OutputFolder.write(folder, FolderWriter.files("after"));
        assertEquals(Set.of("after"), one(folder));
        assertEquals(THREE, names(folder));
      }
    }
  }

  @Test
  void aRunThatWasKilledWhileItsFilesMovedIsCompleted() throws IOException {
    Path folder = temporary.resolve("out");
    OutputFolder.write(folder, FolderWriter.files("old"));
    Path staging = Files.createDirectory(folder.resolve(".unfinished-123"));
    Map<String, String> files = FolderWriter.files("new");
    Files.writeString(folder.resolve("scores.csv"), files.get("scores.csv"));
    Files.writeString(staging.resolve("result.json"), files.get("result.json"));
    Files.writeString(staging.resolve("report.html"), files.get("report.html"));
    Files.writeString(folder.resolve("answers.csv"), "of the simulated cohort");
    Files.writeString(
        staging.resolve("list"),
        "social-cure run\nput scores.csv\nput result.json\nput report.html\nremove answers.csv\n");

    OutputFolder.settle(folder);

    assertEquals(Set.of("new"), one(folder));
    assertEquals(THREE, names(folder));
  }

  @Test
  void aRunThatWasKilledBeforeItsFilesMovedIsTakenBack() throws IOException {
    Path folder = temporary.resolve("out");
    OutputFolder.write(folder, FolderWriter.files("old"));
    Path staging = Files.createDirectory(folder.resolve(".unfinished-123"));
    Files.writeString(staging.resolve("scores.csv"), "half");
    Files.writeString(staging.resolve("list.part"), "social-cure run\nput scores.csv\n");

    OutputFolder.settle(folder);

    assertEquals(Set.of("old"), one(folder));
    assertEquals(THREE, names(folder));
  }

  @Test
  void whatIsNotOfARunIsLeftAsItIs() throws IOException {
    Path folder = temporary.resolve("out");
    OutputFolder.write(folder, FolderWriter.files("old"));
    Path notes = Files.createDirectories(folder.resolve(".unfinished-notes"));
    Files.writeString(notes.resolve("scores.csv"), "mine");
    Files.writeString(notes.resolve("thoughts.txt"), "mine too");
    Path listed = Files.createDirectories(folder.resolve(".unfinished-listed"));
    Files.writeString(listed.resolve("list"), "eggs\nput scores.csv\n");
    Path evil = Files.createDirectories(folder.resolve(".unfinished-evil"));
    Files.writeString(evil.resolve("list"), "social-cure run\nremove ../precious.txt\n");
    Path precious = Files.writeString(temporary.resolve("precious.txt"), "precious");
    Path file = Files.writeString(folder.resolve(".unfinished-file"), "a file");
    Path other = Files.writeString(folder.resolve("other.txt"), "other");

    OutputFolder.write(folder, FolderWriter.files("new"));

    assertEquals(Set.of("new"), one(folder));
    assertEquals("mine", Files.readString(notes.resolve("scores.csv")));
    assertEquals(List.of("scores.csv", "thoughts.txt"), names(notes));
    assertEquals(List.of("list"), names(listed));
    assertEquals(List.of("list"), names(evil));
    assertTrue(Files.exists(precious) && Files.exists(file) && Files.exists(other));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAndPermissionsStay() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("out"));
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path page = Files.writeString(elsewhere.resolve("page.html"), "old");
    Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(folder.resolve("report.html"), Path.of("../elsewhere/page.html"));
    Files.createSymbolicLink(folder.resolve("result.json"), elsewhere.resolve("to-come.json"));
    Path scores = Files.writeString(folder.resolve("scores.csv"), "old");
    Files.setPosixFilePermissions(scores, PosixFilePermissions.fromString("rw-rw----"));

    OutputFolder.write(folder, FolderWriter.files("new"));

    assertEquals(Set.of("new"), one(folder));
    assertTrue(Files.isSymbolicLink(folder.resolve("report.html")));
    assertTrue(Files.isSymbolicLink(folder.resolve("result.json")));
    assertEquals(List.of("page.html", "to-come.json"), names(elsewhere));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(scores)));

    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
    OutputFolder.write(link, FolderWriter.files("newer"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(Set.of("newer"), one(folder));
  }

  @Test
  void aLinkThatLeadsNowhereIsTold() throws IOException {
    Path link =
        Files.createSymbolicLink(temporary.resolve("link"), temporary.resolve("no/such/folder"));
    Refusal refused =
        assertThrows(Refusal.class, () -> OutputFolder.write(link, FolderWriter.files("new")));
    assertTrue(refused.getMessage().contains("make that folder"), refused.getMessage());
  }

  @Test
  void theFilesSayOfWhichRunTheyAre() throws IOException {
    Path folder = temporary.resolve("out");
    run(folder, "--out", folder.toString());
    RunDocument first = runOf(folder);

    assertEquals(Set.of("contacts.csv", "outcomes.csv", "scores.csv"), first.tables().keySet());
    for (Map.Entry<String, String> table : first.tables().entrySet()) {
      assertEquals(
          table.getValue(), Checksum.of(Files.readAllBytes(folder.resolve(table.getKey()))));
    }
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("Run " + first.id() + "."), page.substring(page.length() - 400));

    // A plan of moments gives no tables: those of the run before are gone, not taken for its own.
    Path moments = Path.of("plans", "simulated-moments.json");
    run(folder, "--plan", moments.toString(), "--out", folder.toString());
    assertEquals(List.of("answers.csv", "report.html", "result.json"), names(folder));
    assertFalse(runOf(folder).id().equals(first.id()));

    // But a table that somebody has worked on stays.
    run(folder, "--out", folder.toString());
    assertEquals(first, runOf(folder));
    Files.writeString(folder.resolve("scores.csv"), "my own work");
    run(folder, "--plan", moments.toString(), "--out", folder.toString());
    assertEquals("my own work", Files.readString(folder.resolve("scores.csv")));
  }

  private static RunDocument runOf(Path folder) throws IOException {
    return Json.read(Files.readString(folder.resolve("result.json")), StudyDocument.class)
        .run()
        .orElseThrow();
  }

  private static void run(Path folder, String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        Study.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    assertEquals("", err.toString());
    assertEquals(0, code, folder::toString);
  }

  @Test
  void theRemedyFitsTheFault() {
    Path folder = temporary.resolve("out");
    assertTrue(
        remedy(new FileSystemException("x", null, "No space left on device")).contains("full"));
    assertTrue(FolderFault.remedy(folder, Long.MAX_VALUE, new IOException()).contains("full"));
    assertTrue(remedy(new FileSystemException("x", null, "Disk quota exceeded")).contains("share"));
    assertTrue(
        remedy(new FileSystemException("x", null, "Read-only file system"))
            .contains("only be read"));
    assertTrue(remedy(new AccessDeniedException("x")).contains("permissions"));
    assertTrue(remedy(new FileSystemLoopException("x")).contains("circle"));
    assertTrue(
        remedy(new FileSystemException("x", null, "File name too long")).contains("shorter"));
    assertTrue(remedy(new NoSuchFileException("x")).contains("link"));
    assertTrue(remedy(new IOException()).contains("name a folder that can"));
  }

  private String remedy(IOException fault) {
    return FolderFault.remedy(temporary.resolve("out"), 1, fault);
  }

  @Test
  void aFileOnTheWayIsNamed() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "", StandardCharsets.UTF_8);

    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> OutputFolder.write(file.resolve("deeper/out"), FolderWriter.files("new")));

    assertEquals(
        "--out cannot be used:\n" + file + ": a file; name a folder", refusal.getMessage());
  }
}
