package org.socialcure.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a part of a spreadsheet, which is UTF-8 or UTF-16. The parser is not given the
 * bytes, for it prints what it cannot decode.
 */
final class XmlText extends Reader {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String part;
  private final Reader text;

  XmlText(String part, InputStream bytes) {
    this.part = part;
    PushbackInputStream in = new PushbackInputStream(bytes, UTF_8_MARK.length);
    try {
      byte[] first = in.readNBytes(UTF_8_MARK.length);
      boolean utf16 =
          first.length > 1
              && ((first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)
                  || (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE));
      Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
      if (!Arrays.equals(first, UTF_8_MARK)) {
        in.unread(first);
      }
      // A decoder made so reports what it cannot decode.
      this.text = new InputStreamReader(in, charset.newDecoder());
    } catch (IOException e) {
      throw Damage.at(part, "cannot be unpacked");
    }
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    try {
      return text.read(into, from, length);
    } catch (CharacterCodingException e) {
      throw Damage.at(part, "is not UTF-8");
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
