package org.socialcure.core.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Layout;

/**
 * Items that stand together on a form: rows of one table, or an item by itself.
 *
 * @param group the linkId of the table; empty for an item by itself
 * @param items the items in order; at least one
 */
record FormLayout(Optional<String> group, List<Item> items) {
  private static final String GROUP = "group:";

  static List<FormLayout> of(Instrument instrument) {
    List<FormLayout> blocks = new ArrayList<>();
    List<Item> rows = new ArrayList<>();
    for (Item item : instrument.items()) {
      if (!rows.isEmpty() && !(isRow(item) && rows.get(0).options().equals(item.options()))) {
        close(rows, blocks);
      }
      if (isRow(item)) {
        rows.add(item);
      } else {
        blocks.add(new FormLayout(Optional.empty(), List.of(item)));
      }
    }
    close(rows, blocks);
    return blocks;
  }

  private static boolean isRow(Item item) {
    return item.layout().filter(Layout.TABLE_ROW::equals).isPresent();
  }

  private static void close(List<Item> rows, List<FormLayout> blocks) {
    if (rows.size() == 1) {
      blocks.add(new FormLayout(Optional.empty(), List.copyOf(rows)));
    } else if (!rows.isEmpty()) {
      long tables = blocks.stream().filter(block -> block.group().isPresent()).count();
      blocks.add(new FormLayout(Optional.of(GROUP + (tables + 1)), List.copyOf(rows)));
    }
    rows.clear();
  }

  static boolean isGroup(String linkId) {
    return linkId.startsWith(GROUP);
  }
}
