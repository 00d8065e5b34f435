package org.socialcure.examples.fuzz;

import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.json.Json;

/** Definitions of instruments. */
public final class InstrumentTarget {
  private InstrumentTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Readers.readTwice(Readers.text(input), text -> Json.read(text, Instrument.class), Json::write);
  }
}
