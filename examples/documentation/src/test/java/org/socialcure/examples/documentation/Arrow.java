package org.socialcure.examples.documentation;

import java.util.List;

/**
 * An arrow that must not be there: no class in some packages names a class in some others.
 *
 * <p>Two dots at the end of a package's name add all the packages beneath it. A package may always
 * name itself.
 *
 * @param from who
 * @param never must not name what
 * @param unless though these of it are permitted
 */
record Arrow(String from, List<String> never, List<String> unless) {
  static Arrow never(String from, String... never) {
    return new Arrow(from, List.of(never), List.of());
  }

  /** The same arrow with exceptions. */
  Arrow unless(String... permitted) {
    return new Arrow(from, never, List.of(permitted));
  }

  boolean forbids(String user, String used) {
    return !user.equals(used)
        && holds(from, user)
        && never.stream().anyMatch(name -> holds(name, used))
        && unless.stream().noneMatch(name -> holds(name, used));
  }

  private static boolean holds(String name, String candidate) {
    if (!name.endsWith("..")) {
      return candidate.equals(name);
    }
    String stem = name.substring(0, name.length() - 2);
    return candidate.equals(stem) || candidate.startsWith(stem + ".");
  }
}
