package org.socialcure.examples.fuzz;

import java.io.StringReader;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;

/** Tables in CSV. */
public final class CsvTarget {
  private CsvTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Readers.read(
        Readers.text(input),
        text -> Dataset.readCsv(new StringReader(text), CsvOptions.defaults()));
  }
}
