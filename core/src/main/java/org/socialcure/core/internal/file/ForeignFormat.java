package org.socialcure.core.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Files that are often taken for tables of text and are none, told by their first bytes. */
public enum ForeignFormat {
  /** Packed by gzip, as R's own files are. */
  GZIP("\u001f\u008b", "packed (gzip); unpack it, and export what R saved with write.csv"),
  /** Packed by bzip2. */
  BZIP2("BZh91AY&SY", "packed (bzip2); unpack it"),
  /** Packed by xz. */
  XZ("\u00fd7zXZ\u0000", "packed (xz); unpack it"),
  /** R's own format, not packed. */
  R("RD", "a file of R; export the data with write.csv"),
  /** A SAS data set: its first bytes are zeros up to a mark. */
  SAS(
      "\u0000".repeat(12) + "\u00c2\u00ea\u0081`",
      "a data set of SAS; export it as CSV with PROC EXPORT, or as .sav or .dta"),
  /** A SAS transport file. */
  SAS_TRANSPORT("HEADER RECORD*", "a transport file of SAS; export the data as CSV"),
  /** A PDF document. */
  PDF("%PDF-", "a PDF document; export the data as CSV"),
  /** A rich text document. */
  RTF("{\\rtf", "a document of a word processor; export the data as CSV"),
  /** A Parquet file. */
  PARQUET("PAR1\u0015", "a Parquet file; export the data as CSV"),
  /** An Arrow or Feather file. */
  ARROW("ARROW1\u0000\u0000", "an Arrow file; export the data as CSV"),
  /** A web page, as which some programs save a "spreadsheet". */
  HTML("<html", "a web page, whatever its name ends in; open it in a spreadsheet and save as CSV"),
  /** A web page that says so first. */
  HTML_DECLARED("<!doctype html", HTML.what),
  /** A table of a web page. */
  HTML_TABLE("<table", HTML.what),
  /** Any other XML. */
  XML("<?xml", "XML, not a table of text; export the data as CSV"),
  /** JSON objects. */
  JSON("{\"", "JSON, not a table of text; export the data as CSV"),
  /** JSON objects in a list. */
  JSON_LIST("[{", JSON.what);

  /** How many bytes at the beginning tell the format. */
  private static final int BYTES = 64;

  private final String mark;
  private final String what;

  ForeignFormat(String mark, String what) {
    this.mark = mark;
    this.what = what;
  }

  /**
   * What a file is and what to do about it.
   *
   * @param bytes the file, or its first bytes; not null
   * @return words for a message; empty where it may be a table of text
   */
  public static Optional<String> of(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(BYTES, bytes.length), StandardCharsets.ISO_8859_1);
    String text = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    String words = text.toLowerCase(Locale.ROOT).replaceFirst("^\\[\\s*\\{", "[{");
    for (ForeignFormat format : values()) {
      boolean isWords = format.ordinal() >= HTML.ordinal();
      boolean found =
          format == R
              ? start.matches("(?s)RD[ABX][23]\\n.*")
              : (isWords ? words : start).startsWith(format.mark);
      if (found) {
        return Optional.of(format.what);
      }
    }
    return Optional.empty();
  }
}
