package org.socialcure.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package of some folders of compiled classes names which, and by which of its classes. */
final class Layout {
  /** By user and used: the pairs of classes that make the arrow. */
  private final SortedMap<String, SortedMap<String, SortedSet<String>>> arrows = new TreeMap<>();

  private Layout() {}

  static Layout of(List<Path> folders) {
    Layout layout = new Layout();
    folders.forEach(layout::read);
    return layout;
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Layout::isClass)::iterator) {
        String name = folder.relativize(file).toString().replace(".class", "");
        add(name.replaceAll("[/\\\\]", "."), ClassFile.types(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  private void add(String user, SortedSet<String> used) {
    SortedMap<String, SortedSet<String>> from =
        arrows.computeIfAbsent(packageOf(user), name -> new TreeMap<>());
    for (String type : used) {
      from.computeIfAbsent(packageOf(type), name -> new TreeSet<>())
          .add(simple(user) + " names " + simple(type));
    }
  }

  /** The packages that were read. */
  SortedSet<String> packages() {
    return new TreeSet<>(arrows.keySet());
  }

  /** What an arrow forbids and is there all the same, a line for each package that is named. */
  List<String> breaches(Arrow arrow) {
    List<String> breaches = new ArrayList<>();
    arrows.forEach(
        (user, all) ->
            all.forEach(
                (used, classes) -> {
                  if (arrow.forbids(user, used)) {
                    breaches.add(line(user, used));
                  }
                }));
    return breaches;
  }

  /** The shortest way round for every package that leads back to itself, each way round once. */
  List<String> cycles() {
    SortedMap<SortedSet<String>, String> cycles =
        new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
    for (String start : arrows.keySet()) {
      List<String> round = wayBack(start);
      if (!round.isEmpty()) {
        cycles.putIfAbsent(new TreeSet<>(round), lines(round));
      }
    }
    return List.copyOf(cycles.values());
  }

  /** From a package over others to itself, it first and last; none where nothing leads back. */
  private List<String> wayBack(String start) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String user = next.removeFirst();
      for (String used : arrows.get(user).keySet()) {
        if (used.equals(start) && !user.equals(start)) {
          return path(start, user, cameFrom);
        }
        if (arrows.containsKey(used) && !used.equals(start) && !cameFrom.containsKey(used)) {
          cameFrom.put(used, user);
          next.addLast(used);
        }
      }
    }
    return List.of();
  }

  private static List<String> path(String start, String last, Map<String, String> cameFrom) {
    Deque<String> path = new ArrayDeque<>(List.of(start));
    for (String step = last; !step.equals(start); step = cameFrom.get(step)) {
      path.addFirst(step);
    }
    path.addFirst(start);
    return List.copyOf(path);
  }

  private String lines(List<String> round) {
    return Stream.iterate(1, i -> i < round.size(), i -> i + 1)
        .map(i -> line(round.get(i - 1), round.get(i)))
        .collect(Collectors.joining("\n  ", "round:\n  ", ""));
  }

  private String line(String user, String used) {
    SortedSet<String> classes = arrows.get(user).get(used);
    String others = classes.size() == 1 ? "" : " and " + (classes.size() - 1) + " more";
    return user + " -> " + used + " (" + classes.first() + others + ")";
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
