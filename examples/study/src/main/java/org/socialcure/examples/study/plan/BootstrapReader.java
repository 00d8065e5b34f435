package org.socialcure.examples.study.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;

/** Reads {@code bootstrap} of a model. */
final class BootstrapReader {
  private static final int DEFAULT_REPLICATES = 10_000;

  private static final NodeReader<Compatibility> PROFILE =
      Values.word(EnumSet.complementOf(EnumSet.of(Compatibility.NONE)));

  /** How a model is resampled that says nothing of it. */
  static final BootstrapSection DEFAULT =
      new BootstrapSection(
          Optional.empty(),
          OptionalInt.of(DEFAULT_REPLICATES),
          IntervalMethod.PERCENTILE,
          Optional.empty(),
          Compatibility.NONE,
          Optional.empty(),
          Optional.empty());

  private BootstrapReader() {}

  static @Nullable BootstrapSection read(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<BootstrapKind> kind = fields.optional("kind", Values.word(BootstrapKind.class));
    Optional<Integer> asked =
        fields.optional("replicates", Values.whole(2, Bootstrap.MAX_REPLICATES));
    IntervalMethod interval =
        fields.optional("interval", Values.word(IntervalMethod.class)).orElse(DEFAULT.interval());
    Optional<QuantileRule> rule = fields.optional("rule", Values.word(QuantileRule.class));
    Compatibility compatibility =
        fields.optional("compatibility", PROFILE).orElse(DEFAULT.compatibility());
    if (fields.has("compatibility")) {
      fields.refuse("contradicts \"compatibility\", which already says the rule", "rule");
    }
    Optional<String> strata = fields.optional("strata", Values::text);
    if (kind.filter(BootstrapKind.STRATIFIED::equals).isPresent()) {
      fields.require("strata", "name the column that says which stratum a row belongs to");
    } else {
      fields.refuse("belongs to \"kind\": \"stratified\"", "strata");
    }
    Optional<String> indices = fields.optional("indices", Values::text);
    if (kind.filter(it -> it != BootstrapKind.CASE && it != BootstrapKind.CLUSTER).isPresent()) {
      fields.refuse("belongs to \"kind\": \"case\" or \"cluster\"", "indices");
    }
    OptionalInt replicates =
        asked.isPresent()
            ? OptionalInt.of(asked.get())
            : indices.isPresent() ? OptionalInt.empty() : DEFAULT.replicates();
    return fields.done().isSound()
        ? new BootstrapSection(kind, replicates, interval, rule, compatibility, strata, indices)
        : null;
  }
}
