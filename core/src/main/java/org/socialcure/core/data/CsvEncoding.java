package org.socialcure.core.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.file.ForeignFormat;

/**
 * How the bytes of a file are characters.
 *
 * @param charset the encoding
 * @param mark how many bytes the byte-order mark takes
 * @param found what is to be said of it, where nobody said it to the reader
 * @param decodes whether all bytes are of the encoding
 */
record CsvEncoding(Charset charset, int mark, Optional<String> found, Supplier<Boolean> decodes) {
  /** Characters already. */
  static final CsvEncoding TEXT =
      new CsvEncoding(StandardCharsets.UTF_8, 0, Optional.empty(), () -> true);

  static CsvEncoding of(String file, byte[] bytes, Optional<Charset> said) {
    if (begins(bytes, 0xFF, 0xFE, 0, 0)) {
      throw new InvalidInputException(
          file + ", line 1", "UTF-32 text; save the file as \"CSV UTF-8\"");
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return of(StandardCharsets.UTF_16LE, 2, Optional.of("UTF-16"), bytes);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return of(StandardCharsets.UTF_16BE, 2, Optional.of("UTF-16"), bytes);
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      throw new InvalidInputException(
          file + ", line 1", "a spreadsheet or zip file; save the sheet as \"CSV UTF-8\"");
    }
    Optional<String> foreign = ForeignFormat.of(bytes);
    if (foreign.isPresent()) {
      throw new InvalidInputException("the file", foreign.get());
    }
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return of(StandardCharsets.UTF_8, 3, Optional.empty(), bytes);
    }
    if (said.isPresent()) {
      refuseUtf8(file, bytes, said.get());
      return of(said.get(), 0, Optional.empty(), bytes);
    }
    // Without a mark, the zero half of an ASCII character gives it away.
    if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
      throw new InvalidInputException(
          file + ", line 1",
          "UTF-16 text; save the file as \"CSV UTF-8\", or say its \"encoding\", UTF-16LE or"
              + " UTF-16BE");
    }
    return of(StandardCharsets.UTF_8, 0, Optional.empty(), bytes);
  }

  private static CsvEncoding of(Charset charset, int mark, Optional<String> found, byte[] bytes) {
    return new CsvEncoding(charset, mark, found, () -> decodes(bytes, mark, charset));
  }

  String name() {
    return charset.name();
  }

  /** Text in an encoding of one byte a character is hardly ever UTF-8 by chance. */
  private static void refuseUtf8(String file, byte[] bytes, Charset said) {
    boolean single = said.canEncode() && said.newEncoder().maxBytesPerChar() == 1;
    if (single && !isAscii(bytes) && decodes(bytes, 0, StandardCharsets.UTF_8)) {
      throw new InvalidInputException(
          file + ", line 1", "UTF-8 text, not " + said.name() + "; leave the encoding out");
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean decodes(byte[] bytes, int from, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
