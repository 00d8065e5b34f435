package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;

/**
 * An empty table to be filled in, a person and wave a row, and its code book.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class AnswerTable {
  private AnswerTable() {}

  /**
   * The table: {@code id}, {@code wave}, and the {@linkplain FormFields fields} of the instruments.
   *
   * @param instruments the instruments; at least one
   * @return a data set of columns without rows
   */
  public static Dataset template(List<Instrument> instruments) {
    List<String> columns = new ArrayList<>(List.of("id", "wave"));
    instruments.forEach(instrument -> columns.addAll(FormFields.of(instrument)));
    return new TextTable(columns.toArray(String[]::new)).data();
  }

  /**
   * What may stand in the columns of the table.
   *
   * @param instruments the instruments; at least one
   * @param language the language of the words as a BCP 47 tag; labels stand in for words that there
   *     are not; not null
   * @return a row a column: {@code column}, {@code instrument}, {@code item}, {@code codes}, {@code
   *     keying}
   */
  public static Dataset codeBook(List<Instrument> instruments, String language) {
    Objects.requireNonNull(language, "language");
    TextTable table = new TextTable("column", "instrument", "item", "codes", "keying");
    for (Instrument instrument : instruments) {
      FormWords words = FormWords.of(instrument, language);
      for (Item item : instrument.items()) {
        table.row(
            "column",
            FormFields.of(instrument, item.id()),
            "instrument",
            instrument.label(),
            "item",
            words.text(item),
            "codes",
            item.options().stream()
                .map(option -> FormFields.code(option) + " = " + words.text(item, option))
                .collect(Collectors.joining("; ")),
            "keying",
            item.keying() == Keying.REVERSED ? "reverse-keyed" : "");
      }
    }
    return table.data();
  }
}
