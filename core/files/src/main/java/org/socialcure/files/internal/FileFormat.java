package org.socialcure.files.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The formats that files are told by, whatever their names end in. */
public enum FileFormat {
  /** A zip file, as spreadsheets are. */
  XLSX(new byte[] {'P', 'K', 3, 4}),
  /** An SPSS system file. */
  SAV("$FL2".getBytes(StandardCharsets.US_ASCII)),
  /** An SPSS system file in zlib blocks. */
  ZSAV("$FL3".getBytes(StandardCharsets.US_ASCII)),
  /** A Stata file of version 13 or later. */
  DTA("<stata_dta>".getBytes(StandardCharsets.US_ASCII)),
  /** A Stata file of an older version. */
  OLD_DTA(new byte[0]),
  /** A file of an old office program, or an encrypted one of a new one. */
  OLD_OFFICE(
      new byte[] {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
      }),
  /** An SPSS portable file. */
  POR("ASCII SPSS PORT FILE".getBytes(StandardCharsets.US_ASCII)),
  /** Anything else. */
  OTHER(new byte[0]);

  /** How many bytes at the beginning tell the format. */
  public static final int BYTES = 64;

  private static final int OLDEST_DTA = 102;
  private static final int LAST_OLD_DTA = 115;

  private final byte[] mark;

  FileFormat(byte[] mark) {
    this.mark = mark;
  }

  /**
   * The format of a file.
   *
   * @param first its first bytes
   * @return the format
   */
  public static FileFormat of(byte[] first) {
    for (FileFormat format : values()) {
      if (format.mark.length > 0
          && Arrays.equals(
              format.mark, Arrays.copyOf(first, Math.min(first.length, format.mark.length)))) {
        return format;
      }
    }
    // Version, byte order (1 or 2), file type 1, and a byte that nobody uses.
    boolean old =
        first.length > 4
            && first[0] >= OLDEST_DTA
            && first[0] <= LAST_OLD_DTA
            && (first[1] == 1 || first[1] == 2)
            && first[2] == 1
            && first[3] == 0;
    return old ? OLD_DTA : OTHER;
  }
}
