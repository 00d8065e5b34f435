package org.socialcure.files.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.socialcure.core.InvalidInputException;

/** Bytes read one part after another; reading past their end is a refusal that says where. */
final class Bytes {
  private final byte[] all;
  private final ByteBuffer buffer;

  Bytes(byte[] all) {
    this(all, 0, all.length);
  }

  private Bytes(byte[] all, int from, int length) {
    this.all = all;
    this.buffer = ByteBuffer.wrap(all, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  void order(ByteOrder order) {
    buffer.order(order);
  }

  ByteOrder order() {
    return buffer.order();
  }

  int position() {
    return buffer.position();
  }

  int remaining() {
    return buffer.remaining();
  }

  /** Goes to a place that the file itself names. */
  void position(long place) {
    if (place < 0 || place > buffer.limit()) {
      throw Damage.at(where(), "names a place in the file that is not there");
    }
    buffer.position((int) place);
  }

  int u8() {
    need(Byte.BYTES);
    return buffer.get() & 0xFF;
  }

  /** The next byte; negative at the end. */
  int u8OrEnd() {
    return buffer.hasRemaining() ? buffer.get() & 0xFF : -1;
  }

  int u16() {
    need(Short.BYTES);
    return buffer.getShort() & 0xFFFF;
  }

  short i16() {
    need(Short.BYTES);
    return buffer.getShort();
  }

  int i32() {
    need(Integer.BYTES);
    return buffer.getInt();
  }

  long i64() {
    need(Long.BYTES);
    return buffer.getLong();
  }

  double f64() {
    need(Double.BYTES);
    return buffer.getDouble();
  }

  /** A length or a number of parts: a whole number of four bytes that must not be negative. */
  int count(String what) {
    int place = position();
    int count = i32();
    if (count < 0) {
      throw Damage.at("byte " + place, "a negative number of " + what);
    }
    return count;
  }

  byte[] take(long count) {
    need(count);
    byte[] part = Arrays.copyOfRange(all, position(), position() + (int) count);
    buffer.position(position() + (int) count);
    return part;
  }

  void skip(long count) {
    need(count);
    buffer.position(position() + (int) count);
  }

  /** The next bytes, to be read beside these and in the same order. */
  Bytes part(long count) {
    need(count);
    Bytes part = new Bytes(all, position(), (int) count);
    part.order(order());
    skip(count);
    return part;
  }

  String where() {
    return "byte " + position();
  }

  private void need(long count) {
    if (count < 0 || count > buffer.remaining()) {
      throw ends();
    }
  }

  InvalidInputException ends() {
    return Damage.at(where(), "the file ends before it is complete");
  }
}
