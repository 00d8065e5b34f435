package org.socialcure.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.internal.Names;

/**
 * The score of a scale as an expression of another program. There is one only where the rule is a
 * sum, a mean or a straight line of one of them and every item is required: anything else is longer
 * than a form should hold, and is scored after the export.
 *
 * @param value how the program writes the number in a field
 * @param divide how it writes a division
 */
record ScoreFormula(Function<String, String> value, String divide) {
  Optional<String> of(Instrument instrument, Scale scale) {
    if (!(scale.missing().applied() instanceof MissingRule.AllRequired)) {
      return Optional.empty();
    }
    List<String> terms = new ArrayList<>();
    for (Item item : instrument.itemsOf(scale)) {
      if (!item.isNumeric()) {
        return Optional.empty();
      }
      String field = value.apply(FormFields.of(instrument, item.id()));
      terms.add(
          item.keying() == Keying.DIRECT
              ? field
              : "(" + Names.number(item.lowest() + item.highest()) + " - " + field + ")");
    }
    return of(scale.scoring(), terms);
  }

  private Optional<String> of(ScoringRule rule, List<String> terms) {
    String sum = String.join(" + ", terms);
    if (rule instanceof ScoringRule.Sum || rule instanceof ScoringRule.Single) {
      return Optional.of(sum);
    }
    if (rule instanceof ScoringRule.Mean) {
      return Optional.of("(" + sum + ") " + divide + " " + terms.size());
    }
    if (rule instanceof ScoringRule.Linear linear) {
      return of(linear.of(), terms)
          .map(
              inner ->
                  "("
                      + inner
                      + ") * "
                      + Names.number(linear.times())
                      + (linear.plus() == 0
                          ? ""
                          : (linear.plus() < 0 ? " - " : " + ")
                              + Names.number(Math.abs(linear.plus()))));
    }
    return Optional.empty();
  }
}
