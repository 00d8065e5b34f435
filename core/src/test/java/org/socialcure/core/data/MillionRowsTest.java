package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a million rows and ten columns is an everyday file. */
@Tag("ci")
class MillionRowsTest {
  private static final int ROWS = 1_000_000;

  @TempDir Path folder;

  @Test
  void aMillionRowsAreReadWidenedAndWritten() throws IOException {
    Path file = folder.resolve("answers.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,wave,a,b,c,d,e,f,g,h\n");
      for (int row = 0; row < ROWS; row++) {
        out.write("p" + row / 2 + (row % 2 == 0 ? ",before," : ",during,"));
        out.write(row % 4 + ",1,2,3,0.25,-1.5," + row * 0.1 + (row % 10 == 0 ? ",NA\n" : ",4\n"));
      }
    }
    Dataset data = Dataset.readCsv(file);
    assertEquals(ROWS, data.rows());
    assertEquals(ROWS / 10, data.missingCount("h"));
    assertEquals((ROWS - 1) * 0.1, data.numbers("g")[ROWS - 1]);
    Dataset wide = data.widen("id", "wave", List.of("before", "during"));
    assertEquals(ROWS / 2, wide.rows());
    assertEquals(1, wide.numbers("a@change")[0]);
    Path written = folder.resolve("wide.csv");
    wide.writeCsv(written);
    assertEquals(wide, Dataset.readCsv(written));
  }
}
