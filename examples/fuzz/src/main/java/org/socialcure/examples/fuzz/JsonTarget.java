package org.socialcure.examples.fuzz;

import org.socialcure.core.json.Json;

/** JSON of no fixed form. */
public final class JsonTarget {
  private JsonTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    // Within a list, because null alone is no value.
    Readers.read("[" + Readers.text(input) + "]", Json::tree);
  }
}
