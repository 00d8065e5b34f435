package org.socialcure.examples.study.plan;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;

/** Reads {@code bootstrap} of a model. */
final class BootstrapReader {
  private static final int DEFAULT_REPLICATES = 10_000;

  private static final Map<String, BootstrapKind> KINDS =
      ModelReader.byId(Stream.of(BootstrapKind.values()), Words::of);
  private static final Map<String, IntervalMethod> INTERVALS =
      ModelReader.byId(Stream.of(IntervalMethod.values()), Words::of);
  private static final Map<String, QuantileRule> RULES =
      ModelReader.byId(Stream.of(QuantileRule.values()), Words::of);
  private static final Map<String, Compatibility> PROFILES =
      ModelReader.byId(
          Stream.of(Compatibility.values()).filter(it -> it != Compatibility.NONE), Words::of);

  private BootstrapReader() {}

  static BootstrapSection read(Fields model) {
    Fields fields = model.object("bootstrap").orElseGet(model::empty);
    BootstrapKind kind = fields.choice("kind", KINDS).orElse(BootstrapKind.CASE);
    OptionalLong asked = fields.whole("replicates", 2, Bootstrap.MAX_REPLICATES);
    IntervalMethod interval =
        fields.choice("interval", INTERVALS).orElse(IntervalMethod.PERCENTILE);
    Optional<QuantileRule> rule = fields.choice("rule", RULES);
    Compatibility compatibility =
        fields.choice("compatibility", PROFILES).orElse(Compatibility.NONE);
    if (fields.has("compatibility")) {
      fields.refuse("contradicts \"compatibility\", which already says the rule", "rule");
    }
    Optional<String> strata = fields.text("strata");
    if (kind == BootstrapKind.STRATIFIED && !fields.has("strata")) {
      fields.problem(
          "strata", "is missing: name the column that says which stratum a row belongs to");
    } else if (kind != BootstrapKind.STRATIFIED) {
      fields.refuse("belongs to \"kind\": \"stratified\"", "strata");
    }
    Optional<String> indices = fields.text("indices");
    if (kind != BootstrapKind.CASE) {
      fields.refuse("belongs to \"kind\": \"case\", the default", "indices");
    }
    fields.close();
    OptionalInt replicates =
        asked.isPresent()
            ? OptionalInt.of((int) asked.getAsLong())
            : indices.isPresent() ? OptionalInt.empty() : OptionalInt.of(DEFAULT_REPLICATES);
    return new BootstrapSection(kind, replicates, interval, rule, compatibility, strata, indices);
  }
}
