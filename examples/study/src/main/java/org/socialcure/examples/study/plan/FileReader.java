package org.socialcure.examples.study.plan;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.DecimalMark;
import org.socialcure.core.data.FormulaMarks;
import org.socialcure.core.data.ThousandsSeparator;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/** Reads how a file is written, what its cells mean and which of its rows are used. */
final class FileReader {
  /** Stands for the columns that have no codes of their own. */
  private static final String OTHERS = "*";

  private static final int MOST_LINES = 1_000_000;
  private static final int MOST_ROWS = 100;

  private FileReader() {}

  /** The options that the fields of {@code data} change, but for the rows that are used. */
  static CsvOptions read(Fields fields, CsvOptions defaults) {
    CsvOptions options = defaults;
    Optional<Character> separator = fields.optional("separator", FileReader::separator);
    if (separator.isPresent()) {
      options = options.withSeparator(separator.get());
    }
    Optional<DecimalMark> decimal =
        fields.optional(
            "decimal",
            (node, problems) ->
                Scalars.choice(
                    node, Map.of(".", DecimalMark.POINT, ",", DecimalMark.COMMA), problems));
    if (decimal.isPresent()) {
      options = options.withDecimalMark(decimal.get());
    }
    options = thousands(fields, options);
    Optional<Charset> encoding = fields.optional("encoding", FileReader::encoding);
    if (encoding.isPresent()) {
      options = options.withEncoding(encoding.get());
    }
    CsvOptions written =
        options.withFormulaMarks(
            fields.constant("formulaMarks", FormulaMarks.class, FormulaMarks.NONE));
    CsvOptions skipping =
        fields.optional("skip", (node, problems) -> skip(written, node, problems)).orElse(written);
    return fields
        .optional("missing", (node, problems) -> missing(skipping, node, problems))
        .orElse(skipping);
  }

  private static CsvOptions thousands(Fields fields, CsvOptions options) {
    Map<String, ThousandsSeparator> permitted =
        Map.of(
            ",", ThousandsSeparator.COMMA,
            ".", ThousandsSeparator.POINT,
            "'", ThousandsSeparator.APOSTROPHE,
            " ", ThousandsSeparator.BLANK);
    Optional<ThousandsSeparator> separator =
        fields.optional("thousands", (node, problems) -> Scalars.choice(node, permitted, problems));
    if (separator.isEmpty()) {
      return options;
    }
    try {
      return options.withThousands(separator.get());
    } catch (InvalidInputException e) {
      fields.report("thousands", "is the decimal mark as well; give another \"decimal\"");
      return options;
    }
  }

  private static @Nullable Character separator(Node node, Problems problems) {
    if (node instanceof Node.Text text && text.text().length() == 1) {
      char separator = text.text().charAt(0);
      return node.make(
          problems,
          () -> {
            try {
              CsvOptions.defaults().withSeparator(separator);
            } catch (InvalidInputException e) {
              throw new InvalidInputException("$", e.problems().get(0).message());
            }
            return separator;
          });
    }
    node.report(problems, "must be one character, such as \";\" or \"\\t\" for a tab");
    return null;
  }

  private static @Nullable Charset encoding(Node node, Problems problems) {
    String name = Values.text(node, problems);
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      node.report(
          problems,
          "is no encoding that is known here; usual ones are UTF-8, windows-1252, ISO-8859-1,"
              + " ISO-8859-15, UTF-16LE and x-MacRoman");
      return null;
    }
  }

  private static @Nullable CsvOptions skip(CsvOptions options, Node node, Problems problems) {
    if (node instanceof Node.Num) {
      Integer lines = Values.whole(0, MOST_LINES).read(node, problems);
      return lines == null ? null : options.withSkippedLines(lines);
    }
    if (!(node instanceof Node.Obj)) {
      node.report(
          problems,
          "must be a number of lines above the line of names, or an object with \"lines\","
              + " \"rows\" (after the line of names) or \"where\"");
      return null;
    }
    Fields fields = Values.fields(node, problems);
    CsvOptions skipping = options;
    Optional<Integer> lines = fields.optional("lines", Values.whole(0, MOST_LINES));
    if (lines.isPresent()) {
      skipping = skipping.withSkippedLines(lines.get());
    }
    Optional<Integer> rows = fields.optional("rows", Values.whole(0, MOST_ROWS));
    if (rows.isPresent()) {
      skipping = skipping.withSkippedRows(rows.get());
    }
    CsvOptions counted = skipping;
    skipping =
        fields.optional("where", ConditionReader::read).map(counted::withSkip).orElse(counted);
    if (!fields.has("lines") && !fields.has("rows") && !fields.has("where")) {
      fields.report("skips nothing: give \"lines\", \"rows\" or \"where\"");
    }
    return fields.done().isSound() ? skipping : null;
  }

  private static @Nullable CsvOptions missing(CsvOptions options, Node node, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      List<String> codes = ConditionReader.values(node, problems);
      return codes == null ? null : options.withMissing(codes.toArray(String[]::new));
    }
    CsvOptions changed = options;
    boolean sound = true;
    for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
      List<String> codes = ConditionReader.values(entry.getValue(), problems);
      if (entry.getKey().isBlank()) {
        entry.getValue().report(problems, "names no column");
        sound = false;
      } else if (codes == null) {
        sound = false;
      } else {
        String[] all = codes.toArray(String[]::new);
        changed =
            entry.getKey().equals(OTHERS)
                ? changed.withMissing(all)
                : changed.withMissingIn(entry.getKey(), all);
      }
    }
    return sound ? changed : null;
  }
}
