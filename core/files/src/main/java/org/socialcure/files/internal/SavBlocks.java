package org.socialcure.files.internal;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The zlib blocks of a {@code .zsav} file, as one row of bytes. */
final class SavBlocks implements SavCases.Feed {
  private static final int LARGEST_BLOCK = 1 << 22;

  /** All blocks together: what is larger only says so. */
  private static final long LARGEST = 1L << 30;

  private static final int DESCRIPTION = 24;

  private final Bytes in;
  private final Bytes descriptions;
  private final Memory memory;
  private int left;
  private long inflated;
  private byte[] block = new byte[0];
  private int at;

  SavBlocks(Bytes in, Memory memory) {
    this.in = in;
    this.memory = memory;
    in.skip(8);
    long trailer = in.i64();
    in.position(trailer);
    in.skip(20);
    this.left = in.count("blocks");
    this.descriptions = in.part((long) left * DESCRIPTION);
  }

  @Override
  public int next() {
    while (at == block.length) {
      if (left == 0) {
        return -1;
      }
      left--;
      inflate();
    }
    return block[at++] & 0xFF;
  }

  private void inflate() {
    descriptions.skip(8);
    in.position(descriptions.i64());
    int size = descriptions.count("bytes");
    int packed = descriptions.count("bytes");
    inflated += size;
    if (size > LARGEST_BLOCK || inflated > LARGEST) {
      throw Damage.at(in.where(), "more than SPSS packs into a file");
    }
    memory.take(size);
    memory.free(block.length);
    block = new byte[size];
    at = 0;
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in.take(packed));
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(block, done, size - done);
        if (more == 0) {
          throw Damage.at(in.where(), "a block is shorter than the file says");
        }
        done += more;
      }
    } catch (DataFormatException e) {
      throw Damage.at(in.where(), "a block cannot be unpacked");
    } finally {
      inflater.end();
    }
  }
}
