package org.socialcure.mediation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** This library's name and version, as results carry them. */
public final class Library {
  /** The name. */
  public static final String NAME = "social-cure";

  private Library() {}

  /**
   * The version.
   *
   * @return the version of the library that is running
   */
  public static String version() {
    try (InputStream in =
        Objects.requireNonNull(Library.class.getResourceAsStream("library.properties"))) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
