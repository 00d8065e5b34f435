package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables on the terminal. */
class TableTest {
  private static List<String> printed(Table table) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    table.print(out);
    out.flush();
    return text.toString().lines().toList();
  }

  @Test
  void columnsStandUnderTheirHeadings() {
    Table table = new Table("Scale", ">n", "why not");
    table.row("ucla-3.total", "12", "");
    table.row("who-5.raw", "3", "9 declined");

    assertEquals(
        List.of(
            "Scale          n  why not",
            "----------------------------",
            "ucla-3.total  12",
            "who-5.raw      3  9 declined"),
        printed(table));
  }

  @Test
  void whatIsTooWideWrapsAndLosesNothing() {
    Table table = new Table("Scale", ">n", "why not");
    String name = "an-instrument-of-ones-own-with-a-long-name.a-scale-with-a-long-name@change";
    String reasons = "1 missing items, 2 no answers, 3 declined, 4 not applicable, 5 not asked";
    table.row(name, "123456", reasons);

    List<String> lines = printed(table);

    assertTrue(lines.stream().allMatch(line -> line.length() <= 100), lines::toString);
    int number = lines.get(2).indexOf("123456");
    int words = lines.get(0).indexOf("why not");
    StringBuilder names = new StringBuilder();
    StringBuilder whys = new StringBuilder();
    for (String line : lines.subList(2, lines.size())) {
      names.append(line.substring(0, Math.min(number, line.length())).strip());
      whys.append(line.length() > words ? " " + line.substring(words).strip() : "");
    }
    assertEquals(name, names.toString());
    assertEquals(reasons, whys.toString().strip());
  }
}
