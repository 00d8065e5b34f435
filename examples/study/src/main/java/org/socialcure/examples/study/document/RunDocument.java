package org.socialcure.examples.study.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * By what the files of one run are known to belong together.
 *
 * <p>The page carries the same id; the tables, which are for other programs to read, carry nothing
 * of it, and are known by their checksums. Immutable and thread-safe.
 *
 * @param id sixteen hexadecimal digits made of all that was found: two runs of the same version on
 *     the same plan and answers have the same
 * @param tables the SHA-256 checksum of each table by its file name, as {@code sha256sum} prints it
 */
@MapperForm
public record RunDocument(String id, Map<String, String> tables) {
  /** Copies the map. */
  public RunDocument {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }
}
