package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;

class PartialFormsTest {
  private static String definition(String scoring, String missing, int highest) {
    return """
        {"id": "own", "version": "1", "name": "own", "construct": "own",
         "licence": {"status": "labels", "terms": "own", "evidence": "not-stated"},
         "items": [
           {"id": "a", "label": "a", "counted": ["yes"],
            "options": [{"id": "no", "value": 0, "label": "no"}, {"id": "yes", "value": 1, "label": "yes"}]},
           {"id": "b", "label": "b", "counted": ["yes"],
            "options": [{"id": "no", "value": 0, "label": "no"}, {"id": "yes", "value": %d, "label": "yes"}]}],
         "scales": [{"id": "total", "label": "total", "scoring": "%s", "missing": %s,
                     "direction": "neutral", "higherMeans": "more"}]}"""
        .formatted(highest, scoring, missing);
  }

  @Test
  void refusesToScoreSomeItemsThatAreNotOnOneScaleWithTheOthers() {
    String prorate = "{\"kind\": \"prorate\", \"atLeast\": 1}";
    String atMost = "{\"kind\": \"at-most\", \"missing\": 1}";
    for (String definition :
        new String[] {definition("sum", prorate, 4), definition("mean", atMost, 4)}) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> Json.read(definition, Instrument.class));
      assertEquals(1, refused.problems().size(), refused::getMessage);
    }
  }

  @Test
  void permitsItWhereItMakesNoDifference() {
    String oneMissing = "{\"kind\": \"at-most\", \"missing\": 1}";
    for (String permitted :
        List.of(
            definition("sum", "\"all-required\"", 4),
            definition("count", oneMissing, 4),
            definition("mean", oneMissing, 1))) {
      assertDoesNotThrow(() -> Json.read(permitted, Instrument.class));
    }
  }
}
