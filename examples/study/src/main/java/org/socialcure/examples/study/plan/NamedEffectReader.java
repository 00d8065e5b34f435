package org.socialcure.examples.study.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.mediation.MediationModel;

/** Reads an effect that the author of a model names: an expression, or one with its null. */
final class NamedEffectReader {
  private NamedEffectReader() {}

  /**
   * A named effect.
   *
   * @param expression the effect in coefficients
   * @param nullValue the value that its p-value tests, where the plan says one
   */
  record Definition(String expression, Optional<Double> nullValue) {
    MediationModel of(MediationModel model, String name) {
      return nullValue
          .map(value -> model.withEffect(name, expression, value))
          .orElseGet(() -> model.withEffect(name, expression));
    }
  }

  static @Nullable Definition read(Node node, Problems problems) {
    if (node instanceof Node.Obj) {
      Fields fields = Values.fields(node, problems);
      Optional<String> expression =
          fields.required("expression", "say what the effect is", Values::text);
      Optional<Double> nullValue = fields.optional("null", Scalars::number);
      fields.done();
      return expression.map(text -> new Definition(text, nullValue)).orElse(null);
    }
    String text = Values.text(node, problems);
    return text == null ? null : new Definition(text, Optional.empty());
  }
}
