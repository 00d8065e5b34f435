package org.socialcure.mediation.inference;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;

/** Looks up an option by the word that plans and results use for it. */
final class Ids {
  private Ids() {}

  static <E> E find(String what, String id, E[] values, Function<E, String> idOf) {
    Objects.requireNonNull(id, "id");
    return Arrays.stream(values)
        .filter(v -> idOf.apply(v).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    what,
                    "\""
                        + id
                        + "\" is not permitted; permitted are "
                        + Arrays.stream(values).map(idOf).collect(Collectors.joining(", "))));
  }
}
