package org.socialcure.files.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Encodings by the numbers that Windows gives them. */
final class CodePages {
  private static final int UTF_8 = 65001;
  private static final int BEFORE_ISO_8859 = 28590;
  private static final int LAST_ISO_8859 = 28605;

  private CodePages() {}

  /** The encoding of a number; windows-1252, that of most files, where there is none. */
  static Charset charset(int page) {
    if (page == UTF_8) {
      return StandardCharsets.UTF_8;
    }
    Stream<String> names =
        page > BEFORE_ISO_8859 && page <= LAST_ISO_8859
            ? Stream.of("ISO-8859-" + (page - BEFORE_ISO_8859))
            : Stream.of("windows-" + page, "x-windows-" + page, "IBM" + page);
    return names
        .filter(name -> page > 0 && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElseGet(() -> Charset.forName("windows-1252"));
  }
}
