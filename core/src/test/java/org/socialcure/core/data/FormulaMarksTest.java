package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts like formulas in files that a spreadsheet may open. */
class FormulaMarksTest {
  private static final List<String> TEXTS =
      List.of(
          "=1+1",
          "+44 20",
          "-12A",
          "@home",
          "\tx",
          "\rx",
          "'=x",
          "''",
          "'",
          "plain",
          "a=b",
          "-",
          " =x ",
          "=\"a\",\"b\"",
          "5'");

  private static Dataset data() {
    return Dataset.builder()
        .numbers("score", new double[TEXTS.size()])
        .texts("-id", TEXTS.toArray(String[]::new))
        .build();
  }

  @Test
  void noCellIsChangedByDefault() {
    StringWriter text = new StringWriter();
    data().writeCsv(text, CsvOptions.defaults());

    assertTrue(text.toString().contains("-12A"));
    assertEquals(-1, text.toString().indexOf("'-12A"));
    assertEquals(
        texts(data()),
        texts(Dataset.readCsv(new StringReader(text.toString()), CsvOptions.defaults())));
  }

  @Test
  void whatIsMarkedIsReadBackUnchanged() {
    CsvOptions marked = CsvOptions.defaults().withFormulaMarks(FormulaMarks.APOSTROPHE);
    StringWriter text = new StringWriter();
    data().writeCsv(text, marked);

    for (String cell :
        List.of("'=1+1", "'+44 20", "'-12A", "'@home", "'\tx", "''=x", "'''", "'-id")) {
      assertTrue(text.toString().contains(cell), cell);
    }
    Dataset back = Dataset.readCsv(new StringReader(text.toString()), marked);
    assertEquals(List.of("score", "-id"), back.names());
    assertEquals(texts(data()), texts(back));
    assertEquals(ColumnKind.NUMBER, back.kind("score"));
  }

  @Test
  void numbersAreNeverMarked() {
    StringWriter text = new StringWriter();
    Dataset.builder()
        .numbers("change", -1.5, 2)
        .build()
        .writeCsv(text, CsvOptions.defaults().withFormulaMarks(FormulaMarks.APOSTROPHE));

    assertEquals(-1, text.toString().indexOf('\''));
  }

  private static List<Optional<String>> texts(Dataset data) {
    return data.texts("-id");
  }
}
