package org.socialcure.core.instrument;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Another order in which the items of an instrument are printed. Where data name items by their
 * numbers, the order decides which answer belongs to which item; answers by item id are the same in
 * every order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the order, {@code "long-form"}; not null
 * @param source who prints the items in this order; not null, not blank
 * @param items the ids of all items in this order; not null
 * @param evidence how well the order is supported; not null
 * @see Instrument#inOrder(String)
 * @since 0.1
 */
@MapperForm
public record ItemOrder(String id, String source, List<String> items, Evidence evidence) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id is not of the form {@code some-words}, the source is
   *     blank or an item is named twice
   */
  public ItemOrder {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(evidence, "evidence");
    items = List.copyOf(items);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!source.isBlank(), "source", "must say who prints the items in this order");
    problems.requireDistinct("items", "id", items, item -> item);
    problems.throwIfAny();
  }

  /**
   * The items in this order.
   *
   * @return {@code "long-form: emptiness, rely-on, … (source)"}
   */
  @Override
  public String toString() {
    return id + ": " + String.join(", ", items) + " (" + source + ")";
  }
}
