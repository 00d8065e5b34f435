package org.socialcure.core.internal.codec;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Plain;
import org.socialcure.core.internal.json.Scalars;

/**
 * Reads the definition of an instrument; the form is laid down in {@code instrument.schema.json}.
 */
public final class InstrumentReader {
  private InstrumentReader() {}

  /**
   * Reads a definition.
   *
   * @param node the JSON value; not null
   * @param problems where to report; not null
   * @return the instrument, or null if it could not be made
   */
  public static @Nullable Instrument read(Node node, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object", problems);
      return null;
    }
    return object.make(problems, () -> Instrument.fromMap(Plain.map(object)));
  }
}
