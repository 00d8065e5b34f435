package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.ItemOrder;
import org.socialcure.core.internal.Names;

/**
 * Cautions about columns that name items by their numbers though the instrument is printed in more
 * than one order: no cell can tell which order the numbers follow.
 */
final class ItemOrders {
  private ItemOrders() {}

  /** One caution an instrument, however many waves it stands in. */
  static List<String> cautions(List<InstrumentColumns> instruments) {
    Set<String> cautions = new LinkedHashSet<>();
    for (InstrumentColumns columns : instruments) {
      caution(columns).ifPresent(cautions::add);
    }
    return new ArrayList<>(cautions);
  }

  private static Optional<String> caution(InstrumentColumns columns) {
    Instrument instrument = columns.instrument();
    List<String> order = instrument.items().stream().map(Item::id).toList();
    boolean chosen =
        instrument.orders().stream().map(ItemOrder::items).anyMatch(items -> items.equals(order));
    if (instrument.orders().isEmpty() || chosen || !areNumbered(columns)) {
      return Optional.empty();
    }
    return Optional.of(
        "The columns of "
            + instrument.id()
            + " name the items by their numbers, which were taken in the order "
            + String.join(", ", order)
            + "; some print them otherwise ("
            + instrument.orders().stream()
                .map(ItemOrder::toString)
                .collect(Collectors.joining("; "))
            + "), and no cell can tell: see which order the form has, and take the instrument"
            + " inOrder, or name the columns by item");
  }

  /** Whether the names of the columns differ by the numbers of their items alone. */
  private static boolean areNumbered(InstrumentColumns columns) {
    List<String> names = columns.columns();
    String first = names.get(0);
    int start = first.length();
    int end = first.length();
    for (String name : names) {
      start = Math.min(start, shared(first, name));
      end = Math.min(end, shared(reversed(first), reversed(name)));
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int stop = name.length() - end;
      if (start >= stop
          || Names.parse(name.substring(start, stop)).orElse(-1)
              != columns.instrument().items().get(i).number()) {
        return false;
      }
    }
    return true;
  }

  private static int shared(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
