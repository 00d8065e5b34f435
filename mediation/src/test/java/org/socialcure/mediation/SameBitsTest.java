package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The same bits with and without what the processor does for {@code Math}, interpreted and
 * compiled, and on the other versions of Java that this machine has.
 */
@Tag("ci")
class SameBitsTest {
  /** An interpreter takes ten times as long, so that it gets every fifth fit. */
  private static final int INTERPRETED = 5;

  private record Machine(List<String> java, int every) {
    @Override
    public String toString() {
      return String.join(" ", java);
    }
  }

  private static List<Machine> otherMachines() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Machine> machines =
        new ArrayList<>(
            List.of(
                new Machine(List.of(java, "-Xint"), INTERPRETED),
                new Machine(
                    List.of(
                        java,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:DisableIntrinsic=_dsin,_dcos,_dtan,_dexp,_dlog,_dlog10,_dpow,_fmaD"),
                    1),
                new Machine(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:UseAVX=0"), 1)));
    Path homes = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
    try (Stream<Path> others = Files.list(Objects.requireNonNull(homes))) {
      TreeSet<Path> real = new TreeSet<>();
      for (Path home : others.filter(h -> Files.exists(h.resolve("bin/javac"))).toList()) {
        real.add(home.toRealPath());
      }
      real.remove(Path.of(System.getProperty("java.home")).toRealPath());
      real.forEach(
          home -> machines.add(new Machine(List.of(home.resolve("bin/java").toString()), 1)));
    }
    return machines;
  }

  /** All at once, for each fills little more than one processor. */
  @TestFactory
  List<DynamicTest> theSameBits() throws Exception {
    Map<Machine, Process> running = new LinkedHashMap<>();
    for (Machine machine : otherMachines()) {
      List<String> command = new ArrayList<>(machine.java());
      command.addAll(
          List.of("-cp", classPath(), SameBitsSuite.class.getName(), "" + machine.every()));
      running.put(machine, new ProcessBuilder(command).redirectErrorStream(true).start());
    }
    Map<String, String> all = SameBitsSuite.hashes(1);
    assertTrue(all.size() >= 40, () -> "Only " + all.size());
    return running.entrySet().stream()
        .map(e -> dynamicTest(e.getKey().toString(), () -> assertSameBits(all, e)))
        .toList();
  }

  private static void assertSameBits(Map<String, String> all, Map.Entry<Machine, Process> other)
      throws Exception {
    Process process = other.getValue();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);

    List<String> fits = List.copyOf(all.keySet());
    String expected =
        fits.stream()
            .filter(fit -> fits.indexOf(fit) % other.getKey().every() == 0)
            .map(fit -> all.get(fit) + " " + fit + "\n")
            .collect(Collectors.joining());
    assertEquals(expected, printed);
  }

  /** Where this run has its classes from, whether by path of modules or of classes. */
  private static String classPath() throws URISyntaxException {
    List<String> entries = new ArrayList<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null && !value.isEmpty()) {
        entries.addAll(List.of(value.split(File.pathSeparator)));
      }
    }
    entries.add(
        Path.of(SameBitsSuite.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    // Tests may be patched into the module of what they test.
    entries.add(Path.of("target", "test-classes").toAbsolutePath().toString());
    entries.add(Path.of("target", "classes").toAbsolutePath().toString());
    return String.join(File.pathSeparator, entries);
  }
}
