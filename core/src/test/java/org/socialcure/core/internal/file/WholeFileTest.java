package org.socialcure.core.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is whole or as it was, stays where links lead, and nothing is left beside it. */
class WholeFileTest {
  @TempDir private Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatAKilledProgramLeftIsRemovedAndNothingElse() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(
        folder.resolve(".data.csv.01234567-89ab-cdef-0123-456789abcdef.part"), "half");
    Files.writeString(folder.resolve(".data.csv.mine.part"), "mine");
    Files.writeString(
        folder.resolve(".other.csv.01234567-89ab-cdef-0123-456789abcdef.part"), "of another");

    WholeFile.write(file, out -> out.write("whole"));

    assertEquals(
        List.of(
            ".data.csv.mine.part",
            ".other.csv.01234567-89ab-cdef-0123-456789abcdef.part",
            "data.csv"),
        names(folder));
    assertEquals("whole", Files.readString(file));
  }

  @Test
  void aFailureLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("data.csv"), "before");

    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write("half");
                  throw new IllegalStateException();
                }));

    assertEquals("before", Files.readString(file));
    assertEquals(List.of("data.csv"), names(folder));
  }

  @Test
  void severalWritersOfOneFileDoNotDisturbEachOther() throws Exception {
    Path file = folder.resolve("data.csv");
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      String content = (t + "\n").repeat(20_000);
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 25; i++) {
                  WholeFile.write(file, out -> out.write(content));
                }
              });
      thread.setUncaughtExceptionHandler(
          (who, e) -> {
            synchronized (failures) {
              failures.add(e);
            }
          });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(List.of(), failures);
    assertEquals(1, Files.readAllLines(file).stream().distinct().count());
    assertEquals(List.of("data.csv"), names(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAndPermissionsStay() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path real = Files.writeString(there.resolve("real.csv"), "before");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("there/real.csv"));
    Path second = Files.createSymbolicLink(folder.resolve("second.csv"), link);

    WholeFile.write(second, out -> out.write("after"));

    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(second));
    assertEquals("after", Files.readString(real));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    assertEquals(List.of("real.csv"), names(there));
  }
}
