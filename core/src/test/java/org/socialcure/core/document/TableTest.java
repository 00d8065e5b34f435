package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Interval;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.testsupport.Markup;

/** Tables in every format. */
class TableTest {
  /** A table takes longer to make up than to check. */
  private static final int TRIES = 150;

  /** Words, names of columns, and what formats take for markup. */
  private static final Arbitrary<String> TEXTS =
      Arbitraries.of(
              "ucla-3.total@during",
              "group-identification[community].total@change",
              "missing items",
              "<b>&amp;</b>",
              "a|b\\|c",
              "say \"yes\", or",
              "x -> y",
              "\u2212 0",
              "",
              "line\nbreak",
              "50 % of $5 #1_{2}~^")
          .list()
          .ofMaxSize(4)
          .map(words -> String.join(" ", words));

  private static final Arbitrary<Double> NUMBERS = Arbitraries.doubles().between(-1e6, 1e6);

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<Table.Column> columns =
        Combinators.combine(TEXTS, Arbitraries.of(Table.ColumnKind.class)).as(Table.Column::new);
    return columns
        .list()
        .ofMaxSize(7)
        .map(TableTest::named)
        .flatMap(
            list ->
                rows(list)
                    .list()
                    .ofMaxSize(8)
                    .flatMap(
                        rows ->
                            TEXTS
                                .list()
                                .ofMaxSize(2)
                                .map(notes -> new Table("caption", list, rows, notes))));
  }

  private static List<Table.Column> named(List<Table.Column> columns) {
    List<Table.Column> all = new ArrayList<>();
    all.add(new Table.Column("Name", Table.ColumnKind.TEXT));
    all.addAll(columns);
    return all;
  }

  private static Arbitrary<Table.Row> rows(List<Table.Column> columns) {
    List<Arbitrary<Cell>> cells = new ArrayList<>();
    columns.forEach(
        c -> cells.add(cell(c.kind()).injectNull(0.1).map(x -> x == null ? Cell.empty() : x)));
    Arbitrary<Table.Row> data =
        Combinators.combine(cells).as(given -> new Table.Data(List.copyOf(given)));
    return Arbitraries.oneOf(data, data, data, TEXTS.map(Table.Heading::new));
  }

  private static Arbitrary<Cell> cell(Table.ColumnKind kind) {
    return switch (kind) {
      case TEXT, KEYED -> TEXTS.map(Cell::text);
      case NUMBER ->
          Arbitraries.oneOf(
              NUMBERS.map(Cell::plain),
              NUMBERS.map(Cell::value),
              Arbitraries.doubles().between(0, 1).map(Cell::p),
              Arbitraries.longs().between(0, 1_000_000).map(Cell::count));
      case INTERVAL ->
          Combinators.combine(NUMBERS, NUMBERS)
              .as((a, b) -> Cell.interval(new Interval(Math.min(a, b), Math.max(a, b), 0.95), 4));
    };
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void textFitsItsWidth(
      @ForAll("tables") Table table, @ForAll @IntRange(min = 40, max = 120) int width) {
    table.text(width).lines().forEach(l -> assertTrue(l.length() <= width, () -> width + ": " + l));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void textLosesNoNumber(@ForAll("tables") Table table) {
    String text = table.text(60);
    for (Table.Row row : table.rows()) {
      if (row instanceof Table.Data data) {
        for (Cell cell : data.cells()) {
          if (cell instanceof Cell.Quantity number) {
            assertTrue(text.contains(number.shown()), number.shown());
          }
        }
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void pageIsWellFormedWithACellForEveryColumn(@ForAll("tables") Table table) {
    Markup page = Markup.parse(Document.of("t", Section.of("s", "s", table)).html());
    int columns = Grid.of(table).columns().size();
    for (Markup row : page.all("tr")) {
      List<Markup> cells = row.children();
      assertTrue(
          cells.size() == columns
              || cells.get(0).attribute("colspan").equals(Integer.toString(columns)),
          row.text());
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void markdownHasAsManyCellsInEveryRow(@ForAll("tables") Table table) {
    int columns = Grid.of(table).columns().size();
    Document.of("t", Section.of("s", "s", table))
        .markdown()
        .lines()
        .filter(l -> l.startsWith("| "))
        .forEach(
            l -> assertEquals(columns + 2, l.replaceAll("\\\\.", "").split("\\|", -1).length, l));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void latexHasAsManyCellsInEveryRow(@ForAll("tables") Table table) {
    int columns = Grid.of(table).columns().size();
    Document.of("t", Section.of("s", "s", table))
        .latex()
        .lines()
        .filter(l -> l.endsWith(" \\\\") && !l.startsWith("\\multicolumn"))
        .forEach(l -> assertEquals(columns, l.replace("\\&", "").split("&", -1).length, l));
  }

  @Test
  void csvIsReadBackInFullPrecision() {
    Dataset data = Dataset.readCsv(new StringReader(Samples.table().csv()), CsvOptions.defaults());
    assertEquals(
        List.of("group", "Wave", "n", "Mean", "p", "95% lower", "95% upper", "Rule"), data.names());
    assertEquals("Completers", data.text("group", 1).orElseThrow());
    assertEquals("before, \"T0\"", data.text("Wave", 0).orElseThrow());
    assertEquals(1630, data.numbers("n")[0]);
    assertEquals(0.00002, data.numbers("p")[0]);
    assertEquals(-6.125, data.numbers("95% lower")[0]);
    assertTrue(Double.isNaN(data.numbers("95% upper")[1]));
  }

  @Test
  void csvQuotes() {
    Table table =
        Table.titled("t")
            .text("a,b", "c")
            .row(Cell.text("say \"yes\""), Cell.text("two\nlines"))
            .row(Cell.empty(), Cell.text("plain"))
            .build();
    assertEquals("\"a,b\",c\n\"say \"\"yes\"\"\",\"two\nlines\"\n,plain\n", table.csv());
  }

  @Test
  void leavesOutColumnsWithoutACell() {
    Table table =
        Table.titled("t")
            .text("a")
            .numbers("b", "c")
            .row(Cell.text("x"), Cell.empty(), Cell.count(1))
            .build();
    assertFalse(table.text().contains("b"), table::text);
    assertTrue(table.csv().startsWith("a,b,c\n"), table::csv);
  }

  @Test
  void oneTextForAllRowsNeedsNoLetters() {
    Table table =
        Table.titled("t")
            .text("a")
            .keyed("Rule")
            .row(Cell.text("x"), Cell.text("the same"))
            .row(Cell.text("y"), Cell.text("the same"))
            .build();
    assertEquals("t\na\n-\nx\ny\n  Rule: the same.", table.toString());
    Table some =
        Table.titled("t")
            .text("a")
            .keyed("Note")
            .row(Cell.text("x"), Cell.empty())
            .row(Cell.text("y"), Cell.text("only here"))
            .build();
    assertEquals("t\na  Note\n-------\nx\ny  a\n  Note: a = only here.", some.toString());
  }

  @Test
  void refusesRowsThatDoNotFit() {
    Table.Builder short1 = Table.titled("t").text("a", "b").row(Cell.text("x"));
    assertThrows(IllegalArgumentException.class, short1::build);
    Table.Builder wrong = Table.titled("t").numbers("a").row(Cell.text("x"));
    assertThrows(IllegalArgumentException.class, wrong::build);
    assertThrows(IllegalArgumentException.class, () -> Table.titled("t").build());
    assertThrows(IllegalArgumentException.class, () -> Table.titled("t").keyed("a").build());
    assertThrows(IllegalArgumentException.class, () -> new Cell.Quantity(Double.NaN, ""));
  }
}
