package org.socialcure.scoring.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.socialcure.core.internal.json.JsonForm;
import org.socialcure.core.internal.json.JsonForms;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ReliableChange;

/** The types of this module with a JSON form of their own. */
public final class ScoringForms implements JsonForms {
  /** Creates the provider. */
  public ScoringForms() {}

  @Override
  public List<JsonForm<?>> forms() {
    return List.of(new JsonForm<>(Change.class, ScoringForms::change, null));
  }

  @Override
  public Map<Class<?>, Supplier<String>> schemas() {
    Map<Class<?>, Supplier<String>> schemas = new LinkedHashMap<>();
    schemas.put(
        ScoreSheet.class, () -> JsonForms.text(ScoreSheet.class, "score-sheet.schema.json"));
    schemas.put(Change.class, () -> JsonForms.text(ScoreSheet.class, "change.schema.json"));
    return schemas;
  }

  /**
   * A change with what follows from its components, for readers that do not know the rules; it is
   * passed over when the change is read back.
   */
  private static Map<String, Object> change(Change change) {
    ReliableChange reliable = change.reliable();
    Map<String, Object> verdict = new LinkedHashMap<>();
    verdict.put("outcome", reliable.outcome());
    verdict.put("method", reliable.method());
    verdict.put("index", reliable.index());
    verdict.put("threshold", reliable.threshold());
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("before", change.before());
    form.put("after", change.after());
    form.put("difference", change.difference());
    form.put("direction", change.direction());
    form.put("reliable", verdict);
    form.put("reference", change.reference());
    change
        .reference()
        .ifPresent(
            reference -> {
              form.put("standardErrorOfMeasurement", reference.standardErrorOfMeasurement());
              form.put("minimalDetectableChange", reference.minimalDetectableChange());
            });
    form.put("sentence", change.sentence());
    return form;
  }
}
