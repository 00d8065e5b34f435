package org.socialcure.examples.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of Java in the documentation.
 *
 * @param file where it stands
 * @param line its first line in the file, from 1
 * @param source what it says
 */
record Snippet(Path file, int line, String source) {
  private static final Pattern JAVADOC_MARGIN = Pattern.compile("^\\s*\\* ?");

  /** The blocks of a Markdown file that are fenced as of a language. */
  static List<Snippet> inMarkdown(Path file, String language) {
    return between(file, Repository.lines(file), "```" + language, "```");
  }

  /** The {@code <pre>{@code} blocks of a Java file's comments. */
  static List<Snippet> inJavadoc(Path file) {
    List<String> lines =
        Repository.lines(file).stream()
            .map(line -> JAVADOC_MARGIN.matcher(line).replaceFirst(""))
            .toList();
    return between(file, lines, "<pre>{@code", "}</pre>");
  }

  private static List<Snippet> between(Path file, List<String> lines, String open, String close) {
    List<Snippet> snippets = new ArrayList<>();
    List<String> source = null;
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (source == null && line.equals(open)) {
        source = new ArrayList<>();
        start = i + 2;
      } else if (source != null && line.equals(close)) {
        snippets.add(new Snippet(file, start, String.join("\n", source)));
        source = null;
      } else if (source != null) {
        source.add(line);
      } else if (line.contains(open)) {
        throw new IllegalStateException(
            file + ":" + (i + 1) + ": put " + open + " on a line of its own, so that it is run");
      }
    }
    if (source != null) {
      throw new IllegalStateException(file + ":" + start + ": the snippet does not end");
    }
    return snippets;
  }

  @Override
  public String toString() {
    return Repository.root().relativize(file) + ":" + line;
  }
}
