package org.socialcure.core.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.file.WholeFile;

/**
 * Reads CSV in two passes over the same characters: the first finds every problem and what each
 * column holds, the second fills arrays of the right size. So no cell of a numeric column ever
 * becomes an object, and a column is text from its first cell even if only its last one says so.
 */
final class CsvInput {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What one array of bytes can hold on every virtual machine. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private CsvInput() {}

  static Dataset read(Path file, CsvOptions options) {
    Objects.requireNonNull(options, "options");
    String name = WholeFile.name(file);
    byte[] bytes;
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(name, "a folder; name a CSV file");
      }
      if (Files.size(file) > LARGEST) {
        throw new InvalidInputException(name, "larger than 2 GB; split it into several files");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(name, "there is no such file; check its name and folder");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(name, "may not be read; check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refuseOtherFormats(name, bytes);
    boolean marked =
        bytes.length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    int start = marked ? 3 : 0;
    return read(
        () ->
            new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start),
                StandardCharsets.UTF_8),
        () -> decodes(bytes),
        options);
  }

  static Dataset read(Reader reader, CsvOptions options) {
    Objects.requireNonNull(options, "options");
    StringWriter all = new StringWriter();
    try {
      reader.transferTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String whole = all.toString();
    String text =
        !whole.isEmpty() && whole.charAt(0) == BYTE_ORDER_MARK ? whole.substring(1) : whole;
    return read(() -> new StringReader(text), () -> true, options);
  }

  private static Dataset read(
      Supplier<Reader> source, Supplier<Boolean> decodes, CsvOptions options) {
    CsvSurvey survey = new CsvSurvey(options);
    CsvPass.run(source.get(), options, survey);
    survey.problems(decodes).throwIfAny();
    CsvFill fill = new CsvFill(survey, options);
    CsvPass.run(source.get(), options, fill);
    return fill.dataset();
  }

  private static void refuseOtherFormats(String name, byte[] bytes) {
    if (bytes.length >= 2) {
      int first = bytes[0] & 0xFF;
      int second = bytes[1] & 0xFF;
      boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
      // Without a mark, the zero half of an ASCII character gives it away.
      if (marked || first == 0 || second == 0) {
        throw new InvalidInputException(
            name + ", line 1", "UTF-16 text; save the file as \"CSV UTF-8\"");
      }
      if (first == 'P' && second == 'K' && bytes.length > 3 && bytes[2] == 3 && bytes[3] == 4) {
        throw new InvalidInputException(
            name + ", line 1", "a spreadsheet or zip file; save the sheet as \"CSV UTF-8\"");
      }
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
