package org.socialcure.core.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.file.InputFile;
import org.socialcure.core.internal.file.WholeFile;

/**
 * Reads CSV in two passes over the same characters: the first finds every problem and what each
 * column holds, the second fills arrays of the right size. So no cell of a numeric column ever
 * becomes an object, and a column is text from its first cell even if only its last one says so.
 */
final class CsvInput {
  /** The characters that part cells in files of which nothing is said, the usual one first. */
  static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What one array of bytes can hold on every virtual machine. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private final Supplier<Reader> source;
  private final CsvEncoding encoding;
  private final CsvOptions options;
  private final List<String> found = new ArrayList<>();

  private CsvInput(Supplier<Reader> source, CsvEncoding encoding, CsvOptions options) {
    this.source = source;
    this.encoding = encoding;
    this.options = options;
  }

  static ReadData read(Path file, CsvOptions options) {
    Objects.requireNonNull(options, "options");
    String name = WholeFile.name(file);
    byte[] bytes =
        InputFile.bytes(
            file, name, "a CSV file", LARGEST, "larger than 2 GB; split it into several files");
    CsvEncoding encoding = CsvEncoding.of(name, bytes, options.encoding());
    return new CsvInput(
            () ->
                new InputStreamReader(
                    new ByteArrayInputStream(
                        bytes, encoding.mark(), bytes.length - encoding.mark()),
                    encoding.charset()),
            encoding,
            options)
        .read();
  }

  static ReadData read(Reader reader, CsvOptions options) {
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
    return new CsvInput(() -> new StringReader(text), CsvEncoding.TEXT, options).read();
  }

  private ReadData read() {
    encoding.found().ifPresent(found::add);
    CsvStart start = CsvStart.of(source.get(), options.skippedLines());
    CsvSurvey survey = survey(start);
    survey.problems(encoding.decodes()).throwIfAny();
    CsvFill fill = new CsvFill(survey);
    CsvPass.run(source.get(), survey.separator(), start.linesBefore(), fill);
    if (options.separator().isEmpty() && survey.separator() != SEPARATORS.get(0)) {
      found.add("cells separated by " + CsvOptions.shown(survey.separator()));
    }
    if (options.decimalMark().isEmpty() && survey.kinds().form.mark() == DecimalMark.COMMA) {
      found.add("decimal mark ','");
    }
    return new ReadData(fill.dataset(), survey.summary(found, fill.missingCodes()));
  }

  /** The survey of the separator that was said, or of the one that can be no other. */
  private CsvSurvey survey(CsvStart start) {
    if (options.separator().isPresent() || start.separator().isPresent()) {
      return survey(start, options.separator().or(start::separator).get());
    }
    CsvSurvey usual = survey(start, SEPARATORS.get(0));
    List<CsvSurvey> fitting =
        SEPARATORS.stream()
            .skip(1)
            .filter(other -> start.names().indexOf(other) >= 0)
            .map(other -> survey(start, other))
            .filter(CsvSurvey::fits)
            .collect(Collectors.toCollection(ArrayList::new));
    if (usual.fits()) {
      fitting.add(0, usual);
    }
    if (fitting.size() > 1) {
      throw new InvalidInputException(
          "line " + (start.linesBefore() + 1),
          "and all rows can be parted into cells by "
              + fitting.stream()
                  .map(each -> CsvOptions.shown(each.separator()))
                  .collect(Collectors.joining(" or by "))
              + "; say which is the \"separator\"");
    }
    return fitting.isEmpty() ? usual : fitting.get(0);
  }

  private CsvSurvey survey(CsvStart start, char separator) {
    CsvSurvey survey = new CsvSurvey(options, separator, encoding.name());
    CsvPass.run(source.get(), separator, start.linesBefore(), survey);
    return survey;
  }
}
