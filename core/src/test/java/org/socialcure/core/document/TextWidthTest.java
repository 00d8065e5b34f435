package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of a terminal, and what readers of other forms of a table are spared. */
class TextWidthTest {
  @ParameterizedTest
  @CsvSource({
    "plain, 5",
    "'', 0",
    "\uD83D\uDE00, 2",
    "e\u0301, 1",
    "\u65E5\u672C\u8A9E, 6",
    "→, 1",
    "\u2705 done, 7",
    "a\u200Db, 2",
    "\uD83E\uDDD1x, 3"
  })
  void columnsOfATerminal(String text, int width) {
    assertEquals(width, TextWidth.of(text));
  }

  @Test
  void linesAreBrokenByColumnsAndNeverWithinACharacter() {
    for (int width = 1; width < 30; width++) {
      for (String line :
          Wrap.lines("\uD83D\uDE00\uD83D\uDE00 \u65E5\u672C\u8A9E x\uD83E\uDDD1", width, 2)) {
        assertTrue(TextWidth.of(line) <= Math.max(width, 4), line);
        assertTrue(
            line.isEmpty()
                || !Character.isLowSurrogate(line.strip().isEmpty() ? 'x' : line.strip().charAt(0)),
            line);
      }
    }
  }

  @Test
  void columnsOfATableLineUpBesidePictures() {
    List<String> lines =
        Table.titled("Groups")
            .text("Group")
            .numbers("n")
            .row(Cell.text("\uD83D\uDE00 choir"), Cell.count(12))
            .row(Cell.text("chess club"), Cell.count(3))
            .build()
            .text()
            .lines()
            .filter(line -> line.matches(".*\\d$"))
            .toList();

    assertEquals(2, lines.size());
    assertEquals(TextWidth.of(lines.get(0)), TextWidth.of(lines.get(1)));
  }

  @Test
  void textsLikeFormulasAreMarkedInFilesForSpreadsheetsAndBlanksAtEdgesQuoted() {
    String csv =
        Table.titled("Effects")
            .text("name", "=label")
            .numbers("estimate")
            .row(Cell.text("-a*b"), Cell.text("=HYPERLINK(1)"), Cell.number(-0.5, 2))
            .row(Cell.text(" edge "), Cell.text("'quoted"), Cell.number(1, 2))
            .build()
            .csv();

    assertEquals("name,'=label,estimate\n'-a*b,'=HYPERLINK(1),-0.5\n\" edge \",''quoted,1\n", csv);
  }
}
