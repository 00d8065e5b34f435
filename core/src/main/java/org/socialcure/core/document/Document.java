package org.socialcure.core.document;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.file.WholeFile;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Something told to people: a title, sections, and every format that people read.
 *
 * <p>The same document gives the same characters on any machine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title the title
 * @param lead what stands before the first section
 * @param sections the sections, whose ids differ
 * @param colophon what the document was made with, for its last line; may be empty
 * @since 0.1
 */
@MapperForm
public record Document(String title, List<Block> lead, List<Section> sections, String colophon) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if two sections have one id
   */
  public Document {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(colophon, "colophon");
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
    Section.requireDistinct(sections);
  }

  /**
   * A document that begins with its first section.
   *
   * @param title the title
   * @param sections the sections
   * @return the document
   * @throws IllegalArgumentException if two sections have one id
   */
  public static Document of(String title, Section... sections) {
    return new Document(title, List.of(), List.of(sections), "");
  }

  /** Whether sections have sections, and the page a list of contents. */
  boolean isNested() {
    return sections.stream().anyMatch(s -> !s.sections().isEmpty());
  }

  /**
   * The document for a terminal, in lines of at most 100 characters.
   *
   * @return lines separated by {@code \n}
   */
  public String text() {
    return text(TextRenderer.WIDTH);
  }

  /**
   * The document for a terminal. Words are wrapped, numbers are not: a table that is too wide goes
   * on below, its first column repeated.
   *
   * @param width the longest line, at least 40; only a single number that is longer exceeds it
   * @return lines separated by {@code \n}
   * @throws IllegalArgumentException if the width is less than 40
   */
  public String text(int width) {
    return TextRenderer.write(this, width);
  }

  /**
   * A page that needs nothing else: neither scripts nor anything from elsewhere. It can be read
   * without seeing, in the dark and on paper.
   *
   * @return the page, which is well-formed XML but for its first line
   */
  public String html() {
    return HtmlRenderer.write(this);
  }

  /**
   * Markdown with pipe tables.
   *
   * @return the document
   */
  public String markdown() {
    return MarkdownRenderer.write(this);
  }

  /**
   * LaTeX, to be input by a document that loads {@code booktabs} and reads UTF-8.
   *
   * @return the fragment
   */
  public String latex() {
    return LatexRenderer.write(this);
  }

  /**
   * Writes the document to a UTF-8 file, whole or not at all, in the format that the end of its
   * name says: {@code .txt}, {@code .html}, {@code .md} or {@code .tex}.
   *
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if the name ends otherwise or the file cannot be written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public void write(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    Format format =
        Arrays.stream(Format.values())
            .filter(f -> name.endsWith(f.ending))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        file.toString(),
                        "must end in "
                            + Arrays.stream(Format.values())
                                .map(f -> f.ending)
                                .collect(Collectors.joining(", "))));
    WholeFile.write(file, out -> out.write(in(format)));
  }

  private String in(Format format) {
    return switch (format) {
      case TEXT -> text();
      case HTML -> html();
      case MARKDOWN -> markdown();
      case LATEX -> latex();
    };
  }

  /** The formats by the ends of file names. */
  private enum Format {
    TEXT(".txt"),
    HTML(".html"),
    MARKDOWN(".md"),
    LATEX(".tex");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  /**
   * The document as text.
   *
   * @return {@link #text()}
   */
  @Override
  public String toString() {
    return text();
  }
}
