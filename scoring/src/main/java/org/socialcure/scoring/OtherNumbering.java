package org.socialcure.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.CodingVariant;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.Names;

/**
 * The other ways of numbering the answers to an instrument that everything in its columns fits,
 * where nobody said what the codes mean. One code that a variant does not have is enough for
 * nothing to be claimed.
 */
final class OtherNumbering {
  private final Instrument instrument;
  private final List<CodingVariant> variants;
  private final Map<String, String> ranges;

  private OtherNumbering(
      Instrument instrument, List<CodingVariant> variants, Map<String, String> ranges) {
    this.instrument = instrument;
    this.variants = variants;
    this.ranges = ranges;
  }

  static OtherNumbering of(Dataset raw, InstrumentColumns columns) {
    Instrument instrument = columns.instrument();
    List<CodingVariant> variants =
        columns.coding().equals(Coding.none()) ? instrument.codingVariants() : List.of();
    Map<String, String> ranges = new HashMap<>();
    for (int i = 0; i < columns.columns().size() && !variants.isEmpty(); i++) {
      String name = columns.columns().get(i);
      if (instrument.isScored(instrument.items().get(i)) && raw.has(name)) {
        Optional<SortedSet<Double>> codes = codes(raw, name, variants);
        variants =
            variants.stream()
                .filter(it -> codes.isPresent() && it.codes().containsAll(codes.get()))
                .toList();
        codes.filter(it -> it.size() > 1).ifPresent(it -> ranges.put(name, range(it)));
      }
    }
    return new OtherNumbering(instrument, variants, ranges);
  }

  /** Not where all cells are the same: that would tell what a person answered. */
  private static String range(SortedSet<Double> codes) {
    return "the column holds "
        + Names.number(codes.first())
        + " to "
        + Names.number(codes.last())
        + ", and ";
  }

  /** The codes in a column; empty if there is one that no variant has, wherever it stands. */
  private static Optional<SortedSet<Double>> codes(
      Dataset raw, String name, List<CodingVariant> variants) {
    SortedSet<Double> codes = new TreeSet<>();
    boolean numbers = raw.kind(name) == ColumnKind.NUMBER;
    for (int row = 0; row < raw.rows(); row++) {
      OptionalDouble code =
          numbers
              ? raw.number(name, row)
              : raw.text(name, row).stream()
                  .mapToDouble(text -> Names.parse(text).orElse(Double.NaN))
                  .findFirst();
      if (code.isPresent()) {
        double value = code.getAsDouble() + 0.0;
        if (variants.stream().noneMatch(it -> it.codes().contains(value))) {
          return Optional.empty();
        }
        codes.add(value);
      }
    }
    return Optional.of(codes);
  }

  /** What to say about a code in a column that is not permitted; empty if nothing is known. */
  Optional<String> inColumn(String column) {
    return said().map(text -> "; " + ranges.getOrDefault(column, "") + text);
  }

  /** What to say where such codes were taken as not answered. */
  Optional<String> caution() {
    return said()
        .map(
            text ->
                "Codes of "
                    + instrument.id()
                    + " that are not permitted were taken as not answered, but all codes"
                    + " in its columns fit another numbering: "
                    + text);
  }

  private Optional<String> said() {
    return variants.isEmpty()
        ? Optional.empty()
        : Optional.of(
            variants.stream().map(CodingVariant::toString).collect(Collectors.joining("; or ")));
  }
}
