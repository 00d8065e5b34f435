package org.socialcure.examples.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the library, as the build wrote it down. */
final class StudyVersion implements IVersionProvider {
  /** The library's name in files. */
  static final String LIBRARY = "social-cure";

  static String version() {
    Properties properties = new Properties();
    try (InputStream in = StudyVersion.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {LIBRARY + " " + version()};
  }
}
