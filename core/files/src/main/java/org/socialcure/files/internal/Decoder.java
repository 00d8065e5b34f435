package org.socialcure.files.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.socialcure.core.Problems;

/** Texts in the encoding of a file; what is not in that encoding is counted by place. */
final class Decoder {
  private final Charset charset;
  private final Map<String, Integer> undecodable = new LinkedHashMap<>();

  Decoder(Charset charset) {
    this.charset = charset;
  }

  /** A text without the blanks and zero bytes that fill its field at the end. */
  String text(byte[] bytes, int from, int length, String place) {
    int end = from + length;
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    return decode(bytes, from, end - from, place);
  }

  /** A text that ends before the first zero byte. */
  String textToZero(byte[] bytes, String place) {
    return textToZero(bytes, 0, place);
  }

  /** A text from some byte on that ends before the next zero byte. */
  String textToZero(byte[] bytes, int from, String place) {
    int end = from;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return decode(bytes, from, end - from, place);
  }

  private String decode(byte[] bytes, int from, int length, String place) {
    boolean ascii = true;
    for (int i = from; i < from + length && ascii; i++) {
      ascii = bytes[i] > 0;
    }
    if (ascii) {
      return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      undecodable.merge(place, 1, Integer::sum);
      return "";
    }
  }

  void addTo(Problems problems) {
    undecodable.forEach(
        (place, count) ->
            problems.add(
                place,
                count
                    + (count == 1 ? " text is" : " texts are")
                    + " not in the file's encoding, "
                    + charset.name()
                    + "; name the right encoding, such as windows-1252"));
  }
}
