package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bits with and without what the processor does for {@code Math}, interpreted and
 * compiled, and on the other versions of Java that this machine has.
 */
@Tag("ci")
class SameBitsTest {
  private static final Map<String, String> HERE = SameBitsSuite.hashes();

  static Stream<List<String>> otherMachines() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<List<String>> commands =
        new ArrayList<>(
            List.of(
                List.of(java, "-Xint"),
                List.of(
                    java,
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:DisableIntrinsic=_dsin,_dcos,_dtan,_dexp,_dlog,_dlog10,_dpow,_fmaD"),
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:UseAVX=0")));
    Path homes = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
    try (Stream<Path> others = Files.list(Objects.requireNonNull(homes))) {
      TreeSet<Path> real = new TreeSet<>();
      for (Path home : others.filter(h -> Files.exists(h.resolve("bin/javac"))).toList()) {
        real.add(home.toRealPath());
      }
      real.remove(Path.of(System.getProperty("java.home")).toRealPath());
      real.forEach(home -> commands.add(List.of(home.resolve("bin/java").toString())));
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("otherMachines")
  void theSameBits(List<String> java) throws Exception {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-cp", classPath(), SameBitsSuite.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);

    String expected =
        HERE.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey() + "\n")
            .collect(Collectors.joining());
    assertTrue(HERE.size() >= 40, () -> "Only " + HERE.size());
    assertEquals(expected, printed, String.join(" ", java));
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
