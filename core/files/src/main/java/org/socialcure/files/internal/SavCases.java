package org.socialcure.files.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The cases of an SPSS file, one after another, whatever they are compressed with. */
abstract class SavCases {
  private final long cases;
  private long read;

  SavCases(long cases) {
    this.cases = cases;
  }

  static SavCases of(Bytes in, SavDictionary dictionary, Memory memory) {
    return switch (dictionary.compression()) {
      case 0 -> new Plain(in, dictionary);
      case 1 -> new Packed(in::u8OrEnd, in, dictionary);
      default -> new Packed(new SavBlocks(in, memory), in, dictionary);
    };
  }

  /** Bytes one by one; negative at the end. */
  @FunctionalInterface
  interface Feed {
    int next();
  }

  /**
   * Reads the next case.
   *
   * @param row where to
   * @return whether there was one
   */
  final boolean next(byte[] row) {
    if (cases >= 0 && read >= cases) {
      return false;
    }
    if (!fill(row)) {
      if (cases >= 0) {
        throw Damage.at("row " + (read + 1), "the file ends before it is complete");
      }
      return false;
    }
    read++;
    return true;
  }

  /** Reads a case; false where the file ends before it. */
  abstract boolean fill(byte[] row);

  private static final class Plain extends SavCases {
    private final Bytes in;

    Plain(Bytes in, SavDictionary dictionary) {
      super(dictionary.cases());
      this.in = in;
    }

    @Override
    boolean fill(byte[] row) {
      if (in.remaining() == 0) {
        return false;
      }
      byte[] next = in.take(row.length);
      System.arraycopy(next, 0, row, 0, next.length);
      return true;
    }
  }

  /**
   * A byte says of each eight bytes what they are: a small whole number, blanks, a missing value,
   * or something that follows in full after the block of eight such bytes.
   */
  private static final class Packed extends SavCases {
    private static final int END = 252;
    private static final int IN_FULL = 253;
    private static final int BLANKS = 254;
    private static final int SYSTEM_MISSING = 255;
    private static final int ELEMENT = 8;

    private final Feed feed;
    private final byte[] missing = new byte[ELEMENT];
    private final ByteBuffer number = ByteBuffer.allocate(ELEMENT);
    private final double bias;
    private final int[] codes = new int[ELEMENT];
    private int at = ELEMENT;
    private boolean ended;

    Packed(Feed feed, Bytes in, SavDictionary dictionary) {
      super(dictionary.cases());
      this.feed = feed;
      this.bias = dictionary.bias();
      number.order(in.order());
      number.putDouble(0, dictionary.systemMissing());
      number.get(0, missing);
    }

    @Override
    boolean fill(byte[] row) {
      for (int element = 0; element < row.length; element += ELEMENT) {
        int code = ended ? END : nextCode();
        if (code == END) {
          ended = true;
          if (element == 0) {
            return false;
          }
          throw Damage.at("a row", "the file ends in the middle of it");
        }
        switch (code) {
          case IN_FULL -> {
            for (int i = 0; i < ELEMENT; i++) {
              int next = feed.next();
              if (next < 0) {
                throw Damage.at("a row", "the file ends in the middle of it");
              }
              row[element + i] = (byte) next;
            }
          }
          case BLANKS -> Arrays.fill(row, element, element + ELEMENT, (byte) ' ');
          case SYSTEM_MISSING -> System.arraycopy(missing, 0, row, element, ELEMENT);
          default -> {
            number.putDouble(0, code - bias);
            number.get(0, row, element, ELEMENT);
          }
        }
      }
      return true;
    }

    /** The next code that is not there to fill a block only. */
    private int nextCode() {
      while (true) {
        if (at == ELEMENT) {
          for (int i = 0; i < ELEMENT; i++) {
            int next = feed.next();
            codes[i] = next < 0 ? END : next;
          }
          at = 0;
        }
        int code = codes[at++];
        if (code != 0) {
          return code;
        }
      }
    }
  }
}
