package org.socialcure.files.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;

/**
 * The parts of a zip file, by name. What unpacks to more than a spreadsheet can sensibly hold, or
 * to other bytes than were packed, is refused while it is read.
 */
final class ZipParts implements AutoCloseable {
  /** All parts together. */
  private static final long LARGEST = 1L << 30;

  /** From here on a part that unpacks to so many times its size is no spreadsheet. */
  private static final long HARMLESS = 1L << 24;

  private static final int MOST_TIMES = 400;

  /** Between two brackets of XML; a text of a cell has at most 32,767 letters. */
  private static final int LONGEST_RUN = 1 << 21;

  private final ZipFile zip;
  private final long packed;
  private long unpacked;

  ZipParts(Path file, long packed) {
    this.packed = packed;
    try {
      this.zip = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      throw Damage.at("the file", "cannot be unpacked");
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The bytes of a part; reading past what is permitted is a refusal. */
  InputStream open(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw Damage.at(name, "is missing in the file");
    }
    try {
      InputStream stream = zip.getInputStream(entry);
      if (stream == null) {
        throw Damage.at(name, "is missing in the file");
      }
      return new Guarded(stream, entry);
    } catch (IOException | IllegalArgumentException e) {
      throw Damage.at(name, "cannot be unpacked");
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts and checks what comes out of a part. */
  private final class Guarded extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private int run;
    private boolean checked;

    Guarded(@Nullable InputStream in, ZipEntry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count;
      try {
        count = super.read(into, from, length);
      } catch (IOException e) {
        throw Damage.at(entry.getName(), "cannot be unpacked");
      }
      if (count < 0) {
        checkSum();
        return count;
      }
      unpacked += count;
      if (unpacked > LARGEST || (unpacked > HARMLESS && unpacked / MOST_TIMES > packed)) {
        throw new InvalidInputException(
            entry.getName(),
            "unpacks to more than 1 GB, or to more than "
                + MOST_TIMES
                + " times the size of the file, as no answers do; save the sheet as CSV");
      }
      for (int i = from; i < from + count; i++) {
        run = into[i] == '>' ? 0 : run + 1;
        if (run > LONGEST_RUN) {
          throw Damage.at(entry.getName(), "holds a text longer than any cell can be");
        }
      }
      sum.update(into, from, count);
      return count;
    }

    private void checkSum() {
      if (!checked && entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
        throw Damage.at(entry.getName(), "does not have the sum that was noted when it was packed");
      }
      checked = true;
    }

    @Override
    public int available() {
      return 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
