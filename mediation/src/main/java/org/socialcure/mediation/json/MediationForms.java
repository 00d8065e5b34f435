package org.socialcure.mediation.json;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.JsonForm;
import org.socialcure.core.internal.json.JsonForms;
import org.socialcure.core.internal.json.Node;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.report.ModelDocument;

/**
 * The types of this module with a JSON form of their own.
 *
 * @since 0.1
 */
public final class MediationForms implements JsonForms {
  /** Creates the provider. */
  public MediationForms() {}

  /** A result is written as its document, which does not hold all that a result knows. */
  @Override
  public List<JsonForm<?>> forms() {
    return List.of(
        new JsonForm<>(
            MediationResult.class,
            MediationResult::document,
            (node, binder, problems) -> refuse(node, problems)));
  }

  @Override
  public Map<Class<?>, Supplier<String>> schemas() {
    return Map.of(ModelDocument.class, ModelDocument::schema);
  }

  private static @Nullable MediationResult refuse(Node node, Problems problems) {
    node.report(problems, "is the document of a result; read it as a ModelDocument");
    return null;
  }
}
