package org.socialcure.core.exchange;

import java.util.List;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;

/**
 * What the items and options of an instrument are called in the forms of this package.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class FormFields {
  private FormFields() {}

  /**
   * The names of the fields of an instrument's items.
   *
   * @param instrument the instrument; not null
   * @return a name an item, {@code "ucla_3_left_out"}, in the order of the instrument
   */
  public static List<String> of(Instrument instrument) {
    return instrument.items().stream().map(item -> of(instrument, item.id())).toList();
  }

  /** The name of the field of a part of an instrument. */
  static String of(Instrument instrument, String part) {
    return underscored(instrument.id()) + "_" + underscored(part);
  }

  /** What is stored when an option is chosen: its value, or its id where it has none. */
  static String code(AnswerOption option) {
    return option.value().isPresent() ? option.code() : underscored(option.id());
  }

  /**
   * Whether an item is answered by one of so many whole numbers that a field for a number is due.
   */
  static boolean isNumber(Item item) {
    return item.isNumeric()
        && item.options().size() > 12
        && item.options().stream()
            .allMatch(
                option -> option.value().orElseThrow() == Math.rint(option.value().orElseThrow()));
  }

  private static String underscored(String id) {
    return id.replace('-', '_');
  }
}
