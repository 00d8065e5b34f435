package org.socialcure.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of people to three questionnaires at two waves, some people and some answers lost.
 *
 * @param name {@code waves} for the made-up people, {@code lockdown} for the published file
 * @param csv the file as text
 */
public record Waves(String name, String csv) {

  /**
   * The files of this layout.
   *
   * @return the made-up one and, where the folder {@code shared} stands beside the repository, the
   *     published one
   */
  public static List<Waves> all() {
    List<Waves> all = new ArrayList<>();
    try (InputStream in = Waves.class.getResourceAsStream("reference/data/waves.csv")) {
      if (in == null) {
        throw new AssertionError("no reference file waves.csv");
      }
      all.add(new Waves("waves", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      if (Shared.folder().isPresent()) {
        Path published = Shared.file("data/lockdown-loneliness.csv");
        all.add(new Waves("lockdown", Files.readString(published)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  /**
   * The file.
   *
   * @return the text to read
   */
  public Reader open() {
    return new StringReader(csv);
  }

  @Override
  public String toString() {
    return name;
  }
}
