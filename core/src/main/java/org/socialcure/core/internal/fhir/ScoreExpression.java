package org.socialcure.core.internal.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Rounding;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;

/**
 * Writes how a scale is scored in FHIRPath: each keyed value times the number of answers that have
 * it, which needs nothing but what FHIRPath itself has. The functions {@code ordinal()} and {@code
 * weight()} are not in every engine, and give nothing instead of a fault where a weight is not
 * found.
 */
public final class ScoreExpression {
  /** A longer table is better kept out of a form. */
  private static final int LONGEST_TABLE = 200;

  private final InstrumentCodes codes;
  private final Scale scale;
  private final boolean counts;

  /** The items by what each of their codes is worth. */
  private final Map<Map<String, BigDecimal>, List<Item>> alike = new LinkedHashMap<>();

  private ScoreExpression(InstrumentCodes codes, Instrument instrument, Scale scale) {
    this.codes = codes;
    this.scale = scale;
    this.counts = base(scale.scoring()) instanceof ScoringRule.Count;
    for (Item item : instrument.itemsOf(scale)) {
      alike.computeIfAbsent(worth(item), worth -> new ArrayList<>()).add(item);
    }
  }

  /**
   * The expression of a scale.
   *
   * @param codes the names of the instrument's parts; not null
   * @param instrument the instrument; not null
   * @param scale a scale of it; not null
   * @return the expression, which is empty on forms that the scale's rule for missing answers does
   *     not permit to score; no expression if FHIRPath cannot say how the scale is scored
   */
  public static Optional<String> of(InstrumentCodes codes, Instrument instrument, Scale scale) {
    return isSayable(scale.scoring())
        ? Optional.of(new ScoreExpression(codes, instrument, scale).guarded())
        : Optional.empty();
  }

  private static boolean isSayable(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      return isSayable(linear.of());
    }
    if (rule instanceof ScoringRule.Table table) {
      return table.table().size() <= LONGEST_TABLE && isSayable(table.of());
    }
    return rule instanceof ScoringRule.Sum
        || rule instanceof ScoringRule.Mean
        || rule instanceof ScoringRule.Count
        || rule instanceof ScoringRule.Single;
  }

  private static ScoringRule base(ScoringRule rule) {
    if (rule instanceof ScoringRule.Linear linear) {
      return base(linear.of());
    }
    return rule instanceof ScoringRule.Table table ? base(table.of()) : rule;
  }

  private Map<String, BigDecimal> worth(Item item) {
    Map<String, BigDecimal> worth = new LinkedHashMap<>();
    for (AnswerOption option : item.options()) {
      double value =
          counts
              ? (item.counted().contains(option.id()) ? 1 : 0)
              : item.keyed(option.value().orElseThrow());
      worth.put(codes.option(item, option), Tree.number(value));
    }
    return worth;
  }

  private String guarded() {
    int items = scale.items().size();
    MissingRule missing = scale.missing().applied();
    int required =
        missing instanceof MissingRule.AtMost atMost
            ? items - atMost.missing()
            : missing instanceof MissingRule.Prorate prorate ? prorate.atLeast() : items;
    String comparison = required == items ? " = " : " >= ";
    return "iif("
        + answered()
        + comparison
        + required
        + ", "
        + transformed(scale.scoring(), raw(missing))
        + ", {})";
  }

  /** How many items have an answer that is one of their options. */
  private String answered() {
    return "("
        + alike.entrySet().stream()
            .map(entry -> answers(entry.getValue(), entry.getKey().keySet()) + ".count()")
            .collect(Collectors.joining(" + "))
        + ")";
  }

  private static String answers(List<Item> items, Iterable<String> codes) {
    return "%resource.repeat(item).where(linkId in ("
        + items.stream().map(item -> "'" + item.id() + "'").collect(Collectors.joining("|"))
        + ")).answer.value.where(code in ("
        + "'"
        + String.join("'|'", codes)
        + "'))";
  }

  private String raw(MissingRule missing) {
    String sum = sum();
    if (base(scale.scoring()) instanceof ScoringRule.Mean) {
      return sum + " / " + answered();
    }
    if (missing instanceof MissingRule.Prorate prorate) {
      int items = scale.items().size();
      String scaled = sum + " * " + items + " / " + answered();
      return prorate.rounding() == Rounding.NONE
          ? scaled
          : "iif(" + answered() + " = " + items + ", " + sum + ", (" + scaled + " + 0.5).floor())";
    }
    return sum;
  }

  private String sum() {
    List<String> terms = new ArrayList<>();
    alike.forEach(
        (worth, items) -> {
          Map<BigDecimal, List<String>> byValue = new LinkedHashMap<>();
          worth.forEach(
              (code, value) -> byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(code));
          byValue.forEach(
              (value, worthIt) -> {
                if (value.signum() != 0) {
                  terms.add(literal(value) + " * " + answers(items, worthIt) + ".count()");
                }
              });
        });
    return terms.isEmpty() ? "0" : "(" + String.join(" + ", terms) + ")";
  }

  private static String transformed(ScoringRule rule, String raw) {
    if (rule instanceof ScoringRule.Linear linear) {
      String times =
          literal(Tree.number(linear.times())) + " * (" + transformed(linear.of(), raw) + ")";
      return linear.plus() == 0 ? times : times + " + " + literal(Tree.number(linear.plus()));
    }
    if (rule instanceof ScoringRule.Table table) {
      return "("
          + transformed(table.of(), raw)
          + ").select("
          + table.table().entrySet().stream()
              .map(
                  entry ->
                      "iif($this = "
                          + entry.getKey()
                          + ", "
                          + literal(Tree.number(entry.getValue()))
                          + ", {})")
              .collect(Collectors.joining(" | "))
          + ")";
    }
    return raw;
  }

  private static String literal(BigDecimal value) {
    String digits = value.toPlainString();
    return value.signum() < 0 ? "(" + digits + ")" : digits;
  }
}
