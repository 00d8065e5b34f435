package org.socialcure.core.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.document.Table.Column;
import org.socialcure.core.document.Table.ColumnKind;
import org.socialcure.core.document.Table.Data;
import org.socialcure.core.document.Table.Heading;
import org.socialcure.core.internal.CellText;
import org.socialcure.core.internal.Names;

/**
 * Tables as comma-separated values in full precision. People open them in spreadsheets: a text that
 * would be taken for a formula has an apostrophe before it, and blanks at the edges are quoted.
 */
final class CsvRenderer {
  private CsvRenderer() {}

  static String write(Table table) {
    boolean grouped = table.rows().stream().anyMatch(Heading.class::isInstance);
    StringWriter out = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(new BlankEdges())
            .build(out)) {
      csv.writeRecord(header(table, grouped));
      rows(table, grouped, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void rows(Table table, boolean grouped, CsvWriter csv) {
    String group = "";
    for (Table.Row row : table.rows()) {
      if (row instanceof Heading heading) {
        group = heading.text();
      } else if (row instanceof Data data) {
        List<String> fields = new ArrayList<>();
        if (grouped) {
          fields.add(CellText.marked(group));
        }
        for (int c = 0; c < data.cells().size(); c++) {
          add(fields, data.cells().get(c), table.columns().get(c).kind());
        }
        csv.writeRecord(fields);
      }
    }
  }

  private static List<String> header(Table table, boolean grouped) {
    List<String> fields = new ArrayList<>(grouped ? List.of("group") : List.of());
    for (Column column : table.columns()) {
      if (column.kind() == ColumnKind.INTERVAL) {
        fields.add(CellText.marked(column.header()) + " lower");
        fields.add(CellText.marked(column.header()) + " upper");
      } else {
        fields.add(CellText.marked(column.header().replace('\u00a0', ' ')));
      }
    }
    return fields;
  }

  private static void add(List<String> fields, Cell cell, ColumnKind kind) {
    if (cell instanceof Cell.Limits limits) {
      fields.add(Names.cell(limits.interval().lower()));
      fields.add(Names.cell(limits.interval().upper()));
    } else if (cell instanceof Cell.Quantity number) {
      fields.add(Names.cell(number.value()));
    } else {
      fields.add(cell instanceof Cell.Text text ? CellText.marked(text.text()) : "");
      if (kind == ColumnKind.INTERVAL) {
        fields.add("");
      }
    }
  }

  private static final class BlankEdges implements QuoteStrategy {
    @Override
    public boolean quoteValue(int line, int column, String value) {
      return CellText.hasBlankEdge(value);
    }
  }
}
