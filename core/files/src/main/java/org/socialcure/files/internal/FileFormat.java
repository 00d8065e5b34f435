package org.socialcure.files.internal;

import java.nio.charset.StandardCharsets;

/** The formats that files are told by, whatever their names end in. */
public enum FileFormat {
  /** A zip file, as spreadsheets are. */
  XLSX("PK\u0003\u0004"),
  /** An SPSS system file. */
  SAV("$FL2"),
  /** An SPSS system file in zlib blocks. */
  ZSAV("$FL3"),
  /** A Stata file of version 13 or later. */
  DTA("<stata_dta>"),
  /** A Stata file of an older version. */
  OLD_DTA(""),
  /** A file of an old office program, or an encrypted one of a new one. */
  OLD_OFFICE("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
  /** An SPSS portable file. */
  POR("ASCII SPSS PORT FILE"),
  /** Anything else. */
  OTHER("");

  /** How many bytes at the beginning tell the format. */
  public static final int BYTES = 64;

  private static final int OLDEST_DTA = 102;
  private static final int LAST_OLD_DTA = 115;

  /** The first bytes, a character each. */
  private final String mark;

  FileFormat(String mark) {
    this.mark = mark;
  }

  /**
   * The format of a file.
   *
   * @param first its first bytes
   * @return the format
   */
  public static FileFormat of(byte[] first) {
    String beginning = new String(first, StandardCharsets.ISO_8859_1);
    for (FileFormat format : values()) {
      if (!format.mark.isEmpty() && beginning.startsWith(format.mark)) {
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
