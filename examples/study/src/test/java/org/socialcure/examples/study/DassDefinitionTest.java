package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.Scorer;

/** The questionnaire of one's own beside the plans, against the published facts about it. */
class DassDefinitionTest {
  private static final Path FILE = Path.of("plans", "dass-21.json");
  private static final Instrument DASS = Json.read(FILE, Instrument.class);

  /** The items of each scale by their number in the form. */
  private static final Map<String, List<Integer>> ITEMS =
      Map.of(
          "depression", List.of(3, 5, 10, 13, 16, 17, 21),
          "anxiety", List.of(2, 4, 7, 9, 15, 19, 20),
          "stress", List.of(1, 6, 8, 11, 12, 14, 18));

  @Test
  void everyScaleHasItsItems() {
    for (Scale scale : DASS.scales()) {
      List<Integer> numbers =
          DASS.items().stream()
              .filter(item -> scale.items().contains(item.id()))
              .map(Item::number)
              .toList();
      assertEquals(ITEMS.get(scale.id()), numbers, scale.id());
    }
  }

  @Test
  void followsTheSchemaOfInstruments() throws IOException {
    String schema =
        Files.readString(
            Path.of(
                "../../core/src/main/resources/org/socialcure/core/instrument/instrument.schema.json"));

    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema, InputFormat.JSON)
            .validate(Files.readString(FILE), InputFormat.JSON));
  }

  /** Both sides of every cut: sums of seven items from 0 to 3, doubled. */
  @ParameterizedTest
  @CsvSource({
    "depression, 0, normal",
    "depression, 4, normal",
    "depression, 5, mild",
    "depression, 6, mild",
    "depression, 7, moderate",
    "depression, 10, moderate",
    "depression, 11, severe",
    "depression, 13, severe",
    "depression, 14, extremely severe",
    "depression, 21, extremely severe",
    "anxiety, 3, normal",
    "anxiety, 4, mild",
    "anxiety, 5, moderate",
    "anxiety, 7, moderate",
    "anxiety, 8, severe",
    "anxiety, 9, severe",
    "anxiety, 10, extremely severe",
    "stress, 7, normal",
    "stress, 8, mild",
    "stress, 9, mild",
    "stress, 10, moderate",
    "stress, 12, moderate",
    "stress, 13, severe",
    "stress, 16, severe",
    "stress, 17, extremely severe"
  })
  void doublesTheSumAndNamesTheBand(String scale, int sum, String band) {
    Responses.Builder answers = Responses.builder(DASS);
    int left = sum;
    for (Item item : DASS.items()) {
      boolean own = ITEMS.get(scale).contains(item.number());
      int value = own ? Math.min(3, left) : 3;
      left -= own ? value : 0;
      answers.value(item.id(), value);
    }

    Score score = (Score) Scorer.score(answers.build()).get(scale);

    assertEquals(2 * sum, score.value());
    assertEquals(band, score.band().orElseThrow().label());
  }
}
