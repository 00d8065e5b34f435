package org.socialcure.examples.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;

/** Where a plan comes from: its text, and the files that it names relative to itself. */
interface PlanSource {
  /** What the plan is called in messages. */
  String name();

  /** The text of the plan. */
  String text();

  /** A file beside the plan. */
  Path beside(String file);

  /** A plan in a file. */
  static PlanSource file(Path path) {
    return new PlanSource() {
      @Override
      public String name() {
        return TextFile.name(path);
      }

      @Override
      public String text() {
        return TextFile.read(path);
      }

      @Override
      public Path beside(String file) {
        return path.resolveSibling(file);
      }
    };
  }

  /** The plan of the simulated cohort. */
  static PlanSource simulated() {
    return new PlanSource() {
      private static final String RESOURCE = "simulated-cohort.json";

      @Override
      public String name() {
        return RESOURCE;
      }

      @Override
      public String text() {
        try (InputStream in = PlanSource.class.getResourceAsStream(RESOURCE)) {
          return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Path beside(String file) {
        throw new InvalidInputException(file, "is not part of the program");
      }
    };
  }
}
