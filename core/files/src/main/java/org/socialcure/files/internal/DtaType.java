package org.socialcure.files.internal;

/** What a variable of a Stata file holds, and how many bytes a cell takes. */
enum DtaType {
  BYTE(1),
  INT(2),
  LONG(4),
  FLOAT(4),
  DOUBLE(8),
  /** Text of a fixed number of bytes, up to 2045. */
  TEXT(0),
  /** Text of any length, which stands elsewhere in the file. */
  LONG_TEXT(8);

  private static final int LONGEST_TEXT = 2045;

  /** Missing values are the 27 highest: the plain one, then a to z. */
  private static final int MISSING = 27;

  private static final long FLOAT_MISSING = 0x7F000000L;
  private static final int FLOAT_STEP = 11;
  private static final long DOUBLE_MISSING = 0x7FE0000000000000L;
  private static final int DOUBLE_STEP = 40;

  private final int bytes;

  DtaType(int bytes) {
    this.bytes = bytes;
  }

  static DtaType of(int code, String place) {
    return switch (code) {
      case 32768 -> LONG_TEXT;
      case 65526 -> DOUBLE;
      case 65527 -> FLOAT;
      case 65528 -> LONG;
      case 65529 -> INT;
      case 65530 -> BYTE;
      default -> {
        if (code < 1 || code > LONGEST_TEXT) {
          throw Damage.at(place, "there is no such type of variable in Stata");
        }
        yield TEXT;
      }
    };
  }

  /** How many bytes a cell takes; texts say so by the code of their type. */
  int bytes(int code) {
    return this == TEXT ? code : bytes;
  }

  boolean isText() {
    return this == TEXT || this == LONG_TEXT;
  }

  /** The number of a cell, and which missing value it is: 0 for the plain one, 1 for a, -1 none. */
  record Value(double number, int missing) {}

  Value read(Bytes in) {
    return switch (this) {
      case BYTE -> whole((byte) in.u8(), Byte.MAX_VALUE);
      case INT -> whole(in.i16(), Short.MAX_VALUE);
      case LONG -> whole(in.i32(), Integer.MAX_VALUE);
      case FLOAT -> {
        int bits = in.i32();
        yield bits >= FLOAT_MISSING
            ? missing((bits - FLOAT_MISSING) >> FLOAT_STEP)
            : new Value(Float.intBitsToFloat(bits), -1);
      }
      case DOUBLE -> {
        long bits = in.i64();
        yield bits >= DOUBLE_MISSING
            ? missing((bits - DOUBLE_MISSING) >> DOUBLE_STEP)
            : new Value(Double.longBitsToDouble(bits), -1);
      }
      default -> throw new IllegalStateException("texts are no numbers");
    };
  }

  /** Beyond the last missing value there are only infinite ones and those that are no number. */
  private static Value missing(long which) {
    return which < MISSING
        ? new Value(Double.NaN, (int) which)
        : new Value(Double.POSITIVE_INFINITY, -1);
  }

  /** Which missing value a code of a table of labels is. */
  static int missing(int code) {
    return whole(code, Integer.MAX_VALUE).missing;
  }

  private static Value whole(int value, int highest) {
    int missing = value - (highest - MISSING + 1);
    return new Value(value, Math.max(missing, -1));
  }

  /** How Stata writes a missing value: {@code .} or {@code .a} to {@code .z}. */
  static String missingCode(int missing) {
    return missing == 0 ? "." : "." + (char) ('a' + missing - 1);
  }
}
