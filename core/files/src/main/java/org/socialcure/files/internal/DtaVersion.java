package org.socialcure.files.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.socialcure.core.InvalidInputException;

/**
 * The versions of Stata's format in which parts have names in angle brackets, and how long their
 * fields are.
 *
 * @param number 117 (Stata 13), 118 (Stata 14 and later) or 119 (more than 32,767 variables)
 * @param countBytes how many bytes the number of variables takes
 * @param rowsBytes how many bytes the number of rows takes
 * @param labelLengthBytes how many bytes the length of the file's label takes
 * @param name the bytes of a name, with the zero at its end
 * @param format the bytes of a format
 * @param label the bytes of a variable's label
 * @param longTextVariableBytes of the eight bytes that name a long text, how many name its variable
 */
record DtaVersion(
    int number,
    int countBytes,
    int rowsBytes,
    int labelLengthBytes,
    int name,
    int format,
    int label,
    int longTextVariableBytes) {

  static DtaVersion of(String number) {
    return switch (number) {
      case "117" -> new DtaVersion(117, 2, 4, 1, 33, 49, 81, 4);
      case "118" -> new DtaVersion(118, 2, 8, 2, 129, 57, 321, 2);
      case "119" -> new DtaVersion(119, 4, 8, 2, 129, 57, 321, 3);
      default ->
          throw new InvalidInputException(
              "the file",
              "is of a Stata version that cannot be read; in Stata, save it with saveold,"
                  + " version(13), or with save where Stata is version 14 to 18");
    };
  }

  /** Stata 13 does not say its encoding; most of its files are from Windows. */
  Charset charset() {
    return isUnicode() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  boolean isUnicode() {
    return number != 117;
  }
}
