package org.socialcure.testsupport;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Which packages of a module need which, read from its compiled classes by {@code jdeps}. */
public final class PackageArrows {
  private static final String ROOT = "org.socialcure.";
  private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+).*");

  private final Map<String, Set<String>> arrows;

  private PackageArrows(Map<String, Set<String>> arrows) {
    this.arrows = arrows;
  }

  /**
   * Reads the arrows of a module.
   *
   * @param classes the folder of its compiled classes
   * @return the arrows
   */
  public static PackageArrows of(Path classes) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (String line : jdeps(classes).lines().toList()) {
      Matcher arrow = LINE.matcher(line);
      if (arrow.matches()
          && arrow.group(1).startsWith(ROOT)
          && arrow.group(2).startsWith(ROOT)
          && !arrow.group(1).equals(arrow.group(2))) {
        arrows.computeIfAbsent(arrow.group(1), added -> new TreeSet<>()).add(arrow.group(2));
      }
    }
    return new PackageArrows(arrows);
  }

  private static String jdeps(Path classes) {
    StringWriter out = new StringWriter();
    try {
      Path copy = Files.createTempDirectory("classes");
      copyWithoutDescriptor(classes, copy);
      ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
      int exit =
          jdeps.run(
              new PrintWriter(out),
              new PrintWriter(out),
              "-verbose:package",
              "-filter:none",
              copy.toString());
      if (exit != 0) {
        throw new IllegalStateException(out.toString());
      }
      delete(copy);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return out.toString();
  }

  /** With a descriptor, jdeps wants all modules that it names. */
  private static void copyWithoutDescriptor(Path classes, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        if (!file.endsWith("module-info.class")) {
          Path to = copy.resolve(classes.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * The other packages that a package needs.
   *
   * @param name its name
   * @return the names of packages of this library
   */
  public Set<String> from(String name) {
    return arrows.getOrDefault(name, Set.of());
  }

  /**
   * The packages that need themselves by way of others.
   *
   * @return for each of them, the way that leads back
   */
  public List<List<String>> cycles() {
    List<List<String>> cycles = new ArrayList<>();
    for (String start : arrows.keySet()) {
      Map<String, String> cameFrom = new HashMap<>();
      List<String> open = new ArrayList<>(List.of(start));
      Set<String> seen = new HashSet<>();
      while (!open.isEmpty()) {
        String here = open.remove(0);
        for (String next : from(here)) {
          if (seen.add(next)) {
            cameFrom.put(next, here);
            open.add(next);
          }
        }
      }
      if (seen.contains(start)) {
        List<String> way = new ArrayList<>(List.of(start));
        String at = cameFrom.get(start);
        while (at != null && !at.equals(start)) {
          way.add(0, at);
          at = cameFrom.get(at);
        }
        way.add(0, start);
        cycles.add(way);
      }
    }
    return cycles;
  }
}
